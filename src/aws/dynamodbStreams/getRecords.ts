import type { StreamReading } from '../../engine/streams/streamCalls.ts';
import { execute, type Operation } from '../operation.ts';
import { structure, text, whole } from '../shape.ts';

export const getRecords: Operation = {
  input: structure(
    { ShardIterator: text({ min: 1, max: 2_048 }), Limit: whole({ min: 1 }) },
    'ShardIterator',
  ),
  answer(simulation, input) {
    const reading = execute<StreamReading>(simulation, 'dynamodbstreams:GetRecords', input);
    const { records: Records, nextShardIterator } = reading;
    return { Records, ...(nextShardIterator && { NextShardIterator: nextShardIterator }) };
  },
};
