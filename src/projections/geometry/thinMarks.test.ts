import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordMark } from '../testing/stageCards.ts';
import { ageToX } from './ageAxis.ts';
import { thinMarks } from './thinMarks.ts';

const span = { fromX: 0, toX: 300 };
const HOUR = 3_600_000_000;

const marksAt = (times: readonly number[]) =>
  [...new Set(times)].map((at, change) =>
    recordMark(change, { at, state: change % 5 === 0 ? 'read' : 'unread' }),
  );
const times = fc.array(fc.integer({ min: 0, max: 24 * HOUR }), { maxLength: 200 });

describe('thinning', () => {
  it('loses no record: the counts add up, state by state', () => {
    fc.assert(
      fc.property(times, (all) => {
        const marks = marksAt(all);
        const thinned = thinMarks(marks, 24 * HOUR, span);
        for (const state of ['read', 'unread'] as const) {
          const standing = thinned.filter((m) => m.state === state);
          const counted = standing.reduce((n, m) => n + m.count, 0);
          expect(counted).toBe(marks.filter((m) => m.state === state).length);
        }
      }),
    );
  });

  it('leaves few marks of a crowd, and all of a few that lie apart', () => {
    const crowd = Array.from({ length: 5_000 }, (_, i) => recordMark(i, { at: i * 17_000_000 }));
    expect(thinMarks(crowd, 24 * HOUR, span).length).toBeLessThan(40);
    const apart = [1_000, 8_000, 60_000, 600_000].map((ageMs, i) =>
      recordMark(i, { at: 24 * HOUR - ageMs * 1_000 }),
    );
    expect(thinMarks(apart, 24 * HOUR, span)).toHaveLength(4);
  });

  it('never takes a mark apart again, nor moves it to a younger record', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: HOUR }), (all, later) => {
        const marks = marksAt(all);
        const before = thinMarks(marks, 24 * HOUR, span);
        const after = thinMarks(marks, 24 * HOUR + later, span);
        const known = new Set(before.map((m) => m.change));
        for (const mark of after) expect(known.has(mark.change)).toBe(true);
      }),
    );
  });

  it('stands for a slot at its oldest record', () => {
    const at = 100_000_000;
    const pair = [recordMark(1, { at: 41_000_000 }), recordMark(2, { at: 40_900_000 })];
    const [one, ...others] = thinMarks(pair, at, span);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ change: 2, count: 2 });
    expect(ageToX((at - one!.at) / 1_000, span)).toBeGreaterThan(0);
  });
});
