/** Pipes, rules and alarms of a definition, written as resources. */
import type {
  AlarmDefinition,
  EventRuleDefinition,
  EventSourceMappingDefinition,
  SimulationDefinition,
} from '../../engine/definition.ts';
import {
  attribute,
  destinationArn,
  named,
  type Properties,
  readingSettings,
  resource,
} from './writeProperties.ts';

export function writeEventResources(definition: SimulationDefinition): [string, unknown][] {
  const { eventSourceMappings, eventRules = [], alarms = [] } = definition;
  return [
    ...eventSourceMappings.flatMap((mapping): [string, unknown][] =>
      mapping.pipe ? [[mapping.pipe.id, writePipe(mapping, definition)]] : [],
    ),
    ...eventRules.map((rule): [string, unknown] => [rule.id, writeRule(rule, definition)]),
    ...alarms.map((alarm): [string, unknown] => [alarm.id, writeAlarm(alarm)]),
  ];
}

function writePipe(
  mapping: EventSourceMappingDefinition,
  definition: SimulationDefinition,
): unknown {
  const isKinesis = mapping.sourceKind === 'KinesisStream';
  const sender = definition.functions.find(({ id }) => id === mapping.function)!;
  const target = sender.pipe ? sender.effects[0]!.target : sender.id;
  const kind = definition.targets.find(({ id }) => id === target)?.kind;
  const parameters = isKinesis ? 'KinesisStreamParameters' : 'DynamoDBStreamParameters';
  const { source, detailType } = sender.pipe ?? {};
  const bus = {
    ...(source !== undefined && { Source: source }),
    ...(detailType !== undefined && { DetailType: detailType }),
  };
  return resource('AWS::Pipes::Pipe', {
    ...(sender.pipe && named('Name', sender)),
    DesiredState: mapping.enabled ? 'RUNNING' : 'STOPPED',
    Source: attribute(mapping.source, isKinesis ? 'Arn' : 'StreamArn'),
    SourceParameters: {
      ...(mapping.filters.length > 0 && {
        FilterCriteria: { Filters: mapping.filters.map((pattern) => ({ Pattern: pattern })) },
      }),
      [parameters]: writeStream(mapping, definition),
    },
    ...(mapping.pipe?.enrichment !== undefined && {
      Enrichment: attribute(mapping.pipe.enrichment, 'Arn'),
    }),
    Target: kind === undefined ? attribute(target, 'Arn') : destinationArn(target, kind),
    ...(Object.keys(bus).length > 0 && {
      TargetParameters: { EventBridgeEventBusParameters: bus },
    }),
  });
}

function writeStream(
  mapping: EventSourceMappingDefinition,
  definition: SimulationDefinition,
): Properties {
  const { onFailureDestination: destination } = mapping;
  const kind = definition.targets.find(({ id }) => id === destination)?.kind;
  return {
    ...readingSettings(mapping),
    ParallelizationFactor: mapping.parallelizationFactor,
    ...(mapping.bisectBatchOnFunctionError && { OnPartialBatchItemFailure: 'AUTOMATIC_BISECT' }),
    ...(destination !== undefined && {
      DeadLetterConfig: { Arn: destinationArn(destination, kind) },
    }),
  };
}

/** ARN of a target or a function. */
function arnOf(id: string, { targets }: SimulationDefinition): Properties {
  return destinationArn(id, targets.find((target) => target.id === id)?.kind);
}

function writeRule(rule: EventRuleDefinition, definition: SimulationDefinition): unknown {
  return resource('AWS::Events::Rule', {
    ...named('Name', rule),
    EventBusName: attribute(rule.bus, 'Name'),
    EventPattern: JSON.parse(rule.pattern),
    State: rule.enabled ? 'ENABLED' : 'DISABLED',
    Targets: rule.targets.map((id) => ({ Id: id, Arn: arnOf(id, definition) })),
  });
}

function writeAlarm(alarm: AlarmDefinition): unknown {
  const refs = (ids: readonly string[]) => ids.map((id) => ({ Ref: id }));
  const { OK, ALARM, INSUFFICIENT_DATA } = alarm.actions;
  return resource('AWS::CloudWatch::Alarm', {
    ...named('AlarmName', alarm),
    Namespace: 'AWS/Lambda',
    MetricName: alarm.metric,
    Dimensions: [{ Name: 'FunctionName', Value: { Ref: alarm.function } }],
    Statistic: alarm.statistic,
    Period: alarm.periodMs / 1_000,
    EvaluationPeriods: alarm.evaluationPeriods,
    DatapointsToAlarm: alarm.datapointsToAlarm,
    Threshold: alarm.threshold,
    ComparisonOperator: alarm.comparison,
    TreatMissingData: alarm.treatMissingData,
    ...(OK.length > 0 && { OKActions: refs(OK) }),
    ...(ALARM.length > 0 && { AlarmActions: refs(ALARM) }),
    ...(INSUFFICIENT_DATA.length > 0 && { InsufficientDataActions: refs(INSUFFICIENT_DATA) }),
  });
}
