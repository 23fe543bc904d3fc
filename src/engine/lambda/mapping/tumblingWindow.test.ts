import { describe, expect, it } from 'vitest';
import type { Command, SimulationDefinition } from '../../definition.ts';
import { openSimulation } from '../../index.ts';
import { WindowEnd } from '../../kernel/journal.ts';
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
import type { WindowEvent } from '../events/event.ts';
import type { FunctionHandler, HandlerResult } from '../function/handler.ts';

const lab = (mapping = {}, more: Partial<SimulationDefinition> = {}) =>
  aDefinition({
    tables: [aTable({ billing: { readCapacityUnits: 5, writeCapacityUnits: 5 } })],
    functions: [aFunction()],
    eventSourceMappings: [aMapping({ tumblingWindowMs: 10_000, ...mapping })],
    ...more,
  });

type State = { ids?: string[] };

/** Remembers every event, and returns a state with the ids seen so far. */
function recorder(answer?: (event: WindowEvent) => HandlerResult) {
  const events: WindowEvent[] = [];
  const handler: FunctionHandler = (event) => {
    events.push(structuredClone(event));
    if (answer) return answer(event);
    const before = (event.state as State).ids ?? [];
    const ids = event.Records.map((r) => ('dynamodb' in r ? r.dynamodb.SequenceNumber : ''));
    return { kind: 'response', payload: { state: { ids: [...before, ...ids] } } };
  };
  return { events, handler };
}

async function run(
  definition: SimulationDefinition,
  handler: FunctionHandler | null,
  calls: [number, Command][],
  until: number,
) {
  const simulation = await openSimulation(definition, handler ? { Processor: handler } : {});
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(atSeconds(until));
  return simulation;
}

const puts = (...instants: number[]): [number, Command][] =>
  instants.map((at) => [at, put({ id: { S: `at ${at}` } })]);

describe('tumbling windows', () => {
  it('[E40] [E41] carry the state from batch to batch and end with one that has no records', async () => {
    const { events, handler } = recorder();
    await run(lab(), handler, puts(1, 3, 12), 40);
    const shape = events.map((e) => [
      e.window!.start.slice(11),
      e.Records.length,
      (e.state as State).ids?.length ?? 0,
      e.isFinalInvokeForWindow,
    ]);
    expect(shape).toEqual([
      ['09:00:00Z', 1, 0, false],
      ['09:00:00Z', 1, 1, false],
      ['09:00:00Z', 0, 2, true],
      ['09:00:10Z', 1, 0, false],
      ['09:00:10Z', 0, 1, true],
    ]);
    expect(events[0]!.window!.end).toBe('2026-01-05T09:00:10Z');
    expect(events[0]!.shardId).toMatch(/^shardId-/);
    expect(events[0]!.eventSourceARN).toContain('/stream/');
  });

  it('[E40] part a batch where the record time passes the boundary, even in a batching window', async () => {
    const windowed = lab({ maximumBatchingWindowMs: 60_000 });
    const { events, handler } = recorder();
    await run(windowed, handler, puts(8, 9, 11, 12), 200);
    expect(events.map((e) => e.Records.length)).toEqual([2, 0, 2, 0]);
    for (const { Records, window } of events) {
      for (const record of Records) {
        if (!('dynamodb' in record)) continue;
        const ms = record.dynamodb.ApproximateCreationDateTime * 1_000;
        expect(ms >= Date.parse(window!.start) && ms < Date.parse(window!.end)).toBe(true);
      }
    }
  });

  it('[E40] part what waited, so that a batch holds records of one window', async () => {
    const failing = { kind: 'Error', target: 'Processor' };
    const { world } = await run(
      lab(),
      null,
      [[0, startFault(failing)], ...puts(8, 9, 11, 12, 25), [30, stopFault(failing)]],
      200,
    );
    const succeeded = entriesOf(world, Entry.invocationSucceeded).map(
      ({ a }) => world.invocations.to.get(a) - world.invocations.from.get(a),
    );
    expect(succeeded).toEqual([1, 1, 0, 2, 0, 1, 0]);
    expect(entriesOf(world, Entry.windowClosed).map(({ c }) => c)).toEqual([2, 2, 1]);
  });

  it('[E41] take an answer without a state for a failure, and try again with the same state', async () => {
    let failures = 2;
    const { events, handler } = recorder(() =>
      failures-- > 0
        ? { kind: 'response', payload: null }
        : { kind: 'response', payload: { state: { ok: true } } },
    );
    const { world } = await run(lab(), handler, puts(1), 40);
    expect(world.state.mappings[0]!.meters.failed).toBe(2);
    expect(events.map(({ state }) => state)).toEqual([{}, {}, {}, { ok: true }]);
  });

  it('[E41] count records where the function has no code of its own', async () => {
    const definition = lab({ batchSize: 5 }, { traffic: [someTraffic({ forMs: 25_000 })] });
    const { world } = await run(definition, null, [], 60);
    const closed = entriesOf(world, Entry.windowClosed);
    expect(closed.map(({ d }) => d)).toEqual([WindowEnd.time, WindowEnd.time, WindowEnd.time]);
    const counted = closed.reduce((sum, { c }) => sum + c, 0);
    expect(counted).toBe(world.state.shards[0]!.count);
    expect(closed[0]!.c).toBeGreaterThan(80);
  });

  it('[E42] end early when the state grows beyond 1 MB', async () => {
    const large = { blob: 'x'.repeat(1_048_577) };
    const { events, handler } = recorder((event) => ({
      kind: 'response',
      payload: { state: event.isFinalInvokeForWindow ? {} : large },
    }));
    const { world } = await run(lab(), handler, puts(1, 3), 30);
    const finals = events.filter((e) => e.isFinalInvokeForWindow);
    expect(finals.map((e) => e.isWindowTerminatedEarly)).toEqual([true, true]);
    expect(entriesOf(world, Entry.windowClosed).map(({ d }) => d)).toEqual([
      WindowEnd.early,
      WindowEnd.early,
    ]);
    expect(events[2]!.state).toEqual({});
  });

  it('[E43] end with their shard, and the child begins an empty one', async () => {
    const long = lab({ tumblingWindowMs: 900_000 });
    const split: [number, Command] = [5, startFault({ kind: 'SplitPartition', target: 'Orders' })];
    const { events, handler } = recorder();
    const { world } = await run(long, handler, [...puts(1), split, ...puts(7)], 60);
    expect(events.map((e) => [e.Records.length, e.isFinalInvokeForWindow])).toEqual([
      [1, false],
      [0, true],
      [1, false],
    ]);
    expect(events[2]!.state).toEqual({});
    expect(entriesOf(world, Entry.windowClosed)[0]!.d).toBe(WindowEnd.shard);
  });

  it('[E41] give the last invocation up after its attempts, and the state with it', async () => {
    const { handler } = recorder((event) =>
      event.isFinalInvokeForWindow
        ? { kind: 'error', errorType: 'Error', errorMessage: 'no' }
        : { kind: 'response', payload: { state: {} } },
    );
    const { world } = await run(lab({ maximumRetryAttempts: 2 }), handler, puts(1, 15), 60);
    const closed = entriesOf(world, Entry.windowClosed);
    expect(closed.map(({ d }) => d)).toEqual([WindowEnd.failed, WindowEnd.failed]);
    expect(world.state.mappings[0]!.meters).toMatchObject({ failed: 6, retries: 4, discarded: 0 });
  });
});
