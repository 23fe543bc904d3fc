import { describe, expect, it } from 'vitest';
import type { SimulationDefinition } from '../../definition.ts';
import { openSimulation } from '../../index.ts';
import { judgeLaws } from '../../laws/laws.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  Entry,
  entriesOf,
  put,
  startFault,
  stopFault,
} from '../../testing/definitions.ts';
import { bus, pipeToBus, ruled } from '../../testing/ruled.ts';
import type { BusEvent } from '../events/busEvent.ts';
import { busEvent } from '../events/busEvent.ts';
import type { FunctionHandler, FunctionHandlers } from './handler.ts';
import { requestEvent } from './requestEvent.ts';

const answers =
  (payload: unknown): FunctionHandler =>
  () => ({ kind: 'response', payload });

const queue = (id: string) => ({ id, name: id.toLowerCase(), kind: 'SQS' as const });

/** A pipe with an enrichment, to a queue. */
const piped = (more: Partial<SimulationDefinition> = {}): SimulationDefinition =>
  aDefinition({
    functions: [pipeToBus, aFunction({ id: 'Enricher', name: 'Enricher', coldStartMs: 500 })],
    eventSourceMappings: [
      aMapping({ id: 'Pipe', function: 'Pipe', pipe: { id: 'Pipe', enrichment: 'Enricher' } }),
    ],
    targets: [bus, queue('Dead')],
    ...more,
  });

const notified = ruled({ coldStartMs: 250, deadLetterTarget: 'Dead' });

async function run(
  definition: SimulationDefinition,
  handlers: FunctionHandlers = {},
  puts = 1,
  until = 30,
) {
  const simulation = await openSimulation(definition, handlers);
  for (let i = 0; i < puts; i++) simulation.submit(put({ id: { S: `a${i}` } }), atSeconds(1));
  simulation.runUntil(atSeconds(until));
  return simulation;
}

describe('a pipe with an enrichment', () => {
  it('[E50] invokes the function: it starts cold, takes its time and counts as an invocation', async () => {
    const { world } = await run(piped());
    const [started] = entriesOf(world, Entry.requestStarted);
    const [ended] = entriesOf(world, Entry.requestSucceeded);
    expect(started!.d).toBe(1);
    expect(ended!.at - started!.at).toBeGreaterThan(500_000);
    const [sent] = entriesOf(world, Entry.effectSent);
    expect(sent!.at).toBeGreaterThan(ended!.at);
    expect(world.state.targets[0]!.size).toBe(1);
  });

  it('[E50] sends on what the function answers, one event for each element', async () => {
    const enricher: FunctionHandler = (event) => ({
      kind: 'response',
      payload: (event as unknown as { dynamodb: { Keys: unknown } }[]).map(({ dynamodb }) => ({
        enriched: dynamodb.Keys,
      })),
    });
    const { world } = await run(piped(), { Enricher: enricher }, 3);
    expect(world.state.targets[0]!.size).toBe(3);
    const { item } = world.changes;
    for (const effect of [0, 1, 2]) {
      const key = world.items.keys.get(item.get(world.effects.change.get(effect)));
      expect(busEvent(world, effect).detail).toEqual({ enriched: key });
    }
  });

  it.each([
    ['an empty list', []],
    ['nothing', null],
    ['an empty object', {}],
    ['an empty text', ''],
  ])('[E50] has nothing to send where the answer is %s', async (_, payload) => {
    const { world } = await run(piped(), { Enricher: answers(payload) }, 2);
    expect(entriesOf(world, Entry.effectSent)).toEqual([]);
    expect(world.state.mappings[0]!.meters.succeeded).toBe(2);
  });

  it.each([
    ['fewer', [{ n: 1 }], 1],
    ['one that is no list', { n: 1 }, 1],
    ['more', [1, 2, 3, 4], 4],
  ])('[E50] sends %s events than records', async (_, payload, events) => {
    const { world } = await run(piped(), { Enricher: answers(payload) }, 2);
    expect(entriesOf(world, Entry.effectSent)).toHaveLength(events);
  });

  it('[E50] tries again what the function fails with, and waits for one that is throttled', async () => {
    const definition = piped();
    definition.eventSourceMappings[0]!.maximumRetryAttempts = 1;
    const simulation = await openSimulation(definition);
    simulation.submit(startFault({ kind: 'Throttle', target: 'Enricher' }));
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(20));
    const { world } = simulation;
    expect(world.state.mappings[0]!.meters.discarded).toBe(0);
    simulation.submit(stopFault({ kind: 'Throttle', target: 'Enricher' }), atSeconds(20));
    simulation.submit(startFault({ kind: 'Error', target: 'Enricher' }), atSeconds(20));
    simulation.runUntil(atSeconds(60));
    expect(entriesOf(world, Entry.requestFailed)).toHaveLength(2);
    expect(world.state.mappings[0]!.meters.discarded).toBe(1);
    expect(judgeLaws(world).filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  });

  it('[C3] goes on alike after a restore', async () => {
    const definition = piped();
    const simulation = await openSimulation(definition, { Enricher: answers([{ x: 1 }]) });
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(1.6));
    const checkpoint = simulation.checkpoint();
    simulation.runUntil(atSeconds(20));
    const digest = simulation.world.journal.digest();
    simulation.restore(checkpoint);
    simulation.runUntil(atSeconds(20));
    expect(simulation.world.journal.digest()).toBe(digest);
    expect(busEvent(simulation.world, 0).detail).toEqual({ x: 1 });
  });
});

describe('a function that a rule invokes', () => {
  it('[D22] is given the event, starts cold, and has its effects', async () => {
    const { world } = await run(notified, {}, 2);
    const { state } = world;
    expect(state.eventRules[0]).toMatchObject({ matched: 2, invoked: 2 });
    expect(entriesOf(world, Entry.requestSucceeded)).toHaveLength(2);
    expect(state.targets[1]!.size).toBe(2);
    const event = requestEvent(world, 0) as BusEvent;
    expect(event).toMatchObject({ version: '0', source: 'Pipe pipe', region: 'us-east-1' });
    expect(event.detail).toMatchObject({ eventName: 'INSERT' });
    expect(judgeLaws(world).filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  });

  it('[F11] is tried twice more, after one minute and two; then the event goes to its dead-letter queue', async () => {
    const simulation = await openSimulation(notified);
    simulation.submit(startFault({ kind: 'Error', target: 'Notifier' }));
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(600));
    const { world } = simulation;
    const started = entriesOf(world, Entry.requestStarted);
    const ended = entriesOf(world, Entry.requestFailed);
    const pauses = started.slice(1).map(({ at }, i) => (at - ended[i]!.at) / 1e6);
    expect(pauses).toEqual([60, 120]);
    expect(entriesOf(world, Entry.requestDropped)).toHaveLength(1);
    expect(world.state.targets[2]!.size).toBe(1);
  });

  it('[F11] waits in its queue while it is throttled, for six hours at most', async () => {
    const simulation = await openSimulation(notified);
    simulation.submit(startFault({ kind: 'Throttle', target: 'Notifier' }));
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(100));
    const throttled = entriesOf(simulation.world, Entry.requestThrottled).map(({ at }) => at / 1e6);
    const gaps = throttled.slice(1).map((s, i) => Math.round(s - throttled[i]!));
    expect(gaps).toEqual([1, 2, 4, 8, 16, 32]);
    const checkpoint = simulation.checkpoint();
    simulation.submit(stopFault({ kind: 'Throttle', target: 'Notifier' }));
    simulation.runUntil(atSeconds(400));
    expect(simulation.world.state.targets[1]!.size).toBe(1);
    simulation.restore(checkpoint);
    simulation.runUntil(atSeconds(6 * 3_600 + 60));
    expect(simulation.world.state.targets[1]!.size).toBe(0);
    expect(simulation.world.state.targets[2]!.size).toBe(1);
  });
});
