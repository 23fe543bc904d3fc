import { describe, expect, it } from 'vitest';
import type { AlarmDefinition } from '../definition.ts';
import { openSimulation } from '../index.ts';
import { instant } from '../kernel/time.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  Entry,
  entriesOf,
  someTraffic,
  startFault,
} from '../testing/definitions.ts';
import { stateOf } from './alarm.ts';

const anAlarm = (more: Partial<AlarmDefinition> = {}): AlarmDefinition => ({
  id: 'Behind',
  name: 'behind',
  function: 'Processor',
  metric: 'Errors',
  statistic: 'Sum',
  periodMs: 60_000,
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  threshold: 5,
  comparison: 'GreaterThanThreshold',
  treatMissingData: 'missing',
  actions: { OK: [], ALARM: ['Pager'], INSUFFICIENT_DATA: [] },
  ...more,
});

const judged = (points: (number | null)[], more: Partial<AlarmDefinition> = {}) =>
  stateOf(anAlarm(more), {
    id: 'Behind',
    state: 'ALARM',
    changedAt: instant(0),
    points,
  });

describe('the state of an alarm', () => {
  it.each([
    [[1, 1, 1], 'OK'],
    [[9, 1, 1], 'OK'],
    [[9, 1, 9], 'ALARM'],
    [[9, 9, 9], 'ALARM'],
    [[5, 5, 5], 'OK'],
    [[9], 'OK'],
    [[null, 9, 9], 'ALARM'],
    [[null, null, 9], 'OK'],
  ] as const)('[M2] with %j is %s', (points, expected) => {
    expect(judged([...points])).toBe(expected);
  });

  it.each([
    ['GreaterThanOrEqualToThreshold', 'ALARM'],
    ['GreaterThanThreshold', 'OK'],
    ['LessThanThreshold', 'OK'],
    ['LessThanOrEqualToThreshold', 'ALARM'],
  ] as const)('[M2] at the threshold with %s is %s', (comparison, expected) => {
    expect(judged([5, 5, 5], { comparison })).toBe(expected);
  });

  it.each([
    ['missing', 'INSUFFICIENT_DATA'],
    ['ignore', 'ALARM'],
    ['breaching', 'ALARM'],
    ['notBreaching', 'OK'],
  ] as const)('[M3] without data, taken as %s, is %s', (treatMissingData, expected) => {
    expect(judged([null, null, null], { treatMissingData })).toBe(expected);
  });
});

describe('an alarm', () => {
  const lab = (alarm: AlarmDefinition) =>
    aDefinition({
      functions: [aFunction({ durationMs: { p50: 900, p99: 1_000 } })],
      eventSourceMappings: [aMapping({ batchSize: 5 })],
      traffic: [someTraffic({ forMs: 240_000 })],
      targets: [{ id: 'Pager', name: 'pager', kind: 'SNS' }],
      alarms: [alarm],
    });

  it('[M2] [M4] looks at the end of each period, by the wall clock, and tells its topic once', async () => {
    const simulation = await openSimulation(lab(anAlarm({ threshold: 2 })));
    simulation.submit(startFault({ kind: 'Error', target: 'Processor' }), atSeconds(30));
    simulation.runUntil(atSeconds(600));
    const { world } = simulation;
    const changes = entriesOf(world, Entry.alarmChanged).map(({ at, b }) => [at / 1e6, b]);
    expect(changes).toEqual([
      [60, 1],
      [120, 2],
    ]);
    expect(world.state.targets[0]!.size).toBe(1);
  });

  it('[M1] knows how many invocations run at once', async () => {
    const concurrency = anAlarm({
      metric: 'ConcurrentExecutions',
      statistic: 'Maximum',
      threshold: 2,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
    });
    const simulation = await openSimulation(lab(concurrency));
    simulation.runUntil(atSeconds(180));
    const { alarms } = simulation.world.state;
    expect(alarms[0]!.points[0]).toBe(4);
    expect(alarms[0]!.state).toBe('ALARM');
  });

  it('[C3] is the same after a restore', async () => {
    const simulation = await openSimulation(lab(anAlarm()));
    simulation.runUntil(atSeconds(100));
    const checkpoint = simulation.checkpoint();
    simulation.runUntil(atSeconds(400));
    const digest = simulation.world.journal.digest();
    simulation.restore(checkpoint);
    simulation.runUntil(atSeconds(400));
    expect(simulation.world.journal.digest()).toBe(digest);
  });
});
