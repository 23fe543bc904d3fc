/** A stream as DescribeStream or DescribeStreamSummary shows it, and one of its shards. */

import { sequenceNumberOf } from '../../engine/streams/record.ts';
import { isOpen } from '../../engine/streams/shard.ts';
import { streamStatus } from '../../engine/streams/streamCalls.ts';
import type { StreamState, World } from '../../engine/world.ts';
import { iteratorList } from '../figures/iterators.ts';
import { kinesisMetrics, streamMetrics } from '../figures/mapping/metricValues.ts';
import { shardFamily } from '../figures/shardFamily.ts';
import { ruleTexts } from '../ruleTexts.ts';
import { markOf } from '../scene/marks.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { shardLabel, siblingsOf } from '../scene/shardLabel.ts';
import { readerName } from '../sentences/consumerSentences.ts';
import { isFailing, standingOf } from '../standing.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { inspection, isoOf, secondsOf } from './inspection.ts';
import { recordLink } from './record.ts';
import { mappingSuggestions } from './suggestions.ts';
import { keySchema } from './table.ts';

type StreamSelection = Extract<Selection, { kind: 'stream' }>;

export function inspectStream(world: World, selection: StreamSelection): Inspection {
  return selection.stream < 0
    ? inspectKinesisStream(world, selection, -1 - selection.stream)
    : inspectDynamoDbStream(world, selection);
}

function inspectDynamoDbStream(world: World, selection: StreamSelection): Inspection {
  const { state } = world;
  const stream = state.streams[selection.stream]!;
  const table = state.tables[stream.table]!;
  const { KeySchema } = keySchema(table.schema);
  return inspection(selection, inspectWords.kinds.stream, table.name, {
    figures: [
      shardFamily(world, selection.stream),
      iteratorList(world, openOrHeld(world, stream)),
      streamMetrics(world, selection.stream),
    ],
    json: {
      StreamDescription: {
        StreamArn: stream.arn,
        StreamLabel: stream.label,
        StreamStatus: streamStatus(world, selection.stream),
        StreamViewType: stream.viewType,
        CreationRequestDateTime: secondsOf(world, stream.createdAt),
        TableName: table.name,
        KeySchema,
        Shards: stream.shards.map((shard) => describeShard(world, shard)),
      },
      Shardscope: { Records: stream.records, TrimmedRecords: stream.trimmed },
    },
    rules: ruleTexts('S1', 'S2', 'S4', 'S6', 'S7', 'S11', 'S19'),
    related: [
      {
        text: inspectWords.theTable(table.name),
        selection: { kind: 'table', table: stream.table },
      },
      ...mappingLinks(world, stream.mappings),
    ],
  });
}

/** Shards that somebody reads or holds an iterator of. */
const openOrHeld = ({ state }: World, { shards }: StreamState): number[] =>
  shards.filter((shard) => {
    const { iterators, closedAt } = state.shards[shard]!;
    return closedAt < 0 || iterators.length > 0;
  });

function inspectKinesisStream(
  world: World,
  selection: StreamSelection,
  number: number,
): Inspection {
  const { name, arn, retentionUs, shards, mappings, ...counts } =
    world.state.kinesisStreams[number]!;
  return inspection(selection, inspectWords.kinds.kinesisStream, name, {
    figures: [shardFamily(world, selection.stream), kinesisMetrics(world, number)],
    json: {
      StreamDescriptionSummary: {
        StreamName: name,
        StreamARN: arn,
        StreamStatus: 'ACTIVE',
        RetentionPeriodHours: retentionUs / 3_600_000_000,
        OpenShardCount: shards.filter((shard) => isOpen(world.state.shards[shard]!)).length,
      },
      Shards: shards.map((shard) => describeShard(world, shard)),
      Shardscope: {
        Records: counts.records,
        Duplicates: counts.duplicates,
        OutOfOrder: counts.outOfOrder,
        ChangeDataCaptureUnits: counts.changeDataCaptureUnits,
        TrimmedRecords: counts.trimmed,
      },
    },
    rules: ruleTexts('K1', 'K2', 'K3', 'K4', 'K5', 'K6'),
    related: mappingLinks(world, mappings),
  });
}

function mappingLinks(world: World, mappings: readonly number[]): Inspection['related'] {
  return mappings.map((mapping) => ({
    text: inspectWords.theMapping(world.state.mappings[mapping]!.id),
    selection: { kind: 'mapping', mapping },
  }));
}

/** A `Shard` of either kind of stream, in AWS's members. */
function describeShard(world: World, number: number): Record<string, unknown> {
  const { state, shardRecords } = world;
  const shard = state.shards[number]!;
  const { id, parent, kind, count, fromHash, toHash } = shard;
  const sequenceOf = (ordinal: number) => {
    const row = shardRecords[number]!.get(ordinal);
    return kind === 'DynamoDbStream'
      ? sequenceNumberOf(world, row)
      : kinesisSequenceNumber(number, ordinal);
  };
  const range: Record<string, string> = {};
  if (count > 0) range.StartingSequenceNumber = sequenceOf(0);
  if (count > 0 && !isOpen(shard)) range.EndingSequenceNumber = sequenceOf(count - 1);
  const wide = (hash: number) => (BigInt(hash) << 96n).toString();
  return {
    ShardId: id,
    ...(parent >= 0 ? { ParentShardId: state.shards[parent]!.id } : {}),
    ...(kind === 'KinesisStream'
      ? {
          HashKeyRange: {
            StartingHashKey: wide(fromHash),
            EndingHashKey: ((BigInt(toHash) << 96n) - 1n).toString(),
          },
        }
      : {}),
    SequenceNumberRange: range,
  };
}

/** Ours: 56 digits that rise in the shard, as Kinesis's do. */
const kinesisSequenceNumber = (shard: number, ordinal: number): string =>
  `4967${String(shard).padStart(12, '0')}${String(ordinal).padStart(40, '0')}`;

export function inspectShard(
  world: World,
  selection: Extract<Selection, { kind: 'shard' }>,
): Inspection {
  const { shard } = selection;
  const { state } = world;
  const { count, trimmed, openedAt, closedAt, kind, stream } = state.shards[shard]!;
  const readers = state.consumers.flatMap((consumer, number) =>
    consumer.shard === shard ? [standingOf(world, number)] : [],
  );
  const failing = readers.filter(isFailing);
  const blamed = failing.find((standing) => (standing.failure?.blame ?? -1) >= 0)?.failure?.blame;
  const isStream = kind === 'DynamoDbStream';
  return inspection(selection, inspectWords.kinds.shard, shardLabel(world, shard), {
    mark: blamed === undefined ? null : markOf(world, blamed, 'failing'),
    figures: isStream
      ? [shardFamily(world, stream, shard), iteratorList(world, [shard])]
      : [shardFamily(world, -1 - stream, shard)],
    json: {
      Shard: describeShard(world, shard),
      Consumers: readers.map((standing) => ({
        Function: readerName(world, standing.consumer),
        Phase: standing.phase,
        IteratorAgeMs: Math.round(standing.iteratorAgeMs),
        RecordsWaiting: standing.waiting,
        FailedAttempts: standing.failedAttempts,
        NextAttemptAt: isFailing(standing) ? isoOf(world, standing.nextAttemptAt) : null,
      })),
      Shardscope: {
        Records: count,
        TrimmedRecords: trimmed,
        OpenedAt: isoOf(world, openedAt),
        ClosedAt: isoOf(world, closedAt),
      },
    },
    rules: isStream
      ? ruleTexts(
          'S2',
          'S4',
          'S5',
          'S6',
          'S7',
          'S19',
          'E3',
          'E4',
          ...(failing.length > 0 ? (['E5', 'E6'] as const) : []),
        )
      : ruleTexts('K2', 'K3', 'K4', 'K5', 'E3'),
    suggestions: failing.flatMap(({ mapping }) => mappingSuggestions(world, mapping)),
    related: [
      ...familyOf(world, shard),
      ...(blamed === undefined ? [] : [recordLink(world, blamed)]),
    ],
  });
}

function familyOf(world: World, shard: number): Inspection['related'] {
  const { shards } = world.state;
  const state = shards[shard]!;
  const related: Inspection['related'] = [];
  if (state.parent >= 0) {
    const text = inspectWords.theParent(shardLabel(world, state.parent));
    related.push({ text, selection: { kind: 'shard', shard: state.parent } });
  }
  for (const child of siblingsOf(world, state)) {
    if (shards[child]!.parent !== shard) continue;
    const text = inspectWords.theChild(shardLabel(world, child));
    related.push({ text, selection: { kind: 'shard', shard: child } });
  }
  return related;
}
