/** The words of steps and breakpoints. */

import { spanText } from '../../projections/spanText.ts';
import { WATCH_KINDS, type Watch } from '../../projections/timeline/watch.ts';

type What = Watch | { kind: 'event' };

/** After `stop when`. */
const WHEN: Readonly<Record<What['kind'], string>> = {
  event: 'anything happens',
  record: 'a record enters a shard',
  batch: 'a batch is sent',
  poll: 'a scan begins',
  failure: 'an invocation or an effect fails',
  duplicate: 'a duplicate arrives',
  expired: 'a record expires before it is processed',
  trimmed: 'a record falls off after its retention',
  throttle: 'something is throttled',
  givenUp: 'records are given up',
  alarm: 'an alarm changes',
  notable: 'something notable happens',
  delivered: 'an item is delivered',
  iteratorAge: 'the iterator age passes a limit',
};

const when = (what: What): string => {
  if (what.kind === 'delivered') return `${what.item} is delivered`;
  if (what.kind === 'iteratorAge') return `the iterator age passes ${spanText(what.ms)}`;
  return WHEN[what.kind];
};

const SIMPLE: ReadonlySet<string> = new Set(WATCH_KINDS);

export const stopWords = {
  when,
  choice: (kind: What['kind']) => WHEN[kind],
  /** Whether something remembered is a watch that this page knows. */
  canTell: (watch: unknown): watch is Watch => {
    const read = watch as { kind?: unknown; item?: unknown; ms?: unknown } | null;
    if (typeof read?.kind !== 'string') return false;
    if (read.kind === 'delivered') return typeof read.item === 'string';
    if (read.kind === 'iteratorAge') return typeof read.ms === 'number' && read.ms > 0;
    return SIMPLE.has(read.kind);
  },
  stopped: (at: string, what: What, lane: string) =>
    what.kind === 'delivered'
      ? `Stopped at ${at}: ${when(what)}. The batch with it leaves for ${lane}.`
      : `Stopped at ${at}: ${when(what)} (${lane}).`,
  noneBefore: (what: What) => `Before this instant, never: ${when(what)}.`,
  noneAfter: (what: What) => `Not within the next 48 hours: ${when(what)}.`,
  title: 'Breakpoints',
  button: (on: number) => (on === 0 ? 'Breakpoints' : `Breakpoints: ${on}`),
  intro: 'Time stops exactly there, at any speed.',
  empty: 'None yet.',
  add: 'Add',
  addLabel: 'Stop when',
  item: 'Key of the item, as the stage shows it',
  /** @param known a key that there is; absent: there is none. */
  itemMissing: (known?: string) =>
    `Type the key of an item${known === undefined ? '' : `, such as ${known}`}.`,
  itemUnknown: (item: string) =>
    `No table holds an item ${item} now. Time stops once one with this key is delivered.`,
  age: 'Limit in seconds',
  ageWrong: 'A number of seconds above 0.',
  remove: (what: What) => `Remove: ${when(what)}`,
  next: (what: What) => `Go to the next: ${when(what)}`,
  previous: (what: What) => `Go to the previous: ${when(what)}`,
  stepBy: 'Step by',
  steps: [
    { kind: 'event', name: 'event' },
    { kind: 'record', name: 'record' },
    { kind: 'batch', name: 'batch' },
    { kind: 'poll', name: 'poll' },
    { kind: 'failure', name: 'failure' },
  ],
  stepOn: (name: string) => `Next ${name}`,
  stepBack: (name: string) => `Previous ${name}`,
  slowDown: 'Slow down when something happens',
} as const;
