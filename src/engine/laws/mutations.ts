import { mappingMutations } from './mappingMutations.ts';
import type { Mutation } from './mutation.ts';

const consumer = 'lambda/mapping/consumer.ts';
const settlement = 'lambda/mapping/settlement.ts';
const table = 'dynamodb/table.ts';
const stream = 'streams/dynamoDbStream.ts';

/**
 * Faults put into the engine's own rules, one at a time: each must be found by a law or by a rule's
 * test. A text that is not in its file any more fails the test too, so that the list keeps up.
 */
export const MUTATIONS: readonly Mutation[] = [
  {
    why: 'a child shard is read before its parent',
    file: 'lambda/mapping/eventSourceMapping.ts',
    find: "return consumer.shard === parent && consumer.phase !== 'drained';",
    put: 'return consumer.shard === parent && parent < 0;',
  },
  {
    why: 'children never begin',
    file: consumer,
    find: 'if (state.shards[child.shard]!.parent === consumer.shard) startConsumer(world, other);',
    put: 'if (state.shards[child.shard]!.parent === child.shard) startConsumer(world, other);',
  },
  {
    why: 'the checkpoint advances too far on success',
    file: consumer,
    find: 'settle(world, number, consumer.to, Settled.succeeded);',
    put: 'settle(world, number, world.state.shards[consumer.shard]!.count, Settled.succeeded);',
  },
  {
    why: 'a throttle uses up an attempt',
    file: 'lambda/mapping/sendBatch.ts',
    find: '    mapping.meters.throttled++;\n',
    put: '    mapping.meters.throttled++;\n    consumer.attempts++;\n    if (mapping.maximumRetryAttempts >= 0 && consumer.attempts > mapping.maximumRetryAttempts) {\n      discard(world, number, to, DiscardReason.retryAttemptsExhausted);\n    }\n',
  },
  {
    why: 'one retry too many',
    file: consumer,
    find: 'consumer.attempts > maximumRetryAttempts',
    put: 'consumer.attempts > maximumRetryAttempts + 1',
  },
  {
    why: 'one retry too few',
    file: consumer,
    find: 'consumer.attempts > maximumRetryAttempts',
    put: 'consumer.attempts >= maximumRetryAttempts',
  },
  {
    why: 'a split uses up an attempt',
    file: consumer,
    find: 'const attempts = consumer.attempts - 1;',
    put: 'const attempts = consumer.attempts;',
  },
  {
    why: 'a bisect drops the second half',
    file: consumer,
    find: 'consumer.halves.push({ from: middle, to: consumer.to, attempts });',
    put: 'settle(world, number, consumer.from, Settled.succeeded);',
  },
  {
    why: 'the second half begins one record late',
    file: consumer,
    find: 'const middle = members[Math.ceil(members.length / 2)]!;',
    put: 'const middle = members[Math.ceil(members.length / 2)]! + 1;',
  },
  {
    why: 'a partial failure retries everything',
    file: consumer,
    find: 'settle(world, number, consumer.failedFrom, Settled.succeeded);',
    put: 'consumer.failedFrom = consumer.from;',
  },
  {
    why: 'what follows a partial failure keeps the old attempts',
    file: consumer,
    find: '    consumer.from = consumer.failedFrom;\n    consumer.attempts = 0;',
    put: '    consumer.from = consumer.failedFrom;',
  },
  {
    why: 'the back-off does not grow',
    file: consumer,
    find: '(1 << Math.min(consumer.attempts - 1, 10))',
    put: '1',
  },
  {
    why: 'the back-off has no limit',
    file: consumer,
    find: 'Math.min(doubled, RETRY_BACKOFF_MOST)',
    put: 'Math.max(doubled, 0)',
  },
  {
    why: 'a batch does not wait for its window',
    file: consumer,
    find: 'if (mayWait && world.now < consumer.wakeAt) {',
    put: 'if (mayWait && world.now > consumer.wakeAt) {',
  },
  {
    why: 'expired records are tried on',
    file: settlement,
    find: 'if (trimmed <= consumer.checkpoint) return;',
    put: 'if (trimmed >= consumer.checkpoint) return;',
  },
  {
    why: 'the maximum age is not looked at',
    file: settlement,
    find: 'if (maximumRecordAgeMs < 0) return;',
    put: 'if (maximumRecordAgeMs < 1e9) return;',
  },
  {
    why: 'a change is counted twice',
    file: settlement,
    find: 'if ((packed & 7) !== Settled.pending) return;',
    put: '',
  },
  {
    why: 'filtered records are delivered',
    file: 'lambda/mapping/batch.ts',
    find: 'isInLane(world, consumer, ordinal) && passesFilter(world, consumer, ordinal);',
    put: 'isInLane(world, consumer, ordinal);',
  },
  {
    why: 'the records of an item are spread over lanes',
    file: 'lambda/mapping/batch.ts',
    find: 'return finish(item ^ 0x1a9e) % consumer.lanes === consumer.lane;',
    put: 'return finish(item ^ ordinal) % consumer.lanes === consumer.lane;',
  },
  {
    why: 'a no-op makes a record',
    file: table,
    find: 'if (newImage === old.image) {',
    put: 'if (newImage < -1) {',
  },
  {
    why: 'a put over an item is an INSERT',
    file: table,
    find: 'old.image < 0 ? ChangeKind.INSERT : ChangeKind.MODIFY',
    put: 'old.image < -1 ? ChangeKind.MODIFY : ChangeKind.INSERT',
  },
  {
    why: 'only the new image is charged',
    file: table,
    find: 'Math.max(old.bytes, newBytes)',
    put: 'newBytes',
  },
  {
    why: 'a later record can be read before an earlier one',
    file: stream,
    find: 'if (before > visibleAt) visibleAt = before;',
    put: '',
  },
  {
    why: 'a child shard forgets its parent',
    file: stream,
    find: 'openPartitionShard(world, shard.partition, number);',
    put: 'openPartitionShard(world, shard.partition, -1);',
  },
  {
    why: 'records fall off an hour early',
    file: 'limits.ts',
    find: 'export const STREAM_RETENTION = hours(24);',
    put: 'export const STREAM_RETENTION = hours(23);',
  },
  {
    why: 'an external version that is equal is taken',
    file: 'targets/target.ts',
    find: 'change <= effects.change.get(last)',
    put: 'change < effects.change.get(last)',
  },
  {
    why: 'a delete is remembered for ever',
    file: 'targets/target.ts',
    find: '<= INDEX_TOMBSTONE_LIFE',
    put: '<= INDEX_TOMBSTONE_LIFE * 1e6',
  },
  {
    why: 'a crash takes its effects back',
    file: 'lambda/function/plannedRun.ts',
    find: 'run.effects = within(drawn, 1, run.effects);',
    put: 'run.effects = 0;',
  },
  {
    why: 'the poll forgets the watermark of the poll before',
    file: 'polling/scan.ts',
    find: 'if (stamp !== null && stamp > poller.watermarkMs) {',
    put: 'if (stamp !== null) {',
  },
  {
    why: 'a removed item counts as collapsed',
    file: 'polling/scan.ts',
    find: 'miss(world, number, change, MissReason.delete);',
    put: 'miss(world, number, change, MissReason.collapsed);',
  },
  ...mappingMutations,
];
