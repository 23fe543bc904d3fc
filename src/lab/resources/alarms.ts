/**
 * `AWS::CloudWatch::Alarm` on a metric of a function in the same template. Left out for now:
 * percentiles, metric mathematics, other namespaces.
 * Ranges: the CloudWatch API, PutMetricAlarm.
 */
import type { AlarmDefinition, AlarmStateName, MetricName } from '../../engine/definition.ts';
import type { Lab, Resource } from '../lab.ts';
import type { Members } from '../members.ts';
import { functionOf, noteUnread } from './lambda.ts';
import type { ResourceType, Who } from './resourceType.ts';

const METRICS: readonly MetricName[] = [
  ...(['Invocations', 'Errors', 'Throttles', 'Duration'] as const),
  ...(['ConcurrentExecutions', 'IteratorAge'] as const),
];
const COMPARISONS: readonly AlarmDefinition['comparison'][] = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
];
const STATISTICS = ['Average', 'Sum', 'Minimum', 'Maximum', 'SampleCount'] as const;
const MISSING = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
const FEW = { minimum: 1, maximum: 1_440 };

export const alarm: ResourceType = {
  noun: 'an alarm',
  nameProperty: 'AlarmName',
  attributes: {
    Arn: ({ region, accountId, name }: Who) =>
      `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`,
  },
  link(resource, lab) {
    const { id, properties } = resource;
    properties.ignore('AlarmName', 'AlarmDescription', 'Tags', 'Unit');
    const namespace = properties.text('Namespace', '');
    const metric = METRICS.find((one) => one === properties.text('MetricName', ''));
    const fn = readFunction(properties, lab);
    if (namespace !== 'AWS/Lambda' || metric === undefined || fn === undefined) {
      lab.findings.note(
        `${id}: only alarms on a metric of a function in this template are simulated, so it is idle.`,
      );
      return;
    }
    readAlarm(resource, lab, fn, metric);
    noteUnread(id, properties, lab);
  },
};

function readAlarm(resource: Resource, lab: Lab, fn: string, metric: MetricName): void {
  const { id, properties } = resource;
  const evaluationPeriods = properties.number('EvaluationPeriods', FEW, 1);
  const period = properties.number('Period', { minimum: 10, maximum: 86_400 }, 60);
  if (period % 60 !== 0 && ![10, 20, 30].includes(period)) {
    properties.error('Period', `${period} is neither 10, 20, 30 nor a multiple of 60`);
  }
  const comparison = properties.requiredChoice('ComparisonOperator', COMPARISONS);
  const isOn = properties.boolean('ActionsEnabled', true);
  const anyNumber = { minimum: -1e300, maximum: 1e300, fraction: true };
  const actions = (name: string): string[] => {
    const found = properties.values(name).flatMap(({ value }) => readAction(id, value, lab));
    return isOn ? found : [];
  };
  const told: Record<AlarmStateName, string[]> = {
    OK: actions('OKActions'),
    ALARM: actions('AlarmActions'),
    INSUFFICIENT_DATA: actions('InsufficientDataActions'),
  };
  lab.alarms.push({
    id,
    name: lab.identities.name(id),
    function: fn,
    metric,
    statistic: properties.choice('Statistic', STATISTICS, 'Average'),
    periodMs: period * 1_000,
    evaluationPeriods,
    datapointsToAlarm: properties.number(
      'DatapointsToAlarm',
      { minimum: 1, maximum: evaluationPeriods },
      evaluationPeriods,
    ),
    threshold: properties.number('Threshold', anyNumber, 0),
    comparison: comparison ?? 'GreaterThanThreshold',
    treatMissingData: properties.choice('TreatMissingData', MISSING, 'missing'),
    actions: told,
  });
}

/** The function that the dimension FunctionName means. */
function readFunction(properties: Members, lab: Lab): string | undefined {
  for (const dimension of properties.list('Dimensions')) {
    if (dimension.text('Name') !== 'FunctionName') continue;
    const name = dimension.text('Value');
    return name === undefined ? undefined : functionOf(name, lab);
  }
  return undefined;
}

function readAction(alarm: string, arn: unknown, lab: Lab): string[] {
  const target = typeof arn === 'string' ? lab.identities.find(arn) : undefined;
  const kind = target === undefined ? undefined : lab.resources.get(target)?.type.targetKind;
  if (target !== undefined && kind === 'SNS') return [target];
  lab.findings.note(`${alarm}: an action that is no SNS topic of this template is not simulated.`);
  return [];
}
