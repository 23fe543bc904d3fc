import { describe, expect, it } from 'vitest';
import { openSimulation } from '../engine/index.ts';
import { minutes } from '../engine/kernel/time.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  someTraffic,
  startFault,
  stopFault,
} from '../engine/testing/definitions.ts';
import { metricSeries } from './metrics.ts';

const sum = (points: readonly { value: number }[]) => points.reduce((n, p) => n + p.value, 0);

describe('metrics', () => {
  it('[M1] agree with what the mapping counted, minute by minute', async () => {
    const simulation = await openSimulation(
      aDefinition({
        functions: [aFunction({ reservedConcurrency: 2 })],
        eventSourceMappings: [aMapping({ batchSize: 5, reportBatchItemFailures: true })],
        traffic: [someTraffic({ perSecond: 20 })],
      }),
    );
    const poison = { kind: 'Poison', target: 'Processor', match: { id: { S: 'order#3' } } };
    const error = { kind: 'Error', target: 'Processor' };
    simulation.submit(startFault(poison), atSeconds(1));
    simulation.submit(stopFault(poison), atSeconds(60));
    simulation.submit(startFault(error), atSeconds(90));
    simulation.submit(stopFault(error), atSeconds(120));
    simulation.runUntil(atSeconds(300));
    const { world } = simulation;
    const series = metricSeries(world, 0);
    const { meters } = world.state.mappings[0]!;
    expect(sum(series.Invocations)).toBe(meters.started);
    expect(sum(series.Errors)).toBe(meters.failed + meters.timedOut);
    expect(meters.partial).toBeGreaterThan(0);
    expect(sum(series.Throttles)).toBe(meters.throttled);
    expect(meters.throttled).toBeGreaterThan(0);
    expect(series.Invocations).toHaveLength(5);
    expect(series.Invocations.map(({ at }) => at % minutes(1))).toEqual([0, 0, 0, 0, 0]);
    expect(Math.max(...series.ConcurrentExecutions.map(({ value }) => value))).toBe(2);
    for (const { value } of series.Duration) {
      expect(value).toBeGreaterThan(1);
      expect(value).toBeLessThan(3_001);
    }
    const ages = series.IteratorAge.map(({ value }) => value);
    expect(Math.max(...ages)).toBeGreaterThan(25_000);
    expect(ages[0]).toBeLessThan(ages[1]!);
  });

  it('[M1] have no points where nothing happened', async () => {
    const simulation = await openSimulation(aDefinition({ functions: [aFunction()] }));
    simulation.runUntil(atSeconds(300));
    expect(Object.values(metricSeries(simulation.world, 0)).flat()).toEqual([]);
  });
});
