/**
 * `AWS::Pipes::Pipe` from a table's stream or a Kinesis stream: its reading end is a mapping, its
 * sending end stands where a function would. Left out for now: input templates, other sources.
 * Ranges: the Pipes API, PipeSourceDynamoDBStreamParameters.
 */
import type {
  EffectDefinition,
  EventSourceMappingDefinition,
  FunctionDefinition,
  PipeTargetDefinition,
  TargetKind,
} from '../../engine/definition.ts';
import type { Lab, Resource } from '../lab.ts';
import type { Members } from '../members.ts';
import { functionOf, noteUnread, readFilters, readSource } from './lambda.ts';
import type { ResourceType, Who } from './resourceType.ts';

/** Assumed: what a pipe takes from its source to its target, and the five minutes that it may take. */
const PIPE_DURATION_MS = { p50: 30, p99: 120 };
const PIPE_TIMEOUT_MS = 300_000;

/** What a pipe does to each kind of target. */
const EFFECTS: { readonly [kind in TargetKind]?: EffectDefinition['do'] } = {
  SQS: 'Enqueue',
  SNS: 'Notify',
  EventBridge: 'PublishEvents',
  StepFunctions: 'StartExecution',
  Logs: 'AuditLog',
};

export const pipe: ResourceType = {
  noun: 'a pipe',
  nameProperty: 'Name',
  attributes: {
    Arn: ({ region, accountId, name }: Who) => `arn:aws:pipes:${region}:${accountId}:pipe/${name}`,
  },
  link(resource, lab) {
    const { id, properties } = resource;
    properties.ignore('Name', 'Description', 'RoleArn', 'Tags');
    const owner = readTarget(resource, lab);
    const source = readSource(id, properties, 'Source', lab);
    const enrichment = readEnrichment(resource, lab);
    const parameters = properties.mapping('SourceParameters');
    if (owner !== undefined && source !== undefined) {
      const isDynamoDb = source.sourceKind === 'DynamoDbStream';
      const stream = parameters.mapping(
        isDynamoDb ? 'DynamoDBStreamParameters' : 'KinesisStreamParameters',
      );
      const mapping: EventSourceMappingDefinition = {
        ...source,
        id,
        function: owner,
        ...readStream(id, stream, isDynamoDb, lab),
        filters: readFilters(parameters),
        enabled: properties.choice('DesiredState', ['RUNNING', 'STOPPED'], 'RUNNING') === 'RUNNING',
        pipe: { id, ...(enrichment !== undefined && { enrichment }) },
      };
      lab.mappings.push({ name: id, mapping });
      noteUnread(`${id}.SourceParameters`, stream, lab);
    }
    noteUnread(`${id}.SourceParameters`, parameters, lab);
    noteUnread(id, properties, lab);
  },
};

type StreamSettings = Omit<
  EventSourceMappingDefinition,
  'id' | 'function' | 'source' | 'sourceKind' | 'filters' | 'enabled' | 'pipe'
>;

function readStream(id: string, from: Members, isDynamoDb: boolean, lab: Lab): StreamSettings {
  const positions = isDynamoDb
    ? (['TRIM_HORIZON', 'LATEST'] as const)
    : (['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'] as const);
  const position = from.requiredChoice<EventSourceMappingDefinition['startingPosition']>(
    'StartingPosition',
    positions,
  );
  const age = from.number(
    'MaximumRecordAgeInSeconds',
    { minimum: 60, maximum: 604_800, also: -1 },
    -1,
  );
  const bisect = from.choice('OnPartialBatchItemFailure', ['AUTOMATIC_BISECT']);
  const timestamp = from.number('StartingPositionTimestamp', {
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    fraction: true,
  });
  const deadLetters = readDeadLetters(id, from, lab);
  return {
    batchSize: from.number('BatchSize', { minimum: 1, maximum: 10_000 }, 100),
    maximumBatchingWindowMs:
      from.number('MaximumBatchingWindowInSeconds', { minimum: 0, maximum: 300 }, 0) * 1_000,
    startingPosition: position ?? 'TRIM_HORIZON',
    ...(timestamp !== undefined && { startingPositionTimestampMs: timestamp * 1_000 }),
    maximumRetryAttempts: from.number('MaximumRetryAttempts', { minimum: -1, maximum: 10_000 }, -1),
    maximumRecordAgeMs: age === -1 ? -1 : age * 1_000,
    bisectBatchOnFunctionError: bisect !== undefined,
    parallelizationFactor: from.number('ParallelizationFactor', { minimum: 1, maximum: 10 }, 1),
    reportBatchItemFailures: false,
    ...(deadLetters !== undefined && { onFailureDestination: deadLetters }),
  };
}

/** A standard queue or topic. */
function readDeadLetters(id: string, from: Members, lab: Lab): string | undefined {
  const config = from.mapping('DeadLetterConfig');
  const arn = config.text('Arn');
  if (arn === undefined) return undefined;
  const target = lab.identities.find(arn);
  const kind = target === undefined ? undefined : lab.resources.get(target)?.type.targetKind;
  if (kind === 'SQS' || kind === 'SNS') return target;
  if (target === undefined)
    lab.findings.note(`${id}: its dead-letter queue is not in this template.`);
  else config.error('Arn', `${target} is neither an SQS queue nor an SNS topic.`);
  return undefined;
}

/** The function that a batch is given to first. */
function readEnrichment({ id, properties }: Resource, lab: Lab): string | undefined {
  properties.ignore('EnrichmentParameters');
  const arn = properties.text('Enrichment');
  if (arn === undefined) return undefined;
  const fn = functionOf(arn, lab);
  if (fn === undefined) {
    lab.findings.note(
      `${id}: its enrichment is not a function of this template, so it is left out.`,
    );
  } else {
    lab.findings.note(
      `${id}: ${fn} enriches its batches by the time it takes and by its failures; its answer is not run.`,
    );
  }
  return fn;
}

/** The id of the function that the mapping invokes: the target itself, or one that sends to it. */
function readTarget(resource: Resource, lab: Lab): string | undefined {
  const { id, properties } = resource;
  const arn = properties.requiredText('Target', 'the ARN of a target');
  const parameters = properties.mapping('TargetParameters');
  if (arn === undefined) return undefined;
  const fn = functionOf(arn, lab);
  if (fn !== undefined) return fn;
  const target = lab.identities.find(arn);
  const kind = target === undefined ? undefined : lab.resources.get(target)?.type.targetKind;
  const effect = kind === undefined ? undefined : EFFECTS[kind];
  if (target === undefined || effect === undefined) {
    lab.findings.note(
      target === undefined
        ? `${id}: its target is not in this template, so it is idle.`
        : `${id}: sending to ${lab.resources.get(target)?.type.noun ?? 'that'} is not simulated, so it is idle.`,
    );
    return undefined;
  }
  const definition: FunctionDefinition = {
    id,
    name: lab.identities.name(id),
    timeoutMs: PIPE_TIMEOUT_MS,
    memoryMb: 128,
    durationMs: { ...PIPE_DURATION_MS },
    coldStartMs: 0,
    effects: [{ do: effect, target, idempotency: 'None' }],
    pipe: readBusParameters(parameters),
  };
  lab.functions.push(definition);
  return id;
}

function readBusParameters(parameters: Members): PipeTargetDefinition {
  const bus = parameters.mapping('EventBridgeEventBusParameters');
  const source = bus.text('Source');
  const detailType = bus.text('DetailType');
  return {
    ...(source !== undefined && { source }),
    ...(detailType !== undefined && { detailType }),
  };
}
