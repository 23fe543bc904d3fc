import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LogLine } from '../../projections/scene/scene.ts';
import { readAloud } from './readAloud.ts';

const line = (entry: number): LogLine => ({
  ...{ entry, at: entry, text: `line ${entry}.`, tone: 'plain', about: null },
});
const lines = (from: number, to: number): LogLine[] =>
  Array.from({ length: to - from }, (_, i) => line(from + i));

it('[V96] reads each line once, in order, or says how many were left to the log', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 12 }), (portions) => {
      let end = 0;
      let after = -1;
      let accounted = 0;
      for (const n of portions) {
        end += n;
        const said = readAloud(lines(0, end), after);
        after = said.after;
        const told = said.text.match(/line \d+\./g) ?? [];
        const left = Number(/^(\d+) lines?/.exec(said.text)?.[1] ?? 0);
        accounted += told.length + left;
        expect(told).toEqual(lines(end - told.length, end).map(({ text }) => text));
        expect(told.length).toBeLessThanOrEqual(6);
      }
      expect(accounted).toBe(end);
    }),
  );
});

it('[V96] says where it is after a step back', () => {
  expect(readAloud(lines(0, 4), 9)).toEqual({ text: 'line 3.', after: 3 });
});
