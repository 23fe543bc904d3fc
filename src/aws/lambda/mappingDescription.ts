/** `EventSourceMappingConfiguration`: a mapping in AWS's words. */
import { settledMapping } from '../../engine/lambda/mapping/mappingUpdate.ts';
import type { World } from '../../engine/world.ts';
import { epochSeconds } from '../dynamodb/tableDescription.ts';

export function mappingDescription(world: World, number: number): Record<string, unknown> {
  const mapping = settledMapping(world.state.mappings[number]!);
  const { region, accountId } = world.definition;
  const fn = world.state.functions[mapping.function]!;
  const source =
    mapping.sourceKind === 'DynamoDbStream'
      ? world.state.streams[mapping.stream]!
      : world.state.kinesisStreams[mapping.stream]!;
  const { maximumRecordAgeMs: ageMs, filters } = mapping;
  return {
    UUID: mapping.uuid,
    StartingPosition: mapping.startingPosition,
    ...(mapping.startingPosition === 'AT_TIMESTAMP' && {
      StartingPositionTimestamp: mapping.startingPositionTimestampMs / 1_000,
    }),
    BatchSize: mapping.batchSize,
    MaximumBatchingWindowInSeconds: mapping.windowUs / 1_000_000,
    ParallelizationFactor: mapping.parallelizationFactor,
    EventSourceArn: source.arn,
    ...(filters.length > 0 && {
      FilterCriteria: { Filters: filters.map((Pattern) => ({ Pattern })) },
    }),
    FunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${fn.name}`,
    EventSourceMappingArn: `arn:aws:lambda:${region}:${accountId}:event-source-mapping:${mapping.uuid}`,
    LastModified: epochSeconds(world, mapping.lastModifiedAt),
    LastProcessingResult: mapping.lastResult,
    State: mapping.state === 'Deleted' ? 'Deleting' : mapping.state,
    StateTransitionReason: 'User action',
    DestinationConfig: { OnFailure: onFailure(world, mapping.onFailureTarget) },
    MaximumRecordAgeInSeconds: ageMs < 0 ? -1 : ageMs / 1_000,
    BisectBatchOnFunctionError: mapping.bisect,
    MaximumRetryAttempts: mapping.maximumRetryAttempts,
    TumblingWindowInSeconds: mapping.tumblingUs / 1_000_000,
    FunctionResponseTypes: mapping.reportBatchItemFailures ? ['ReportBatchItemFailures'] : [],
  };
}

function onFailure(world: World, target: number): Record<string, string> {
  if (target < 0) return {};
  const { region, accountId } = world.definition;
  const { kind, name } = world.state.targets[target]!;
  if (kind === 'S3') return { Destination: `arn:aws:s3:::${name}` };
  const service = kind === 'SNS' ? 'sns' : 'sqs';
  return { Destination: `arn:aws:${service}:${region}:${accountId}:${name}` };
}
