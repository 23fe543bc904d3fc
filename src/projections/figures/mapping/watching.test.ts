import { describe, expect, it } from 'vitest';
import type { AlarmDefinition, SimulationDefinition } from '../../../engine/definition.ts';
import { openSimulation } from '../../../engine/index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  Entry,
  entriesOf,
  someTraffic,
  startFault,
} from '../../../engine/testing/definitions.ts';
import type { World } from '../../../engine/world.ts';
import { inspect } from '../../inspect/inspect.ts';
import { makeScene } from '../../scene/makeScene.ts';
import type { FunctionCard } from '../../scene/scene.ts';
import { alarmFigure } from './alarm.ts';
import { busRules } from './busRules.ts';
import { environments, pipe } from './environments.ts';
import { functionMetrics, mappingMetrics, tableMetrics } from './metricValues.ts';

const anAlarm: AlarmDefinition = {
  id: 'Late',
  name: 'late',
  function: 'Processor',
  metric: 'Errors',
  statistic: 'Sum',
  periodMs: 60_000,
  evaluationPeriods: 2,
  datapointsToAlarm: 1,
  threshold: 3,
  comparison: 'GreaterThanThreshold',
  treatMissingData: 'missing',
  actions: { OK: [], ALARM: ['Pager'], INSUFFICIENT_DATA: [] },
};

async function run(
  more: Partial<SimulationDefinition>,
  until: number,
  faults: readonly Record<string, unknown>[] = [],
): Promise<World> {
  const base = aDefinition({
    functions: [aFunction()],
    eventSourceMappings: [aMapping({ batchSize: 10 })],
    traffic: [someTraffic()],
    ...more,
  });
  const simulation = await openSimulation(base);
  for (const fault of faults) simulation.submit(startFault(fault));
  simulation.runUntil(atSeconds(until));
  return simulation.world;
}

const pager = { id: 'Pager', name: 'pager', kind: 'SNS' as const };

describe('an alarm', () => {
  it('[V49] shows its datapoints beside the threshold, and how its state changed', async () => {
    const broken = { kind: 'Error', target: 'Processor' };
    const world = await run({ alarms: [anAlarm], targets: [pager] }, 190, [broken]);
    const figure = alarmFigure(world, 0);
    expect(figure.state).toBe('ALARM');
    expect(figure.points).toHaveLength(2);
    for (const { part, breaches } of figure.points) {
      expect(breaches).toBe(part! > figure.thresholdPart);
    }
    const changes = entriesOf(world, Entry.alarmChanged);
    expect(figure.history.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).reverse());
    expect(figure.text).toContain('It tells pager.');
    const card = makeScene(world).cards.find(({ type }) => type === 'alarm');
    expect(card).toMatchObject({ state: 'ALARM', condition: 'Errors > 3 (Sum)' });
    expect(inspect(world, { kind: 'alarm', alarm: 0 }).title).toBe('late');
  });
});

describe('a pipe and a bus', () => {
  it('[V50] show what was read, filtered out, matched and sent on', async () => {
    const world = await run(
      {
        functions: [
          aFunction({
            id: 'Forward',
            name: 'forward',
            effects: [{ do: 'PublishEvents', target: 'Bus', idempotency: 'None' }],
            pipe: {},
          }),
          aFunction({ id: 'Enricher', name: 'enricher' }),
        ],
        eventSourceMappings: [
          aMapping({
            id: 'Forward',
            function: 'Forward',
            filters: ['{"eventName":["INSERT"]}'],
            pipe: { id: 'Forward', enrichment: 'Enricher' },
          }),
        ],
        targets: [
          { id: 'Bus', name: 'bus', kind: 'EventBridge' },
          { id: 'All', name: 'all', kind: 'SQS' },
        ],
        eventRules: [
          {
            id: 'Rule',
            name: 'every-insert',
            bus: 'Bus',
            pattern: '{"detail":{"eventName":["INSERT"]}}',
            enabled: true,
            targets: ['All'],
          },
        ],
      },
      60,
    );
    const { stages, counts } = pipe(world, 0)!;
    expect(stages).toMatchObject({
      source: 'Orders',
      filters: 1,
      enrichment: 'enricher',
      target: 'bus',
    });
    expect(counts.filtered).toBe(world.state.mappings[0]!.meters.filtered);
    expect(counts.read).toBe(counts.filtered + counts.sent);
    const { rules, latest } = busRules(world, 0)!;
    expect(rules[0]).toMatchObject({ name: 'every-insert', targets: 'all' });
    expect(rules[0]!.matched).toBe(entriesOf(world, Entry.eventRouted).length);
    expect(latest.every(({ mark }) => mark.kind === 1)).toBe(true);
    const card = makeScene(world).cards.find((c): c is FunctionCard => c.type === 'function');
    expect(card!.pipe?.target).toBe('bus');
    expect(inspect(world, { kind: 'mapping', mapping: 0 }).kindLabel).toBe('EVENTBRIDGE PIPE');
  });
});

describe('metrics and environments', () => {
  it('[V51] agree with what was counted', async () => {
    const world = await run({}, 50);
    const { meters } = world.state.mappings[0]!;
    const rows = new Map(functionMetrics(world, 0).rows.map((row) => [row.name, row.values]));
    expect([...rows.keys()]).toEqual([
      'Invocations',
      'Errors',
      'Throttles',
      'Duration',
      'ConcurrentExecutions',
      'IteratorAge',
    ]);
    expect(rows.get('Invocations')).toEqual([String(meters.started), String(meters.started)]);
    const own = new Map(mappingMetrics(world, 0).rows.map((row) => [row.name, row.values[0]]));
    expect(own.get('InvokedEventCount')).toBe(String(meters.received));
    const units = tableMetrics(world, 0).rows[0]!;
    expect(units.values[0]).toBe(String(world.state.tables[0]!.writeUnits));
  });

  it('tell busy environments from those in cold start and idle', async () => {
    const slow = aFunction({ coldStartMs: 4_000, durationMs: { p50: 2_000, p99: 2_500 } });
    const world = await run({ functions: [slow] }, 3);
    const figure = environments(world, 0);
    const { busy, starting, idle } = figure.environments;
    expect(starting).toBeGreaterThan(0);
    expect(busy + starting + idle).toBe(world.state.functions[0]!.environments);
    expect(figure.concurrency).toMatchObject({ of: 1_000, isReserved: false });
    expect(figure.concurrency.used).toBeGreaterThanOrEqual(busy + starting);
  });
});
