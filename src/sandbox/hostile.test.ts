/** What tries to get out, to hang, or to flood: nothing of it does, and the function's log tells. */
import { expect, it } from 'vitest';
import { answerOf, logOf, resultsOf, runHandler } from './testing/handlerLab.ts';

const body = (text: string): string => `export const handler = async (event) => { ${text} };`;

it('[H1] finds no network, no page and no storage', async () => {
  const names =
    'window document self navigator location XMLHttpRequest WebSocket EventSource Worker importScripts postMessage indexedDB localStorage sessionStorage caches WebAssembly SharedArrayBuffer Deno Bun';
  const answer = await answerOf(
    body(`const there = ${JSON.stringify(names.split(' '))}.filter((name) => name in globalThis && name !== 'SharedArrayBuffer');
      const why = await fetch('https://example.com').catch((error) => error.message);
      const modules = [];
      for (const name of ['node:http', 'net', 'child_process', 'worker_threads', 'vm', 'node:sqlite'])
        modules.push(await import(name).then(() => name, () => ''));
      return { there, why, modules: modules.join('') };`),
  );
  expect(answer).toEqual({ there: [], why: 'fetch failed', modules: '' });
});

it('[H1] reaches nothing outside by eval, constructors, prototypes, proxies and thrown things', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  const answer = await answerOf(
    body(`Object.prototype.polluted = 'yes'; Array.prototype.push = () => { throw 1; }; Promise.prototype.then = null;
      JSON.stringify = () => '{"errorType":"forged"}'; Object.prototype.toJSON = () => 'forged';
      const outside = [eval('this'), (0, eval)('globalThis'), Function('return this')(), fetch.constructor.constructor('return this')(), console.log.constructor('return globalThis')()];
      if (outside.some((one) => one !== undefined && one !== globalThis)) throw new Error('outside');
      throw new Proxy({}, { get() { throw new Error('trap'); }, getPrototypeOf() { throw new Error('trap'); } });`),
  );
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(answer).toBeTruthy();
  expect(await answerOf(body('return [({}).polluted ?? null, [].push(1)];'))).toEqual([null, 1]);
});

it.each([
  ['a loop', 'for (;;);'],
  ['promises', 'for (;;) await null;'],
  [
    'a getter of what is thrown',
    'throw { get message() { for (;;); }, toString() { for (;;); } };',
  ],
  ['an answer’s toJSON', 'return { toJSON() { for (;;); } };'],
  ['a regular expression', "return /^(a+)+$/.test('a'.repeat(64) + 'b');"],
  ['sorting', 'return [3, 2, 1].sort(() => { for (;;); });'],
  ['catching everything', 'for (;;) try { for (;;); } catch {}'],
])('[H6] runs out of its time by %s', async (_, text) => {
  const { world } = await runHandler({ code: body(text), fn: { timeoutMs: 1_000 } }, 2);
  expect(world.state.mappings[0]!.meters.timedOut).toBeGreaterThan(0);
  const lines = world.code.lines;
  expect(lines.get(0).text).toMatch(/^Computes without end at \/var\/task\/index\.mjs:1\b/u);
  expect(lines.get(lines.length - 1).text).toMatch(
    /^\S+Z \S+ Task timed out after 1\.00 seconds$/u,
  );
});

it.each([
  "return 'x'.repeat(2 ** 29).length + 'y'.repeat(2 ** 29).length;",
  'return new Uint8Array(2 ** 30).length;',
  "let s = 'x'; for (;;) s += s;",
  'return Array.from({ length: 2 ** 31 }, () => 1).length;',
  'const a = []; for (;;) a.push({ a });',
])(
  '[H6] is killed by what is too large: %s',
  async (text) => {
    expect(await answerOf(body(text), { fn: { timeoutMs: 900_000 } })).toMatchObject({
      errorType: expect.stringMatching(/Runtime\.ExitError|RangeError|InternalError/u),
    });
  },
  120_000,
);

it('[H6] is refused lists that are long without holding anything', async () => {
  for (const text of [
    'return [].indexOf.call({ length: 2 ** 53 - 1 }, 1);',
    'return new Array(2 ** 32 - 1).includes(1);',
    'return [].reverse.call({ length: 2 ** 53 - 1 });',
    'return new Array(2 ** 32 - 1).join().length;',
  ]) {
    expect(await answerOf(body(text))).toMatchObject({ errorType: 'RangeError' });
  }
});

it('[H5] tells of recursion and nesting that are too deep', async () => {
  const deep = await answerOf(body('const f = () => f() + 1; return f();'));
  expect(deep).toMatchObject({ errorType: 'RangeError', errorMessage: /call stack/u });
  const nested = await answerOf(
    body("return JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)).length;"),
  );
  expect(nested).toMatchObject({
    errorType: expect.stringMatching(/RangeError|SyntaxError|ExitError/u),
  });
});

it('[H6] keeps 64 KB of a flood of output', async () => {
  const simulation = await runHandler({
    code: body("for (let i = 0; i < 5_000; i++) console.log('x'.repeat(100)); return 1;"),
  });
  const log = logOf(simulation);
  expect(log.join('').length).toBeLessThan(70_000);
  expect(log.at(-1)).toBe('Output beyond 64 KB of an invocation is not kept here.');
  expect(resultsOf(simulation)).toContain(1);
});

it('[H5] tells of an answer that is too large', async () => {
  expect(await answerOf(body("return 'x'.repeat(7 * 2 ** 20);"))).toMatchObject({
    errorType: 'Function.ResponseSizeTooLarge',
  });
});
