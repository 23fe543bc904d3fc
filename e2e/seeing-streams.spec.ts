/** What can be seen of tables, partitions, streams and shards, each on the page as somebody would find it. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

const side = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Inspector and log' });
const figure = (page: Page, name: string): Locator => side(page).getByRole('figure', { name });
const table = (lab: LabPage): Locator => lab.region(/DynamoDB table/i);
const stream = (lab: LabPage): Locator => lab.region(/DynamoDB stream/i);

async function opened(page: Page, name: string, at: string): Promise<LabPage> {
  const lab = await LabPage.in(page);
  await lab.open(name, { at });
  return lab;
}

async function run(page: Page, command: string): Promise<string> {
  const prompt = page.getByRole('textbox', { name: 'AWS CLI command' });
  const transcript = page.getByRole('log', { name: 'Commands and their answers' });
  const before = (await transcript.textContent()) ?? '';
  await prompt.fill(command);
  await prompt.press('Enter');
  await expect(transcript).not.toHaveText(before);
  await expect(transcript.getByText('Running…', { exact: true })).toHaveCount(0);
  return (await transcript.textContent()) ?? '';
}

test('the ring of the hash leads to partitions, and from each to its shard', async ({ page }) => {
  const lab = await opened(page, 'orders', '30s');
  await table(lab).getByRole('button', { name: 'Orders' }).click();
  const ring = figure(page, 'Hash → partition → shard');
  await expect(ring.getByRole('img')).toHaveAccessibleName(/^The hash of its partition key sends/);
  await ring.getByRole('button', { name: 'shard 2' }).click();
  await expect(side(page).getByRole('heading', { name: 'shard 2' })).toBeVisible();
});

test('a hot key heats its partition until it splits, and its shard has two children', async ({
  page,
}) => {
  const lab = await opened(page, 'hot-key', '20s');
  await expect(lab.title).toHaveText(/^Partition 4 is hot: most of it is player#0; \d/);
  await expect(table(lab)).toContainText(/\d refused/);
  await table(lab).getByRole('button', { name: 'Partition 4' }).click();
  const ring = figure(page, 'Hash → partition → shard');
  await expect(ring).toContainText('refused; most of it is player#0');
  await lab.open('hot-key', { at: '305s' });
  await expect(lab.title).toHaveText(
    'A partition split: shard 4 closed, and shard 4a.2 and shard 4b.2 opened.',
    { timeout: 60_000 },
  );
  await expect(stream(lab).getByRole('button', { name: /^shard 4[ab]\.2,/ })).toHaveCount(2);
  await stream(lab).getByRole('button', { name: 'Scores' }).click();
  await expect(figure(page, 'Shard family')).toContainText('1 shard split in two.');
});

test('the family of shards over 24 hours has generations, parents and children, all by keyboard', async ({
  page,
}) => {
  const lab = await opened(page, 'todos', '26h');
  await stream(lab).getByRole('button', { name: 'Todos' }).click();
  const family = figure(page, 'Shard family');
  await expect(family).toContainText('24 h');
  const open = family.getByRole('button', { name: /, open,/ });
  await expect(open).toHaveCount(4);
  expect(await family.getByRole('button', { name: /, closed,/ }).count()).toBeGreaterThan(15);
  await family.getByRole('button', { name: /^shard 1\.3,/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(side(page).getByRole('button', { name: /^its parent, shard/ })).toBeVisible();
  // In the timeline they are one row below what lives, until a lane for each is asked for.
  const time = lab.region('Timeline');
  await time.getByRole('button', { name: 'Fit' }).click();
  const row = time.getByRole('button', { name: /^\d+ past shards$/ });
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  await expect(time.getByRole('button', { name: /^shard 1/ })).toHaveCount(1);
  await time.getByRole('application', { name: /^Timeline from/ }).focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(time.getByRole('button', { name: 'shard 1.3', exact: true })).toBeVisible();
});

test('an iterator is a token that ages and expires, and says why', async ({ page }) => {
  const lab = await opened(page, 'stream-tells', '14s');
  await lab.button('Console').click();
  const streams = 'aws dynamodbstreams';
  const listed = await run(page, `${streams} list-streams --query Streams[0].StreamArn`);
  const arn = /"(arn:[^"]+)"/.exec(listed)![1]!;
  const shards = `--stream-arn ${arn} --query StreamDescription.Shards[1].ShardId`;
  const described = await run(page, `${streams} describe-stream ${shards}`);
  const id = /shardId-\d+-[0-9a-f]{8}/.exec(described)![0];
  const asked = `--stream-arn ${arn} --shard-id ${id} --shard-iterator-type TRIM_HORIZON`;
  await run(page, `${streams} get-shard-iterator ${asked}`);
  await page.keyboard.press('Escape');
  await expect(lab.title).toHaveText('A client took an iterator of shard 2.');
  await lab.jump('+1 min');
  const token = stream(lab).getByRole('button', { name: /^A client’s iterator, TRIM_HORIZON:/ });
  await expect(token).toHaveAccessibleName(/: 14 min left, 3 records to read$/);
  await token.click();
  const iterators = figure(page, 'Iterators');
  await expect(iterators).toContainText('1 min old, 14 min left');
  await expect(iterators).toContainText('Lambda renews its own with each poll');
  for (let i = 0; i < 15; i++) await lab.jump('+1 min');
  await expect(token).toHaveAccessibleName(/: expired,/);
  await expect(iterators).toContainText('GetRecords with it is an ExpiredIteratorException');
});

test('the four view types of one write stand side by side, and before and after with the change marked', async ({
  page,
}) => {
  const lab = await opened(page, 'todos', '30s');
  const arrivals = lab.region(/OpenSearch/).getByRole('button', { name: /^T1001 replaced/ });
  await arrivals.click();
  await side(page).getByRole('button', { name: 'the MODIFY of T1001' }).click();
  await side(page).getByRole('tab', { name: 'Figures' }).click();
  const views = figure(page, 'The same change under each view type');
  await expect(views.getByRole('rowheader')).toHaveText([
    /KEYS_/,
    /^NEW_\S*IMAGE/,
    /^OLD_/,
    /NEW_\S*AND_\S*OLD_\S*IMAGES/,
  ]);
  const changed = figure(page, 'Before and after').getByRole('row', { name: /^Status changed/ });
  await expect(changed.getByRole('deletion')).toHaveText('In Progress');
  await expect(changed.getByRole('insertion')).toHaveText('completed');
});

test('a write without a change is a ghost; items from before are counted, and in no record; a transaction is torn for a while; items expire, wait, and leave', async ({
  page,
}) => {
  const lab = await opened(page, 'stream-tells', '10s');
  const ghost = table(lab).getByRole('button', { name: /^session#1: written without a change/ });
  await ghost.click();
  await expect(side(page)).toContainText('no record made');
  await expect(
    stream(lab).getByRole('button', { name: /^shard 2, 2 records shown/ }),
  ).toBeVisible();

  await table(lab).getByRole('button', { name: '5 before the stream' }).click();
  const before = figure(page, 'There before the stream');
  await expect(before).toContainText('not even to a reader at TRIM_HORIZON');
  await before.getByRole('button', { name: 'closed#1' }).click();
  await expect(side(page)).toContainText('No record tells of it');

  await lab.seekBy(2, 4);
  await expect(lab.title).toHaveText(/^A transaction of 2 records is torn: Ledger has a part/);
  await lab.button(/^Why\? A transaction of 2 records is torn/).click();
  await expect(side(page)).toContainText(/Ledger has \S+, and not yet \S+\./);
  await side(page).getByRole('button', { name: 'Why? savings#1', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Why?' });
  await expect(
    sheet.getByRole('figure', { name: 'One transaction, its parts apart' }),
  ).toContainText('Torn now');
  await sheet.getByRole('button', { name: 'Close' }).click();
  await side(page).getByRole('tab', { name: 'Figures' }).click();
  const parts = figure(page, 'One transaction, its parts apart');
  await expect(parts).toContainText('Torn now');
  await expect(parts.getByRole('listitem').filter({ hasText: 'savings#1' })).toContainText(
    /shard 1.*Ledger: /,
  );
  await lab.jump('+1 min');
  await expect(parts).not.toContainText('Torn now');
  await expect(parts.getByText('Ledger: processed')).toHaveCount(2);

  await expect(table(lab).getByRole('button', { name: /, expired, and still there/ })).toHaveCount(
    4,
  );
  await table(lab).getByRole('button', { name: '4 expired, still there' }).click();
  await expect(figure(page, 'Expired, and still there')).toContainText('session#4');
  await lab.open('stream-tells', { at: '986s' });
  await expect(lab.title).toHaveText(/^Time to live deleted session#4, 15 min/);
  await expect(table(lab)).toContainText('3 expired, still there');
  await lab.button(/^Why\? Time to live deleted session#4, 15 min/).click();
  await side(page).getByRole('tab', { name: 'JSON' }).click();
  await expect(side(page).getByRole('tabpanel')).toContainText('dynamodb.amazonaws.com');
  expect(lab.complaints).toEqual([]);
});
