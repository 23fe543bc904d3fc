import { describe, expect, it } from 'vitest';
import { instant, minutes } from '../../engine/kernel/time.ts';
import { openSimulation } from '../../engine/simulation.ts';
import { builtInLab } from '../../lab/builtIn/index.ts';
import { readLab } from '../../lab/readLab.ts';
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
        "0:00:00.200  command dynamodb:PutItem Todos",
        "0:00:00.200  Todos T1001 write sent",
        "0:00:00.224  Todos T1001 put: INSERT",
        "0:00:00.224  Todos shard 4 record 0: Todos T1001 INSERT",
        "0:00:00.466  TodoIndexer at Todos shard 4: record 0 sent",
        "0:00:00.509  TodoIndexer at Todos shard 4: record 0 begun",
        "0:00:00.824  TodoIndexer IndexDocuments to TodoSearch sent: Todos T1001",
        "0:00:00.839  TodoIndexer IndexDocuments at TodoSearch made: Todos T1001",
        "0:00:00.839  TodoIndexer at Todos shard 4: record 0 succeeded",
        "0:00:01.200  command dynamodb:UpdateItem Todos",
        "0:00:01.200  Todos T1001 write sent",
        "0:00:01.240  Todos T1001 updated: MODIFY",
        "0:00:01.240  Todos shard 4 record 1: Todos T1001 MODIFY",
        "0:00:01.466  TodoIndexer at Todos shard 4: record 1 sent",
        "0:00:01.514  TodoIndexer at Todos shard 4: record 1 begun",
        "0:00:01.643  TodoIndexer IndexDocuments to TodoSearch sent: Todos T1001",
        "0:00:01.686  TodoIndexer IndexDocuments at TodoSearch replaced: Todos T1001",
        "0:00:01.772  TodoIndexer at Todos shard 4: record 1 succeeded",
        "0:00:02.200  command dynamodb:PutItem Todos",
        "0:00:02.200  Todos T1001 write sent",
        "0:00:02.219  Todos T1001 written without a change: no record",
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
