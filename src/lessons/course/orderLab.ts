/**
 * Labs of the lessons on mappings: a table of orders with one partition, so its stream has one shard, and
 * functions that read it. Written as JSON, which a lab file may be.
 */
/** As in a lab file. */
export interface TimedCall {
  At: string;
  Call: string;
  Input: Record<string, unknown>;
}

export interface OrderFunction {
  Effects?: readonly { Do: string; Target: string; Idempotency?: string }[];
  /** Every invocation lasts so long. */
  ms?: number;
  /** Properties of its mapping beside stream and TRIM_HORIZON; null: nothing invokes it. */
  mapping: Readonly<Record<string, unknown>> | null;
}

export interface OrderLab {
  title: string;
  description: string;
  calls: readonly TimedCall[];
  functions: Readonly<Record<string, OrderFunction>>;
  /** Types of the targets, by their logical ids. */
  targets?: Readonly<Record<string, string>>;
  /** Properties of targets, by their logical ids. */
  properties?: Readonly<Record<string, unknown>>;
  /** More of `Metadata.Shardscope`. */
  section?: Readonly<Record<string, unknown>>;
  /** Instead of a partition of its own. */
  table?: Readonly<Record<string, unknown>>;
}

const ONE_PARTITION = { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 200 } };

export function orderLab(lab: OrderLab): string {
  const functions = Object.entries(lab.functions);
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: 'AWS::Serverless-2016-10-31',
    Description: lab.description,
    Metadata: {
      Shardscope: {
        Version: 1,
        Title: lab.title,
        Start: '2026-01-05T09:00:00Z',
        Until: '10m',
        Commands: lab.calls,
        Functions: Object.fromEntries(
          functions.map(([id, { Effects, ms = 100 }]) => [
            id,
            { ...(Effects && { Effects }), DurationMs: { P50: ms, P99: ms }, ColdStartMs: 0 },
          ]),
        ),
        ...lab.section,
      },
    },
    Resources: {
      Orders: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          ...ONE_PARTITION,
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
          ...lab.table,
        },
      },
      ...Object.fromEntries(functions.map(([id, { mapping }]) => [id, functionResource(mapping)])),
      ...Object.fromEntries(
        Object.entries(lab.targets ?? {}).map(([id, Type]) => [
          id,
          { Type, Properties: lab.properties?.[id] ?? {} },
        ]),
      ),
    },
  };
  return JSON.stringify(template, null, 2);
}

function functionResource(mapping: OrderFunction['mapping']) {
  const Stream = { 'Fn::GetAtt': ['Orders', 'StreamArn'] };
  const Properties = { Stream, StartingPosition: 'TRIM_HORIZON', ...mapping };
  return {
    Type: 'AWS::Serverless::Function',
    Properties: {
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Timeout: 10,
      ...(mapping !== null && { Events: { Changes: { Type: 'DynamoDB', Properties } } }),
    },
  };
}

type Attributes = Record<string, { S: string } | { N: string }>;

/** Puts an order, `order#` and its number. */
export const put = (At: string, order: number | string, more: Attributes = {}): TimedCall => ({
  At,
  Call: 'dynamodb:PutItem',
  Input: { TableName: 'Orders', Item: { id: { S: `order#${order}` }, ...more } },
});

export const remove = (At: string, order: number | string): TimedCall => ({
  At,
  Call: 'dynamodb:DeleteItem',
  Input: { TableName: 'Orders', Key: { id: { S: `order#${order}` } } },
});

/** Puts so many orders, a few milliseconds after each other. */
export const burst = (fromMs: number, count: number, first = 1, everyMs = 4): TimedCall[] =>
  Array.from({ length: count }, (_, i) => put(`${fromMs + i * everyMs}ms`, first + i));

/** Changes a mapping while the lab runs. */
export const update = (
  At: string,
  mapping: string,
  members: Record<string, unknown>,
): TimedCall => ({
  At,
  Call: 'lambda:UpdateEventSourceMapping',
  Input: { UUID: mapping, ...members },
});

/** Of a choice's world: a setting of a function's mapping from the beginning on. */
export const mappingOf = (fn: string, setting: string): string =>
  `Resources.${fn}.Properties.Events.Changes.Properties.${setting}`;
