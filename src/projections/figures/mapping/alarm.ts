/** An alarm: its last datapoints beside the threshold, and how its state changed. */
import { breaches } from '../../../engine/cloudwatch/alarm.ts';
import { ALARM_STATES, Entry } from '../../../engine/kernel/journal.ts';
import type { World } from '../../../engine/world.ts';
import { conditionText } from '../../cards/alarmCard.ts';
import { listText, spanText } from '../../spanText.ts';
import { metricWords as words } from '../../words/metricWords.ts';
import type { Alarm } from './shapes.ts';

const MOST_ENTRIES = 200_000;
const MOST_CHANGES = 8;

export function alarmFigure(world: World, number: number): Alarm {
  const definition = world.definition.alarms![number]!;
  const { state, points } = world.state.alarms[number]!;
  const { threshold, metric, actions, datapointsToAlarm, evaluationPeriods, periodMs } = definition;
  const most = Math.max(threshold, ...points.map((point) => point ?? 0), 1e-9) * 1.15;
  const part = (value: number): number => Math.min(1, Math.max(0, value / most));
  const evaluation = words.evaluation(datapointsToAlarm, evaluationPeriods, spanText(periodMs));
  const told = actions.ALARM.map(
    (id) => world.state.targets.find((target) => target.id === id)?.name ?? id,
  );
  return {
    kind: 'alarm',
    title: words.alarmHistory,
    text:
      words.alarmText(definition.name, conditionText(definition), evaluation) +
      (told.length > 0 ? words.alarmTold(listText(told)) : ''),
    state,
    points: points.map((value) => ({
      part: value === null ? null : part(value),
      breaches: value !== null && breaches(definition, value),
      text: value === null ? words.noDatapoint : words.value(metric, value),
    })),
    thresholdPart: part(threshold),
    threshold: words.value(metric, threshold),
    history: historyOf(world, number),
  };
}

function historyOf(world: World, number: number): Alarm['history'] {
  const { journal } = world;
  const history: Alarm['history'] = [];
  const last = Math.max(0, journal.length - MOST_ENTRIES);
  for (let entry = journal.length - 1; entry >= last && history.length < MOST_CHANGES; entry--) {
    if (journal.kindOf(entry) !== Entry.alarmChanged) continue;
    const { at, a: alarm, b: to, c: from } = journal.read(entry);
    if (alarm !== number) continue;
    history.push({ at, from: ALARM_STATES[from]!, to: ALARM_STATES[to]! });
  }
  return history;
}
