/** The card of a CloudWatch alarm: what it watches, the last periods, and the state it is in. */
import { breaches } from '../../engine/cloudwatch/alarm.ts';
import type { AlarmDefinition } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';
import { cardId } from '../scene/cardIds.ts';
import type { AlarmCard } from '../scene/scene.ts';
import { countText, spanText } from '../spanText.ts';
import { metricWords } from '../words/metricWords.ts';

export function alarmCard(world: World, alarm: number): AlarmCard {
  const definition = world.definition.alarms![alarm]!;
  const { state, points } = world.state.alarms[alarm]!;
  return {
    type: 'alarm',
    id: cardId.alarm(alarm),
    title: definition.name,
    logicalId: definition.id,
    alarm,
    state,
    condition: conditionText(definition),
    evaluation: metricWords.evaluation(
      definition.datapointsToAlarm,
      definition.evaluationPeriods,
      spanText(definition.periodMs),
    ),
    points: points.map((value) => ({
      value,
      breaches: value !== null && breaches(definition, value),
    })),
  };
}

const SIGN: Record<AlarmDefinition['comparison'], string> = {
  GreaterThanOrEqualToThreshold: '≥',
  GreaterThanThreshold: '>',
  LessThanThreshold: '<',
  LessThanOrEqualToThreshold: '≤',
};

/** `IteratorAge ≥ 60,000 ms (Maximum)` */
export const conditionText = ({
  metric,
  comparison,
  threshold,
  statistic,
}: AlarmDefinition): string =>
  `${metric} ${SIGN[comparison]} ${metricWords.value(metric, threshold)} (${statistic})`;

/** The card of the mapping, or the function, that an alarm watches: where its line begins. */
export function mappingsWatched(world: World, alarm: number): readonly number[] {
  const { function: id } = world.definition.alarms![alarm]!;
  return world.state.functions.find((fn) => fn.id === id)?.mappings ?? [];
}

export const datapointText = (value: number | null): string =>
  value === null ? metricWords.noDatapoint : countText(value);
