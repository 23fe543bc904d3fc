import { describe, expect, it } from 'vitest';
import { aTable, Entry, entriesOf } from '../engine/testing/definitions.ts';
import { type LabDoor, labDoor, type Output } from './testing/labDoor.ts';

const sorted = aTable({
  sortKey: { name: 'n', type: 'N' },
  billing: { readCapacityUnits: 3_000, writeCapacityUnits: 1_000 },
});
const key = (id: string, n: number) => ({ id: { S: id }, n: { N: String(n) } });
const write = (lab: LabDoor, Item: object, more = {}) =>
  lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item, ...more });
const ns = ({ Items }: Output): number[] => Items.map((item: Output) => Number(item.n.N));

async function tenOf(...ids: string[]): Promise<LabDoor> {
  const lab = await labDoor({ tables: [sorted] });
  for (const id of ids) {
    for (let n = 10; n >= 1; n--) write(lab, { ...key(id, n), odd: { BOOL: n % 2 === 1 } });
  }
  return lab;
}

describe('[T10] a query', () => {
  const query = (lab: LabDoor, more: object, KeyConditionExpression = 'id = :id') =>
    lab.ask('dynamodb:Query', {
      TableName: 'Orders',
      KeyConditionExpression,
      ...more,
      ExpressionAttributeValues: { ':id': { S: 'a' }, ...(more as Output).values },
    });

  it('gives one partition key’s items by sort key, either way', async () => {
    const lab = await tenOf('a', 'b');
    expect(ns(query(lab, {}))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ns(query(lab, { ScanIndexForward: false }))).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const values = { ':x': { N: '3' }, ':y': { N: '5' } };
    expect(ns(query(lab, { values }, 'id = :id AND n BETWEEN :x AND :y'))).toEqual([3, 4, 5]);
  });

  it('goes on from page to page, also where the last item is gone', async () => {
    const lab = await tenOf('a');
    for (const ScanIndexForward of [true, false]) {
      const seen: number[] = [];
      let ExclusiveStartKey: Output | undefined;
      do {
        const page: Output = query(lab, {
          Limit: 4,
          ScanIndexForward,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        });
        seen.push(...ns(page));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      expect(seen.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
    const { LastEvaluatedKey } = query(lab, { Limit: 4 });
    expect(LastEvaluatedKey).toEqual(key('a', 4));
    lab.ask('dynamodb:DeleteItem', { TableName: 'Orders', Key: key('a', 4) });
    expect(ns(query(lab, { Limit: 2, ExclusiveStartKey: LastEvaluatedKey }))).toEqual([5, 6]);
  });

  it('[P8] pays for what it looked at, whatever its filter leaves', async () => {
    const lab = await tenOf('a');
    const filtered = {
      FilterExpression: 'odd = :odd',
      values: { ':odd': { BOOL: true } },
      ReturnConsumedCapacity: 'TOTAL',
    };
    const page = query(lab, filtered);
    expect([page.Count, page.ScannedCount]).toEqual([5, 10]);
    expect(page.ConsumedCapacity.CapacityUnits).toBe(0.5);
    const count = query(lab, { ...filtered, Select: 'COUNT' });
    expect(count).toMatchObject({ Count: 5, ScannedCount: 10 });
    expect(count).not.toHaveProperty('Items');
    const limited = query(lab, { ...filtered, Limit: 3 });
    expect([limited.Count, limited.ScannedCount, ns(limited)]).toEqual([2, 3, [1, 3]]);
  });

  it.each([
    [
      {},
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    ],
    [
      { KeyConditionExpression: 'n = :v', ExpressionAttributeValues: { ':v': { N: '1' } } },
      'Query condition missed key schema element: id',
    ],
    [
      {
        KeyConditionExpression: 'id = :v',
        FilterExpression: 'n > :n',
        ExpressionAttributeValues: { ':v': { S: 'a' }, ':n': { N: '1' } },
      },
      'Filter Expression can only contain non-primary key attributes: Primary key attribute: n',
    ],
    [
      {
        KeyConditionExpression: 'id = :v',
        IndexName: 'nowhere',
        ExpressionAttributeValues: { ':v': { S: 'a' } },
      },
      'The table does not have the specified index: nowhere',
    ],
    [
      {
        KeyConditionExpression: 'id = :v',
        ExclusiveStartKey: key('b', 1),
        ExpressionAttributeValues: { ':v': { S: 'a' } },
      },
      'The provided starting key is outside query boundaries based on provided conditions',
    ],
  ])('of %j is refused: %s', async (input, words) => {
    const lab = await tenOf('a');
    expect(lab.refusal('dynamodb:Query', { TableName: 'Orders', ...input })).toBe(
      `ValidationException: ${words}`,
    );
  });
});

describe('[T10] a scan', () => {
  it('finds every item once, in pages of 1 MB and in segments', async () => {
    const lab = await labDoor();
    const ids = Array.from({ length: 60 }, (_, i) => `k${i}`);
    for (const id of ids) {
      write(lab, { id: { S: id }, text: { S: 'x'.repeat(100_000) } });
      lab.wait(1);
    }
    const scan = (more: object): string[] => {
      const seen: string[] = [];
      let pages = 0;
      let start: Output = {};
      do {
        const page = lab.ask('dynamodb:Scan', { TableName: 'Orders', ...more, ...start });
        expect(page.Items.length).toBeLessThanOrEqual(10);
        seen.push(...page.Items.map((item: Output) => item.id.S));
        start = page.LastEvaluatedKey ? { ExclusiveStartKey: page.LastEvaluatedKey } : {};
        pages++;
      } while (start.ExclusiveStartKey);
      expect(pages).toBeGreaterThan(1);
      return seen;
    };
    expect(scan({}).toSorted()).toEqual(ids.toSorted());
    const parts = [0, 1, 2].map((Segment) => scan({ Segment, TotalSegments: 3 }));
    expect(parts.flat().toSorted()).toEqual(ids.toSorted());
  });

  it.each([
    [{ Segment: 1 }, 'TotalSegments parameter is required'],
    [{ TotalSegments: 1 }, 'Segment parameter is required'],
    [{ Segment: 4, TotalSegments: 4 }, 'Segment: 4 is not less than TotalSegments: 4'],
  ])('of %j is refused', async (input, words) => {
    const lab = await labDoor();
    expect(lab.refusal('dynamodb:Scan', { TableName: 'Orders', ...input })).toContain(words);
  });
});

describe('[T11] a batch', () => {
  it('writes each item by itself, and reads them again', async () => {
    const lab = await labDoor();
    const id = (name: string) => ({ id: { S: name } });
    write(lab, { ...id('gone'), x: { N: '1' } });
    const answer = lab.ask('dynamodb:BatchWriteItem', {
      RequestItems: {
        Orders: [
          { PutRequest: { Item: id('a') } },
          { PutRequest: { Item: id('b') } },
          { DeleteRequest: { Key: id('gone') } },
          { DeleteRequest: { Key: id('never') } },
        ],
      },
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect(answer).toEqual({
      UnprocessedItems: {},
      ConsumedCapacity: [{ TableName: 'Orders', CapacityUnits: 4 }],
    });
    const Keys = ['a', 'gone', 'b'].map(id);
    const got = lab.ask('dynamodb:BatchGetItem', { RequestItems: { Orders: { Keys } } });
    expect(got).toEqual({ Responses: { Orders: [id('a'), id('b')] }, UnprocessedKeys: {} });
    expect(lab.simulation.world.state.streams[0]!.records).toEqual({
      INSERT: 3,
      MODIFY: 0,
      REMOVE: 1,
    });
  });

  it('gives back what was throttled, and is refused when all was', async () => {
    const billing = { readCapacityUnits: 5, writeCapacityUnits: 5 };
    const lab = await labDoor({ tables: [aTable({ billing })] });
    const large = (id: string) => ({ id: { S: id }, text: { S: 'x'.repeat(300_000) } });
    const Orders = Array.from({ length: 20 }, (_, i) => ({ PutRequest: { Item: large(`${i}`) } }));
    const { UnprocessedItems } = lab.ask('dynamodb:BatchWriteItem', { RequestItems: { Orders } });
    expect(UnprocessedItems.Orders.length).toBeGreaterThan(10);
    expect(lab.refusal('dynamodb:BatchWriteItem', { RequestItems: UnprocessedItems })).toMatch(
      /^ProvisionedThroughputExceededException/,
    );
    const { writes } = lab.simulation.world.state.tables[0]!;
    expect(writes.put + UnprocessedItems.Orders.length).toBe(20);
    expect(writes.throttled).toBe(2 * UnprocessedItems.Orders.length);
  });

  it('holds no item twice, and at most 25', async () => {
    const lab = await labDoor();
    const put = (id: string) => ({ PutRequest: { Item: { id: { S: id } } } });
    const refusal = (...Orders: object[]) =>
      lab.refusal('dynamodb:BatchWriteItem', { RequestItems: { Orders } });
    expect(refusal(put('a'), put('a'))).toBe(
      'ValidationException: Provided list of item keys contains duplicates',
    );
    expect(refusal(...Array.from({ length: 26 }, (_, i) => put(`${i}`)))).toMatch(
      /less than or equal to 25$/,
    );
    expect(refusal({})).toMatch(/^ValidationException/);
  });
});

describe('a transaction', () => {
  const put = (id: string, more = {}) => ({
    Put: { TableName: 'Orders', Item: { id: { S: id }, ...more } },
  });
  const transact = (...TransactItems: object[]) => ({ TransactItems });
  const call = 'dynamodb:TransactWriteItems';

  it('[T12] does everything at one instant, for twice the units; its records come one by one', async () => {
    const lab = await labDoor();
    const ids = Array.from({ length: 20 }, (_, i) => `k${i}`);
    const answer = lab.ask(call, {
      ...transact(...ids.map((id) => put(id))),
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect(answer.ConsumedCapacity).toEqual([
      { TableName: 'Orders', CapacityUnits: 40, WriteCapacityUnits: 40 },
    ]);
    const { changes } = lab.simulation.world;
    const all = ids.map((_, change) => change);
    expect(new Set(all.map((change) => changes.at.get(change))).size).toBe(1);
    expect(new Set(all.map((change) => changes.readableAt.get(change))).size).toBeGreaterThan(4);
  });

  it('[T12] does nothing when one condition fails, and says which', async () => {
    const lab = await labDoor();
    write(lab, { id: { S: 'held' } });
    const Key = { id: { S: 'held' } };
    const check = {
      TableName: 'Orders',
      Key,
      ConditionExpression: 'attribute_not_exists(id)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    };
    expect(lab.answer(call, transact(put('a'), { ConditionCheck: check }))).toEqual({
      ok: false,
      error: {
        name: 'TransactionCanceledException',
        message:
          'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]',
        statusCode: 400,
        extra: {
          CancellationReasons: [
            { Code: 'None' },
            {
              Code: 'ConditionalCheckFailed',
              Message: 'The conditional request failed',
              Item: Key,
            },
          ],
        },
      },
    });
    const { itemCount, writes } = lab.simulation.world.state.tables[0]!;
    expect([itemCount, writes.put, writes.conditionFailed]).toEqual([1, 1, 1]);
    const update = {
      Update: { TableName: 'Orders', Key, UpdateExpression: 'SET a = b' },
    };
    expect(lab.answer(call, transact(update))).toMatchObject({
      error: { extra: { CancellationReasons: [{ Code: 'ValidationError' }] } },
    });
  });

  it('[T13] with a token is done once in ten minutes, and refused for something else', async () => {
    const lab = await labDoor();
    const once = { ...transact(put('a')), ClientRequestToken: 't' };
    lab.ask(call, once);
    lab.ask('dynamodb:DeleteItem', { TableName: 'Orders', Key: { id: { S: 'a' } } });
    expect(lab.ask(call, { ...once, ReturnConsumedCapacity: 'TOTAL' })).toEqual({
      ConsumedCapacity: [{ TableName: 'Orders', CapacityUnits: 2, ReadCapacityUnits: 2 }],
    });
    expect(lab.simulation.world.state.tables[0]!.itemCount).toBe(0);
    expect(lab.refusal(call, { ...once, ...transact(put('b')) })).toMatch(
      /^IdempotentParameterMismatchException/,
    );
    lab.wait(601);
    lab.ask(call, once);
    expect(lab.simulation.world.state.tables[0]!.itemCount).toBe(1);
  });

  it('[T12] has one action for an item, and one kind for an action', async () => {
    const lab = await labDoor();
    expect(lab.refusal(call, transact(put('a'), put('a')))).toBe(
      'ValidationException: Transaction request cannot include multiple operations on one item',
    );
    const { Put } = put('a');
    const Delete = { TableName: 'Orders', Key: { id: { S: 'b' } } };
    expect(lab.refusal(call, transact({ Put, Delete }))).toBe(
      'ValidationException: TransactItems can only contain one of Check, Put, Update or Delete',
    );
  });

  it('[T12] reads several items at one instant', async () => {
    const lab = await labDoor();
    write(lab, { id: { S: 'a' }, x: { N: '1' } });
    const get = (id: string) => ({ Get: { TableName: 'Orders', Key: { id: { S: id } } } });
    const answer = lab.ask('dynamodb:TransactGetItems', {
      TransactItems: [get('a'), get('b')],
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect(answer.Responses).toEqual([{ Item: { id: { S: 'a' }, x: { N: '1' } } }, {}]);
    expect(answer.ConsumedCapacity[0].ReadCapacityUnits).toBe(4);
  });
});

describe('time to live', () => {
  const start = 1_767_603_600;
  const item = (id: string, value: object) => ({ id: { S: id }, ttl: value });

  it('[T14] deletes what has expired, late; what was moved or is no number of seconds stays', async () => {
    const lab = await labDoor({ tables: [aTable({ timeToLiveAttribute: 'ttl' })] });
    for (let i = 0; i < 20; i++) write(lab, item(`due${i}`, { N: String(start + 60) }));
    write(lab, item('text', { S: String(start + 60) }));
    write(lab, item('old', { N: String(start - 6 * 365 * 86_400) }));
    write(lab, item('moved', { N: String(start + 60) }));
    lab.wait(59);
    write(lab, item('moved', { N: String(start + 90_000_000) }));
    lab.wait(2);
    const { world } = lab.simulation;
    const left = () => world.state.tables[0]!.itemCount;
    expect(left()).toBeGreaterThan(20);
    lab.wait(1_800);
    expect(left()).toBeLessThan(23);
    lab.wait(48 * 3_600);
    expect(left()).toBe(3);
    const { writes, writeUnits } = world.state.tables[0]!;
    expect([writes.ttlDelete, writes.delete, writeUnits]).toEqual([20, 0, 24]);
  });

  it('[T15] says in the record who it was: the service', async () => {
    const lab = await labDoor({
      tables: [aTable({ timeToLiveAttribute: 'ttl' })],
      timeToLiveDelayMs: { p50: 1_000, p99: 2_000 },
    });
    write(lab, item('a', { N: String(start + 1) }));
    lab.wait(30);
    expect(entriesOf(lab.simulation.world, Entry.itemExpired)).toHaveLength(1);
    const { LatestStreamArn: StreamArn } = lab.ask('dynamodb:DescribeTable', {
      TableName: 'Orders',
    }).Table;
    const { Shards } = lab.ask('dynamodbstreams:DescribeStream', { StreamArn }).StreamDescription;
    const all = Shards.flatMap(({ ShardId }: Output) => {
      const { ShardIterator } = lab.ask('dynamodbstreams:GetShardIterator', {
        StreamArn,
        ShardId,
        ShardIteratorType: 'TRIM_HORIZON',
      });
      return lab.ask('dynamodbstreams:GetRecords', { ShardIterator }).Records;
    });
    expect(all.map((r: Output) => [r.eventName, r.userIdentity])).toEqual([
      ['INSERT', undefined],
      ['REMOVE', { PrincipalId: 'dynamodb.amazonaws.com', Type: 'Service' }],
    ]);
  });

  it('[T16] is on after a while, for items that were there too, and is not changed twice in an hour', async () => {
    const lab = await labDoor({ timeToLiveDelayMs: { p50: 1_000, p99: 2_000 } });
    write(lab, item('a', { N: String(start + 1) }));
    const set = (Enabled: boolean) => ({
      TableName: 'Orders',
      TimeToLiveSpecification: { Enabled, AttributeName: 'ttl' },
    });
    const status = () =>
      lab.ask('dynamodb:DescribeTimeToLive', { TableName: 'Orders' }).TimeToLiveDescription;
    expect(status()).toEqual({ TimeToLiveStatus: 'DISABLED' });
    expect(lab.refusal('dynamodb:UpdateTimeToLive', set(false))).toBe(
      'ValidationException: TimeToLive is already disabled',
    );
    lab.ask('dynamodb:UpdateTimeToLive', set(true));
    expect(status()).toEqual({ TimeToLiveStatus: 'ENABLING', AttributeName: 'ttl' });
    lab.wait(601);
    expect(status()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' });
    expect(lab.simulation.world.state.tables[0]!.itemCount).toBe(0);
    expect(lab.refusal('dynamodb:UpdateTimeToLive', set(false))).toMatch(/fixed interval$/);
    lab.wait(3_600);
    lab.ask('dynamodb:UpdateTimeToLive', set(false));
  });
});

describe('a Kinesis streaming destination', () => {
  it('[K20] gets what is written from the moment that it is ACTIVE, until it is switched off', async () => {
    const lab = await labDoor({
      kinesisStreams: [{ id: 'Changes', name: 'changes', shardCount: 1, retentionHours: 24 }],
    });
    const stream = lab.simulation.world.state.kinesisStreams[0]!;
    const input = { TableName: 'Orders', StreamArn: stream.arn };
    const status = () =>
      lab.ask('dynamodb:DescribeKinesisStreamingDestination', { TableName: 'Orders' })
        .KinesisDataStreamDestinations[0].DestinationStatus;
    const enabled = lab.ask('dynamodb:EnableKinesisStreamingDestination', input);
    expect(enabled.DestinationStatus).toBe('ENABLING');
    expect(lab.refusal('dynamodb:EnableKinesisStreamingDestination', input)).toMatch(
      /^ValidationException/,
    );
    write(lab, { id: { S: 'too early' } });
    lab.wait(10);
    expect(status()).toBe('ACTIVE');
    write(lab, { id: { S: 'a' } });
    lab.wait(10);
    expect(stream.records - stream.duplicates).toBe(1);
    lab.ask('dynamodb:UpdateKinesisStreamingDestination', {
      ...input,
      UpdateKinesisStreamingConfiguration: { ApproximateCreationDateTimePrecision: 'MICROSECOND' },
    });
    lab.wait(10);
    lab.ask('dynamodb:DisableKinesisStreamingDestination', input);
    lab.wait(10);
    expect(status()).toBe('DISABLED');
    write(lab, { id: { S: 'too late' } });
    lab.wait(10);
    expect(stream.records - stream.duplicates).toBe(1);
  });
});
