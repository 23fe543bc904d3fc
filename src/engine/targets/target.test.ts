import { describe, expect, it } from 'vitest';
import type { Command, EffectDefinition, TargetKind } from '../definition.ts';
import { openSimulation } from '../index.ts';
import { EffectOutcome } from '../kernel/journal.ts';
import { instant } from '../kernel/time.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  Entry,
  entriesOf,
  put,
  remove,
  startFault,
  stopFault,
} from '../testing/definitions.ts';

const item = (id: string, n = 0) => ({ id: { S: id }, n: { N: String(n) } });
const failing = { kind: 'Poison', target: 'Processor', match: { id: { S: 'bad' } } };

/** One effect on one target; a poisoned item in the same batch makes the batch come again. */
async function run(
  effect: Pick<EffectDefinition, 'do' | 'idempotency'>,
  kind: TargetKind,
  calls: [number, Command][],
  until: number,
) {
  const simulation = await openSimulation(
    aDefinition({
      tables: [aTable({ billing: { readCapacityUnits: 5, writeCapacityUnits: 5 } })],
      functions: [aFunction({ effects: [{ ...effect, target: 'Target' }] })],
      eventSourceMappings: [aMapping({ maximumBatchingWindowMs: 2_000 })],
      targets: [{ id: 'Target', name: 'target', kind }],
    }),
  );
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(atSeconds(until));
  return { simulation, world: simulation.world, target: simulation.world.state.targets[0]! };
}

/** a, then bad, in one batch that fails until the poison is taken away at 30 s. */
const repeated: [number, Command][] = [
  [0, startFault(failing)],
  [1, put(item('a'))],
  [1.1, put(item('bad'))],
  [30, stopFault(failing)],
];

describe('an index', () => {
  const index = { do: 'IndexDocuments', idempotency: 'None' } as const;
  const versioned = { do: 'IndexDocuments', idempotency: 'ExternalVersion' } as const;

  it('[D1] has a document per item that exists', async () => {
    const calls: [number, Command][] = [
      [1, put(item('a'))],
      [5, put(item('a', 2))],
      [9, put(item('b'))],
      [13, remove({ id: { S: 'a' } })],
    ];
    const { target, world } = await run(index, 'OpenSearch', calls, 30);
    expect(target.size).toBe(1);
    const outcomes = entriesOf(world, Entry.effectCompleted).map(({ d }) => d);
    const { created, updated, deleted } = EffectOutcome;
    expect(outcomes).toEqual([created, updated, created, deleted]);
  });

  it('[D2] refuses what is not newer where external versions are used', async () => {
    const { target } = await run(versioned, 'OpenSearch', repeated, 120);
    expect([target.size, target.effects, target.repeatedEffects]).toEqual([2, 2, 0]);
    expect(target.staleEffects).toBeGreaterThan(2);
    const plain = await run(index, 'OpenSearch', repeated, 120);
    expect(plain.target.repeatedEffects).toBeGreaterThan(2);
  });

  it('[D4] forgets a delete after 60 seconds, so that an older put brings the document back', async () => {
    const life: [number, Command][] = [
      [0, startFault(failing)],
      [1, put(item('a'))],
      [1.1, remove({ id: { S: 'a' } })],
      [1.2, put(item('bad'))],
    ];
    const { world } = await run(versioned, 'OpenSearch', life, 400);
    const attempts = entriesOf(world, Entry.effectCompleted).filter(({ c }) => c === 0);
    const { created, stale } = EffectOutcome;
    // The first attempt indexes it; for a minute the replay is refused; after that it is back.
    const gaps = attempts.map(({ at, d }) => [d, at]);
    expect(gaps.slice(0, 6).map(([d]) => d)).toEqual([created, stale, stale, stale, stale, stale]);
    expect(attempts.slice(6).some(({ d }) => d === created)).toBe(true);
  });
});

describe('other targets', () => {
  it('[D3] an audit object is written over by a repeat', async () => {
    const { target } = await run({ do: 'AuditLog', idempotency: 'None' }, 'S3', repeated, 120);
    expect(target.size).toBe(2);
    expect(target.repeatedEffects).toBeGreaterThan(2);
  });

  it('[D5] an e-mail is sent every time', async () => {
    const { target, world } = await run(
      { do: 'Notify', idempotency: 'None' },
      'SES',
      repeated,
      120,
    );
    expect(target.size).toBe(target.effects);
    expect(target.size - 2).toBe(target.repeatedEffects);
    expect(world.state.mappings[0]!.meters.duplicates).toBe(target.repeatedEffects);
    expect(target.repeatedEffects).toBeGreaterThan(2);
  });

  it('[D6] a FIFO queue takes a message once in five minutes, and again after that', async () => {
    const fifo = { do: 'Enqueue', idempotency: 'FifoDeduplication' } as const;
    const early = await run(fifo, 'SQS', repeated, 120);
    expect([early.target.size, early.target.repeatedEffects]).toEqual([2, 0]);
    const late = repeated.map(([at, call]): [number, Command] => [at === 30 ? 500 : at, call]);
    const again = await run(fifo, 'SQS', late, 700);
    expect(again.target.repeatedEffects).toBeGreaterThan(0);
  });

  it('[D8] a conditional write is done once for each change, however late it comes again', async () => {
    const conditional = { do: 'Replicate', idempotency: 'ConditionalWrite' } as const;
    const late = repeated.map(([at, call]): [number, Command] => [at === 30 ? 5_000 : at, call]);
    const { target } = await run(conditional, 'Table', late, 5_200);
    expect([target.size, target.repeatedEffects]).toEqual([2, 0]);
    expect(target.staleEffects).toBeGreaterThan(2);
  });

  it('[D9] an execution’s name is taken for 90 days, and free again after that', async () => {
    const named = { do: 'StartExecution', idempotency: 'ExecutionName' } as const;
    const early = await run(named, 'StepFunctions', repeated, 120);
    expect([early.target.size, early.target.repeatedEffects]).toEqual([2, 0]);
    const again = await startAgain(named, 89);
    expect([again.size, again.repeatedEffects]).toEqual([1, 0]);
    const later = await startAgain(named, 91);
    expect([later.size, later.repeatedEffects]).toEqual([2, 1]);
  });

  it('[D7] fail the invocation while they are unavailable', async () => {
    const down = { kind: 'Unavailable', target: 'Target' };
    const calls: [number, Command][] = [
      [0, startFault(down)],
      [1, put(item('a'))],
      [20, stopFault(down)],
    ];
    const { target, world } = await run({ do: 'Notify', idempotency: 'None' }, 'SES', calls, 60);
    expect(target.failedEffects).toBeGreaterThan(2);
    expect([target.size, world.state.mappings[0]!.meters.failed]).toEqual([
      1,
      target.failedEffects,
    ]);
  });
});

/** A change that is read again after so many days, by a new mapping of a Kinesis stream that kept it. */
async function startAgain(effect: Pick<EffectDefinition, 'do' | 'idempotency'>, days: number) {
  const simulation = await openSimulation(
    aDefinition({
      tables: [aTable({ kinesisDestination: { stream: 'Log', precision: 'MILLISECOND' } })],
      kinesisStreams: [{ id: 'Log', name: 'log', shardCount: 1, retentionHours: 8_760 }],
      functions: [aFunction({ effects: [{ ...effect, target: 'Target' }] })],
      eventSourceMappings: [aMapping({ source: 'Log', sourceKind: 'KinesisStream' })],
      targets: [{ id: 'Target', name: 'target', kind: 'StepFunctions' }],
    }),
  );
  simulation.submit(put(item('a')), atSeconds(1));
  const call = 'lambda:DeleteEventSourceMapping';
  simulation.submit({ call, input: { UUID: 'Processor' } }, atSeconds(30));
  const at = atSeconds(days * 86_400);
  const source = 'arn:aws:kinesis:us-east-1:123456789012:stream/log';
  const input = {
    FunctionName: 'Processor',
    EventSourceArn: source,
    StartingPosition: 'TRIM_HORIZON',
  };
  simulation.submit({ call: 'lambda:CreateEventSourceMapping', input }, at);
  simulation.runUntil(instant(at + 60e6));
  return simulation.world.state.targets[0]!;
}
