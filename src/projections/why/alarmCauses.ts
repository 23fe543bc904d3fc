/** What the state of an alarm came of: the invocation that its metric counted. */
import type { MetricName } from '../../engine/definition.ts';
import {
  ALARM_STATES,
  Entry,
  type EntryKind,
  type JournalEntry,
} from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { type Causes, isFurtherBack, lastBefore } from './lookBack.ts';

const BEGUN = [Entry.invocationStarted, Entry.requestStarted];
const ENDED = [
  Entry.invocationSucceeded,
  Entry.requestSucceeded,
  Entry.invocationFailed,
  Entry.requestFailed,
];
/** The entries that each metric counts or measures. */
const COUNTS: Readonly<Record<MetricName, readonly EntryKind[]>> = {
  Invocations: BEGUN,
  ConcurrentExecutions: BEGUN,
  IteratorAge: [Entry.invocationStarted],
  Duration: ENDED,
  Errors: [Entry.invocationFailed, Entry.requestFailed],
  Throttles: [Entry.invocationThrottled, Entry.requestThrottled],
};
/** What speaks against an alarm on failures. */
const WELL: Partial<Record<MetricName, readonly EntryKind[]>> = { Errors: ENDED, Throttles: BEGUN };
const OF_REQUESTS: ReadonlySet<number> = new Set([
  Entry.requestStarted,
  Entry.requestSucceeded,
  Entry.requestFailed,
  Entry.requestThrottled,
]);

export const alarmCauses: Partial<Record<number, Causes>> = {
  [Entry.alarmChanged]: (world, entry, number) => {
    const { a: alarm, c: before } = entry;
    const entered = lastBefore(
      world,
      number,
      [Entry.alarmChanged],
      ({ a, b }) => a === alarm && b === before,
    );
    return [...entered, ...counted(world, entry, number)];
  },
};

/** Of what the alarm looked back on: the worst that its metric measured, or the last that it counted. */
function counted(world: World, { at, a: alarm, b: state }: JournalEntry, number: number): number[] {
  const definition = world.definition.alarms![alarm]!;
  const { metric, evaluationPeriods, periodMs } = definition;
  const isAlarm = ALARM_STATES[state] === 'ALARM';
  const kinds = isAlarm ? COUNTS[metric] : (WELL[metric] ?? COUNTS[metric]);
  const since = at - evaluationPeriods * periodMs * 1_000;
  const isMax = isAlarm && metric === 'IteratorAge' && definition.comparison.startsWith('Greater');
  let [worst, age] = [-1, -1];
  const isOwn = (entry: JournalEntry) => functionOf(world, entry) === definition.function;
  if (!isMax) return lastBefore(world, number, kinds, isOwn, since);
  const isLast = (entry: JournalEntry, place: number): boolean => {
    const own = isOwn(entry) ? world.invocations.iteratorAgeMs.get(entry.a) : -1;
    if (own > age) [worst, age] = [place, own];
    return false;
  };
  const cut = lastBefore(world, number, kinds, isLast, since).filter(isFurtherBack);
  return [...(worst < 0 ? [] : [worst]), ...cut];
}

/** The logical id of the function that was invoked. */
function functionOf({ state }: World, { kind, a, b }: JournalEntry): string {
  const { functions, mappings, consumers } = state;
  if (OF_REQUESTS.has(kind)) return functions[b]!.id;
  const consumer = consumers[kind === Entry.invocationThrottled ? a : b]!;
  return functions[mappings[consumer.mapping]!.function]!.id;
}
