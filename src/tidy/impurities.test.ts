import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { impurities } from './impurities.ts';
import type { Node } from './sourceTree.ts';

const found = (text: string): string[] =>
  impurities(parseSync('sample.ts', text).program as unknown as Node);

it.each([
  ['const t = Date.now()', ['Date']],
  ['const t = new Date(0)', ['Date']],
  ['const t = Math.random() + Math.exp(1)', ['Math.random', 'Math.exp']],
  ['list.sort(); list.sort((a, b) => a - b)', ['.sort() without an order']],
  ['list.toSorted()', ['.toSorted() without an order']],
  ['async function f() { await g(); }', ['an async function', 'await']],
  ['const n = 2 ** exponent', ['**']],
  ['a.localeCompare(b)', ['.localeCompare()']],
  ['n.toLocaleString()', ['.toLocaleString()']],
  ['console.log(1); setTimeout(f, 1)', ['console', 'setTimeout']],
])('finds what is impure in %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

it.each([
  'const limit = 2 ** 32',
  'const scale = 10n ** BigInt(digits)',
  'const low = Math.floor(Math.max(0, at / 2))',
  'const row = { Date: 1, crypto: 2 }; read(row.Date)',
])('leaves alone %s', (text) => {
  expect(found(text)).toEqual([]);
});
