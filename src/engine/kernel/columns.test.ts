import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { int32Log, int32State, ValueLog } from './columns.ts';

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
