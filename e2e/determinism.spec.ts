import { expect, test } from '@playwright/test';
import { headless } from './headless.ts';

const trials = `http://127.0.0.1:${Number(process.env.PAGE_TEST_PORT ?? 5206) + 1}`;

for (const { lab, until } of [
  { lab: 'orders', until: '1h' },
  { lab: 'todos', until: '25h' },
  { lab: 'kinesis', until: '30m' },
  { lab: 'handlers', until: '3s' },
]) {
  test(`[C3] ${lab}, ${until}: the same report in the browser as in Node, digest and all`, async ({
    page,
  }) => {
    await page.goto(`${trials}/digest.html?lab=${lab}&until=${until}`);
    await expect(page.locator('#result')).not.toBeEmpty({ timeout: 90_000 });
    const inBrowser = JSON.parse((await page.locator('#result').textContent())!);
    const inNode = await headless(lab, until);
    expect(inBrowser.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(inBrowser).toEqual(inNode);
  });
}
