import type { Mutation } from './mutation.ts';

const consumer = 'lambda/mapping/consumer.ts';

/** Faults in the rules of updates, tumbling windows, permissions, pipes and alarms. */
export const mappingMutations: readonly Mutation[] = [
  {
    why: 'a batch goes on past the end of its tumbling window',
    file: 'lambda/mapping/gather.ts',
    find: 'if (startMs > windowMs) return',
    put: 'if (startMs > windowMs + 1e15) return',
  },
  {
    why: 'a tumbling window forgets its state',
    file: 'lambda/function/function.ts',
    find: 'tumbling.state = run.windowState;',
    put: '',
  },
  {
    why: 'an answer without a state is taken',
    file: 'lambda/mapping/answer.ts',
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
    file: 'lambda/mapping/gather.ts',
    find: 'if (found.isCut || atEnd) return true;',
    put: 'if (found.isCut) return true;',
  },
  {
    why: 'new lanes read from the highest checkpoint',
    file: 'lambda/mapping/mappingUpdate.ts',
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
    file: 'lambda/mapping/mappingUpdate.ts',
    find: 'if (!isUntouched || count === begins) continue;',
    put: 'if (isUntouched || count === begins) continue;',
  },
  {
    why: 'a batch may exceed 6 MB',
    file: 'lambda/mapping/gather.ts',
    find: 'if (bytes > INVOKE_PAYLOAD_BYTES &&',
    put: 'if (bytes > INVOKE_PAYLOAD_BYTES * 10 &&',
  },
  {
    why: 'what fell off can be read again',
    file: 'lambda/mapping/redriveRecords.ts',
    find: 'first >= world.state.shards[shard]!.trimmed',
    put: 'first >= 0',
  },
  {
    why: 'a function grows without limit',
    file: 'lambda/function/environment.ts',
    find: 'scaled < SCALING_STEP',
    put: 'scaled < SCALING_STEP * 9',
  },
  {
    why: 'a failed call leaves LastProcessingResult as it was',
    file: 'lambda/mapping/lastResult.ts',
    find: "reason === 0 || reason === FailureReason.partial ? 'OK'",
    put: "reason >= 0 ? 'OK'",
  },
  {
    why: 'a filter sees a Kinesis record without its data',
    file: 'lambda/events/eventRecord.ts',
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
    file: 'lambda/function/function.ts',
    find: '  if (reason !== 0) {\n    running.push',
    put: '  if (reason < 0) {\n    running.push',
  },
  {
    why: 'an empty enrichment is sent on',
    file: 'lambda/events/enrichment.ts',
    find: 'if (Array.isArray(payload)) return payload;',
    put: 'if (Array.isArray(payload)) return payload.length > 0 ? payload : null;',
  },
  {
    why: 'an asynchronous event is tried for ever',
    file: 'lambda/function/request.ts',
    find: 'run.attempt > ASYNC_RETRIES',
    put: 'run.attempt < 0',
  },
  {
    why: 'a throttled asynchronous event is dropped',
    file: 'lambda/function/request.ts',
    find: 'const comesAgain = isQueued && lives;',
    put: 'const comesAgain = false;',
  },
  {
    why: 'reserved concurrency leaves the others as much as before',
    file: 'lambda/function/environment.ts',
    find: 'accountConcurrency(world) - reserved)',
    put: 'accountConcurrency(world))',
  },
  {
    why: 'a document about nothing is sent',
    file: 'lambda/mapping/settlement.ts',
    find: 'if (first === undefined) return;',
    put: 'if (first === -2) return;',
  },
];
