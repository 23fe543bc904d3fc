/**
 * CloudWatch alarms: after each period a datapoint, and after each datapoint a state. Who is told of a
 * change is in the definition.
 *
 * Left out for now: percentiles, metric mathematics, the minutes by which metrics are late.
 * Rules: [M2] states, [M3] missing data, [M4] actions.
 */
import type { AlarmDefinition, AlarmStateName } from '../definition.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { ALARM_STATES, Entry } from '../kernel/journal.ts';
import { after, instant, milliseconds, nextOnGrid } from '../kernel/time.ts';
import type { AlarmState, World } from '../world.ts';
import { metricsOf, statisticOf } from './metrics.ts';

export function createAlarm(world: World, definition: AlarmDefinition): void {
  const { id, periodMs } = definition;
  const number = world.state.alarms.length;
  const state: AlarmState['state'] = 'INSUFFICIENT_DATA';
  world.state.alarms.push({ id, state, changedAt: world.now, points: [] });
  // Periods begin at whole multiples of their length, by the wall clock.
  const period = milliseconds(periodMs);
  const offset = milliseconds(periodMs - (world.definition.startAtMs % periodMs));
  world.queue.schedule(nextOnGrid(world.now, offset, period), EventKind.alarmDue, number);
}

/** A period is over. */
export function onAlarmDue(world: World, number: number): void {
  const definition = world.definition.alarms![number]!;
  const alarm = world.state.alarms[number]!;
  const period = milliseconds(definition.periodMs);
  alarm.points.push(datapoint(world, definition));
  if (alarm.points.length > definition.evaluationPeriods) alarm.points.shift();
  const next = stateOf(definition, alarm);
  if (next !== alarm.state) change(world, number, next);
  world.queue.schedule(after(world.now, period), EventKind.alarmDue, number);
}

/** The statistic of the period that ends now, or null. */
function datapoint(world: World, definition: AlarmDefinition): number | null {
  const { functions, running } = world.state;
  const fn = functions.findIndex(({ id }) => id === definition.function);
  const period = milliseconds(definition.periodMs);
  const from = instant(Math.max(0, world.now - period));
  const atEnd = running.filter((run) => run.function === fn).length;
  const counted = metricsOf(world, fn, from, world.now, period, 0)[0];
  if (!counted) {
    const isConcurrency = definition.metric === 'ConcurrentExecutions';
    return isConcurrency && atEnd > 0 ? atEnd : null;
  }
  const { metrics } = counted;
  // Counted from nothing, the fold ends at begun less ended; the difference is what ran before.
  const before = atEnd - (metrics.Invocations.count - metrics.Errors.count);
  const value = statisticOf(metrics[definition.metric], definition.statistic);
  const isLevel = definition.statistic !== 'Sum' && definition.statistic !== 'SampleCount';
  const isShifted = definition.metric === 'ConcurrentExecutions' && isLevel;
  return value !== null && isShifted ? value + before : value;
}

/** [M2] ALARM when so many of the last periods breach; [M3] what a period without data counts as. */
export function stateOf(definition: AlarmDefinition, alarm: AlarmState): AlarmStateName {
  const { evaluationPeriods, datapointsToAlarm, treatMissingData } = definition;
  const missing = Math.max(0, evaluationPeriods - alarm.points.length);
  const points = [...Array<null>(missing).fill(null), ...alarm.points];
  const isEmpty = points.every((point) => point === null);
  if (isEmpty && treatMissingData === 'missing') return 'INSUFFICIENT_DATA';
  if (isEmpty && treatMissingData === 'ignore') return alarm.state;
  const breaching = points.filter((point) =>
    point === null ? treatMissingData === 'breaching' : breaches(definition, point),
  ).length;
  return breaching >= datapointsToAlarm ? 'ALARM' : 'OK';
}

/** Whether a datapoint is beyond the threshold. */
export function breaches({ comparison, threshold }: AlarmDefinition, value: number): boolean {
  if (comparison === 'GreaterThanThreshold') return value > threshold;
  if (comparison === 'GreaterThanOrEqualToThreshold') return value >= threshold;
  return comparison === 'LessThanThreshold' ? value < threshold : value <= threshold;
}

/** [M4] Enters a state and tells whoever is named for it. */
function change(world: World, number: number, next: AlarmStateName): void {
  const { state, journal } = world;
  const alarm = state.alarms[number]!;
  const [to, from] = [ALARM_STATES.indexOf(next), ALARM_STATES.indexOf(alarm.state)];
  alarm.state = next;
  alarm.changedAt = world.now;
  const entry = journal.append(world.now, Entry.alarmChanged, number, to, from);
  for (const id of world.definition.alarms![number]!.actions[next]) {
    const target = state.targets.findIndex((one) => one.id === id);
    if (target < 0) continue;
    state.targets[target]!.size++;
    journal.append(world.now, Entry.alarmActionSent, number, target, 0, 0, entry);
  }
}
