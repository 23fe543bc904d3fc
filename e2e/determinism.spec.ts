import { expect, test } from '@playwright/test';
import { headless } from './headless.ts';

const trials = `http://127.0.0.1:${Number(process.env.PAGE_TEST_PORT ?? 5206) + 1}`;

/** Seconds that were drawn once; some lie within invocations of both languages. */
const DRAWN = '0.731,1.208,1.9374,2.6612';

for (const { lab, until, back } of [
  { lab: 'orders', until: '1h', back: '' },
  { lab: 'todos', until: '25h', back: '' },
  { lab: 'kinesis', until: '30m', back: '' },
  { lab: 'handlers', until: '3s', back: DRAWN },
]) {
  test(`[C3] ${lab}, ${until}: the same report in the browser as in Node, digest and all`, async ({
    page,
  }) => {
    const query = new URLSearchParams({ lab, until, ...(back && { back }) });
    await page.goto(`${trials}/digest.html?${query}`);
    await expect(page.locator('#result')).not.toBeEmpty({ timeout: 90_000 });
    const inBrowser = JSON.parse((await page.locator('#result').textContent())!);
    const inNode = await headless(lab, until);
    expect(inBrowser.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(inBrowser).toEqual(inNode);
  });
}

test('[B4] at random instants of random forks, each state in the browser is that of a straight run', async ({
  page,
}) => {
  const seed = Number(process.env.FORKS_SEED ?? Date.now() % 100_000);
  const again = `FORKS_SEED=${seed} npx playwright test e2e/determinism.spec.ts --grep B4`;
  await page.goto(`${trials}/forks.html?runs=8&seed=${seed}`);
  const result = page.locator('#result');
  await expect(result).not.toBeEmpty({ timeout: 90_000 });
  await expect(result, again).toHaveText('"as a straight run"');
});
