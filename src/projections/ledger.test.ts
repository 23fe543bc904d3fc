import { describe, expect, it } from 'vitest';
import { instant, minutes } from '../engine/kernel/time.ts';
import { openSimulation } from '../engine/simulation.ts';
import { builtInLab } from '../lab/builtIn/index.ts';
import { readLab } from '../lab/readLab.ts';
import { ledger } from './ledger.ts';

async function linesOf(text: string): Promise<string[]> {
  const reading = readLab(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const simulation = await openSimulation(reading.definition);
  simulation.runUntil(instant(minutes(2)));
  return [...ledger(simulation)];
}

describe('the ledger', () => {
  it('[R10] tells the to-do’s story, a line for each journal entry', async () => {
    const lines = await linesOf(builtInLab('todos')!.text);
    expect(lines.slice(8)).toMatchInlineSnapshot(`
      [
        "0:00:01.000  command dynamodb:PutItem Todos",
        "0:00:01.000  Todos T1001 write sent",
        "0:00:01.024  Todos T1001 put: INSERT",
        "0:00:01.024  Todos shard 4 record 0: Todos T1001 INSERT",
        "0:00:01.216  TodoIndexer at Todos shard 4: record 0 sent",
        "0:00:01.259  TodoIndexer at Todos shard 4: record 0 begun",
        "0:00:01.574  TodoIndexer IndexDocuments to TodoSearch sent: Todos T1001",
        "0:00:01.589  TodoIndexer IndexDocuments at TodoSearch made: Todos T1001",
        "0:00:01.589  TodoIndexer at Todos shard 4: record 0 succeeded",
        "0:00:04.000  command dynamodb:UpdateItem Todos",
        "0:00:04.000  Todos T1001 write sent",
        "0:00:04.040  Todos T1001 updated: MODIFY",
        "0:00:04.040  Todos shard 4 record 1: Todos T1001 MODIFY",
        "0:00:04.216  TodoIndexer at Todos shard 4: record 1 sent",
        "0:00:04.264  TodoIndexer at Todos shard 4: record 1 begun",
        "0:00:04.393  TodoIndexer IndexDocuments to TodoSearch sent: Todos T1001",
        "0:00:04.436  TodoIndexer IndexDocuments at TodoSearch replaced: Todos T1001",
        "0:00:04.522  TodoIndexer at Todos shard 4: record 1 succeeded",
        "0:00:07.000  command dynamodb:PutItem Todos",
        "0:00:07.000  Todos T1001 write sent",
        "0:00:07.019  Todos T1001 written without a change: no record",
      ]
    `);
  });

  it('[R10] has lines of at most 100 characters, whatever happens', async () => {
    const faults = `    Faults:
      - { At: 5s, For: 5s, Target: OrderProcessor, Kind: Error }
      - { At: 20s, For: 5s, Target: OrderProcessor, Kind: Throttle }
      - { At: 30s, For: 20s, Target: OrderProcessor, Kind: Poison, Match: { status: { S: paid } } }
      - { At: 60s, For: 9s, Target: ProductIndex, Kind: Unavailable }
      - { At: 80s, For: 9s, Target: OrderProcessor, Kind: CrashAfterEffect }
      - { At: 90s, Target: Orders, Kind: SplitPartition }
`;
    const text = builtInLab('orders')!.text.replace('    Pollers:', `${faults}    Pollers:`);
    const lines = await linesOf(text);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.filter((line) => /undefined|NaN|\[object/u.test(line))).toEqual([]);
    const kinds = [
      / put: INSERT$/u,
      / deleted: REMOVE$/u,
      / without a change: no record$/u,
      / failed: poisoned record \(Orders order#\d+\)$/u,
      / attempt 1 failed, next in 1 s$/u,
      / throttled$/u,
      / shard \d[ab]\.2 opened after Orders shard \d$/u,
      / poll 1 saw Orders order#\d+ (?:INSERT|MODIFY)$/u,
      / missed Orders order#\d+ REMOVE: a delete leaves nothing to find$/u,
      /^0:00:05\.000 {2}OrderProcessor: Error begins$/u,
    ];
    for (const kind of kinds)
      expect(
        lines.some((line) => kind.test(line)),
        String(kind),
      ).toBe(true);
  });
});
