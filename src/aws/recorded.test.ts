/** Calls recorded from AWS, made again at the front door; skipped with a word where there are none. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LabDoor, labDoor, type Output } from './testing/labDoor.ts';

const FILE = `${process.env.SHARED_DIR ?? '../shared'}/recorded/dynamodb-streams-records.json`;
const recorded = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : null;
if (!recorded) console.log(`skipped: there are no recordings at ${FILE}`);

const VOLATILE = /^<|^(datetime|starting-sequence-number)$|<[\w-]+(:\d)?>/;

/** The recording with its volatile values as wild cards. */
function pattern(value: unknown): unknown {
  if (typeof value === 'string') {
    return VOLATILE.test(value) ? expect.toSatisfy((given) => given !== undefined) : value;
  }
  if (Array.isArray(value)) return value.map(pattern);
  if (typeof value !== 'object' || value === null) return value;
  const { ResponseMetadata: _, ...members } = value as Output;
  return Object.fromEntries(Object.entries(members).map(([name, inner]) => [name, pattern(inner)]));
}

async function openTable(key: string, StreamViewType: string) {
  const lab = await labDoor({ tables: [] });
  const created = lab.ask('dynamodb:CreateTable', {
    TableName: 'recorded',
    AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
    KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
    ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
    StreamSpecification: { StreamEnabled: true, StreamViewType },
  });
  lab.wait(10);
  return { lab, created };
}

function readAll(lab: LabDoor, StreamArn: string) {
  const described = lab.ask('dynamodbstreams:DescribeStream', { StreamArn });
  const [{ ShardId }] = described.StreamDescription.Shards;
  const place = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
  const { ShardIterator } = lab.ask('dynamodbstreams:GetShardIterator', place);
  const { Records } = lab.ask('dynamodbstreams:GetRecords', { ShardIterator });
  return { described, read: { Records } };
}

const TableName = 'recorded';
const put = (Item: object) => ({ PutRequest: { Item } });
const remove = (Key: object) => ({ DeleteRequest: { Key } });

describe.skipIf(!recorded)('[S15] recorded from AWS', () => {
  it('what batch writes put into a stream', async () => {
    const case_ = recorded.test_batch_write_items_streaming['recorded-content'];
    const { lab, created } = await openTable('id', 'NEW_AND_OLD_IMAGES');
    expect(created).toEqual(pattern(case_['create-table']));
    const fred = { id: { S: 'Fred' } };
    const fresh = { id: { S: 'NewKey' } };
    const batch = (...Orders: object[]) =>
      lab.ask('dynamodb:BatchWriteItem', { RequestItems: { [TableName]: Orders } });
    expect(lab.ask('dynamodb:PutItem', { TableName, Item: fred })).toEqual(
      pattern(case_['put-item-1']),
    );
    expect(batch(put(fred), put(fresh))).toEqual(
      pattern(case_['batch-write-response-overwrite-item-1']),
    );
    const named = { ...fred, name: { S: 'Fred' } };
    expect(batch(remove(fresh), put(named))).toEqual(pattern(case_['batch-write-response-delete']));
    lab.wait(1);
    const { described, read } = readAll(lab, created.TableDescription.LatestStreamArn);
    expect(described).toEqual(pattern(case_['describe-stream']));
    expect(read).toEqual(pattern(case_['get-records']));
  });

  it('what a KEYS_ONLY stream holds of puts, updates and deletes', async () => {
    const case_ = recorded.test_dynamodb_stream_stream_view_type['recorded-content'];
    const { lab, created } = await openTable('Username', 'KEYS_ONLY');
    expect(created).toEqual(pattern(case_['create-table']));
    for (const name of ['Fred', 'Alice']) {
      const Key = { Username: { S: name } };
      lab.ask('dynamodb:PutItem', { TableName, Item: Key });
      lab.ask('dynamodb:UpdateItem', {
        TableName,
        Key,
        UpdateExpression: 'SET S = :v',
        ExpressionAttributeValues: { ':v': { S: 'v' } },
      });
      lab.ask('dynamodb:DeleteItem', { TableName, Key });
    }
    lab.wait(1);
    const { described, read } = readAll(lab, created.TableDescription.LatestStreamArn);
    expect(described).toEqual(pattern(case_['describe-stream']));
    expect(read).toEqual(pattern(case_['get-records']));
  });

  it('what updates put into a stream, and the ones that change nothing do not', async () => {
    const case_ = recorded.test_dynamodb_stream_records_with_update_item['recorded-content'];
    const { lab, created } = await openTable('id', 'NEW_AND_OLD_IMAGES');
    expect(created).toEqual(pattern(case_['create-table']));
    const update = (one: string, two: string) =>
      lab.ask('dynamodb:UpdateItem', {
        TableName,
        Key: { id: { S: 'my-item-id' } },
        UpdateExpression: 'SET attr1 = :v1, attr2 = :v2',
        ExpressionAttributeValues: { ':v1': { S: one }, ':v2': { S: two } },
      });
    update('value1', 'value2');
    update('value1', 'value2');
    update('value2', 'value3');
    lab.wait(1);
    const { described, read } = readAll(lab, created.TableDescription.LatestStreamArn);
    expect(described).toEqual(pattern(case_['describe-stream']));
    expect(read).toEqual(pattern(case_['get-records']));
  });
});
