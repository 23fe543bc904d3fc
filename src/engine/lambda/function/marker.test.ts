import { describe, expect, it } from 'vitest';
import type { Command, Idempotency } from '../../definition.ts';
import { openSimulation } from '../../index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  Entry,
  entriesOf,
  put,
  startFault,
  stopFault,
} from '../../testing/definitions.ts';

const item = (id: string, n = 0) => ({ id: { S: id }, n: { N: String(n) } });

/** One message for each change; calls are commands by second. */
async function run(idempotency: Idempotency, calls: [number, Command][], until = 60) {
  const simulation = await openSimulation(
    aDefinition({
      tables: [aTable()],
      functions: [
        aFunction({
          timeoutMs: 300,
          durationMs: { p50: 100, p99: 100 },
          effects: [{ do: 'Enqueue', target: 'Queue', idempotency }],
        }),
      ],
      eventSourceMappings: [aMapping({ maximumRetryAttempts: 2, onFailureDestination: 'Failed' })],
      targets: [
        { id: 'Queue', name: 'queue', kind: 'SQS' },
        { id: 'Failed', name: 'failed', kind: 'SQS' },
      ],
    }),
  );
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(atSeconds(until));
  const { world } = simulation;
  const { size, repeatedEffects } = world.state.targets[0]!;
  const written = entriesOf(world, Entry.markerWritten).length;
  const found = entriesOf(world, Entry.markerFound).length;
  return { world, simulation, size, repeatedEffects, written, found };
}

/** Ten times as long, a second: of two calls only the first is over when its time runs out. */
const slow = { kind: 'Slow', target: 'Processor', factor: 10 };
const cutOnce: [number, Command][] = [
  [0, startFault(slow)],
  [1, put(item('a'))],
  [2, stopFault(slow)],
];
/** Everything fails, is given up after two retries, and is given to the function again, twice. */
const givenUp = (again: number): [number, Command][] => [
  [1, put(item('a'))],
  [20, startFault({ kind: 'Poison', target: 'Processor', match: { id: { S: 'b' } } })],
  [21, put(item('b'))],
  [40, stopFault({ kind: 'Poison', target: 'Processor' })],
  [again, { call: 'shardscope:Redrive', input: { document: 0 } }],
  [again, { call: 'shardscope:Redrive', input: { document: 0 } }],
];

describe('a marker', () => {
  it('[D10] that is written first loses the effect when the function dies between the two', async () => {
    const calm = await run('Marker', [[1, put(item('a'))]]);
    expect(calm).toMatchObject({ size: 1, written: 1, found: 0 });
    const cut = await run('Marker', cutOnce);
    expect(cut).toMatchObject({ size: 0, written: 1, found: 1 });
    expect(cut.world.state.mappings[0]!.meters.succeeded).toBe(1);
  });

  it('[D11] that is written last repeats the effect when the function dies between the two', async () => {
    const calm = await run('MarkerAfter', [[1, put(item('a'))]]);
    expect(calm).toMatchObject({ size: 1, written: 1, found: 0 });
    const cut = await run('MarkerAfter', cutOnce);
    expect(cut).toMatchObject({ size: 2, repeatedEffects: 1, written: 1 });
  });

  it('[D10] [D11] of two at once the first that marks does it, while those that look first both do', async () => {
    const first = await run('Marker', givenUp(50));
    expect(first).toMatchObject({ size: 2, repeatedEffects: 0, found: 1 });
    const last = await run('MarkerAfter', givenUp(50));
    expect(last).toMatchObject({ size: 3, repeatedEffects: 1 });
  });

  it('[D12] counts for an hour and then no more', async () => {
    for (const way of ['Marker', 'MarkerAfter'] as const) {
      const twice = givenUp(50).slice(0, -1);
      const again = (at: number): [number, Command] => [at, givenUp(at).at(-1)![1]];
      const within = await run(way, [...twice, again(3_640)], 4_000);
      expect(within, way).toMatchObject({ size: 2, repeatedEffects: 0 });
      const after = await run(way, [...twice, again(3_660)], 4_000);
      expect(after, way).toMatchObject({ size: 3, repeatedEffects: 1 });
    }
  });

  it('[C4] is there again after a restore, and what another future marked is not', async () => {
    const { simulation, world } = await run('Marker', [[1, put(item('a'))]], 10);
    const checkpoint = simulation.checkpoint();
    simulation.submit(put(item('b')), atSeconds(11));
    simulation.runUntil(atSeconds(20));
    expect(world.markers[0]!.get(1)).toBeGreaterThan(0);
    simulation.restore(checkpoint);
    expect([world.markers[0]!.get(0) > 0, world.markers[0]!.get(1)]).toEqual([true, 0]);
  });
});
