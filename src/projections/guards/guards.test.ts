import { describe, expect, it } from 'vitest';
import type { Command, SimulationDefinition } from '../../engine/definition.ts';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  put,
  remove,
  startFault,
  stopFault,
} from '../../engine/testing/definitions.ts';
import { builtInLab } from '../../lab/builtIn/index.ts';
import {
  FAILURES,
  type Failure,
  GUARDS,
  type Guard,
  guardedDefinition,
  guardedFunctions,
  LETS_THROUGH,
} from '../../lab/guards/guard.ts';
import { definitionOf } from '../../lab/testing/readings.ts';
import { compareGuards } from './compareGuards.ts';
import { Fate, guardPicture } from './guardPicture.ts';

const item = (id: string, n = 0) => ({ id: { S: id }, n: { N: String(n) } });
const key = (id: string) => ({ id: { S: id } });
type Calls = [second: number, command: Command][];

/** Writes go to one partition, so that a and b are in one batch. */
const table = aTable({ billing: { readCapacityUnits: 5, writeCapacityUnits: 5 } });
const lab = aDefinition({
  tables: [table],
  functions: [aFunction({ timeoutMs: 300, durationMs: { p50: 100, p99: 100 } })],
  eventSourceMappings: [
    aMapping({
      ...{ maximumBatchingWindowMs: 1_000, maximumRetryAttempts: 2 },
      onFailureDestination: 'GivenUp',
    }),
  ],
  targets: [{ id: 'GivenUp', name: 'given-up', kind: 'SQS' }],
});

/** Given up at once, so that nothing but the redrive does it again. */
const unretried: SimulationDefinition = {
  ...lab,
  eventSourceMappings: [{ ...lab.eventSourceMappings[0]!, maximumRetryAttempts: 0 }],
};

const poison = { kind: 'Poison', target: 'Processor', match: key('b') };
const slow = { kind: 'Slow', target: 'Processor', factor: 10 };
const redrive: Command = { call: 'shardscope:Redrive', input: { document: 0 } };
/** a is done, b is not: the batch is tried three times and given up. */
const givenUp: Calls = [
  [0, startFault(poison)],
  [1, put(item('a'))],
  [1.1, put(item('b'))],
  [40, stopFault(poison)],
];
/** The same, of b alone: nothing was done. */
const neverDone: Calls = [
  [0, startFault(poison)],
  [1, put(item('b'))],
  [40, stopFault(poison)],
];

/** A stream that keeps its records for a year, read again from the beginning by a new mapping. */
const kept: SimulationDefinition = {
  ...lab,
  tables: [{ ...table, kinesisDestination: { stream: 'Log', precision: 'MILLISECOND' } }],
  kinesisStreams: [{ id: 'Log', name: 'log', shardCount: 1, retentionHours: 8_760 }],
  eventSourceMappings: [aMapping({ source: 'Log', sourceKind: 'KinesisStream' })],
};
const DAY = 86_400;
const readAgain: Calls = [
  [1, put(item('a'))],
  [30, { call: 'lambda:DeleteEventSourceMapping', input: { UUID: 'Processor' } }],
  [
    91 * DAY,
    {
      call: 'lambda:CreateEventSourceMapping',
      input: {
        FunctionName: 'Processor',
        EventSourceArn: 'arn:aws:kinesis:us-east-1:123456789012:stream/log',
        StartingPosition: 'TRIM_HORIZON',
      },
    },
  ],
];

/** One history for each failure, in which it is all that happens. */
const HISTORIES: Record<Failure, { lab: SimulationDefinition; calls: Calls; until: number }> = {
  retry: { lab, calls: [...givenUp.slice(0, 3), [4, stopFault(poison)]], until: 60 },
  // Of a marker and its effect, only the first has time; a single effect has none.
  between: {
    lab,
    calls: [
      [0, startFault(slow)],
      [1, put(item('a'))],
      [3, stopFault(slow)],
    ],
    until: 60,
  },
  atOnce: { lab, calls: [...neverDone, [50, redrive], [50, redrive]], until: 60 },
  late: { lab: unretried, calls: [...givenUp, [400, redrive]], until: 500 },
  hour: { lab: unretried, calls: [...givenUp, [3_700, redrive]], until: 3_800 },
  days: { lab: kept, calls: readAgain, until: 91 * DAY + 60 },
  older: { lab, calls: [...neverDone, [45, put(item('b', 2))], [70, redrive]], until: 90 },
  revived: { lab, calls: [...neverDone, [45, remove(key('b'))], [120, redrive]], until: 140 },
};

async function pictureOf(failure: Failure, guard: Guard) {
  const { lab: from, calls, until } = HISTORIES[failure];
  const simulation = await openSimulation(guardedDefinition(from, 'Processor', guard));
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(instant(until * 1e6));
  return guardPicture(simulation.world, 'Processor', guard);
}

describe.each(FAILURES)('[W41] %s', (failure) => {
  it.each(GUARDS)('is let through, or not, by %s', async (guard) => {
    const picture = await pictureOf(failure, guard);
    const isLetThrough = LETS_THROUGH[guard].includes(failure);
    const others = FAILURES.filter((other) => picture.seen[other] > 0 && other !== failure);
    expect([picture.seen[failure] > 0, others]).toEqual([isLetThrough, []]);
  });
});

/** Changes, times done, of them again, never done, items that end wrong. */
const figures = async (failure: Failure, guard: Guard) => {
  const { changes, done, again, lost, wrong } = await pictureOf(failure, guard);
  return [changes, done, again, lost, wrong];
};

it('[W41] a conditional write guards nothing beside it', async () => {
  const { calls, until } = HISTORIES.retry;
  const simulation = await openSimulation({
    ...lab,
    functions: [
      aFunction({
        effects: [
          { do: 'Replicate', target: 'Copy', idempotency: 'ConditionalWrite' },
          { do: 'Notify', target: 'Mail', idempotency: 'None' },
        ],
      }),
    ],
    targets: [
      ...lab.targets,
      { id: 'Copy', name: 'copy', kind: 'Table' },
      { id: 'Mail', name: 'mail', kind: 'SES' },
    ],
  });
  for (const [at, call] of calls) simulation.submit(call, atSeconds(at));
  simulation.runUntil(instant(until * 1e6));
  const repeated = simulation.world.state.targets.map(({ id, repeatedEffects }) => [
    id,
    repeatedEffects,
  ]);
  expect(repeated).toEqual([
    ['GivenUp', 0],
    ['Copy', 0],
    ['Mail', expect.toSatisfy((n: number) => n > 0)],
  ]);
});

describe('the lab of seven ways', () => {
  const read = definitionOf(builtInLab('seven-ways')!.text);
  const compared = (seed: number) =>
    compareGuards({ ...read, seed }, 'Dispatch', instant(75 * 60e6));

  it('[W41] has each way let through all that it is said to, but what takes 90 days', async () => {
    const { ways, history, sameWrites } = await compared(read.seed);
    expect(guardedFunctions(read)).toEqual(['Dispatch']);
    expect([sameWrites, history]).toMatchObject([true, { givenUp: 2, redrives: 4 }]);
    for (const { guard, seen } of ways) {
      const through = FAILURES.filter((failure) => seen[failure] > 0);
      expect(through, guard).toEqual(LETS_THROUGH[guard].filter((failure) => failure !== 'days'));
    }
  });

  it.each([1, 2, 3])(
    '[W40] [W41] at seed %i, too, lets nothing else through, and adds up',
    async (seed) => {
      const { ways, sameWrites } = await compared(seed);
      expect(sameWrites).toBe(true);
      for (const { guard, seen, changes, done, again, lost, marks } of ways) {
        const others = FAILURES.filter(
          (failure) => seen[failure] > 0 && !LETS_THROUGH[guard].includes(failure),
        );
        expect(others, guard).toEqual([]);
        // An index need not be told what is older than what it has.
        if (guard !== 'externalVersion') expect(done - again + lost, guard).toBe(changes);
        expect(marks.filter((mark) => mark === Fate.lost)).toHaveLength(lost);
        expect(marks).not.toContain(Fate.waiting);
      }
    },
  );
});

describe('[W40] what is counted', () => {
  it('is a loss where a marker says done and it is not, a repeat where none says so', async () => {
    expect(await figures('between', 'markerFirst')).toEqual([1, 0, 0, 1, 1]);
    expect(await figures('between', 'markerLast')).toEqual([1, 2, 1, 0, 0]);
    expect(await figures('between', 'fifo')).toEqual([1, 1, 0, 0, 0]);
  });

  it('is an item that ends wrong, where an older change came last', async () => {
    for (const guard of GUARDS) {
      const isVersioned = guard === 'externalVersion';
      const older = isVersioned ? [2, 1, 0, 0, 0] : [2, 2, 0, 0, 1];
      expect(await figures('older', guard), guard).toEqual(older);
      expect(await figures('revived', guard), guard).toEqual([2, 2, 0, 0, 1]);
    }
  });

  it('is a mark for each change, and the moments at which something was let through', async () => {
    const { marks, moments, turnedAway } = await pictureOf('older', 'fifo');
    expect([marks, turnedAway]).toEqual([[Fate.older, Fate.once], 0]);
    expect(moments).toMatchObject([{ failure: 'older', item: 'b' }]);
    expect(moments[0]!.at).toBeGreaterThan(70e6);
    const first = await pictureOf('between', 'markerFirst');
    expect([first.marks, first.turnedAway]).toEqual([[Fate.lost], 1]);
  });
});
