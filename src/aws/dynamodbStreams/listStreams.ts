import { isReadable } from '../../engine/streams/streamCalls.ts';
import { plainTableName } from '../dynamodb/members.ts';
import type { Operation } from '../operation.ts';
import { structure, whole } from '../shape.ts';
import { streamArn } from './members.ts';

const MOST = 100;

export const listStreams: Operation = {
  input: structure({
    TableName: plainTableName,
    Limit: whole({ min: 1 }),
    ExclusiveStartStreamArn: streamArn,
  }),
  answer({ world }, input) {
    const { streams, tables } = world.state;
    const { TableName: wanted, ExclusiveStartStreamArn: after } = input;
    const all = streams
      .map(({ arn, label, table }, number) => ({ number, arn, label, name: tables[table]!.name }))
      .filter(({ number }) => isReadable(world, number))
      .filter(({ name }) => wanted === undefined || name === wanted);
    const from = all.findIndex(({ arn }) => arn === after) + 1;
    const limit = Math.min((input.Limit as number | undefined) ?? MOST, MOST);
    const page = all.slice(from, from + limit);
    return {
      Streams: page.map(({ arn, label, name }) => ({
        StreamArn: arn,
        TableName: name,
        StreamLabel: label,
      })),
      ...(from + limit < all.length && { LastEvaluatedStreamArn: page.at(-1)!.arn }),
    };
  },
};
