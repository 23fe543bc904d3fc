/** `TableDescription`: a table in AWS's words. */

import type { KeySchema } from '../../engine/item/key.ts';
import { draw, Purpose } from '../../engine/kernel/draw.ts';
import { epochMs, type Instant } from '../../engine/kernel/time.ts';
import type { LocalIndex, TableState, World } from '../../engine/world.ts';

/** Epoch seconds, with their milliseconds, of an instant of the lab. */
export const epochSeconds = (world: World, at: Instant): number =>
  epochMs(world.definition.startAtMs, at) / 1_000;

export const tableArn = (world: World, table: TableState): string =>
  `arn:aws:dynamodb:${world.definition.region}:${world.definition.accountId}:table/${table.name}`;

/** Eight, four, four, four and twelve hexadecimal digits, one value per seed, purpose and number. */
export function uuidFrom(world: World, number: number, part: number): string {
  const hex = [0, 1, 2, 3]
    .map((word) => draw(world.definition.seed, Purpose.identifier, number, part + word))
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
  const head = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...head, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

export function keySchemaOf({ partitionKey, sortKey }: KeySchema): Record<string, string>[] {
  const hash = { AttributeName: partitionKey.name, KeyType: 'HASH' };
  return sortKey ? [hash, { AttributeName: sortKey.name, KeyType: 'RANGE' }] : [hash];
}

/** `isBrief`: as CreateTable and DeleteTable answer, without what a table can serve at once. */
export function tableDescription(
  world: World,
  number: number,
  isBrief = false,
): Record<string, unknown> {
  const table = world.state.tables[number]!;
  return {
    AttributeDefinitions: attributeDefinitions(table),
    TableName: table.name,
    KeySchema: keySchemaOf(table.schema),
    TableStatus: table.status === 'DELETED' ? 'DELETING' : table.status,
    CreationDateTime: epochSeconds(world, table.createdAt),
    ProvisionedThroughput: provisionedThroughput(world, table),
    TableSizeBytes: table.sizeBytes,
    ItemCount: table.itemCount,
    TableArn: tableArn(world, table),
    TableId: uuidFrom(world, number, 31),
    ...billingModeSummary(world, table),
    ...(table.localIndexes.length > 0 && {
      LocalSecondaryIndexes: table.localIndexes.map((index) => localIndex(world, table, index)),
    }),
    ...streamMembers(world, table),
    DeletionProtectionEnabled: table.deletionProtection,
    ...(!isBrief && { WarmThroughput: warmThroughput(table) }),
  };
}

/** Only of a table that is or was on demand; since when, once it has been made. */
function billingModeSummary(world: World, table: TableState): Record<string, unknown> {
  const { billing, onDemandSince, status } = table;
  if (onDemandSince < 0) return {};
  return {
    BillingModeSummary: {
      BillingMode: billing === 'PAY_PER_REQUEST' ? billing : 'PROVISIONED',
      ...(status !== 'CREATING' && {
        LastUpdateToPayPerRequestDateTime: epochSeconds(world, onDemandSince),
      }),
    },
  };
}

/** Being updated only while that itself is what the table is updated for. */
function warmThroughput({ warm, status, changedAt }: TableState): Record<string, unknown> {
  const isRising = status === 'UPDATING' && warm.raisedAt === changedAt;
  return {
    ReadUnitsPerSecond: warm.readUnitsPerSecond,
    WriteUnitsPerSecond: warm.writeUnitsPerSecond,
    Status: isRising ? 'UPDATING' : 'ACTIVE',
  };
}

function attributeDefinitions({ schema, localIndexes }: TableState): Record<string, string>[] {
  const { partitionKey, sortKey } = schema;
  const keys = [partitionKey, ...(sortKey ? [sortKey] : []), ...localIndexes.map((i) => i.sortKey)];
  const types = new Map(keys.map(({ name, type }) => [name, type]));
  return [...types].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
}

function provisionedThroughput(world: World, table: TableState): Record<string, number> {
  const { billing, throughputIncreasedAt, throughputDecreasedAt } = table;
  const isOnDemand = billing === 'PAY_PER_REQUEST';
  return {
    ...(throughputIncreasedAt >= 0 && {
      LastIncreaseDateTime: epochSeconds(world, throughputIncreasedAt),
    }),
    ...(throughputDecreasedAt >= 0 && {
      LastDecreaseDateTime: epochSeconds(world, throughputDecreasedAt),
    }),
    NumberOfDecreasesToday: 0,
    ReadCapacityUnits: isOnDemand ? 0 : billing.readCapacityUnits,
    WriteCapacityUnits: isOnDemand ? 0 : billing.writeCapacityUnits,
  };
}

function localIndex(world: World, table: TableState, index: LocalIndex): Record<string, unknown> {
  const { partitionKey } = table.schema;
  return {
    IndexName: index.name,
    KeySchema: keySchemaOf({ partitionKey, sortKey: index.sortKey }),
    Projection: index.projection,
    IndexSizeBytes: 0,
    ItemCount: 0,
    IndexArn: `${tableArn(world, table)}/index/${index.name}`,
  };
}

/** The specification is there while the stream is on, its ARN also after that. */
function streamMembers(world: World, { stream }: TableState): Record<string, unknown> {
  if (stream < 0) return {};
  const { enabled, viewType, arn, label } = world.state.streams[stream]!;
  return {
    ...(enabled && { StreamSpecification: { StreamEnabled: true, StreamViewType: viewType } }),
    LatestStreamLabel: label,
    LatestStreamArn: arn,
  };
}
