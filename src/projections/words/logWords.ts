/** The sentences of the running log. Each is one function, so that another language is another table. */
import { countOf, countText, listText, spanText } from '../spanText.ts';

/** Why an invocation failed, as the end of a sentence. */
const FAILED: Record<string, (item: string) => string> = {
  error: () => 'it threw an error',
  poison: (item) => `the poisoned item ${item} is in the batch`,
  crash: () => 'it crashed after an effect had left',
  crashBeforeEffect: () => 'it crashed before its first effect',
  timeout: () => 'it ran into its timeout',
  partial: (item) => `it reported ${item || 'a record'} as failed, and all before it as done`,
  throttle: () => 'its enrichment was throttled',
  deleted: () => 'the function is gone',
  effect: (item) => (item ? `the call for ${item} was refused` : 'a call to a target was refused'),
};

/** How a tumbling window ended, as the end of a sentence. */
const WINDOW_END: Record<number, string> = {
  2: ', because its shard is at its end',
  3: ', early: its state is larger than 1 MB',
  4: ': its last invocation was given up, and the state is lost',
};

export const logWords = {
  itemInserted: (item: string): string => `${item} was put.`,
  itemReplaced: (item: string, what: string): string => `${item} was replaced${what}.`,
  itemUpdated: (item: string, what: string): string => `${item} was updated${what}.`,
  itemDeleted: (item: string): string => `${item} was deleted.`,
  /** `: status packed → shipped` */
  differences: (
    parts: readonly { name: string; from: string; to: string }[],
    more: number,
  ): string => {
    if (parts.length === 0) return '';
    const texts = parts.map(({ name, from, to }) =>
      from === ''
        ? `${name} ${to} added`
        : to === ''
          ? `${name} removed`
          : `${name} ${from} → ${to}`,
    );
    const rest = more > 0 ? `, and ${countOf(more, 'more attribute')}` : '';
    return `: ${texts.join(', ')}${rest}`;
  },
  noOp: (item: string): string =>
    `The write to ${item} changed nothing, so the stream gets no record.`,
  noOpDelete: (item: string): string =>
    `${item} was to be deleted, but it is not there: nothing changed, no record.`,
  conditionFailed: (item: string): string =>
    `The condition on ${item} failed: nothing changed, and the write units are spent all the same.`,
  callFailed: (call: string, error: string): string => `${call} was refused: ${error}`,
  readRefused: (shard: string, error: string): string =>
    `GetRecords of ${shard} was refused: ${error}`,

  recordAppended: (item: string, name: string, shard: string): string =>
    `Its ${name} record is in ${shard}: ${item}.`,
  recordsTrimmed: (n: number, shard: string, hours: number): string =>
    `${countOf(n, 'record')} of ${shard} fell off after ${hours} h.`,
  shardOpened: (shard: string): string => `${shard} opened.`,
  shardOpenedAfter: (shard: string, parent: string): string =>
    `${shard} opened and continues ${parent}.`,
  shardClosed: (shard: string): string => `${shard} closed: it takes no more records.`,
  changeSentAgain: (item: string, stream: string): string =>
    `The change of ${item} is sent to ${stream} a second time.`,
  changeHeldUp: (item: string, stream: string, ms: number): string =>
    `The change of ${item} is held up for ${spanText(ms)} on its way to ${stream}.`,
  kinesisRecord: (item: string, shard: string, stream: string): string =>
    `The change of ${item} arrived in ${shard} of ${stream}.`,
  kinesisDuplicate: (item: string, shard: string, stream: string): string =>
    `The change of ${item} arrived in ${shard} of ${stream} once more: the log now holds it twice.`,

  received: (fn: string, n: number, shard: string, attempt: number): string =>
    `${fn} received ${countOf(n, 'record')} from ${shard}${attempt > 1 ? ` (attempt ${attempt})` : ''}.`,
  succeeded: (fn: string, n: number, shard: string, tookMs: number): string =>
    `${fn} is done with ${countOf(n, 'record')} of ${shard} after ${spanText(tookMs)}.`,
  failed: (fn: string, reason: string, item: string): string =>
    `${fn} failed: ${FAILED[reason]?.(item) ?? reason}.`,
  failedAndRetries: (fn: string, reason: string, item: string, backoffMs: number): string =>
    `${fn} failed: ${FAILED[reason]?.(item) ?? reason}. It tries again in ${spanText(backoffMs)} (back-off assumed).`,
  givenUpByAttempts: (fn: string, n: number, shard: string): string =>
    `${fn} gave up ${countOf(n, 'record')} of ${shard}: the retry attempts are exhausted. The shard moves on.`,
  givenUpByAge: (fn: string, n: number, shard: string): string =>
    `${fn} gave up ${countOf(n, 'record')} of ${shard}: older than its maximum record age. The shard moves on.`,
  expired: (fn: string, n: number, shard: string): string =>
    `${countOf(n, 'record')} of ${shard} fell off before ${fn} could process ${n === 1 ? 'it' : 'them'}: lost to it.`,
  consumerStarted: (fn: string, shard: string): string => `${fn} begins to read ${shard}.`,
  drained: (fn: string, shard: string): string =>
    `${fn} has read ${shard} to its end; its children may begin.`,
  throttled: (fn: string, shard: string): string =>
    `${fn} was throttled: the batch of ${shard} waits, and no retry attempt is used up.`,
  bisected: (fn: string, shard: string, first: number, second: number): string =>
    `The failed batch of ${shard} was split into ${first} and ${second}: ${fn} gets the halves apart, and no retry attempt is used up.`,
  onFailureSent: (fn: string, destination: string): string =>
    `A document about the records that ${fn} gave up went to ${destination}.`,
  windowClosed: (fn: string, n: number, shard: string, end: number): string =>
    `The tumbling window of ${fn} at ${shard} is over after ${countOf(n, 'record')}${WINDOW_END[end] ?? ''}.`,
  finalInvocation: (fn: string, shard: string): string =>
    `${fn} was invoked once more for its window at ${shard}, with its state and no records.`,
  finalSucceeded: (fn: string, shard: string): string =>
    `${fn} is done with its window at ${shard}.`,
  eventRouted: (rule: string, item: string, target: string): string =>
    `The event about ${item} matches the rule ${rule} and goes on to ${target}.`,
  alarmChanged: (alarm: string, state: string, metric: string): string =>
    `The alarm ${alarm} on ${metric} is now ${state}.`,
  alarmActionSent: (alarm: string, target: string): string => `The alarm ${alarm} told ${target}.`,
  lanesChanged: (fn: string, shard: string, lanes: number): string =>
    `${fn} reads ${shard} in ${countOf(lanes, 'lane')} now, from the lowest checkpoint on: some records may come again (assumed).`,
  recordsRedriven: (n: number, shard: string): string =>
    `Redrive: the ${countOf(n, 'record')} of ${shard} that an on-failure document points at, read again and given to the function once more.`,
  mappingUpdated: (fn: string, settings: string): string =>
    `The event source mapping of ${fn} was updated${settings ? `: ${settings}` : ''}.`,

  effectDone: (item: string, thing: string, done: string, target: string): string =>
    `${capital(thing)} for ${item} ${done}: ${target}.`,
  markerWritten: (item: string, thing: string): string =>
    `${capital(thing)} for ${item} marked as done.`,
  markerFound: (item: string, thing: string): string =>
    `${capital(thing)} for ${item} is marked as done, and so not done.`,
  effectRefused: (item: string, thing: string, target: string): string =>
    `${capital(thing)} for ${item} refused: ${target} is unavailable.`,

  pollStarted: (poller: string): string => `${poller} begins to scan the table.`,
  pollEnded: (returned: number, evaluated: number, missed: readonly string[]): string =>
    `The scan returned ${countOf(returned, 'item')} of ${countText(evaluated)} evaluated${
      missed.length > 0 ? `; ${listText(missed)} it can never see` : ''
    }.`,
  missedDeletes: (n: number): string => countOf(n, 'delete'),
  missedCollapsed: (n: number): string =>
    n === 1 ? '1 overwritten update' : `${countText(n)} overwritten updates`,
  missedRace: (n: number): string => `${countOf(n, 'change')} made while it read`,
  missedNoWatermark: (n: number): string => `${countOf(n, 'change')} without the watermark`,
  missedFiltered: (n: number): string => `${countOf(n, 'change')} left out by its filter`,
  imageReturned: (who: string, item: string, again: boolean): string =>
    again ? `The ${who} returned ${item} again.` : `The ${who} returned ${item}.`,
  changeMissed: (who: string, item: string, name: string, why: string): string =>
    `The ${who} can never see the ${name} of ${item}: ${why}.`,
  exportStarted: (id: string): string => `${id} asks for an export of the table as it is now.`,
  exportEnded: (returned: number, missed: readonly string[]): string =>
    `The export is in S3 with ${countOf(returned, 'change')}${
      missed.length > 0 ? `; ${listText(missed)} it can never show` : ''
    }.`,
  pageThrottled: (poller: string, page: number): string =>
    `${poller} is throttled at page ${page}: the table has no read units left.`,
  missReasons: {
    delete: 'the item is gone',
    collapsed: 'it was overwritten before anybody looked',
    race: 'its watermark had already been passed',
    noWatermark: 'it has no watermark',
    filtered: 'the filter leaves it out',
  } as Record<string, string>,

  faultStarted: (kind: string, target: string, what: string): string => {
    const begun: Record<string, string> = {
      Error: `${target} now fails on every invocation.`,
      Poison: `${what} is poisoned: ${target} fails on every batch that holds it.`,
      Throttle: `${target} is throttled: no invocation begins.`,
      Timeout: `${target} now hangs: every invocation runs into its Timeout.`,
      CrashBeforeEffect: `${target} now crashes before its first effect.`,
      CrashAfterEffect: `${target} now crashes after an effect.`,
      Slow: `${target} is now slow (${what}).`,
      Unavailable: `${target} is now unavailable.`,
      PermissionLost: `${target} may no longer read its stream.`,
      SplitPartition: `A partition of ${target} splits.`,
    };
    return begun[kind] ?? `${kind} begins at ${target}.`;
  },
  faultEnded: (kind: string, target: string, what: string): string => {
    const ended: Record<string, string> = {
      Error: `${target} works again.`,
      Poison: `${what} is healed.`,
      Throttle: `${target} may run again.`,
      Timeout: `${target} answers again.`,
      CrashBeforeEffect: `${target} no longer crashes.`,
      CrashAfterEffect: `${target} no longer crashes.`,
      Slow: `${target} is as fast as before.`,
      Unavailable: `${target} is available again.`,
      PermissionLost: `${target} may read its stream again.`,
    };
    return ended[kind] ?? `${kind} ends at ${target}.`;
  },
  trafficChanged: (table: string, perSecond: number): string =>
    perSecond > 0
      ? `Traffic on ${table} is now ${perSecond} writes a second.`
      : `Traffic on ${table} is off.`,
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
