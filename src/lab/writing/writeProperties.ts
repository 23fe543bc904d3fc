/** Pieces of which resources are written. */
import type { EventSourceMappingDefinition, TargetKind } from '../../engine/definition.ts';

export type Properties = Record<string, unknown>;

export const resource = (type: string, properties: Properties): Properties => ({
  Type: type,
  ...(Object.keys(properties).length > 0 && { Properties: properties }),
});

export const attribute = (id: string, name: string): Properties => ({ 'Fn::GetAtt': [id, name] });

export const named = (property: string, { id, name }: { id: string; name: string }): Properties =>
  name === id ? {} : { [property]: name };

export const destinationArn = (id: string, kind: TargetKind | undefined): Properties =>
  kind === 'SNS' ? { Ref: id } : attribute(id, 'Arn');

/** What a mapping and a pipe are told alike of how they read a stream. */
export function readingSettings(mapping: EventSourceMappingDefinition): Properties {
  const { startingPositionTimestampMs: timestampMs, maximumRecordAgeMs: ageMs } = mapping;
  return {
    StartingPosition: mapping.startingPosition,
    ...(timestampMs !== undefined && { StartingPositionTimestamp: timestampMs / 1_000 }),
    BatchSize: mapping.batchSize,
    MaximumBatchingWindowInSeconds: mapping.maximumBatchingWindowMs / 1_000,
    MaximumRetryAttempts: mapping.maximumRetryAttempts,
    MaximumRecordAgeInSeconds: ageMs < 0 ? -1 : ageMs / 1_000,
  };
}
