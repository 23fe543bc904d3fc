/** Words of the figures of mappings, functions, pipes and destinations. */
import { countOf, countText, spanText } from '../spanText.ts';

const STATES: Record<string, string> = {
  Creating: 'it reads nothing until it is Enabled (takes seconds, assumed)',
  Enabling: 'it will read in some seconds (assumed)',
  Enabled: 'it reads',
  Updating: 'it stops reading until its new settings are in place (takes seconds, assumed)',
  Disabling: 'it stops reading',
  Disabled: 'it stands still, and keeps its checkpoints',
  Deleting: 'it is going',
  Deleted: 'it is gone',
};

const FAULTS: Record<string, string> = {
  Error: 'Every invocation throws before its first effect.',
  Timeout: 'Every invocation hangs until its Timeout; its environment is lost.',
  Throttle: 'No invocation begins, as if it had no concurrency left. No retry is used up.',
  Slow: 'Every invocation takes ten times as long, and may run into its Timeout.',
  PermissionLost: 'Its role may no longer read the stream; nothing is lost meanwhile.',
  CrashBeforeEffect: 'Its environment dies before anything is done: nothing is done twice.',
  CrashAfterEffect: 'Its environment dies after some effects: the retry does them again.',
};

export const mappingWords = {
  readers: 'Shards and cursors',
  readersText: (state: string, result: string): string =>
    `State ${state}: ${STATES[state] ?? ''}. LastProcessingResult: ${result}.`,
  noCursor: 'nothing read yet',
  cursor: (sequenceNumber: string): string => `…${sequenceNumber.slice(-7)}`,
  nothing: 'idle',
  toRead: (n: number): string => `${countText(n)} to read`,
  filling: (n: number, of: number, leftMs: number): string =>
    `${countText(n)} of ${countText(of)} · ${spanText(leftMs)} left`,
  inFlight: (n: number): string => `${countText(n)} in flight`,
  finalInvocation: 'last invocation of its window',
  attempt: (attempt: number, most: number): string =>
    most > 0
      ? `attempt ${countText(attempt)} of ${countText(most)}`
      : `attempt ${countText(attempt)}`,
  next: (attempt: string, leftMs: number): string => `${attempt} in ${spanText(leftMs)}`,
  throttled: (leftMs: number): string => `throttled · again in ${spanText(leftMs)}`,
  waitsForParent: 'waits for its parent',
  drained: 'read to the end',
  assumed: 'back-off assumed',

  split: 'Split in halves',
  splitText: (shard: string, records: number, depth: number): string =>
    `A failing batch of ${countOf(records, 'record')} from ${shard}, split ${countOf(depth, 'time')} on one way down. A split uses up no retry.`,
  alone: (item: string, state: string): string => ` ${item} stands alone: ${state}.`,
  splitStates: {
    succeeded: 'succeeded',
    failed: 'failed',
    running: 'in flight',
    backingOff: 'waits for its next attempt',
    waiting: 'waits for the half before it',
    discarded: 'given up',
    split: 'failed and split',
  },
  node: (records: number, state: string): string => `${countOf(records, 'record')}: ${state}`,

  partial: 'Partial failure',
  partialText: (
    done: number,
    again: number,
    shard: string,
    checkpoint: string,
    reported: number,
  ): string =>
    `The function reported ${countOf(reported, 'failure')} in ${shard}. The checkpoint moves to the lowest of them, …${checkpoint.slice(-7)}: ${countOf(done, 'record')} before it ${done === 1 ? 'is' : 'are'} done, ${countText(again)} from it on come again, also those that had succeeded.`,

  lanes: 'Parallel lanes',
  lanesText: (factor: number, by: string): string =>
    `ParallelizationFactor ${factor}: the hash of the ${by} chooses the lane (which hash is assumed), so an item’s records stay in one lane, in order.`,
  lane: (n: number): string => `lane ${n}`,

  filters: 'Filters',
  filtersText: (dropped: number): string =>
    `${countOf(dropped, 'record')} dropped: the function never saw ${dropped === 1 ? 'it' : 'them'}, and the checkpoint moved on. A record passes when one filter matches.`,
  missing: (path: string, wanted: string): string => `${path} is not there; wanted ${wanted}`,
  differs: (path: string, found: string, wanted: string): string =>
    `${path} is ${found}; wanted ${wanted}`,
  noAlternative: (path: string): string => `no alternative of $or${path} matches`,
  noElement: 'no single element of an array matches all of it',
  emptyDetail: 'nothing matched',

  windows: 'Tumbling windows',
  windowsText: (span: string): string =>
    `Every ${span} by the time of the records a window ends, with one more invocation that brings its state and no records.`,
  noWindow: ' None is open: one opens with its first record.',
  windowEnds: {
    1: 'its time was over',
    2: 'its shard ended',
    3: 'its state was too large',
    4: 'its last invocation was given up',
  } as Record<number, string>,
  windowEnded: (shard: string, records: number, why: string): string =>
    `${shard}: ${countOf(records, 'record')}, ${why}`,

  environments: 'Execution environments',
  environmentsText: (
    busy: number,
    starting: number,
    idle: number,
    used: number,
    of: number,
    isReserved: boolean,
    timeoutMs: number,
  ): string =>
    `${countText(busy)} busy, ${countText(starting)} in cold start, ${countText(idle)} idle. Concurrency: ${countText(used)} of ${countText(of)} ${
      isReserved ? 'reserved' : 'of the account'
    }. Timeout ${spanText(timeoutMs)}.`,

  behaviour: 'Behaviour, and ways to break it',
  behaviourText: (broken: number): string =>
    `${broken === 0 ? 'Nothing is broken.' : `${countOf(broken, 'fault')} on.`} How long it takes, its cold start and the guards of its effects are this lab’s, not AWS’s: change them with its settings.`,
  faultAbout: (kind: string, reports: boolean): string =>
    kind === 'Poison'
      ? reports
        ? 'Partial success: it reports the record of one item as failed, the others are done.'
        : 'A batch with a record of one item fails. With ReportBatchItemFailures in the mapping’s settings it would be a partial success.'
      : (FAULTS[kind] ?? ''),

  pipe: 'The pipe',
  pipeText: (read: number, filtered: number, sent: number, dead: number): string =>
    `${countOf(read, 'record')} read, ${countText(filtered)} filtered out, ${countText(sent)} sent, ${countText(dead)} given up.`,

  /** On the destination's own card. */
  document: (holdsRecords: boolean, records: number, shard: string): string =>
    `${holdsRecords ? '' : '→ '}${countOf(records, 'record')} · ${shard}`,
  onFailures: 'Documents of records given up',
  pointersText: (n: number): string =>
    `${countOf(n, 'document')}. Each points into the shard, and holds no record: what it points at can be read for as long as it lives there.`,
  recordsText: (n: number): string => `${countOf(n, 'document')}, with the whole records in each.`,

  rules: 'Rules of the bus',
  rulesText: (matched: number): string => `${countOf(matched, 'event')} matched a rule.`,
};
