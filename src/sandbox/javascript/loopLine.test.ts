import { expect, it } from 'vitest';
import { loopLine } from './loopLine.ts';

/** The place that the interpreter tells stands between `«` and `»`, the loop begins in the line with `!`. */
it.each([
  [
    'before the loop, in its function',
    'const f = «»() => {\n  let n = 0;\n  while (true) n++; !\n};',
  ],
  ['behind a call', 'f«»();\nfor (;;) n++; !'],
  [
    'in the head of a loop around it',
    'for (const r of event«».Records) {\n  while (true) { !\n    n++;\n  }\n}',
  ],
  ['within the loop', 'while (true) {\n  f«»(1); !\n  n++;\n}'],
  [
    'within the loop, with a loop after another call',
    'while (true) {\n  f«»(1); !\n  g(2);\n  for (;;) {}\n}',
  ],
  ['where no loop follows', 'f«»(); !\n'],
  [
    'before comments and texts that speak of loops',
    'f«»();\n// while\nconst t = "for (", r = /while(/;\nwhile (1); !',
  ],
])('[H6] finds the line of an endless loop from a place %s', (_, text) => {
  const source = text.replace(/[«»!]/gu, '');
  const before = text.slice(0, text.indexOf('«')).split('\n');
  const expected = text.split('\n').findIndex((line) => line.includes('!')) + 1;
  expect(loopLine(source, before.length, before.at(-1)!.length + 1)).toBe(expected);
});

it('[H6] takes the only loop of a file where no place is told, and none of several', () => {
  expect(loopLine('a();\nfor (;;) await null;', 0, 0)).toBe(2);
  expect(loopLine('for (;;);\nfor (;;);', 0, 0)).toBe(0);
});
