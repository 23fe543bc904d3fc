/** The lab of most practice questions, with what is different in each: orders, a function, a search index. */

type Mapping = Readonly<Record<string, unknown>>;

export interface OrdersLab {
  /** Properties of the table `Orders`, over its usual ones. */
  table?: Mapping;
  /** Properties of the function `Indexer`. */
  fn?: Mapping;
  /** Properties of its mapping. */
  mapping?: Mapping;
  /** How the function behaves: its part of `Metadata.Shardscope.Functions`. */
  behaviour?: Mapping;
  /** More of `Metadata.Shardscope`: Items, Traffic, Faults, Pollers. */
  section?: Mapping;
  commands?: readonly Mapping[];
  /** More resources. */
  resources?: Mapping;
  /** Neither a function nor an index. */
  bare?: true;
}

/** Where the settings of the mapping stand in the lab. */
export const MAPPING = 'Resources.Indexer.Properties.Events.Changes.Properties';

const STREAM = { 'Fn::GetAtt': ['Orders', 'StreamArn'] };

/** The stream of `Orders`, in calls; in the lab file it is referred to. */
export const STREAM_ARN =
  'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-05T09:00:00.000';

/** The text of the lab file. A table of so few units has one partition, and so one shard. */
export function ordersLab(lab: OrdersLab): string {
  return JSON.stringify(
    {
      AWSTemplateFormatVersion: '2010-09-09',
      Transform: 'AWS::Serverless-2016-10-31',
      Metadata: {
        Shardscope: {
          Version: 1,
          Title: 'Orders that sync to search',
          Start: '2026-01-05T09:00:00Z',
          Until: '10m',
          ...lab.section,
          Commands: lab.commands ?? [],
          ...(lab.bare !== true && { Functions: { Indexer: behaviourOf(lab) } }),
        },
      },
      Resources: { ...ordersResources(lab), ...lab.resources },
    },
    null,
    2,
  );
}

const behaviourOf = ({ behaviour }: OrdersLab): Mapping => ({
  Effects: [{ Do: 'IndexDocuments', Target: 'OrderSearch', Idempotency: 'ExternalVersion' }],
  ColdStartMs: 0,
  ...behaviour,
});

function ordersResources({ table, fn, mapping, bare }: OrdersLab): Mapping {
  const orders = {
    Orders: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        ...table,
      },
    },
  };
  if (bare) return orders;
  return {
    ...orders,
    Indexer: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        InlineCode: 'exports.handler = async () => {};',
        Timeout: 10,
        Events: {
          Changes: {
            Type: 'DynamoDB',
            Properties: {
              Stream: STREAM,
              StartingPosition: 'TRIM_HORIZON',
              BatchSize: 10,
              ...mapping,
            },
          },
        },
        ...fn,
      },
    },
    OrderSearch: { Type: 'AWS::OpenSearchService::Domain', Properties: { DomainName: 'orders' } },
  };
}

/** Another function, which reads the stream if it is told to. */
export const anotherFunction = (reads: boolean): Mapping => ({
  Type: 'AWS::Serverless::Function',
  Properties: {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    InlineCode: 'exports.handler = async () => {};',
    ...(reads && {
      Events: {
        Changes: {
          Type: 'DynamoDB',
          Properties: { Stream: STREAM, StartingPosition: 'TRIM_HORIZON', BatchSize: 10 },
        },
      },
    }),
  },
});

/** A call at an instant: `call('5s', 'dynamodb:UpdateTable', { … })`. */
export const call = (At: string, Call: string, Input: Mapping): Mapping => ({ At, Call, Input });

type Attributes = Readonly<Record<string, string | number>>;

const itemOf = (attributes: Attributes): Mapping =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, attributeOf(value)]));

const attributeOf = (value: string | number): Mapping =>
  typeof value === 'number' ? { N: String(value) } : { S: value };

/** Puts an order. */
export const put = (at: string, id: string, attributes: Attributes = {}): Mapping =>
  call(at, 'dynamodb:PutItem', { TableName: 'Orders', Item: itemOf({ id, ...attributes }) });

/** The first order of many questions. */
export const placed = put('1s', 'order#1', { status: 'placed' });

/** Puts orders, one a second: the first of these numbers at so many seconds. */
export const orderEachSecond = (from: number, count: number): Mapping[] =>
  Array.from({ length: count }, (_, n) => put(`${from + n}s`, `order#${from + n}`));

/** Sets attributes of an order. */
export const update = (at: string, id: string, attributes: Attributes): Mapping => {
  const names = Object.keys(attributes);
  return call(at, 'dynamodb:UpdateItem', {
    TableName: 'Orders',
    Key: itemOf({ id }),
    UpdateExpression: `SET ${names.map((_, i) => `#a${i} = :a${i}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#a${i}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      names.map((name, i) => [`:a${i}`, attributeOf(attributes[name]!)]),
    ),
  });
};

/** Deletes an order. */
export const remove = (at: string, id: string): Mapping =>
  call(at, 'dynamodb:DeleteItem', { TableName: 'Orders', Key: itemOf({ id }) });

/** Enables or disables the stream of `Orders`. */
export const setStream = (at: string, StreamSpecification: Mapping): Mapping =>
  call(at, 'dynamodb:UpdateTable', { TableName: 'Orders', StreamSpecification });

export const disableStream = (at: string): Mapping => setStream(at, { StreamEnabled: false });

/** Gives `Orders` another provisioned throughput of writes. */
export const setWriteUnits = (at: string, WriteCapacityUnits: number): Mapping =>
  call(at, 'dynamodb:UpdateTable', {
    TableName: 'Orders',
    ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits },
  });

/** Connects a function with the stream. */
export const connect = (
  at: string,
  FunctionName: string,
  StartingPosition = 'TRIM_HORIZON',
): Mapping =>
  call(at, 'lambda:CreateEventSourceMapping', {
    EventSourceArn: STREAM_ARN,
    FunctionName,
    StartingPosition,
  });

/** Gives the first batch that was given up to its function once more. */
export const redrive = (at: string): Mapping => call(at, 'shardscope:Redrive', { document: 0 });
