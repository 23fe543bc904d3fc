/** A table as DescribeTable shows it, and one of its partitions, which AWS does not show. */
import type { KeySchema } from '../../engine/item/key.ts';
import type { World } from '../../engine/world.ts';
import { hashRing } from '../figures/hashRing.ts';
import { itemLists } from '../figures/itemLists.ts';
import { tableMetrics } from '../figures/mapping/metricValues.ts';
import { ruleTexts } from '../ruleTexts.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { inspection, secondsOf } from './inspection.ts';

export function inspectTable(
  world: World,
  selection: Extract<Selection, { kind: 'table' }>,
): Inspection {
  const { table } = selection;
  const { state } = world;
  const { name, stream, kinesisStream } = state.tables[table]!;
  const related: Inspection['related'] = [];
  if (stream >= 0) {
    related.push({ text: inspectWords.theStream(name), selection: { kind: 'stream', stream } });
  }
  if (kinesisStream >= 0) {
    const text = inspectWords.theKinesisStream(state.kinesisStreams[kinesisStream]!.name);
    related.push({ text, selection: { kind: 'stream', stream: -1 - kinesisStream } });
  }
  return inspection(selection, inspectWords.kinds.table, name, {
    figures: [hashRing(world, table), ...itemLists(world, table), tableMetrics(world, table)],
    json: { Table: describeTable(world, table) },
    rules: ruleTexts('T1', 'T2', 'P1', 'P3', 'P5'),
    related,
  });
}

function describeTable(world: World, table: number): Record<string, unknown> {
  const { state, definition } = world;
  const {
    name,
    status,
    createdAt,
    itemCount,
    sizeBytes,
    stream,
    writes,
    writeUnits,
    readUnits,
    partitions,
    expiredCount,
  } = state.tables[table]!;
  const { region, accountId } = definition;
  const { schema, billing, timeToLiveAttribute } = state.tables[table]!;
  return {
    TableName: name,
    TableArn: `arn:aws:dynamodb:${region}:${accountId}:table/${name}`,
    TableStatus: status,
    ...keySchema(schema),
    CreationDateTime: secondsOf(world, createdAt),
    ItemCount: itemCount,
    TableSizeBytes: sizeBytes,
    ...(billing === 'PAY_PER_REQUEST'
      ? { BillingModeSummary: { BillingMode: billing } }
      : {
          ProvisionedThroughput: {
            ReadCapacityUnits: billing.readCapacityUnits,
            WriteCapacityUnits: billing.writeCapacityUnits,
          },
        }),
    ...(stream >= 0 ? streamMembers(world, stream) : {}),
    ...(timeToLiveAttribute ? { TimeToLive: { AttributeName: timeToLiveAttribute } } : {}),
    // Not AWS's: what the model counts.
    Shardscope: {
      Partitions: partitions.map((partition) => state.partitions[partition]!.id),
      ItemsBeforeStream: state.streams[stream]?.itemsBefore ?? 0,
      ExpiredItems: expiredCount,
      Writes: writes,
      ConsumedWriteUnits: writeUnits,
      ConsumedReadUnits: readUnits,
    },
  };
}

function streamMembers(world: World, stream: number): Record<string, unknown> {
  const { arn, label, viewType, enabled } = world.state.streams[stream]!;
  return {
    StreamSpecification: { StreamEnabled: enabled, StreamViewType: viewType },
    LatestStreamLabel: label,
    LatestStreamArn: arn,
  };
}

/** `AttributeDefinitions` and `KeySchema`. */
export function keySchema({ partitionKey, sortKey }: KeySchema): Record<string, unknown> {
  const keys = sortKey ? [partitionKey, sortKey] : [partitionKey];
  return {
    AttributeDefinitions: keys.map(({ name, type }) => ({
      AttributeName: name,
      AttributeType: type,
    })),
    KeySchema: keys.map(({ name }, i) => ({
      AttributeName: name,
      KeyType: i === 0 ? 'HASH' : 'RANGE',
    })),
  };
}

export function inspectPartition(
  world: World,
  selection: Extract<Selection, { kind: 'partition' }>,
): Inspection {
  const { state } = world;
  const partition = state.partitions[selection.partition]!;
  const { table, shard, parent, fromHash, toHash } = partition;
  const hex = (hash: number) => `0x${hash.toString(16).padStart(8, '0')}`;
  const related: Inspection['related'] = [
    { text: inspectWords.theTable(state.tables[table]!.name), selection: { kind: 'table', table } },
  ];
  if (shard >= 0) {
    const text = inspectWords.theShard(shardLabel(world, shard));
    related.push({ text, selection: { kind: 'shard', shard } });
  }
  if (parent >= 0) {
    const text = inspectWords.theParent(state.partitions[parent]!.id);
    related.push({ text, selection: { kind: 'partition', partition: parent } });
  }
  return inspection(selection, inspectWords.kinds.partition, partition.id, {
    figures: [hashRing(world, table, { partition: selection.partition })],
    json: {
      PartitionId: partition.id,
      Open: partition.open,
      ParentPartitionId: parent < 0 ? null : state.partitions[parent]!.id,
      HashRange: { From: hex(fromHash), To: hex(toHash - 1) },
      ItemCount: partition.itemCount,
      WriteUnitsThisSecond:
        partition.second === Math.floor(world.now / 1_000_000) ? partition.unitsThisSecond : 0,
      WriteUnitsPeakPerSecond: partition.unitsPeakPerSecond,
      ThrottledWrites: partition.throttledWrites,
      ThrottledReads: partition.throttledReads,
      HotSeconds: partition.hotSeconds,
      Limits: { WriteUnitsPerSecond: 1_000, ReadUnitsPerSecond: 3_000 },
    },
    rules: ruleTexts('P1', 'P2', 'P4', 'P10', 'S2'),
    related,
  });
}
