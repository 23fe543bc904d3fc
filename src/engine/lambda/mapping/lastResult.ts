/**
 * `LastProcessingResult`: what a mapping says of the last thing that it did, in AWS's words.
 *
 * Rules: [E44] a permission that is lost, [E46] the function's answer.
 */
import { FailureReason } from '../../kernel/journal.ts';
import type { MappingState, World } from '../../world.ts';

/** Assumed words [F13]. */
export const FUNCTION_GONE = 'PROBLEM: Function not found.';

export const NOTHING_PROCESSED = 'No records processed';

/** What came of a batch, by its `FailureReason` or 0; a report of item failures is no failed call. */
export const resultOf = (reason: number): string =>
  reason === 0 || reason === FailureReason.partial ? 'OK' : 'PROBLEM: Function call failed';

/** AWS's words where a role may not read a stream; that they stand here is assumed. */
export function deniedText(world: World, { sourceKind, stream }: MappingState): string {
  const { streams, kinesisStreams } = world.state;
  const isDynamoDb = sourceKind === 'DynamoDbStream';
  const { arn } = isDynamoDb ? streams[stream]! : kinesisStreams[stream]!;
  const actions = isDynamoDb
    ? 'GetRecords, GetShardIterator, DescribeStream, and ListStreams'
    : 'GetRecords, GetShardIterator, DescribeStream, ListShards, and ListStreams';
  return `PROBLEM: Cannot access stream ${arn}. Please ensure the role can perform the ${actions} Actions on your stream in IAM.`;
}
