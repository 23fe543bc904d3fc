/**
 * `AWS::Lambda::Function`, `AWS::Serverless::Function` and `AWS::Lambda::EventSourceMapping`.
 * Left out for now: aliases, layers, networks.
 * Ranges: the Lambda API, CreateFunction and CreateEventSourceMapping.
 */
import type { EventSourceMappingDefinition, FunctionDefinition } from '../../engine/definition.ts';
import { PatternError, parsePatterns } from '../../engine/lambda/events/filter.ts';
import type { Lab, Resource } from '../lab.ts';
import { shown } from '../labError.ts';
import type { Members } from '../members.ts';
import { readCode } from './functionCode.ts';
import type { ResourceType, Who } from './resourceType.ts';

/** Assumed, where `Metadata.Shardscope.Functions` says nothing. */
export const DEFAULT_DURATION_MS = { p50: 40, p99: 400 };
export const DEFAULT_COLD_START_MS = 300;

const functionArn = ({ region, accountId, name }: Who): string =>
  `arn:aws:lambda:${region}:${accountId}:function:${name}`;

const naming = { nameProperty: 'FunctionName', attributes: { Arn: functionArn } } as const;

export const lambdaFunction: ResourceType = {
  ...naming,
  noun: 'a Lambda function',
  read: readFunction,
};

export const serverlessFunction: ResourceType = {
  ...naming,
  noun: 'a Lambda function',
  read(resource, lab) {
    readFunction(resource, lab);
    resource.properties.ignore('Events');
  },
  link({ id, properties }, lab) {
    for (const [name, event] of properties.entries('Events')) readEvent(id, name, event, lab);
  },
};

export const eventSourceMapping: ResourceType = {
  noun: 'an event source mapping',
  link(resource, lab) {
    const { id, properties } = resource;
    const written = properties.requiredText('FunctionName', 'the name or ARN of a function');
    const owner = written === undefined ? undefined : functionOf(written, lab);
    if (owner === undefined) {
      if (written !== undefined) {
        lab.findings.note(`${id}: its function is not in this template, so it does nothing.`);
      }
      return;
    }
    readMapping(owner, id, properties, 'EventSourceArn', lab);
    noteUnread(`${id}`, properties, lab);
  },
};

function readFunction({ id, properties }: Resource, lab: Lab): void {
  properties.ignore('FunctionName');
  const code = readCode(id, properties, lab);
  const definition: FunctionDefinition = {
    id,
    name: lab.identities.name(id),
    timeoutMs: properties.number('Timeout', { minimum: 1, maximum: 900 }, 3) * 1_000,
    memoryMb: properties.number('MemorySize', { minimum: 128, maximum: 10_240 }, 128),
    durationMs: { ...DEFAULT_DURATION_MS },
    coldStartMs: DEFAULT_COLD_START_MS,
    effects: [],
  };
  const reserved = properties.number('ReservedConcurrentExecutions', {
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
  });
  if (reserved !== undefined) definition.reservedConcurrency = reserved;
  const queue = deadLetterQueue(properties, lab);
  if (queue !== undefined) definition.deadLetterTarget = queue;
  if (code !== undefined) definition.code = code;
  lab.functions.push(definition);
}

/** The queue or topic of asynchronous events that are given up, by CloudFormation's name or SAM's. */
function deadLetterQueue(properties: Members, lab: Lab): string | undefined {
  for (const name of ['DeadLetterConfig', 'DeadLetterQueue']) {
    if (!properties.has(name)) continue;
    const config = properties.mapping(name);
    config.ignore('Type');
    const written = config.text('TargetArn', '');
    return lab.identities.find(written) ?? (written || undefined);
  }
  return undefined;
}

/** `arn:…:function:Name:live`, `Name:live` and `Name` all mean the function. */
export function functionOf(written: string, lab: Lab): string | undefined {
  const plain = written.replace(/^(arn:aws:lambda:[^:]*:[^:]*:function:[^:]+):.*$/u, '$1');
  const found = lab.identities.find(plain) ?? lab.identities.find(written.split(':')[0]!);
  return lab.functions.some((each) => each.id === found) ? found : undefined;
}

/** One entry of a SAM function's `Events`. */
function readEvent(owner: string, name: string, event: Members, lab: Lab): void {
  const type = event.requiredText('Type', 'DynamoDB or Kinesis');
  if (type === 'DynamoDB' || type === 'Kinesis') {
    const properties = event.mapping('Properties');
    readMapping(owner, name, properties, 'Stream', lab);
    noteUnread(`${owner}.${name}`, properties, lab);
  } else if (type !== undefined) {
    lab.findings.note(`${owner}.${name}: events of type ${type} are not simulated.`);
  }
}

export function noteUnread(where: string, properties: Members, lab: Lab): void {
  for (const name of properties.unread()) {
    lab.findings.note(`${where}: ${name} is not simulated.`);
  }
}

type Source = Pick<EventSourceMappingDefinition, 'source' | 'sourceKind'>;

/** Which stream an ARN means, or `undefined` after having said why it means none. */
export function readSource(
  where: string,
  from: Members,
  property: string,
  lab: Lab,
): Source | undefined {
  const arn = from.requiredText(property, 'the ARN of a stream');
  if (arn === undefined) return undefined;
  const source = lab.identities.find(arn);
  const resource = source === undefined ? undefined : lab.resources.get(source);
  if (source === undefined || resource === undefined) {
    lab.findings.note(`${where}: its source ${shown(arn)} is not in this template, so it is idle.`);
    return undefined;
  }
  if (resource.typeName === 'AWS::Kinesis::Stream') return { source, sourceKind: 'KinesisStream' };
  if (resource.typeName === 'AWS::Kinesis::StreamConsumer') {
    lab.findings.note(`${where}: enhanced fan-out is not simulated yet, so it is idle.`);
    return undefined;
  }
  const table = lab.tables.find((each) => each.id === source);
  if (table === undefined) {
    lab.findings.note(`${where}: reading from ${resource.type.noun} is not simulated.`);
    return undefined;
  }
  if (table.stream === undefined) {
    from.error(property, `${source} has no StreamSpecification, so there is no stream to read.`);
    return undefined;
  }
  return { source, sourceKind: 'DynamoDbStream' };
}

function readMapping(
  owner: string,
  name: string,
  from: Members,
  sourceProperty: string,
  lab: Lab,
): void {
  const where = sourceProperty === 'Stream' ? `${owner}.${name}` : name;
  const source = readSource(where, from, sourceProperty, lab);
  const isDynamoDb = source?.sourceKind !== 'KinesisStream';
  const positions = isDynamoDb
    ? (['TRIM_HORIZON', 'LATEST'] as const)
    : (['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'] as const);
  const startingPosition =
    from.requiredChoice<EventSourceMappingDefinition['startingPosition']>(
      'StartingPosition',
      positions,
    ) ?? 'TRIM_HORIZON';
  const age = from.number(
    'MaximumRecordAgeInSeconds',
    { minimum: 60, maximum: 604_800, also: -1 },
    -1,
  );
  const mapping: EventSourceMappingDefinition = {
    id: owner,
    function: owner,
    source: source?.source ?? '',
    sourceKind: source?.sourceKind ?? 'DynamoDbStream',
    batchSize: from.number('BatchSize', { minimum: 1, maximum: 10_000 }, 100),
    maximumBatchingWindowMs:
      from.number('MaximumBatchingWindowInSeconds', { minimum: 0, maximum: 300 }, 0) * 1_000,
    startingPosition,
    maximumRetryAttempts: from.number('MaximumRetryAttempts', { minimum: -1, maximum: 10_000 }, -1),
    maximumRecordAgeMs: age === -1 ? -1 : age * 1_000,
    bisectBatchOnFunctionError: from.boolean('BisectBatchOnFunctionError', false),
    parallelizationFactor: from.number('ParallelizationFactor', { minimum: 1, maximum: 10 }, 1),
    reportBatchItemFailures: readResponseTypes(from),
    filters: readFilters(from),
    enabled: from.boolean('Enabled', true),
  };
  const timestamp = from.number('StartingPositionTimestamp', {
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    fraction: true,
  });
  if (timestamp !== undefined) mapping.startingPositionTimestampMs = timestamp * 1_000;
  const destination = readDestination(where, from, lab);
  if (destination !== undefined) mapping.onFailureDestination = destination;
  const tumbling = from.number('TumblingWindowInSeconds', { minimum: 0, maximum: 900 }, 0);
  if (tumbling > 0) mapping.tumblingWindowMs = tumbling * 1_000;
  if (source !== undefined) lab.mappings.push({ name, mapping });
}

function readResponseTypes(from: Members): boolean {
  const types = from.values('FunctionResponseTypes');
  for (const { value, path } of types) {
    if (value !== 'ReportBatchItemFailures') {
      from.findings.error(
        path,
        `${shown(value)} is not ReportBatchItemFailures, the only one there is.`,
      );
    }
  }
  return types.length > 0;
}

/** At most five patterns, each a JSON object. */
export function readFilters(from: Members): string[] {
  const filters = from.mapping('FilterCriteria').list('Filters');
  if (filters.length > 5) {
    from.error('FilterCriteria', `${filters.length} filters are above the maximum 5`);
  }
  return filters.flatMap((filter) => {
    const pattern = filter.requiredText('Pattern', 'a pattern as JSON text');
    if (pattern === undefined) return [];
    const why = whyMalformed(pattern);
    if (why === undefined) return [pattern];
    filter.error('Pattern', `${shown(pattern)} is not a filter pattern: ${why}`);
    return [];
  });
}

export function whyMalformed(pattern: string): string | undefined {
  try {
    parsePatterns([pattern]);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return error.why;
    throw error;
  }
}

function readDestination(where: string, from: Members, lab: Lab): string | undefined {
  const onFailure = from.mapping('DestinationConfig').mapping('OnFailure');
  onFailure.ignore('Type');
  const arn = onFailure.text('Destination');
  if (arn === undefined) return undefined;
  const id = lab.identities.find(arn);
  const kind = id === undefined ? undefined : lab.resources.get(id)?.type.targetKind;
  if (kind === 'SQS' || kind === 'SNS' || kind === 'S3') return id;
  if (id === undefined) {
    lab.findings.note(`${where}: its on-failure destination is not in this template.`);
  } else {
    onFailure.error(
      'Destination',
      `${id} is ${lab.resources.get(id)?.type.noun ?? 'something else'}; an SQS queue, an SNS topic or an S3 bucket is expected.`,
    );
  }
  return undefined;
}
