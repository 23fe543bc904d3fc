import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  deadBucket,
  deadQueue,
  type LabParts,
  mappingLab,
  poisoned,
  someTraffic,
} from './mappingLabs.ts';
import { LabPage } from './page.ts';

/** Opens a lab file in the page that is open and lets it stand still after some minutes. */
async function openAt(lab: LabPage, parts: LabParts, minutes = 1): Promise<void> {
  await lab.openFile('lab.yaml', mappingLab(parts));
  await expect(lab.button(`Choose a lab: ${parts.title}`)).toBeVisible();
  await lab.pause();
  for (let i = 0; i < minutes; i++) await lab.jump('+1 min');
}

async function openPage(page: Page): Promise<LabPage> {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '0s' });
  return lab;
}

const worker = (lab: LabPage): Locator => lab.region('Lambda Worker');

const figure = (page: Page, name: string): Locator => page.getByRole('figure', { name });

/** Opens what the inspector says of the mapping, by its settings on the card. */
const openMapping = (lab: LabPage): Promise<void> =>
  worker(lab)
    .getByRole('button', { name: /^batch / })
    .click();

const onQueue = `DestinationConfig: { OnFailure: { Type: SQS, Destination: !GetAtt DeadLetters.Arn } }`;
const onBucket = `DestinationConfig: { OnFailure: { Type: S3, Destination: !GetAtt DeadBucket.Arn } }`;

test('readers and cursors, halves, partial failures, filters and lanes can be seen of a mapping', async ({
  page,
}) => {
  const lab = await openPage(page);
  await test.step('a mapping’s card shows shards, cursors, buffered records, batches, attempts, next retry', async () => {
    await openAt(lab, {
      title: 'Readers',
      mapping: 'BatchSize: 20\nMaximumBatchingWindowInSeconds: 5\nMaximumRetryAttempts: 9',
      shardscope: `${someTraffic(6)}\n${poisoned('20s')}`,
    });
    const slot = worker(lab).getByRole('button', { name: /^shard 4: attempt \d+ of 10 in / });
    await expect(slot).toBeVisible();
    await expect(worker(lab).getByText(/^attempt \d+ of 10 in /)).toBeVisible();
    await expect(
      worker(lab)
        .getByText(/^\d+ of 20 · .* left$/)
        .first(),
    ).toBeVisible();
    await slot.press('Enter');
    const readers = figure(page, 'Shards and cursors');
    await expect(readers.getByRole('listitem')).toHaveCount(4);
    await expect(readers.getByText('cursor').first()).toBeVisible();
    await expect(readers.getByText(/^…\d{7}$/).first()).toBeVisible();
    await expect(readers.getByText('buffered').first()).toBeVisible();
    await expect(readers.getByText('back-off assumed')).toBeVisible();
    await expect(readers.getByText(/of BatchSize 20$/).first()).toBeVisible();
    await expect(readers.getByText('of the window of 5 s').first()).toBeVisible();
    await expect(readers).toContainText('State Enabled');
    await expect(readers).toContainText(/LastProcessingResult: (OK|PROBLEM: Function call failed)/);
    await expect(worker(lab)).not.toContainText('up to date');
  });
  await test.step('a batch splits in halves until the poisoned record stands alone', async () => {
    await openAt(lab, {
      title: 'Bisect',
      mapping:
        'BatchSize: 20\nMaximumBatchingWindowInSeconds: 5\nBisectBatchOnFunctionError: true\nMaximumRetryAttempts: 6',
      shardscope: `${someTraffic(6)}\n${poisoned('45s')}`,
    });
    await openMapping(lab);
    const split = figure(page, 'Split in halves');
    await expect(split.getByRole('listitem').first()).toContainText('The whole batch: 16 records');
    await expect(split.getByRole('button', { name: 'order#3 stands alone' })).toBeVisible();
    await expect(
      worker(lab).getByRole('button', { name: /split, parts of [\d, ]+ wait/ }),
    ).toBeVisible();
    await split.getByRole('button', { name: 'order#3 stands alone' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'order#3' })).toBeVisible();
  });
  await test.step('a partial failure moves the checkpoint to the lowest record that was reported', async () => {
    await openAt(lab, {
      title: 'Partial',
      mapping: `BatchSize: 20\nMaximumBatchingWindowInSeconds: 5\nFunctionResponseTypes: [ReportBatchItemFailures]`,
      shardscope: `${someTraffic(6)}\n${poisoned('45s')}`,
    });
    await openMapping(lab);
    const partial = figure(page, 'Partial failure');
    await expect(
      partial.getByRole('button', { name: 'order#3: lowest that was reported' }),
    ).toBeVisible();
    await expect(partial.getByText(/^checkpoint …\d{7}$/)).toBeVisible();
    await expect(partial).toContainText('The checkpoint moves to the lowest of them');
  });
  await test.step('filters count what they drop and say why; lanes keep their items', async () => {
    const pattern = `'{"eventName":["MODIFY"],"dynamodb":{"NewImage":{"total":{"N":["250"]}}}}'`;
    await openAt(lab, {
      title: 'Filters and lanes',
      mapping: `BatchSize: 10\nParallelizationFactor: 3\nFilterCriteria: { Filters: [ { Pattern: ${pattern} } ] }`,
      shardscope: someTraffic(8),
    });
    await openMapping(lab);
    const filters = figure(page, 'Filters');
    await expect(filters).toContainText(/\d+ records dropped: the function never saw them/);
    await expect(filters).toContainText(/of the last \d+ records: \d+ matched, \d+ did not/);
    await expect(
      filters.getByText('dynamodb.NewImage.total.N is "5"; wanted ["250"]').first(),
    ).toBeVisible();
    const lanes = page.getByRole('region', { name: /^Lanes of shard/ });
    await expect(lanes).toHaveCount(4);
    for (const shard of await lanes.all()) {
      const items = await shard.getByRole('button').allTextContents();
      expect(new Set(items).size).toBe(items.length);
    }
  });
  expect(lab.complaints).toEqual([]);
});

test('what is too old, given up, and how old: queue, bucket and gauge', async ({ page }) => {
  const lab = await openPage(page);
  await test.step('records too old fall out, and the queue fills with pointers that can be redriven', async () => {
    await openAt(
      lab,
      {
        title: 'Too old',
        mapping: `BatchSize: 20\nMaximumRecordAgeInSeconds: 60\n${onQueue}`,
        shardscope: `${someTraffic(6)}\n${poisoned('5s')}`,
        resources: deadQueue,
      },
      2,
    );
    await expect(worker(lab)).toContainText(/given up|skipped/);
    const queue = lab.region('SQS DeadLetters');
    await expect(queue.getByRole('list', { name: 'Documents of records given up' })).toContainText(
      /→ \d+ records? · shard 4/,
    );
    await queue.getByRole('button', { name: 'DeadLetters' }).click();
    const documents = figure(page, 'Documents of records given up');
    await expect(documents.getByText('RecordAgeExceeded').first()).toBeVisible();
    await expect(documents.getByText('"DDBStreamBatchInfo"').first()).toBeVisible();
    await expect(documents.getByText('"payload"')).toHaveCount(0);
    await documents
      .getByRole('button', { name: /^Redrive/ })
      .first()
      .click();
    await expect(documents.getByRole('status').first()).toContainText(
      /read again from the shard and given to the function once more/,
    );
  });
  await test.step('the S3 destination gets whole records', async () => {
    await openAt(lab, {
      title: 'Bucket',
      mapping: `BatchSize: 5\nMaximumRetryAttempts: 1\n${onBucket}`,
      shardscope: `${someTraffic(6)}\n${poisoned('5s')}`,
      resources: deadBucket,
    });
    await lab.region('S3 DeadBucket').getByRole('button', { name: 'DeadBucket' }).click();
    const documents = figure(page, 'Documents of records given up');
    await expect(documents.getByText('RetryAttemptsExhausted').first()).toBeVisible();
    await expect(documents.getByText('"payload"').first()).toBeVisible();
    await expect(documents).toContainText('with the whole records in each');
  });
  await test.step('iterator age is a gauge with the 24-hour cliff drawn', async () => {
    await openAt(lab, { title: 'Age', shardscope: `${someTraffic(2)}\n${poisoned('5s')}` });
    const gauge = worker(lab).getByRole('meter', { name: 'Iterator age' });
    await expect(gauge).toHaveAttribute(
      'aria-valuetext',
      /^Iterator age \d+ s; at 24 h records fall off$/,
    );
    const early = Number(await gauge.getAttribute('aria-valuenow'));
    await lab.jump('+1 h');
    expect(Number(await gauge.getAttribute('aria-valuenow'))).toBeGreaterThan(early + 3_000_000);
  });
  expect(lab.complaints).toEqual([]);
});
