/**
 * What an unmodified client of the AWS SDK goes through with a lab, whatever the way to it is: a table's
 * life, items, their changes in the stream, a mapping.
 */
import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  paginateScan,
  ResourceNotFoundException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import {
  CreateEventSourceMappingCommand,
  GetEventSourceMappingCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';

/** How the clients reach the lab. */
export type ClientConfig = Pick<DynamoDBClientConfig, 'endpoint' | 'requestHandler'>;

export interface Clients {
  dynamodb: DynamoDBClient;
  streams: DynamoDBStreamsClient;
  lambda: LambdaClient;
}

export function clientsOf(config: ClientConfig): Clients {
  const whole = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
    ...config,
  };
  return {
    dynamodb: new DynamoDBClient(whole),
    streams: new DynamoDBStreamsClient(whole),
    lambda: new LambdaClient(whole),
  };
}

const TableName = 'Carts';
const key = (id: string, at: number) => ({ id: { S: id }, at: { N: String(at) } });
const everyType = {
  ...key('every', 1),
  binary: { B: Uint8Array.of(0, 1, 254, 255) },
  truth: { BOOL: true },
  nothing: { NULL: true },
  list: { L: [{ S: 'a' }, { N: '1.5' }] },
  map: { M: { ü: { S: '🍏' } } },
  texts: { SS: ['a', 'b'] },
  numbers: { NS: ['1', '2'] },
  binaries: { BS: [Uint8Array.of(1), Uint8Array.of(2)] },
};

/** Name of what a promise was refused with, or `answered`. */
const refusalOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: Error) => error.name,
  );

/** Makes a table and waits until it can be used. @param wait lets virtual time pass. */
export async function makeTable({ dynamodb }: Clients, wait: () => Promise<void>): Promise<string> {
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'at', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  for (let looks = 0; looks < 200; looks++) {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    if (Table!.TableStatus === 'ACTIVE') return Table!.LatestStreamArn!;
    await wait();
  }
  throw new Error('The table never became ACTIVE.');
}

/** Items come back as they went, and refusals are the SDK's own classes. */
export async function itemJourney({ dynamodb }: Clients) {
  await dynamodb.send(new PutItemCommand({ TableName, Item: everyType }));
  const { Item: stored } = await dynamodb.send(
    new GetItemCommand({ TableName, Key: key('every', 1), ConsistentRead: true }),
  );
  const { Attributes: updated } = await dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: key('every', 1),
      UpdateExpression:
        'SET #n = list_append(#n, :more) REMOVE truth, nothing, binaries ADD texts :c',
      ExpressionAttributeNames: { '#n': 'list' },
      ExpressionAttributeValues: { ':more': { L: [{ N: '2' }] }, ':c': { SS: ['c'] } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  const failed = await dynamodb
    .send(
      new PutItemCommand({
        TableName,
        Item: key('every', 1),
        ConditionExpression: 'attribute_not_exists(id)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    )
    .catch((error: unknown) => error);
  const missing = await dynamodb
    .send(new GetItemCommand({ TableName: 'Nothing', Key: key('x', 1) }))
    .catch((error: unknown) => error);
  await dynamodb.send(new DeleteItemCommand({ TableName, Key: key('every', 1) }));
  return {
    sent: everyType,
    stored,
    updated,
    conditionFailed: failed instanceof ConditionalCheckFailedException,
    itemOfFailure: (failed as ConditionalCheckFailedException).Item?.id,
    missing: missing instanceof ResourceNotFoundException,
    noKey: await refusalOf(
      dynamodb.send(new PutItemCommand({ TableName, Item: { id: { S: 'x' } } })),
    ),
    badExpression: await refusalOf(
      dynamodb.send(
        new UpdateItemCommand({ TableName, Key: key('x', 1), UpdateExpression: 'SET = :a' }),
      ),
    ),
  };
}

/** Batches, a transaction, and pages of what they wrote. */
export async function manyItemsJourney({ dynamodb }: Clients) {
  for (let batch = 0; batch < 4; batch++) {
    const requests = Array.from({ length: 25 }, (_, i) => ({
      PutRequest: { Item: { ...key('many', batch * 25 + i), text: { S: 'x'.repeat(40) } } },
    }));
    await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
  }
  const conditioned = { TableName, ConditionExpression: 'attribute_not_exists(id)' };
  const transaction = (at: number) =>
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { ...conditioned, Item: key('torn', at) } },
        { Put: { ...conditioned, Item: key('torn', at + 1) } },
      ],
    });
  await dynamodb.send(transaction(1));
  const cancelled = await dynamodb.send(transaction(2)).catch((error: unknown) => error);
  const queried: number[] = [];
  const query = {
    TableName,
    KeyConditionExpression: 'id = :id AND #at BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':id': { S: 'many' }, ':from': { N: '10' }, ':to': { N: '49' } },
    ScanIndexForward: false,
  };
  for await (const { Items = [] } of paginateQuery({ client: dynamodb, pageSize: 7 }, query)) {
    queried.push(...Items.map((item) => Number(item.at!.N)));
  }
  let scanned = 0;
  for await (const { Count = 0 } of paginateScan(
    { client: dynamodb, pageSize: 30 },
    { TableName },
  )) {
    scanned += Count;
  }
  const { name, CancellationReasons } = cancelled as {
    name: string;
    CancellationReasons?: { Code?: string }[];
  };
  return {
    queried,
    scanned,
    cancelled: name,
    reasons: CancellationReasons?.map(({ Code }) => Code),
  };
}

/** Everything that a stream holds, shard by shard. */
export async function readStream({ streams }: Clients, StreamArn: string): Promise<StreamRecord[]> {
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const records: StreamRecord[] = [];
  for (const { ShardId } of StreamDescription!.Shards!) {
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
    );
    let next = ShardIterator;
    for (let reads = 0; next !== undefined && reads < 3; reads++) {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator: next, Limit: 1_000 }));
      records.push(...page.Records!);
      next = page.NextShardIterator;
    }
  }
  return records;
}

/** A mapping's life, by REST. */
export async function mappingJourney(
  { lambda }: Clients,
  EventSourceArn: string,
  functionName: string,
) {
  const FunctionName = functionName;
  const made = await lambda.send(
    new CreateEventSourceMappingCommand({
      FunctionName,
      EventSourceArn,
      StartingPosition: 'LATEST',
    }),
  );
  const UUID = made.UUID!;
  const listed = await lambda.send(new ListEventSourceMappingsCommand({ FunctionName }));
  const got = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
  const unknown = await lambda
    .send(new GetEventSourceMappingCommand({ UUID: '00000000-0000-4000-8000-000000000000' }))
    .catch((error: { name: string; $metadata: { httpStatusCode: number } }) => error);
  return {
    made: [made.$metadata.httpStatusCode, made.State, made.StartingPosition],
    isListed: listed.EventSourceMappings!.some((mapping) => mapping.UUID === UUID),
    hasDate: got.LastModified instanceof Date,
    unknown: [(unknown as { name: string }).name, unknown.$metadata.httpStatusCode],
    UUID,
  };
}

/** Once the mapping is Enabled: changed, and refused. @param wait lets virtual time pass. */
export async function mappingEnd({ lambda }: Clients, UUID: string, wait: () => Promise<void>) {
  const change = new UpdateEventSourceMappingCommand({ UUID, BatchSize: 7 });
  const { $metadata } = await lambda.send(change);
  for (let i = 0; i < 30; i++) await wait();
  const changed = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
  const refused = await refusalOf(
    lambda.send(new UpdateEventSourceMappingCommand({ UUID, BatchSize: 20_000 })),
  );
  return { changed: [$metadata.httpStatusCode, changed.BatchSize, changed.State], refused };
}
