import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { DATABASE_NAME } from '../src/runtime/storage/databaseTables.ts';
import { LabPage } from './page.ts';

/** A page of the same origin without the lab, that reaches the database under it. */
async function besideTheLab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/beside', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>beside</title>' }),
  );
  await page.goto('beside');
  return page;
}

/** Damages rows of a table of the database. @returns how many there were. */
const damage = (page: Page, table: string, change: object): Promise<number> =>
  page.evaluate(
    ([name, store, members]) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = reject;
        opening.onsuccess = () => {
          let count = 0;
          const transaction = opening.result.transaction(store, 'readwrite');
          transaction.objectStore(store).openCursor().onsuccess = ({ target }) => {
            const { result: cursor } = target as IDBRequest<IDBCursorWithValue | null>;
            if (cursor === null) return;
            count++;
            cursor.update({ ...cursor.value, ...members });
            cursor.continue();
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(count);
          };
        };
      }),
    [DATABASE_NAME, table, change] as const,
  );

/** Whether T2001 is in the table, as the form finds it. */
async function expectItem(lab: LabPage, isThere: boolean): Promise<void> {
  const { page } = lab;
  await lab.button('New item').first().click();
  const form = page.getByRole('dialog', { name: 'Write an item' });
  await form.getByRole('group', { name: 'Call' }).getByText('Delete').click();
  await form.getByLabel('Find an item by its key').fill('T2001');
  const item = form.getByRole('button', { name: /T2001/ });
  await (isThere ? expect(item.first()).toBeVisible() : expect(item).toHaveCount(0));
  await page.keyboard.press('Escape');
}

async function labIn(context: BrowserContext): Promise<LabPage> {
  return LabPage.in(await context.newPage());
}

/** Ends the process that runs a page, which has no time to finish anything. */
async function crash(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void client.send('Page.crash').catch(() => {});
  await crashed;
}

async function jumpAMinute(lab: LabPage): Promise<void> {
  await lab.button('+1 min').first().click();
  await lab.waitForStill();
}

/** Files of the browser that hold what is old of histories: one for each tab. */
const historyFiles = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (await root.getDirectoryHandle('pages')).keys()) names.push(name);
    return names;
  });

/** Removes the second copies of labs. @returns false where a tab has one open. */
const loseCopies = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    return root.removeEntry('labs', { recursive: true }).then(
      () => true,
      () => false,
    );
  });

const clockOf = (page: Page) => page.getByRole('time').first().textContent();

test('[B2] an item that was put is there after a reload, and time goes on where it was', async ({
  page,
}) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '10s' });
  await jumpAMinute(lab);
  const before = await clockOf(page);
  await lab.putItem();
  const [file] = await historyFiles(page);
  await page.reload();
  await expect(lab.title).toBeVisible();
  await lab.waitForStill();
  await expect.poll(() => historyFiles(page)).toHaveLength(1); // the other was left behind
  expect(await historyFiles(page)).not.toContain(file);
  expect(await clockOf(page)).toBe(before);
  await jumpAMinute(lab);
  await expectItem(lab, true);
  expect(lab.complaints).toEqual([]);
});

test('[B2] deleting the site’s data starts fresh', async ({ page }) => {
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '10s' });
  await lab.putItem();
  await page.goto('about:blank');
  const client = await page.context().newCDPSession(page);
  const { origin } = new URL(test.info().project.use.baseURL!);
  await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await lab.open('orders', { at: '10s' });
  await jumpAMinute(lab);
  await expectItem(lab, false);
});

test('[B9] a second tab follows the first, and takes over when it closes', async ({ context }) => {
  const owner = await labIn(context);
  await owner.open('orders', { at: '10s' });
  const follower = await labIn(context);
  await follower.page.goto('?lab=orders');
  await expect(follower.page.getByText(/Following another tab/).first()).toBeVisible();
  await jumpAMinute(owner);
  const at = await clockOf(owner.page);
  await expect.poll(() => clockOf(follower.page)).toBe(at);
  const bucket = (lab: LabPage) => lab.region('S3 AuditBucket');
  const leftOf = async (lab: LabPage) => Math.round((await bucket(lab).boundingBox())!.x);
  const automatic = await leftOf(follower);
  await owner.page.bringToFront();
  await bucket(owner).getByRole('button', { name: 'AuditBucket' }).press('Alt+ArrowLeft');
  await expect.poll(() => leftOf(follower)).toBe(automatic - 20);
  for (const [heir, other] of [
    [follower, owner],
    [owner, follower],
  ] as const) {
    await heir.page.bringToFront(); // the other is in the background, and still gives it
    await heir.button('Take over here').first().click();
    await expect(heir.page.getByText(/This tab owns the lab now/)).toBeVisible();
    await expect(heir.button('Take over here')).toHaveCount(0);
    await expect(other.page.getByText(/Another tab has taken this lab over/)).toBeVisible();
    await jumpAMinute(heir);
  }
  const crashing = await labIn(context);
  await crashing.page.goto('?lab=orders');
  await crashing.button('Take over here').first().click();
  await expect(owner.page.getByText(/Another tab has taken this lab over/)).toBeVisible();
  await crash(crashing.page);
  // The follower has let the one that asked pass, and waits behind the other.
  await expect(owner.page.getByText(/this one owns the lab now/)).toBeVisible();
  await expect(follower.button('Take over here').first()).toBeVisible();
  await jumpAMinute(owner);
  await owner.page.close();
  await expect(follower.page.getByText(/this one owns the lab now/)).toBeVisible();
  await follower.putItem();

  const third = await labIn(context);
  await third.open('todos', { at: '0s' });
  await third.button(/^Choose a lab/).click();
  await third.button('Labs kept here…').click();
  await third.button(/^Delete Orders/).click();
  await expect(third.button(/^Open Orders/)).toHaveCount(0);
  await follower.page.bringToFront();
  await expect(follower.page.getByText(/was deleted in another tab/)).toBeVisible();
  await expect(follower.page.getByText('In memory only')).toBeVisible();
  await jumpAMinute(follower);
  await expectItem(follower, true);
  await follower.button('Keep it as a new lab').click();
  await expect(follower.page.getByText('In memory only')).toBeHidden();
  await expectItem(follower, true);
  expect(follower.complaints).toEqual([]);
});

for (const { what, script, sentence } of [
  {
    what: 'workers and IndexedDB',
    script: `Object.defineProperty(window, 'indexedDB', { value: undefined });
      window.Worker = class { constructor() { throw new Error('refused'); } };`,
    sentence: /does not let the page store anything/,
  },
  {
    what: 'workers',
    script: `window.Worker = class { constructor() { throw new Error('refused'); } };`,
    sentence: /does not allow workers/,
  },
]) {
  test(`[B8] a browser that refuses ${what} gets a sentence, and the lab works`, async ({
    page,
  }) => {
    await page.addInitScript(script);
    const lab = await LabPage.in(page);
    await lab.open('orders', { at: '10s' });
    await expect(page.getByText(sentence).first()).toBeVisible();
    await lab.putItem();
    await jumpAMinute(lab);
    await expectItem(lab, true);
  });
}

test('[B8] a storage that fills up is told in a sentence, and what was written stays', async ({
  page,
}) => {
  // On the page's own thread, where a test can reach the database.
  await page.addInitScript(`
    window.Worker = class { constructor() { throw new Error('refused'); } };
    for (const name of ['put', 'add']) {
      const store = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (...row) {
        if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
        return store.apply(this, row);
      };
    }`);
  const lab = await LabPage.in(page);
  await lab.open('orders', { at: '10s' });
  await page.evaluate(() => Object.assign(window, { isFull: true }));
  await lab.putItem();
  await expect(page.getByText(/storage for this site is full/).first()).toBeVisible();
  await jumpAMinute(lab);
  await expectItem(lab, true);
});

test('[B8] a database that an old tab holds is told in a sentence, and the lab works', async ({
  context,
}) => {
  const old = await besideTheLab(context);
  await old.evaluate(
    (name) =>
      new Promise((resolve) => {
        indexedDB.open(name, 10).onsuccess = resolve; // an earlier version, never closed
      }),
    DATABASE_NAME,
  );
  const lab = await labIn(context);
  await lab.open('orders', { at: '10s' });
  await expect(lab.page.getByText(/holds an older version of the database/).first()).toBeVisible();
  await lab.putItem();
  await jumpAMinute(lab);
  await expectItem(lab, true);
});

test('[B8] [B10] damaged chunks and a damaged lab are told in sentences, and the lab goes on', async ({
  context,
}) => {
  const lab = await labIn(context);
  await lab.open('orders', { at: '2h' });
  const at = await clockOf(lab.page);
  const beside = await besideTheLab(context);
  await expect.poll(() => damage(beside, 'moments', {})).toBeGreaterThan(0);
  await lab.page.goto('about:blank'); // nobody writes any more
  await damage(beside, 'checkpointPages', { check: 1 });
  await lab.page.goto('?lab=orders&autoplay=0');
  await expect(lab.page.getByText(/was damaged and left out/).first()).toBeVisible();
  await expect.poll(() => clockOf(lab.page)).toBe(at); // computed again from the commands

  await lab.page.goto('about:blank');
  await damage(beside, 'labs', { branches: 'nonsense' });
  await lab.page.goto('?lab=orders&autoplay=0');
  await expect(lab.page.getByText(/brought back from the lab’s second copy/).first()).toBeVisible();
  await expect.poll(() => clockOf(lab.page)).toBe(at);

  await lab.page.goto('about:blank');
  await expect.poll(() => loseCopies(beside)).toBe(true);
  await damage(beside, 'labs', { branches: 'nonsense' });
  await lab.page.goto('?lab=orders&autoplay=0');
  await expect(lab.page.getByText(/could not be read. It starts afresh/).first()).toBeVisible();
  await lab.putItem();
  await jumpAMinute(lab);
  await expectItem(lab, true);
});
