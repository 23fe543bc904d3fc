import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, SimulationDefinition } from './definition.ts';
import { openSimulation, type Simulation } from './index.ts';
import { instant } from './kernel/time.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  Entry,
  entriesOf,
  put,
  someTraffic,
  startFault,
} from './testing/definitions.ts';

/** A lab with everything in it, its faults and rates by the seed. */
function everything(seed: number): SimulationDefinition {
  const effects = [
    { do: 'IndexDocuments', target: 'Index', idempotency: 'ExternalVersion' },
    { do: 'AuditLog', target: 'Audit', idempotency: 'None' },
    { do: 'Notify', target: 'Mail', idempotency: 'None' },
  ] as const;
  return aDefinition({
    seed,
    tables: [aTable({ kinesisDestination: { stream: 'Changes', precision: 'MICROSECOND' } })],
    kinesisStreams: [{ id: 'Changes', name: 'changes', shardCount: 2, retentionHours: 24 }],
    functions: [
      aFunction({ effects: [...effects], coldStartMs: 200 }),
      aFunction({ id: 'Other', name: 'Other' }),
    ],
    eventSourceMappings: [
      aMapping({ batchSize: 10, maximumBatchingWindowMs: seed % 2 ? 0 : 1_000 }),
      aMapping({ id: 'Other', function: 'Other', source: 'Changes', sourceKind: 'KinesisStream' }),
    ],
    targets: [
      { id: 'Index', name: 'products', kind: 'OpenSearch' },
      { id: 'Audit', name: 'audit', kind: 'S3' },
      { id: 'Mail', name: 'mail', kind: 'SES' },
    ],
    pollers: [
      {
        id: 'Scan',
        table: 'Orders',
        everyMs: 7_000,
        watermark: 'updated_at',
        consistentRead: true,
      },
    ],
    traffic: [someTraffic({ arrival: 'Poisson', perSecond: 5 })],
    faults: [
      { kind: 'CrashAfterEffect', target: 'Processor', atMs: 0, probability: 0.1, factor: 1 },
      { kind: 'SplitPartition', target: 'Orders', atMs: 20_000, probability: 1, factor: 1 },
      {
        kind: 'Unavailable',
        target: 'Mail',
        atMs: 30_000,
        forMs: 9_000,
        probability: 1,
        factor: 1,
      },
    ],
  });
}

const calls: { at: number; command: Command }[] = [
  { at: 10e6, command: put({ id: { S: 'mine' } }) },
  {
    at: 25e6,
    command: startFault({ kind: 'Poison', target: 'Processor', match: { id: { S: 'mine' } } }),
  },
  { at: 41e6, command: put({ id: { S: 'mine' }, again: { BOOL: true } }) },
];

/** Runs on, handing in the calls that lie ahead, each at its instant. */
function runOn(simulation: Simulation, from: number, until: number) {
  for (const { at, command } of calls) {
    if (at >= from && at < until) simulation.submit(command, instant(at));
  }
  simulation.runUntil(instant(until));
}

describe('a simulation', () => {
  it('[C3] gives the same digest again, another for another seed', async () => {
    const digest = async (seed: number) => {
      const simulation = await openSimulation(everything(seed));
      runOn(simulation, 0, 60e6);
      return simulation.world.journal.digest();
    };
    expect(await digest(1)).toBe(await digest(1));
    expect(await digest(1)).not.toBe(await digest(2));
  });

  it.each([
    { minLength: 1, maxLength: 2, numRuns: 10 },
    { minLength: 1, maxLength: 5, numRuns: 8 },
    { minLength: 3, maxLength: 5, numRuns: 7 },
  ])('[C3] [C4] restored at random instants and run on, is the straight run: %o', async (many) => {
    const instants = fc.array(fc.integer({ min: 0, max: 60_000_000 }), many);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), instants, async (seed, cuts) => {
        const straight = await openSimulation(everything(seed));
        runOn(straight, 0, 70e6);
        const expected = straight.world.journal.digest();
        const simulation = await openSimulation(everything(seed));
        const checkpoints = [];
        let from = 0;
        for (const cut of [...cuts].sort((a, b) => a - b)) {
          runOn(simulation, from, cut);
          from = cut;
          checkpoints.push(simulation.checkpoint());
        }
        runOn(simulation, from, 70e6);
        expect(simulation.world.journal.digest()).toBe(expected);
        for (const checkpoint of checkpoints.reverse()) {
          simulation.restore(checkpoint);
          runOn(simulation, checkpoint.at, 70e6);
          expect(simulation.world.journal.digest()).toBe(expected);
          expect(simulation.world.state).toEqual(straight.world.state);
        }
      }),
      { numRuns: many.numRuns },
    );
  });

  it('[C4] a fork leaves the other future as it was', async () => {
    const simulation = await openSimulation(everything(4));
    simulation.runUntil(atSeconds(20));
    const fork = simulation.checkpoint();
    simulation.runUntil(atSeconds(60));
    const end = simulation.checkpoint();
    const digest = simulation.world.journal.digest();
    simulation.restore(fork);
    simulation.submit(startFault({ kind: 'Error', target: 'Processor' }));
    simulation.runUntil(atSeconds(60));
    expect(simulation.world.journal.digest()).not.toBe(digest);
    simulation.restore(end);
    expect(simulation.world.journal.digest()).toBe(digest);
    const again = await openSimulation(everything(4));
    again.runUntil(atSeconds(90));
    simulation.runUntil(atSeconds(90));
    expect(simulation.world.journal.digest()).toBe(again.world.journal.digest());
  });

  it('[C4] survives a structured clone of its checkpoint', async () => {
    const simulation = await openSimulation(everything(5));
    simulation.runUntil(atSeconds(30));
    const stored = structuredClone(simulation.checkpoint());
    simulation.runUntil(atSeconds(50));
    const fresh = await openSimulation(everything(5));
    fresh.restore(stored);
    fresh.runUntil(atSeconds(50));
    expect(fresh.world.journal.digest()).toBe(simulation.world.journal.digest());
  });

  it('steps from one entry to the next', async () => {
    const simulation = await openSimulation(everything(6));
    let before = simulation.world.journal.length;
    for (let i = 0; i < 200; i++) {
      expect(simulation.step()).toBe(true);
      expect(simulation.world.journal.length).toBeGreaterThan(before);
      before = simulation.world.journal.length;
    }
  });

  it('refuses a call that it does not know, and does nothing', async () => {
    const simulation = await openSimulation(everything(7));
    expect(() => simulation.submit({ call: 's3:PutObject', input: {} })).toThrow(/s3:PutObject/);
    expect(entriesOf(simulation.world, Entry.commandGiven)).toEqual([]);
  });
});
