import { expect, type Locator, test } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { deadQueue, mappingLab, someTraffic } from './mappingLabs.ts';
import { LabPage } from './page.ts';

const busAndPipe = `${deadQueue}
Bus:
  Type: AWS::Events::EventBus
  Properties: { Name: orders-bus }
Big:
  Type: AWS::SQS::Queue
Rule:
  Type: AWS::Events::Rule
  Properties:
    Name: big-orders
    EventBusName: !Ref Bus
    EventPattern: { detail: { dynamodb: { NewImage: { total: { N: ["250"] } } } } }
    Targets: [ { Id: q, Arn: !GetAtt Big.Arn } ]
Forward:
  Type: AWS::Pipes::Pipe
  Properties:
    Name: forward
    RoleArn: arn:aws:iam::123456789012:role/pipe
    Source: !GetAtt Orders.StreamArn
    SourceParameters:
      FilterCriteria: { Filters: [ { Pattern: '{"eventName":["MODIFY"]}' } ] }
      DynamoDBStreamParameters:
        StartingPosition: TRIM_HORIZON
        BatchSize: 5
        MaximumRetryAttempts: 1
        DeadLetterConfig: { Arn: !GetAtt DeadLetters.Arn }
    Target: !GetAtt Bus.Arn
Late:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmName: worker-is-late
    Namespace: AWS/Lambda
    MetricName: IteratorAge
    Dimensions: [ { Name: FunctionName, Value: !Ref Worker } ]
    Statistic: Maximum
    Period: 60
    EvaluationPeriods: 1
    Threshold: 100
    ComparisonOperator: GreaterThanOrEqualToThreshold`;

const watched = mappingLab({
  title: 'Watched',
  mapping: 'BatchSize: 10\nMaximumBatchingWindowInSeconds: 1\nTumblingWindowInSeconds: 20',
  shardscope: someTraffic(6),
  resources: busAndPipe,
});

async function open(page: LabPage['page']): Promise<LabPage> {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '0s' });
  await lab.openFile('lab.yaml', watched);
  await expect(page.getByText('forward').first()).toBeVisible();
  const pause = lab.button(/^Pause/);
  if (await pause.isVisible()) await lab.pause();
  await lab.jump('+1 min');
  return lab;
}

test('a pipe, a bus with its rules, an alarm, metrics and the state of windows can be seen', async ({
  page,
}) => {
  const lab = await open(page);
  const pipe = lab.region('EventBridge pipe forward');
  await expect(pipe).toContainText('Orders → filter → orders-bus · DLQ DeadLetters');
  await pipe.getByRole('button', { name: 'forward' }).click();
  await expect(page.getByRole('figure', { name: 'The pipe' })).toContainText(/\d+ filtered out/);
  const bus = lab.region('EventBridge orders-bus');
  await expect(bus.getByRole('list', { name: 'Rules' })).toContainText(/big-orders \d+ matched/);
  await bus.getByRole('button', { name: 'orders-bus' }).click();
  await expect(page.getByRole('figure', { name: 'Rules of the bus' })).toContainText('big-orders');
  const alarm = lab.region('CloudWatch alarm worker-is-late');
  await expect(alarm).toContainText('ALARM');
  await alarm.getByRole('button', { name: 'worker-is-late' }).click();
  const history = page.getByRole('figure', { name: 'History' });
  await expect(history).toContainText('INSUFFICIENT_DATA → ALARM');
  await expect(history).toContainText('threshold 100 ms');
  await lab.region('Lambda Worker').getByRole('button', { name: 'Worker', exact: true }).click();
  const metrics = page.getByRole('figure', { name: 'CloudWatch metrics' });
  for (const name of ['Invocations', 'Errors', 'Throttles', 'Duration', 'IteratorAge']) {
    await expect(metrics.getByRole('rowheader', { name })).toBeVisible();
  }
  await expect(page.getByRole('figure', { name: 'Execution environments' })).toContainText(
    'of the account',
  );
  await lab
    .region('Lambda Worker')
    .getByRole('button', { name: /^batch / })
    .click();
  const windows = page.getByRole('figure', { name: 'Tumbling windows' });
  await expect(windows).toContainText(/state \{"count":\d+\}/);
  await expect(windows).toContainText('its time was over');
  expect(lab.complaints).toEqual([]);
});

test('every setting can be changed while it runs, with AWS’s delay and refusals', async ({
  page,
}) => {
  const lab = await open(page);
  const worker = lab.region('Lambda Worker');
  await worker.getByRole('button', { name: /^batch 10/ }).click();
  await lab.button('Change settings').click();
  const sheet = page.getByRole('dialog', { name: 'Settings of the mapping' });
  const size = sheet.getByRole('textbox', { name: 'BatchSize' });
  await expect(size).toHaveValue('10');
  await expect(size).toHaveAccessibleDescription(/1 to 10,000\. Default: 100/);
  for (const name of ['Enabled', 'BisectBatchOnFunctionError', 'ReportBatchItemFailures']) {
    await expect(sheet.getByRole('checkbox', { name })).toBeVisible();
  }
  await size.fill('0');
  await sheet.getByRole('button', { name: 'Apply' }).click();
  await expect(sheet.getByRole('alert')).toContainText(/batchSize/i);
  await expect(size).toHaveAttribute('aria-invalid', 'true');
  await size.fill('25');
  await sheet.getByLabel('DestinationConfig').selectOption({ label: 'SQS DeadLetters' });
  await sheet.getByLabel('FilterCriteria').fill('{"eventName":["MODIFY"]}');
  await sheet.getByRole('button', { name: 'Apply' }).click();
  await expect(sheet.getByText('Updating', { exact: true })).toBeVisible();
  await expect(worker.getByRole('button', { name: 'Updating' })).toBeVisible();
  await lab.jump('+1 min');
  await expect(worker.getByRole('button', { name: /^batch 25/ })).toBeVisible();
  await expect(size).toHaveValue('25');
  await expect(sheet.getByLabel('FilterCriteria')).toHaveValue('{"eventName":["MODIFY"]}');
});

test('a function’s settings can be changed while it runs', async ({ page }) => {
  const lab = await open(page);
  const worker = lab.region('Lambda Worker');
  await worker.getByRole('button', { name: 'Worker', exact: true }).click();
  await lab.button('Change settings').click();
  const sheet = page.getByRole('dialog', { name: 'Settings of the function' });
  const timeout = sheet.getByRole('textbox', { name: 'Timeout' });
  await expect(timeout).toHaveValue('10');
  await timeout.fill('901');
  await sheet.getByRole('button', { name: 'Apply' }).click();
  await expect(sheet.getByRole('alert')).toContainText(/timeout/i);
  await timeout.fill('20');
  const p99 = sheet.getByRole('textbox', { name: 'DurationMs P99' });
  await p99.fill('1');
  await sheet.getByRole('button', { name: 'Apply' }).click();
  await expect(sheet.getByRole('alert')).toContainText('must not be below P50');
  await p99.fill('2500');
  await sheet.getByRole('textbox', { name: 'ReservedConcurrentExecutions' }).fill('0');
  await sheet.getByRole('button', { name: 'Apply' }).click();
  await expect(sheet.getByText('Done.')).toBeVisible();
  await expect(timeout).toHaveValue('20');
  await expect(p99).toHaveValue('2500');
  await lab.jump('+1 min');
  await expect(worker.getByRole('img', { name: /concurrency 0 of 0 reserved/ })).toBeVisible();
  await expect(worker.getByRole('button', { name: /throttled · again in / }).first()).toBeVisible();
});

test('axe finds nothing in the figures and the form, in light and in dark', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  const lab = await open(page);
  const expectNothingIn = async (button: Locator) => {
    await button.click();
    await lab.waitForStill();
    await expectNoViolations(page);
  };
  await expectNothingIn(lab.region('Lambda Worker').getByRole('button', { name: /^batch / }));
  await expectNothingIn(lab.button('Change settings'));
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothingIn(
    lab.region('EventBridge orders-bus').getByRole('button', { name: 'orders-bus' }),
  );
});
