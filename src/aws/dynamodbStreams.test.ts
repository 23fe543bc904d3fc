import { beforeEach, describe, expect, it } from 'vitest';
import { aTable, startFault } from '../engine/testing/definitions.ts';
import { type LabDoor, labDoor, type Output } from './testing/labDoor.ts';

let lab: LabDoor;
let StreamArn: string;

async function open(more = {}) {
  const billing = { readCapacityUnits: 5, writeCapacityUnits: 500 };
  lab = await labDoor({ tables: [aTable({ billing, ...more })] });
  ({ LatestStreamArn: StreamArn } = describeTable());
}
beforeEach(() => open());

const describeTable = () => lab.ask('dynamodb:DescribeTable', { TableName: 'Orders' }).Table;
const describeStream = (more = {}) =>
  lab.ask('dynamodbstreams:DescribeStream', { StreamArn, ...more }).StreamDescription;
const shards = (): Output[] => describeStream().Shards;
const put = (id: string, more = {}) =>
  lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item: { id: { S: id }, ...more } });
const iterator = (ShardId: string, ShardIteratorType: string, more = {}): string =>
  lab.ask('dynamodbstreams:GetShardIterator', { StreamArn, ShardId, ShardIteratorType, ...more })
    .ShardIterator;
const records = (ShardIterator: string, more = {}) =>
  lab.ask('dynamodbstreams:GetRecords', { ShardIterator, ...more });
const idsOf = ({ Records }: Output): string[] =>
  Records.map((record: Output) => record.dynamodb.Keys.id.S);

describe('a stream', () => {
  it('[S20] is read from the beginning, the end, at or after a sequence number', () => {
    const { ShardId } = shards()[0]!;
    const latest = iterator(ShardId, 'LATEST');
    for (const id of ['a', 'b', 'c']) put(id);
    lab.wait(1);
    const all = records(iterator(ShardId, 'TRIM_HORIZON'));
    expect(idsOf(all)).toEqual(['a', 'b', 'c']);
    const { SequenceNumber } = all.Records[1].dynamodb;
    expect(idsOf(records(iterator(ShardId, 'AT_SEQUENCE_NUMBER', { SequenceNumber })))).toEqual([
      'b',
      'c',
    ]);
    const after = iterator(ShardId, 'AFTER_SEQUENCE_NUMBER', { SequenceNumber });
    expect(idsOf(records(after))).toEqual(['c']);
    expect(idsOf(records(latest))).toEqual(['a', 'b', 'c']);
    expect(idsOf(records(iterator(ShardId, 'LATEST')))).toEqual([]);
  });

  it('[S19] has iterators that expire after 15 minutes', () => {
    const { ShardId } = shards()[0]!;
    const token = iterator(ShardId, 'TRIM_HORIZON');
    lab.wait(900);
    expect(records(token).Records).toEqual([]);
    lab.wait(1);
    expect(lab.refusal('dynamodbstreams:GetRecords', { ShardIterator: token })).toMatch(
      /^ExpiredIteratorException/,
    );
  });

  it('[S18] gives at most 1,000 records, and at most 1 MB', () => {
    const { ShardId } = shards()[0]!;
    for (let i = 0; i < 1_100; i++) {
      if (i === 600) lab.wait(1);
      put(`small ${i}`);
    }
    lab.wait(1);
    const first = records(iterator(ShardId, 'TRIM_HORIZON'));
    expect(first.Records).toHaveLength(1_000);
    expect(records(first.NextShardIterator).Records).toHaveLength(100);
    const token = iterator(ShardId, 'TRIM_HORIZON');
    expect(records(token, { Limit: 7 }).Records).toHaveLength(7);
    expect(
      lab.refusal('dynamodbstreams:GetRecords', { ShardIterator: token, Limit: 1_001 }),
    ).toMatch(/^LimitExceededException/);
    const large = iterator(ShardId, 'LATEST');
    for (let i = 0; i < 4; i++) {
      put(`large ${i}`, { text: { S: 'x'.repeat(300_000) } });
      lab.wait(1);
    }
    lab.wait(1);
    expect(records(large).Records).toHaveLength(3);
  });

  it('[S21] refuses places that have been trimmed', () => {
    const { ShardId } = shards()[0]!;
    put('old');
    lab.wait(80_000);
    const last = describeStream().Shards[0]!;
    expect(last.ShardId).toBe(ShardId);
    const SequenceNumber = records(iterator(ShardId, 'TRIM_HORIZON')).Records[0].dynamodb
      .SequenceNumber;
    lab.wait(6_000);
    const token = iterator(ShardId, 'TRIM_HORIZON');
    lab.wait(401);
    expect(lab.refusal('dynamodbstreams:GetRecords', { ShardIterator: token })).toMatch(
      /^TrimmedDataAccessException/,
    );
    const at = { StreamArn, ShardId, ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber };
    expect(lab.refusal('dynamodbstreams:GetShardIterator', at)).toMatch(
      /^TrimmedDataAccessException/,
    );
  });

  it('[S22] ends a closed shard without a next iterator, and names its children', () => {
    const [{ ShardId }] = shards() as [Output];
    put('a');
    lab.simulation.submit(startFault({ kind: 'SplitPartition', target: 'Orders' }));
    lab.wait(1);
    const last = records(iterator(ShardId, 'TRIM_HORIZON'));
    expect(idsOf(last)).toEqual(['a']);
    expect(last).not.toHaveProperty('NextShardIterator');
    const [parent, ...children] = shards();
    const { EndingSequenceNumber } = parent!.SequenceNumberRange;
    expect(BigInt(last.Records[0].dynamodb.SequenceNumber)).toBeLessThanOrEqual(
      BigInt(EndingSequenceNumber),
    );
    expect(children.map((child) => child.ParentShardId)).toEqual([ShardId, ShardId]);
    const filtered = describeStream({ ShardFilter: { Type: 'CHILD_SHARDS', ShardId } });
    expect(filtered.Shards).toEqual(children);
    for (const child of children) {
      expect(BigInt(child.SequenceNumberRange.StartingSequenceNumber)).toBeGreaterThan(
        BigInt(EndingSequenceNumber),
      );
    }
  });

  it('[S23] is described in pages of shards', async () => {
    await open({ billing: { readCapacityUnits: 5, writeCapacityUnits: 120_000 } });
    const first = describeStream();
    expect(first.Shards).toHaveLength(100);
    const rest = describeStream({ ExclusiveStartShardId: first.LastEvaluatedShardId });
    expect(rest.Shards).toHaveLength(21);
    expect(rest).not.toHaveProperty('LastEvaluatedShardId');
    expect(describeStream({ Limit: 3 }).Shards).toHaveLength(3);
  });

  it('[S17] can be read for 24 hours after it was disabled, under its own view type', () => {
    const { ShardId } = shards()[0]!;
    put('a');
    const set = (StreamSpecification: object) =>
      lab.ask('dynamodb:UpdateTable', { TableName: 'Orders', StreamSpecification });
    set({ StreamEnabled: false });
    lab.wait(6);
    set({ StreamEnabled: true, StreamViewType: 'KEYS_ONLY' });
    lab.wait(6);
    const reading = records(iterator(ShardId, 'TRIM_HORIZON'));
    expect(reading.Records[0].dynamodb).toMatchObject({
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      NewImage: { id: { S: 'a' } },
    });
    expect(describeStream()).toMatchObject({ StreamStatus: 'DISABLED' });
    lab.wait(86_400);
    expect(lab.refusal('dynamodbstreams:DescribeStream', { StreamArn })).toBe(
      `ResourceNotFoundException: Requested resource not found: Stream: ${StreamArn} not found`,
    );
  });

  it('[S19] takes no iterator that is not one of its own', () => {
    for (const ShardIterator of ['x', `${StreamArn}|1|AAAA`, `${StreamArn}|1|`, 'a|b|c']) {
      expect(lab.refusal('dynamodbstreams:GetRecords', { ShardIterator })).toBe(
        'ValidationException: Invalid ShardIterator',
      );
    }
  });

  it('[S24] lets two read on in a shard at a time', () => {
    const { ShardId } = shards()[0]!;
    const first = (): string => records(iterator(ShardId, 'TRIM_HORIZON')).NextShardIterator;
    const tokens = [first(), first(), first()];
    const goesOn = (token: string) =>
      lab.answer('dynamodbstreams:GetRecords', { ShardIterator: token }).ok;
    expect(tokens.map(goesOn)).toEqual([true, true, false]);
    expect(lab.refusal('dynamodbstreams:GetRecords', { ShardIterator: tokens[2] })).toBe(
      'LimitExceededException: Too many operations for a given subscriber.',
    );
    lab.wait(2);
    expect(goesOn(tokens[2]!)).toBe(true);
  });
});
