/** What event source mappings cost: busy, over a million records, and with nothing to do for a day. */
import type { SimulationDefinition } from '../src/engine/definition.ts';
import { openSimulation } from '../src/engine/index.ts';
import { hours, instant, seconds } from '../src/engine/kernel/time.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  someTraffic,
} from '../src/engine/testing/definitions.ts';
import { type BenchSection, figure } from './section.ts';

export async function measure(): Promise<BenchSection> {
  // The best of some runs: noise only ever slows.
  let batches = 0;
  for (let run = 0; run < 5; run++) batches = Math.max(batches, await invocationsPerSecond());
  const million = await aMillion();
  const idle = await idleDay();
  return {
    title: 'Event source mappings',
    rows: [
      {
        what: 'Batches of 100 records through one mapping at 4 shards: invocations',
        value: figure(batches, 'invocations/s'),
        beside: '',
        aim: '',
      },
      {
        what: '1,000,000 writes and their records through one mapping, headless: time',
        value: figure(million.seconds, 's'),
        beside: `the same writes without a mapping ${figure(million.without, 's')}`,
        aim: '',
      },
      {
        what: 'the same: memory when it is over',
        value: figure(million.megabytes, 'MB'),
        beside: '',
        aim: '',
      },
      {
        what: '24 idle hours with 4 shards and 3 mappings: time',
        value: figure(idle, 's'),
        beside: '',
        aim: 'under 0.1 s',
      },
    ],
    notes: [
      'The first figure is the best of five runs and counts the time from when 200,000 records lie in the shards until all are read.',
    ],
  };
}

const lab = (more: Partial<SimulationDefinition>): SimulationDefinition =>
  aDefinition({
    tables: [aTable()],
    functions: [aFunction()],
    eventSourceMappings: [aMapping({ batchSize: 100 })],
    ...more,
  });

const writes = (perSecond: number, forMs: number) => [
  someTraffic({ perSecond, forMs, itemBytes: 100 }),
];

const took = async (work: () => void): Promise<number> => {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1_000;
};

/** A mapping that is enabled when 200,000 records wait for it. */
async function invocationsPerSecond(): Promise<number> {
  const simulation = await openSimulation(
    lab({
      eventSourceMappings: [aMapping({ batchSize: 100, enabled: false })],
      traffic: writes(2_000, 100_000),
    }),
  );
  simulation.runUntil(instant(seconds(105)));
  const input = { UUID: 'Processor', Enabled: true };
  simulation.submit({ call: 'lambda:UpdateEventSourceMapping', input });
  const { meters } = simulation.world.state.mappings[0]!;
  const elapsed = await took(() => simulation.runUntil(instant(seconds(2_000))));
  return meters.succeededInvocations / elapsed;
}

async function aMillion(): Promise<{ seconds: number; without: number; megabytes: number }> {
  const traffic = writes(2_000, 500_000);
  const until = instant(seconds(600));
  const simulation = await openSimulation(lab({ traffic }));
  const elapsed = await took(() => simulation.runUntil(until));
  const memory = process.memoryUsage();
  const bare = await openSimulation(lab({ functions: [], eventSourceMappings: [], traffic }));
  const without = await took(() => bare.runUntil(until));
  return {
    seconds: elapsed,
    without,
    megabytes: (memory.heapUsed + memory.arrayBuffers) / 1_048_576,
  };
}

async function idleDay(): Promise<number> {
  const ids = ['One', 'Two', 'Three'];
  const simulation = await openSimulation(
    lab({
      functions: ids.map((id) => aFunction({ id, name: id })),
      eventSourceMappings: ids.map((id) => aMapping({ id, function: id })),
    }),
  );
  return took(() => simulation.runUntil(instant(hours(24))));
}
