/** The operations of `DynamoDBStreams_20120810`. */
import type { Operation } from '../operation.ts';
import { describeStream } from './describeStream.ts';
import { getRecords } from './getRecords.ts';
import { getShardIterator } from './getShardIterator.ts';
import { listStreams } from './listStreams.ts';

export const dynamodbStreamsOperations: Readonly<Record<string, Operation>> = {
  DescribeStream: describeStream,
  GetRecords: getRecords,
  GetShardIterator: getShardIterator,
  ListStreams: listStreams,
};
