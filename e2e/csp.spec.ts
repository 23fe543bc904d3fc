import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { collectComplaints } from './complaints.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';

const trials = `http://127.0.0.1:${Number(process.env.PAGE_TEST_PORT ?? 5206) + 1}`;

test('the policy allows scripts, styles and workers of the page’s own host only', () => {
  const directives = contentSecurityPolicy()
    .split(';')
    .map((directive) => directive.trim().split(' '));
  const sources = new Map(directives.map(([name, ...rest]) => [name, rest]));
  expect(sources.get('default-src')).toEqual(["'none'"]);
  expect(sources.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(sources.get('style-src')).toEqual(["'self'"]);
  expect(sources.get('worker-src')).toEqual(["'self'"]);
  expect(sources.get('connect-src')).toEqual(["'self'"]);
});

test('the pages beside it have the same policy, and an embed a narrower one', () => {
  const policyOf = (file: string): string =>
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/u.exec(
      readFileSync(file, 'utf8'),
    )![1]!;
  for (const page of ['embedding.html', 'speaker.html', 'handout.html'])
    expect(policyOf(page)).toBe(policyOf('index.html'));
  expect(policyOf('public/embed.html')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'",
  );
});

for (const { name, result } of [
  { name: 'codemirror', result: { text: '{ "Task": 1, "TodoID": "T1001" }', display: 'flex' } },
  { name: 'quickjs', result: 42 },
  { name: 'pyodide', result: 42 },
  { name: 'pglite', result: [{ total: 36 }] },
  {
    name: 'sdk',
    result: {
      isSame: true,
      refusals: {
        conditionFailed: true,
        itemOfFailure: { S: 'every' },
        missing: true,
        noKey: 'ValidationException',
        badExpression: 'ValidationException',
      },
      records: ['INSERT', 'MODIFY', 'REMOVE'],
      scanned: 102,
      cancelled: 'TransactionCanceledException',
      reasons: ['ConditionalCheckFailed', 'None'],
      queried: 40,
    },
  },
]) {
  test(`${name} starts and works under the policy`, async ({ page }) => {
    const complaints = await collectComplaints(page);
    await page.goto(`${trials}/${name}.html`);
    await expect(page.locator('#result')).not.toBeEmpty({ timeout: 30_000 });
    expect(await page.locator('#result').textContent()).toBe(JSON.stringify(result));
    expect(complaints).toEqual([]);
  });
}
