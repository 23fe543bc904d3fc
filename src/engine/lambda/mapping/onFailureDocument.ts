/**
 * The document that tells an on-failure destination of records given up. Queues and topics get a
 * pointer into the shard; a bucket gets the records too.
 *
 * Rules: [E26] members and counts, [E49] a pipe's dead letters.
 */
import { draw, Purpose } from '../../kernel/draw.ts';
import { isoText } from '../../kernel/isoText.ts';
import { DiscardReason } from '../../kernel/journal.ts';
import { epochMs, instant } from '../../kernel/time.ts';
import { recordAt } from '../../streams/shard.ts';
import { InvocationOutcome, type World } from '../../world.ts';
import { eventRecord, itemIdentifierOf } from '../events/eventRecord.ts';
import { membersOf } from './batch.ts';

/** The document of one row of `World.onFailures`; with the payload for an S3 destination. */
export function onFailureDocument(world: World, row: number): Record<string, unknown> {
  const { onFailures, state, definition } = world;
  const consumer = state.consumers[onFailures.consumer.get(row)]!;
  const mapping = state.mappings[consumer.mapping]!;
  const { region, accountId } = definition;
  const fn = state.functions[mapping.function]!;
  const members = membersOf(world, consumer, onFailures.from.get(row), onFailures.to.get(row));
  const isExhausted = onFailures.reason.get(row) === DiscardReason.retryAttemptsExhausted;
  const isBucket = state.targets[mapping.onFailureTarget]?.kind === 'S3';
  const sentAt = epochMs(definition.startAtMs, instant(onFailures.at.get(row)));
  const batch = batchInfo(world, consumer.shard, members);
  const isDynamoDb = mapping.sourceKind === 'DynamoDbStream';
  const condition = isExhausted ? 'RetryAttemptsExhausted' : 'RecordAgeExceeded';
  const batchName = isDynamoDb ? 'DDBStreamBatchInfo' : 'KinesisBatchInfo';
  if (mapping.isPipe) {
    const partnerResourceArn = `arn:aws:pipes:${region}:${accountId}:pipe/${mapping.id}`;
    const timestamp = `${isoText(sentAt)}Z`;
    return {
      context: { partnerResourceArn, condition },
      version: '1.0',
      timestamp,
      [batchName]: batch,
    };
  }
  return {
    requestContext: {
      requestId: requestIdOf(world, onFailures.invocation.get(row)),
      functionArn: `arn:aws:lambda:${region}:${accountId}:function:${fn.name}`,
      condition,
      approximateInvokeCount: onFailures.invokeCount.get(row),
    },
    // Of records that no invocation ever had there is no response to tell of.
    ...(onFailures.invocation.get(row) >= 0 && {
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        functionError: functionErrorOf(world, onFailures.invocation.get(row)),
      },
    }),
    version: '1.0',
    timestamp: `${isoText(sentAt)}Z`,
    [batchName]: batch,
    ...(isBucket && {
      payload: { Records: members.map((o) => eventRecord(world, consumer.shard, o)) },
    }),
  };
}

/** A UUID, one per invocation and seed. */
export function requestIdOf(world: World, invocation: number): string {
  const hex = [11, 12, 13, 14]
    .map((part) => draw(world.definition.seed, Purpose.identifier, invocation, part))
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
  const head = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...head, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** A report of item failures is no error of the function; everything else is unhandled. */
function functionErrorOf(world: World, invocation: number): 'Unhandled' | null {
  const outcome = world.outcomes.invocation.get(invocation);
  return outcome === InvocationOutcome.partial ? null : 'Unhandled';
}

/** DynamoDB tells whole seconds, Kinesis milliseconds. */
const arrivalText = (kind: string, ms: number): string =>
  `${isoText(ms).slice(0, kind === 'DynamoDbStream' ? 19 : 23)}Z`;

function batchInfo(world: World, shard: number, members: readonly number[]) {
  const { state, definition } = world;
  const { id, kind, stream } = state.shards[shard]!;
  const [first] = members;
  const last = members[members.length - 1];
  const arrival = (ordinal: number | undefined) =>
    ordinal === undefined
      ? null
      : arrivalText(kind, epochMs(definition.startAtMs, recordAt(world, shard, ordinal)));
  return {
    shardId: id,
    startSequenceNumber: first === undefined ? null : itemIdentifierOf(world, shard, first),
    endSequenceNumber: last === undefined ? null : itemIdentifierOf(world, shard, last),
    approximateArrivalOfFirstRecord: arrival(first),
    approximateArrivalOfLastRecord: arrival(last),
    batchSize: members.length,
    streamArn:
      kind === 'DynamoDbStream' ? state.streams[stream]!.arn : state.kinesisStreams[stream]!.arn,
  };
}
