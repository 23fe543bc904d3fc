import { describe, expect, it } from 'vitest';
import type { Command, SimulationDefinition } from '../../definition.ts';
import { openSimulation } from '../../index.ts';
import { judgeLaws } from '../../laws/laws.ts';
import { ACCOUNT_CONCURRENCY } from '../../limits.ts';
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
  stopFault,
} from '../../testing/definitions.ts';
import { isThrottled } from '../function/environment.ts';

const update = (input: Record<string, unknown>): Command => ({
  call: 'lambda:UpdateEventSourceMapping',
  input: { UUID: 'Processor', ...input },
});

const lab = (mapping = {}, more: Partial<SimulationDefinition> = {}) =>
  aDefinition({
    tables: [aTable({ billing: { readCapacityUnits: 5, writeCapacityUnits: 900 } })],
    functions: [aFunction()],
    eventSourceMappings: [aMapping(mapping)],
    ...more,
  });

describe('an update', () => {
  it('[E37] takes effect when it is done; meanwhile nothing is read and nothing else changed', async () => {
    const simulation = await openSimulation(lab({}, { traffic: [someTraffic()] }));
    simulation.runUntil(atSeconds(10));
    simulation.submit(update({ BatchSize: 2 }));
    simulation.runUntil(atSeconds(12));
    const mapping = simulation.world.state.mappings[0]!;
    expect([mapping.state, mapping.batchSize]).toEqual(['Updating', 100]);
    expect(() => simulation.submit(update({ BatchSize: 3 }))).toThrow(/in use/);
    simulation.runUntil(atSeconds(30));
    const after = simulation.world.state.mappings[0]!;
    expect([after.state, after.batchSize]).toEqual(['Enabled', 2]);
    const [begun, done] = entriesOf(
      simulation.world,
      Entry.mappingUpdating,
      Entry.mappingUpdated,
    ).map(({ at }) => at);
    const sent = entriesOf(simulation.world, Entry.batchSent).map(({ at }) => at);
    expect(sent.some((at) => at > begun! + 300_000 && at < done!)).toBe(false);
    expect(sent.some((at) => at > done!)).toBe(true);
  });

  it('[E12] with LATEST and nothing read yet passes over what was written meanwhile', async () => {
    const simulation = await openSimulation(
      lab({ startingPosition: 'LATEST', maximumBatchingWindowMs: 60_000 }),
    );
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(5));
    simulation.submit(update({ BatchSize: 2 }), atSeconds(10));
    simulation.submit(put({ id: { S: 'b' } }), atSeconds(11));
    simulation.submit(put({ id: { S: 'c' } }), atSeconds(30));
    simulation.runUntil(atSeconds(200));
    const { meters, passedOver } = simulation.world.state.mappings[0]!;
    expect([meters.succeeded, passedOver]).toEqual([1, 2]);
    expect(entriesOf(simulation.world, Entry.recordsPassedOver)).toHaveLength(1);
  });

  it('[E39] of the lanes reads on from the lowest checkpoint, and loses nothing', async () => {
    const simulation = await openSimulation(
      lab({ batchSize: 3 }, { traffic: [someTraffic({ perSecond: 30, forMs: 60_000 })] }),
    );
    for (const [at, factor] of [
      [10, 4],
      [25, 2],
      [40, 1],
    ] as const) {
      simulation.submit(update({ ParallelizationFactor: factor }), atSeconds(at));
    }
    for (const at of [15, 20, 30, 36, 60, 200]) {
      simulation.runUntil(atSeconds(at));
      expect(judgeLaws(simulation.world).filter((l) => l.verdict === 'broken')).toEqual([]);
    }
    const { world } = simulation;
    const { meters, consumers } = world.state.mappings[0]!;
    expect(meters.succeeded).toBe(world.state.shards[0]!.count);
    expect(meters.orderViolations).toBe(0);
    expect(consumers.map((n) => world.state.consumers[n]!.lanes)).toEqual([1]);
    expect(entriesOf(world, Entry.lanesChanged).map(({ c }) => c)).toEqual([4, 2, 1]);
  });

  it('[E37] moves a mapping to another function', async () => {
    const other = aFunction({ id: 'Other', name: 'Other' });
    const simulation = await openSimulation(lab({}, { functions: [aFunction(), other] }));
    simulation.submit(update({ FunctionName: 'Other' }), atSeconds(1));
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(20));
    simulation.runUntil(atSeconds(30));
    const { functions, mappings } = simulation.world.state;
    expect(functions.map((f) => f.mappings)).toEqual([[], [0]]);
    expect(functions[mappings[0]!.function]!.environments).toBe(1);
  });
});

describe('a mapping', () => {
  it('[E46] says what came of its last batch', async () => {
    const simulation = await openSimulation(lab());
    const result = () => simulation.world.state.mappings[0]!.lastResult;
    expect(result()).toBe('No records processed');
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(5));
    expect(result()).toBe('OK');
    simulation.submit(startFault({ kind: 'Error', target: 'Processor' }));
    simulation.submit(put({ id: { S: 'b' } }));
    simulation.runUntil(atSeconds(10));
    expect(result()).toBe('PROBLEM: Function call failed');
  });

  it('[E44] that lost its permission brings nothing, and goes on when it has it again', async () => {
    const simulation = await openSimulation(lab({}, { traffic: [someTraffic()] }));
    const fault = { kind: 'PermissionLost', target: 'Processor' };
    simulation.submit(startFault(fault), atSeconds(10));
    simulation.runUntil(atSeconds(60));
    const { meters, lastResult } = simulation.world.state.mappings[0]!;
    expect(lastResult).toMatch(/^PROBLEM: Cannot access stream arn:aws:dynamodb:.*in IAM\.$/);
    const before = meters.received;
    expect(before).toBeLessThan(110);
    simulation.submit(stopFault(fault));
    simulation.runUntil(atSeconds(90));
    const after = simulation.world.state.mappings[0]!;
    expect(after.meters.succeeded).toBeGreaterThan(800);
    expect(after.lastResult).toBe('OK');
  });

  it('[E38] sends a batch before its event exceeds 6 MB', async () => {
    const simulation = await openSimulation(lab({ maximumBatchingWindowMs: 30_000 }));
    const large = (id: number) => put({ id: { S: String(id) }, blob: { S: 'x'.repeat(390_000) } });
    for (let i = 0; i < 40; i++) simulation.submit(large(i), atSeconds(1 + i / 2));
    simulation.runUntil(atSeconds(120));
    const { invocations, state } = simulation.world;
    const sizes = Array.from(
      { length: invocations.to.length },
      (_, row) => invocations.to.get(row) - invocations.from.get(row),
    );
    expect(sizes).toEqual([16, 16, 8]);
    expect(state.mappings[0]!.meters.succeeded).toBe(40);
  });

  it('[E45] is read once more for an on-failure document while the records live', async () => {
    const simulation = await openSimulation(
      lab(
        { maximumRetryAttempts: 0, onFailureDestination: 'Failures' },
        { targets: [{ id: 'Failures', name: 'failures', kind: 'SQS' }] },
      ),
    );
    simulation.submit(startFault({ kind: 'Error', target: 'Processor' }));
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(10));
    const redrive: Command = { call: 'shardscope:Redrive', input: { document: 0 } };
    const { Records } = simulation.execute(redrive) as { Records: unknown[] };
    expect(Records).toMatchObject([{ dynamodb: { Keys: { id: { S: 'a' } } } }]);
    expect(entriesOf(simulation.world, Entry.recordsRedriven)).toHaveLength(1);
    expect(() => simulation.execute({ ...redrive, input: { document: 1 } })).toThrow(/document/);
    simulation.runUntil(atSeconds(24 * 3_600 + 10));
    expect(() => simulation.execute(redrive)).toThrow(/past the oldest stream record/);
  });
});

describe('a function', () => {
  it('[F8] grows by a thousand environments in ten seconds', async () => {
    const simulation = await openSimulation(lab({}, { accountConcurrency: 5_000 }));
    const { world } = simulation;
    simulation.runUntil(atSeconds(20));
    const fn = world.state.functions[0]!;
    Object.assign(fn, { running: 1_000, environments: 1_000, scaled: 1_000 });
    fn.scalingSince = atSeconds(15);
    expect(isThrottled(world, 0)).toBe(true);
    fn.environments = 1_001;
    expect(isThrottled(world, 0)).toBe(false);
    fn.environments = 1_000;
    simulation.runUntil(atSeconds(25));
    expect(isThrottled(world, 0)).toBe(false);
    expect(ACCOUNT_CONCURRENCY).toBe(1_000);
  });
});
