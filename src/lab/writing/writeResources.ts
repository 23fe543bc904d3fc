/** The resources of a definition, written as a SAM template that could be deployed. */
import type {
  EventSourceMappingDefinition,
  FunctionDefinition,
  KinesisStreamDefinition,
  SimulationDefinition,
  TableDefinition,
  TargetDefinition,
  TargetKind,
} from '../../engine/definition.ts';
import { writeCode } from './writeCode.ts';
import { writeEventResources } from './writeEventResources.ts';
import {
  attribute,
  destinationArn,
  named,
  type Properties,
  readingSettings,
  resource,
} from './writeProperties.ts';

export function writeResources(definition: SimulationDefinition): Record<string, unknown> {
  const { tables, kinesisStreams, functions, targets } = definition;
  return Object.fromEntries([
    ...tables.map((table) => [table.id, writeTable(table)]),
    ...kinesisStreams.map((stream) => [stream.id, writeKinesisStream(stream)]),
    ...functions.flatMap((fn) => (fn.pipe ? [] : [[fn.id, writeFunction(fn, definition)]])),
    ...targets.flatMap((target) => {
      const written = writeTarget(target);
      return written === undefined ? [] : [[target.id, written]];
    }),
    ...writeEventResources(definition),
  ]);
}

function writeTable(table: TableDefinition): unknown {
  const { partitionKey, sortKey, billing, stream, kinesisDestination } = table;
  const keys = sortKey ? [partitionKey, sortKey] : [partitionKey];
  return resource('AWS::DynamoDB::Table', {
    ...named('TableName', table),
    AttributeDefinitions: keys.map(({ name, type }) => ({
      AttributeName: name,
      AttributeType: type,
    })),
    KeySchema: keys.map(({ name }, i) => ({
      AttributeName: name,
      KeyType: i === 0 ? 'HASH' : 'RANGE',
    })),
    ...(billing === 'PAY_PER_REQUEST'
      ? { BillingMode: 'PAY_PER_REQUEST' }
      : {
          ProvisionedThroughput: {
            ReadCapacityUnits: billing.readCapacityUnits,
            WriteCapacityUnits: billing.writeCapacityUnits,
          },
        }),
    ...(stream && { StreamSpecification: { StreamViewType: stream.viewType } }),
    ...(kinesisDestination && {
      KinesisStreamSpecification: {
        StreamArn: attribute(kinesisDestination.stream, 'Arn'),
        ApproximateCreationDateTimePrecision: kinesisDestination.precision,
      },
    }),
    ...(table.timeToLiveAttribute !== undefined && {
      TimeToLiveSpecification: { AttributeName: table.timeToLiveAttribute, Enabled: true },
    }),
  });
}

function writeKinesisStream(stream: KinesisStreamDefinition): unknown {
  return resource('AWS::Kinesis::Stream', {
    ...named('Name', stream),
    ShardCount: stream.shardCount,
    RetentionPeriodHours: stream.retentionHours,
  });
}

function writeFunction(fn: FunctionDefinition, definition: SimulationDefinition): unknown {
  const mappings = definition.eventSourceMappings.filter(
    (each) => each.function === fn.id && !each.pipe,
  );
  const events = mappings.map((mapping) => [eventName(mapping), writeEvent(mapping, definition)]);
  return resource('AWS::Serverless::Function', {
    ...named('FunctionName', fn),
    ...writeCode(fn),
    MemorySize: fn.memoryMb,
    Timeout: fn.timeoutMs / 1_000,
    ...(fn.reservedConcurrency !== undefined && {
      ReservedConcurrentExecutions: fn.reservedConcurrency,
    }),
    ...(fn.deadLetterTarget !== undefined && {
      DeadLetterQueue: {
        Type: kindOf(definition, fn.deadLetterTarget),
        TargetArn: destinationArn(fn.deadLetterTarget, kindOf(definition, fn.deadLetterTarget)),
      },
    }),
    ...(events.length > 0 && { Events: Object.fromEntries(events) }),
  });
}

/** SAM's word for the kind of a dead-letter queue. */
const kindOf = ({ targets }: SimulationDefinition, target: string): 'SNS' | 'SQS' =>
  targets.find(({ id }) => id === target)?.kind === 'SNS' ? 'SNS' : 'SQS';

/** `Changes` of `OrderProcessor.Changes`; any name does where the function has one source. */
function eventName({ id, function: fn }: EventSourceMappingDefinition): string {
  return id.startsWith(`${fn}.`) ? id.slice(fn.length + 1) : 'Changes';
}

function writeEvent(
  mapping: EventSourceMappingDefinition,
  definition: SimulationDefinition,
): Properties {
  const isKinesis = mapping.sourceKind === 'KinesisStream';
  const { onFailureDestination: destination } = mapping;
  const kind = definition.targets.find(({ id }) => id === destination)?.kind;
  return resource(isKinesis ? 'Kinesis' : 'DynamoDB', {
    Stream: attribute(mapping.source, isKinesis ? 'Arn' : 'StreamArn'),
    ...readingSettings(mapping),
    BisectBatchOnFunctionError: mapping.bisectBatchOnFunctionError,
    ParallelizationFactor: mapping.parallelizationFactor,
    ...(mapping.tumblingWindowMs && { TumblingWindowInSeconds: mapping.tumblingWindowMs / 1_000 }),
    ...(mapping.reportBatchItemFailures && { FunctionResponseTypes: ['ReportBatchItemFailures'] }),
    ...(mapping.filters.length > 0 && {
      FilterCriteria: { Filters: mapping.filters.map((pattern) => ({ Pattern: pattern })) },
    }),
    ...(destination !== undefined && {
      DestinationConfig: { OnFailure: { Destination: destinationArn(destination, kind) } },
    }),
    Enabled: mapping.enabled,
  });
}

/** An index needs a machine and a disk before it can be deployed. */
const SMALL_DOMAIN = {
  ClusterConfig: { InstanceType: 't3.small.search', InstanceCount: 1 },
  EBSOptions: { EBSEnabled: true, VolumeSize: 10 },
};

const TARGET_TYPES: Partial<Record<TargetKind, (target: TargetDefinition) => unknown>> = {
  OpenSearch: (target) =>
    resource('AWS::OpenSearchService::Domain', { ...named('DomainName', target), ...SMALL_DOMAIN }),
  S3: (target) => resource('AWS::S3::Bucket', named('BucketName', target)),
  SNS: (target) => resource('AWS::SNS::Topic', named('TopicName', target)),
  SES: ({ name }) => resource('AWS::SES::EmailIdentity', { EmailIdentity: name }),
  SQS: (target) => resource('AWS::SQS::Queue', named('QueueName', target)),
  StepFunctions: (target) =>
    resource('AWS::StepFunctions::StateMachine', named('StateMachineName', target)),
  EventBridge: (target) => resource('AWS::Events::EventBus', { Name: target.name }),
  Logs: (target) => resource('AWS::Logs::LogGroup', named('LogGroupName', target)),
};

function writeTarget(target: TargetDefinition): unknown {
  return TARGET_TYPES[target.kind]?.(target);
}
