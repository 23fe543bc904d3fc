import { execute, type Operation } from '../operation.ts';
import { choice, structure, text } from '../shape.ts';
import { shardId, streamArn } from './members.ts';

export const getShardIterator: Operation = {
  input: structure(
    {
      StreamArn: streamArn,
      ShardId: shardId,
      ShardIteratorType: choice(
        'TRIM_HORIZON',
        'LATEST',
        'AT_SEQUENCE_NUMBER',
        'AFTER_SEQUENCE_NUMBER',
      ),
      SequenceNumber: text({ min: 21, max: 40, pattern: '[0-9]+' }),
    },
    'StreamArn',
    'ShardId',
    'ShardIteratorType',
  ),
  answer: (simulation, input) => ({
    ShardIterator: execute<string>(simulation, 'dynamodbstreams:GetShardIterator', input),
  }),
};
