import type { StreamRecord } from '../../engine/streams/record.ts';
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
    const { nextShardIterator } = reading;
    const Records = reading.records.map(asReturned);
    return { Records, ...(nextShardIterator && { NextShardIterator: nextShardIterator }) };
  },
};

/** The stream's own spelling of who made a change; Lambda's events have another. */
function asReturned({ userIdentity, ...record }: StreamRecord): Record<string, unknown> {
  if (!userIdentity) return record;
  const { type: Type, principalId: PrincipalId } = userIdentity;
  return { ...record, userIdentity: { PrincipalId, Type } };
}
