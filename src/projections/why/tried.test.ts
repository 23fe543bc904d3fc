/** Sentences of what would have had to be different, each tried: the same lab, but for what the sentence says. */
import { describe, expect, it } from 'vitest';
import type { EventSourceMappingDefinition, Idempotency } from '../../engine/definition.ts';
import type { Simulation } from '../../engine/index.ts';
import { Entry, type EntryKind } from '../../engine/kernel/journal.ts';
import {
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  entriesOf,
  put,
  remove,
  startFault,
  stopFault,
} from '../../engine/testing/definitions.ts';
import { openOrders } from '../testing/labs.ts';
import { whyOf } from './whyOf.ts';

type Lab = Parameters<typeof openOrders>[0];
type Doing = readonly [seconds: number, command: ReturnType<typeof put>];

/** The small lab of orders without its traffic, after so many seconds. */
async function after(seconds: number, doing: readonly Doing[], lab: Lab = {}): Promise<Simulation> {
  const simulation = await openOrders({ traffic: [], ...lab });
  for (const [at, command] of doing.toSorted(([a], [b]) => a - b))
    simulation.submit(command, atSeconds(at));
  simulation.runUntil(atSeconds(seconds));
  return simulation;
}
const mapped = (more: Partial<EventSourceMappingDefinition>): Lab => ({
  eventSourceMappings: [aMapping({ batchSize: 10, ...more })],
});
const count = ({ world }: Simulation, ...kinds: EntryKind[]): number =>
  entriesOf(world, ...kinds).length;
const order = (id: string, more = {}) => put({ id: { S: id }, ...more });

/** What would have had to be different for the last entry of a kind, or for a change. */
function unless({ world }: Simulation, about: EntryKind | { change: number }): string {
  if (typeof about === 'object') {
    return whyOf(world, { kind: 'record', ...about })
      .flatMap(({ otherwise }) => otherwise)
      .join('\n');
  }
  let entry = world.journal.length - 1;
  while (entry > 0 && world.journal.kindOf(entry) !== about) entry--;
  expect(world.journal.kindOf(entry)).toBe(about);
  return whyOf(world, { kind: 'entry', entry })[0]!.otherwise.join('\n');
}

describe('[V80] what would have had to be different, tried', () => {
  const crash = { kind: 'CrashAfterEffect', target: 'Processor', probability: 1 };
  const mails = async (idempotency: Idempotency, faults: readonly Doing[]) => {
    const effects = [{ do: 'Notify', target: 'Mail', idempotency }] as const;
    const lab = { functions: [aFunction({ effects: [...effects] })] };
    return after(30, [...faults, [2, order('a')]], lab);
  };

  it('a duplicate: had it been idempotent; had the first attempt succeeded', async () => {
    const faults: Doing[] = [
      [1, startFault(crash)],
      [4, stopFault({ kind: crash.kind, target: crash.target })],
    ];
    const was = await mails('None', faults);
    expect(unless(was, { change: 0 })).toMatch(/attempts? .*succeeded[\s\S]*been idempotent/);
    expect(was.world.state.targets[1]!.size).toBeGreaterThan(1);
    expect((await mails('Marker', faults)).world.state.targets[1]!.size).toBe(1);
    expect((await mails('None', [])).world.state.targets[1]!.size).toBe(1);
  });

  const poison = startFault({
    kind: 'Poison',
    target: 'Processor',
    match: { id: { S: 'x' } },
  });
  const rows = ['a', 'b', 'c', 'x', 'd'].map((id): Doing => [2, order(id)]);

  it('a poison pill: had it not been in the batch; had the batch been split', async () => {
    const lab = mapped({ maximumRetryAttempts: 2 });
    const was = await after(30, [[1, poison], ...rows], lab);
    expect(unless(was, Entry.invocationFailed)).toMatch(
      /poisoned item not been[\s\S]*BisectBatchOnFunctionError/,
    );
    const given = (simulation: Simulation) => simulation.world.state.mappings[0]!.meters.discarded;
    expect(given(was)).toBeGreaterThanOrEqual(1);
    expect(given(await after(30, rows, lab))).toBe(0);
    const split = mapped({ maximumRetryAttempts: 2, bisectBatchOnFunctionError: true });
    expect(given(await after(60, [[1, poison], ...rows], split))).toBe(1);
  });

  it('a partial failure: had no record been reported', async () => {
    const lab = mapped({ reportBatchItemFailures: true });
    const was = await after(10, [[1, poison], ...rows], lab);
    expect(unless(was, Entry.invocationFailed)).toMatch(/^Had the function reported no record/);
    expect(count(await after(10, rows, lab), Entry.invocationFailed)).toBe(0);
  });

  it('records given up for their age: had MaximumRecordAgeInSeconds been more; the fault shorter', async () => {
    const error = { kind: 'Error', target: 'Processor' };
    const doing: Doing[] = [
      [1, startFault(error)],
      [2, order('a')],
      [200, stopFault(error)],
    ];
    const was = await after(400, doing, mapped({ maximumRecordAgeMs: 60_000 }));
    expect(unless(was, Entry.recordsDiscarded)).toMatch(
      /MaximumRecordAgeInSeconds been more than 60/,
    );
    const longer = await after(400, doing, mapped({ maximumRecordAgeMs: 600_000 }));
    expect(count(longer, Entry.recordsDiscarded)).toBe(0);
    const shorter: Doing[] = [...doing.slice(0, 2), [20, stopFault(error)]];
    const soon = await after(400, shorter, mapped({ maximumRecordAgeMs: 60_000 }));
    expect(count(soon, Entry.recordsDiscarded)).toBe(0);
  });

  const DAY = 86_400;
  const switched = (Enabled: boolean) => ({
    call: 'lambda:UpdateEventSourceMapping',
    input: { UUID: 'Processor', Enabled },
  });

  it('an expired record: had its mapping not been disabled; had it succeeded within 24 h', async () => {
    const off = async (hours: number | null) =>
      after(
        DAY + 7_200,
        [
          ...(hours === null ? [] : [[1, switched(false)] as const]),
          [60, order('a')],
          ...(hours === null ? [] : [[hours * 3_600, switched(true)] as const]),
        ],
        { pollers: [] },
      );
    const was = await off(25);
    expect(unless(was, Entry.recordsExpired)).toMatch(
      /within 24 h[\s\S]*mapping not been disabled/,
    );
    expect(count(await off(null), Entry.recordsExpired)).toBe(0);
    expect(count(await off(23), Entry.recordsExpired)).toBe(0);
  });

  it('a throttled write: had its partition had units left', async () => {
    const writes = [...Array(20).keys()].map(
      (i): Doing => [
        2 + i / 100,
        order('a', { n: { N: String(i) }, text: { S: 'x'.repeat(90_000) } }),
      ],
    );
    const table = (writeCapacityUnits: number) => ({
      tables: [aTable({ billing: { readCapacityUnits: 100, writeCapacityUnits } })],
      pollers: [],
    });
    const was = await after(5, writes, table(1));
    expect(unless(was, Entry.writeThrottled)).toMatch(/^Had its partition had units left/);
    const fewer = await after(5, writes.slice(0, 1), table(1_000));
    expect(count(fewer, Entry.writeThrottled)).toBe(0);
    expect(count(await after(5, writes, table(1_000)), Entry.writeThrottled)).toBeLessThan(
      count(was, Entry.writeThrottled),
    );
  });

  it('a filter: had it matched', async () => {
    const only = (id: string) =>
      mapped({ filters: [`{"dynamodb":{"Keys":{"id":{"S":["${id}"]}}}}`] });
    const was = await after(5, [[2, order('a')]], only('b'));
    const answers = whyOf(was.world, { kind: 'record', change: 0 });
    expect(answers.map(({ question }) => question).join()).toMatch(
      /never invoked with this change of a/,
    );
    expect(unless(was, { change: 0 })).toMatch(/filter of the mapping matched/);
    expect(count(was, Entry.invocationStarted)).toBe(0);
    expect(count(await after(5, [[2, order('a')]], only('a')), Entry.invocationStarted)).toBe(1);
    expect(count(await after(5, [[2, order('a')]]), Entry.invocationStarted)).toBe(1);
  });

  it('what a scan misses: had the scan looked oftener; had the writer set the watermark', async () => {
    const stamp = (s: number) => ({ updated_at: { N: String(1_767_603_600_000 + s * 1_000) } });
    const misses = async (everyMs: number, isMarked: boolean) => {
      const pollers = [
        { id: 'Scan', table: 'Orders', everyMs, watermark: 'updated_at', consistentRead: false },
      ];
      return after(
        25,
        [12.3, 15.3].map((s): Doing => [s, order('a', isMarked ? stamp(s) : { n: { N: `${s}` } })]),
        { pollers },
      );
    };
    const collapsed = await misses(10_000, true);
    expect(unless(collapsed, { change: 0 })).toMatch(/^Had the scan looked within the 3 s/m);
    expect(count(collapsed, Entry.changeMissed)).toBe(1);
    expect(count(await misses(1_000, true), Entry.changeMissed)).toBe(0);
    const unmarked = await misses(1_000, false);
    expect(unless(unmarked, Entry.changeMissed)).toMatch(/set the watermark/);
    expect(count(unmarked, Entry.changeMissed)).toBe(2);
  });

  it('a late record: had each shard been read in more lanes', async () => {
    const writes = [...Array(120).keys()].map((i): Doing => [2 + i / 120, order(`o${i}`)]);
    const slow = async (parallelizationFactor: number) => {
      const simulation = await after(120, writes, {
        ...mapped({ batchSize: 5, parallelizationFactor }),
        functions: [
          aFunction({
            durationMs: { p50: 900, p99: 1_000 },
            effects: [{ do: 'Notify', target: 'Mail', idempotency: 'None' }],
          }),
        ],
      });
      return { simulation, last: entriesOf(simulation.world, Entry.effectCompleted).at(-1)!.at };
    };
    const was = await slow(1);
    expect(unless(was.simulation, Entry.effectCompleted)).toMatch(/ParallelizationFactor/);
    expect((await slow(5)).last).toBeLessThan(was.last);
  });

  it('a write that made no record: had an attribute got another value; a condition: had it held', async () => {
    const same = await after(5, [
      [2, order('a')],
      [3, order('a')],
    ]);
    expect(unless(same, Entry.noOpWritten)).toMatch(/^Had any attribute/);
    const other = await after(5, [
      [2, order('a')],
      [3, order('a', { n: { N: '1' } })],
    ]);
    expect(count(other, Entry.streamRecordAppended)).toBe(
      count(same, Entry.streamRecordAppended) + 1,
    );
    const onlyNew = { ConditionExpression: 'attribute_not_exists(id)' };
    const again: Doing = [4, put({ id: { S: 'a' }, n: { N: '2' } }, onlyNew)];
    const refused = await after(5, [[2, order('a')], again]);
    expect(unless(refused, Entry.conditionFailed)).toMatch(/^Had the condition held/);
    const held = await after(5, [[2, order('a')], [3, remove({ id: { S: 'a' } })], again]);
    expect(count(held, Entry.conditionFailed)).toBe(0);
  });
});
