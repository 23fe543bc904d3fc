/** Limits of whole calls, and what a change of a table or stream looks like while it is under way. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type LabDoor, labDoor, type Output } from './testing/labDoor.ts';

const TableName = 'Orders';
const id = (name: string) => ({ id: { S: name } });
const large = (name: string) => ({ ...id(name), text: { S: 'x'.repeat(400_000) } });

let lab: LabDoor;
beforeEach(async () => {
  lab = await labDoor();
});

/** Puts so many items of 400 KB that they cannot all be read at once. */
function putLarge(count: number): string[] {
  const names = Array.from({ length: count }, (_, i) => `large#${i}`);
  for (const name of names) {
    lab.wait(1);
    lab.ask('dynamodb:PutItem', { TableName, Item: large(name) });
  }
  lab.wait(1);
  return names;
}

describe('[T20] bytes', () => {
  it('of a transaction’s writes are 4 MB at most, and its actions 100', () => {
    const puts = (count: number, item: (name: string) => object) =>
      Array.from({ length: count }, (_, i) => ({ Put: { TableName, Item: item(`${i}`) } }));
    const refusal = (TransactItems: object[]) =>
      lab.refusal('dynamodb:TransactWriteItems', { TransactItems });
    expect(refusal(puts(11, large))).toBe(
      'ValidationException: Member must have a total size less than or equal to 4 MB',
    );
    expect(refusal(puts(101, id))).toMatch(/length less than or equal to 100$/);
    expect(lab.simulation.world.state.tables[0]!.itemCount).toBe(0);
  });

  it('of a transaction’s reads are 4 MB at most', () => {
    const gets = putLarge(11).map((name) => ({ Get: { TableName, Key: id(name) } }));
    const read = (TransactItems: object[]) => ({ TransactItems });
    expect(lab.refusal('dynamodb:TransactGetItems', read(gets))).toBe(
      'ValidationException: Member must have a total size less than or equal to 4 MB',
    );
    const { Responses } = lab.ask('dynamodb:TransactGetItems', read(gets.slice(1)));
    expect(Responses).toHaveLength(10);
  });

  it('of a batch’s answer are 16 MB at most; the rest comes back unprocessed', () => {
    const Keys = putLarge(45).map(id);
    const answer = lab.ask('dynamodb:BatchGetItem', { RequestItems: { Orders: { Keys } } });
    expect(answer.Responses.Orders).toHaveLength(41);
    expect(answer.UnprocessedKeys.Orders.Keys).toEqual(Keys.slice(41));
  });
});

it('[T22] a table has at most five local indexes', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const create = (count: number) => ({
    TableName: 'Indexed',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'p', KeyType: 'HASH' },
      { AttributeName: 's', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['p', 's', ...names.slice(0, count)].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    LocalSecondaryIndexes: names.slice(0, count).map((AttributeName) => ({
      IndexName: `by-${AttributeName}`,
      KeySchema: [
        { AttributeName: 'p', KeyType: 'HASH' },
        { AttributeName, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    })),
  });
  expect(lab.refusal('dynamodb:CreateTable', create(6))).toBe(
    'ValidationException: One or more parameter values were invalid: Number of LocalSecondaryIndexes exceeds per-table limit of 5',
  );
  const { TableDescription } = lab.ask('dynamodb:CreateTable', create(5));
  expect(TableDescription.LocalSecondaryIndexes).toHaveLength(5);
});

describe('a stream', () => {
  const StreamArn = (): string =>
    lab.ask('dynamodb:DescribeTable', { TableName }).Table.LatestStreamArn;
  const describeStream = (arn: string): Output =>
    lab.ask('dynamodbstreams:DescribeStream', { StreamArn: arn }).StreamDescription;
  const set = (StreamSpecification: object) =>
    lab.ask('dynamodb:UpdateTable', { TableName, StreamSpecification });

  it('[S30] is ENABLING or DISABLING as long as its table takes for it, and for nothing else', () => {
    const first = StreamArn();
    const statuses = (arn: string) => {
      const now = describeStream(arn).StreamStatus;
      lab.wait(6);
      return [now, describeStream(arn).StreamStatus];
    };
    lab.wait(1);
    lab.ask('dynamodb:UpdateTable', {
      TableName,
      WarmThroughput: { ReadUnitsPerSecond: 13_000, WriteUnitsPerSecond: 5_000 },
    });
    expect(statuses(first)).toEqual(['ENABLED', 'ENABLED']);
    set({ StreamEnabled: false });
    expect(statuses(first)).toEqual(['DISABLING', 'DISABLED']);
    set({ StreamEnabled: true, StreamViewType: 'KEYS_ONLY' });
    expect(describeStream(first).StreamStatus).toBe('DISABLED');
    expect(statuses(StreamArn())).toEqual(['ENABLING', 'ENABLED']);
  });

  it('[S31] is read without any of its table’s capacity', () => {
    lab.ask('dynamodb:PutItem', { TableName, Item: id('a') });
    lab.wait(1);
    const arn = StreamArn();
    const records = describeStream(arn).Shards.flatMap(({ ShardId }: Output) => {
      const place = { StreamArn: arn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
      const { ShardIterator } = lab.ask('dynamodbstreams:GetShardIterator', place);
      return lab.ask('dynamodbstreams:GetRecords', { ShardIterator }).Records;
    });
    expect(records).toHaveLength(1);
    const { readUnits, writeUnits } = lab.simulation.world.state.tables[0]!;
    expect([readUnits, writeUnits]).toEqual([0, 1]);
  });

  it('[T21] tells nothing of the items that go with their table, and can still be read', () => {
    lab.ask('dynamodb:PutItem', { TableName, Item: id('a') });
    const arn = StreamArn();
    lab.ask('dynamodb:DeleteTable', { TableName });
    lab.wait(10);
    expect(lab.refusal('dynamodb:DescribeTable', { TableName })).toMatch(/^ResourceNotFound/);
    const { records } = lab.simulation.world.state.streams[0]!;
    expect(records).toEqual({ INSERT: 1, MODIFY: 0, REMOVE: 0 });
    expect(describeStream(arn).StreamStatus).toBe('DISABLED');
    lab.wait(86_400);
    expect(lab.refusal('dynamodbstreams:DescribeStream', { StreamArn: arn })).toMatch(
      /^ResourceNotFound/,
    );
  });
});
