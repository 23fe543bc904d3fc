/**
 * Faults put into the engine's own rules, one at a time: each must be found by a law or by a rule's
 * test. A text that is not in its file any more fails the test too, so that the list keeps up.
 */
export interface Mutation {
  why: string;
  /** Below src/engine. */
  file: string;
  find: string;
  put: string;
}

const consumer = 'lambda/consumer.ts';
const settlement = 'lambda/settlement.ts';
const table = 'dynamodb/table.ts';
const stream = 'streams/dynamoDbStream.ts';

export const MUTATIONS: readonly Mutation[] = [
  {
    why: 'a child shard is read before its parent',
    file: 'lambda/eventSourceMapping.ts',
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
    file: 'lambda/sendBatch.ts',
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
    file: 'lambda/batch.ts',
    find: 'isInLane(world, consumer, ordinal) && passesFilter(world, consumer, ordinal);',
    put: 'isInLane(world, consumer, ordinal);',
  },
  {
    why: 'the records of an item are spread over lanes',
    file: 'lambda/batch.ts',
    find: 'return finish(item ^ 0x1a9e) % consumer.lanes === consumer.lane;',
    put: 'return finish(item ^ ordinal) % consumer.lanes === consumer.lane;',
  },
  {
    why: 'a no-op makes a record',
    file: table,
    find: 'if (newImage === oldImage) {',
    put: 'if (newImage < -1) {',
  },
  {
    why: 'a put over an item is an INSERT',
    file: table,
    find: 'old < 0 ? ChangeKind.INSERT : ChangeKind.MODIFY',
    put: 'old < -1 ? ChangeKind.MODIFY : ChangeKind.INSERT',
  },
  {
    why: 'only the new image is charged',
    file: table,
    find: 'Math.max(oldBytes, images.sizeBytes(newImage))',
    put: 'images.sizeBytes(newImage)',
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
    file: 'lambda/plannedRun.ts',
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
  {
    why: 'a batch goes on past the end of its tumbling window',
    file: 'lambda/gather.ts',
    find: 'if (startMs > windowMs) return',
    put: 'if (startMs > windowMs + 1e15) return',
  },
  {
    why: 'a tumbling window forgets its state',
    file: 'lambda/function.ts',
    find: 'tumbling.state = run.windowState;',
    put: '',
  },
  {
    why: 'an answer without a state is taken',
    file: 'lambda/plannedRun.ts',
    find: 'return isObject || tumbling.isFinal;',
    put: 'return isObject || tumbling.records >= 0;',
  },
  {
    why: 'a state of any size is kept',
    file: consumer,
    find: '> WINDOW_STATE_BYTES) {',
    put: '> WINDOW_STATE_BYTES * 1e3) {',
  },
  {
    why: 'a child shard goes on with a state',
    file: 'lambda/gather.ts',
    find: 'if (found.isCut || atEnd) return true;',
    put: 'if (found.isCut) return true;',
  },
  {
    why: 'new lanes read from the highest checkpoint',
    file: 'lambda/mappingUpdate.ts',
    find: 'addConsumer(world, number, shard, lane, lowest)',
    put: 'addConsumer(world, number, shard, lane, highest)',
  },
  {
    why: 'polling goes on during an update',
    file: consumer,
    find: 'enabled && update === null && !denied;',
    put: 'enabled && !denied;',
  },
  {
    why: 'a lost permission is not noticed',
    file: consumer,
    find: 'update === null && !denied',
    put: 'update === null',
  },
  {
    why: 'LATEST keeps its place during an update though nothing was read',
    file: 'lambda/mappingUpdate.ts',
    find: 'if (!isUntouched || count === begins) continue;',
    put: 'if (isUntouched || count === begins) continue;',
  },
  {
    why: 'a batch may exceed 6 MB',
    file: 'lambda/gather.ts',
    find: 'if (bytes > INVOKE_PAYLOAD_BYTES &&',
    put: 'if (bytes > INVOKE_PAYLOAD_BYTES * 10 &&',
  },
  {
    why: 'what fell off can be read again',
    file: 'lambda/redrive.ts',
    find: 'first < state.shards[consumer.shard]!.trimmed',
    put: 'first < 0',
  },
  {
    why: 'a function grows without limit',
    file: 'lambda/function.ts',
    find: 'scaled < SCALING_STEP',
    put: 'scaled < SCALING_STEP * 9',
  },
  {
    why: 'a failed call leaves LastProcessingResult as it was',
    file: 'lambda/lastResult.ts',
    find: "reason === 0 || reason === FailureReason.partial ? 'OK'",
    put: "reason >= 0 ? 'OK'",
  },
  {
    why: 'a filter sees a Kinesis record without its data',
    file: 'lambda/eventRecord.ts',
    find: 'return { ...others, ...kinesis, data };',
    put: 'return { ...others, ...kinesis };',
  },
  {
    why: 'an alarm goes off at the first breach',
    file: 'cloudwatch/alarm.ts',
    find: 'breaching >= datapointsToAlarm',
    put: 'breaching >= 1',
  },
  {
    why: 'an alarm keeps its topic in the dark',
    file: 'cloudwatch/alarm.ts',
    find: 'state.targets[target]!.size++;',
    put: '',
  },
  {
    why: 'a rule takes every event',
    file: 'targets/eventRules.ts',
    find: '!patternOf(rule.pattern)(event)',
    put: '!patternOf(rule.pattern)',
  },
  {
    why: 'an enrichment that fails is left out',
    file: 'lambda/plannedRun.ts',
    find: 'fails: isBroken,',
    put: 'fails: false,',
  },
];
