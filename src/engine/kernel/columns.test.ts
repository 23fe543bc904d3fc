import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float64Log, int32Log, int32State, ValueLog } from './columns.ts';

describe('columns', () => {
  it('[C4] a log restored and grown differently leaves the other future alone', () => {
    const log = int32Log();
    for (let i = 0; i < 5_000; i++) log.push(i);
    const early = log.snapshot();
    for (let i = 0; i < 100; i++) log.push(-1);
    const late = log.snapshot();
    log.restore(early);
    for (let i = 0; i < 5_000; i++) log.push(-2);
    expect([log.length, log.get(4_999), log.get(5_000)]).toEqual([10_000, 4_999, -2]);
    log.restore(late);
    expect([log.length, log.get(5_000), log.get(5_099)]).toEqual([5_100, -1, -1]);
  });

  it('[C4] a log reads as it was written when its full pages are packed, also where others share them', () => {
    const writers: ((n: number) => number)[] = [
      () => -7,
      (n) => 1e15 + (n % 200),
      (n) => -1e9 + n * 13,
      (n) => n * 1e9,
      (n) => n / 3,
      (n) => (n % 2 === 0 ? 0.5 : Number.NaN),
    ];
    for (const write of writers) {
      const log = float64Log();
      for (let n = 0; n < 4_090; n++) log.push(write(n));
      const early = log.snapshot();
      for (let n = 4_090; n < 13_000; n++) log.push(write(n));
      const late = log.snapshot();
      log.restore(early);
      for (let n = 4_090; n < 5_000; n++) log.push(-1);
      expect([log.get(4_089), log.get(4_090)]).toEqual([write(4_089), -1]);
      log.restore(late);
      let wrong = 0;
      for (let n = 0; n < 13_000; n++) if (!Object.is(log.get(n), write(n))) wrong++;
      expect(wrong).toBe(0);
    }
  });

  it('[C4] a state column holds what it held when its snapshot was taken', () => {
    const write = fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer());
    fc.assert(
      fc.property(fc.array(write), fc.array(write), (before, after) => {
        const column = int32State(7);
        for (const [at, value] of before) column.set(at, value);
        const expected = before.map(([at]) => column.get(at));
        const snapshot = column.snapshot();
        for (const [at, value] of after) column.set(at, value);
        column.restore(snapshot);
        expect(before.map(([at]) => column.get(at))).toEqual(expected);
        expect(column.get(9_999)).toBe(7);
      }),
    );
  });

  it('[C4] a state column reads the same in one piece as in pages', () => {
    const write = fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer());
    fc.assert(
      fc.property(fc.array(write, { minLength: 1 }), fc.nat(5_001), (writes, place) => {
        const [whole, paged] = [int32State(7), int32State(7)];
        paged.snapshot();
        for (const column of [whole, paged])
          for (const [at, value] of writes) column.set(at, value);
        expect([whole.length, whole.get(place)]).toEqual([paged.length, paged.get(place)]);
        expect(whole.snapshot()).toEqual(paged.snapshot());
      }),
      { numRuns: 20 },
    );
  });

  it('[C4] a value log forgets what came after its snapshot', () => {
    const log = new ValueLog<string>();
    for (let i = 0; i < 1_030; i++) log.push(`a${i}`);
    const snapshot = log.snapshot();
    log.push('later');
    log.restore(snapshot);
    expect(log.push('instead')).toBe(1_030);
    expect([log.get(1_029), log.get(1_030)]).toEqual(['a1029', 'instead']);
  });
});
