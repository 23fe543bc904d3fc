/** A CloudWatch alarm as DescribeAlarms shows it. */
import type { World } from '../../engine/world.ts';
import { mappingsWatched } from '../cards/alarmCard.ts';
import { alarmFigure } from '../figures/mapping/alarm.ts';
import { ruleTexts } from '../ruleTexts.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { inspection, isoOf } from './inspection.ts';

export function inspectAlarm(
  world: World,
  selection: Extract<Selection, { kind: 'alarm' }>,
): Inspection {
  const { alarm } = selection;
  const definition = world.definition.alarms![alarm]!;
  const { state, changedAt } = world.state.alarms[alarm]!;
  return inspection(selection, inspectWords.kinds.alarm, definition.name, {
    figures: [alarmFigure(world, alarm)],
    json: {
      AlarmName: definition.name,
      Namespace: 'AWS/Lambda',
      MetricName: definition.metric,
      Statistic: definition.statistic,
      Period: definition.periodMs / 1_000,
      EvaluationPeriods: definition.evaluationPeriods,
      DatapointsToAlarm: definition.datapointsToAlarm,
      Threshold: definition.threshold,
      ComparisonOperator: definition.comparison,
      TreatMissingData: definition.treatMissingData,
      StateValue: state,
      StateUpdatedTimestamp: isoOf(world, changedAt),
    },
    rules: ruleTexts('M2', 'M3', 'M4'),
    related: mappingsWatched(world, alarm).map((mapping) => ({
      text: inspectWords.theMapping(world.state.mappings[mapping]!.id),
      selection: { kind: 'mapping', mapping },
    })),
  });
}
