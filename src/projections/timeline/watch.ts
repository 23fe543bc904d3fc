/** What a person steps to or stops at, and where in a history it happens. */
import { isMember } from '../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';
import type { EventList } from './eventList.ts';
import type { LaneEvent, LaneKind } from './lane.ts';
import { type TimelineIndex, timelineIndexOf } from './timelineIndex.ts';

/** Kinds that need nothing more. */
export const WATCH_KINDS = [
  'record',
  'batch',
  'poll',
  'failure',
  'duplicate',
  'expired',
  'trimmed',
  'throttle',
  'givenUp',
  'alarm',
  'notable',
] as const;

export type Watch =
  | { kind: (typeof WATCH_KINDS)[number] }
  /** A batch with a record of this item is sent; table -1: of any table. */
  | { kind: 'delivered'; table: number; item: string }
  /** A batch is this old or older, when the one before it was younger. */
  | { kind: 'iteratorAge'; ms: number };

export interface Hit {
  at: number;
  /** Name of the lane in which it happened. */
  lane: string;
}

type Source = readonly [LaneKind, LaneEvent];

const FAILURES: readonly Source[] = [
  ['mapping', 'failed'],
  ['target', 'failed'],
];
const THROTTLES: readonly Source[] = [
  ['mapping', 'throttled'],
  ['lab', 'throttled'],
];
const BATCHES: readonly Source[] = [['mapping', 'batch']];

const SOURCES: Readonly<Record<Watch['kind'], readonly Source[]>> = {
  record: [['shard', 'record']],
  batch: BATCHES,
  poll: [['poller', 'poll']],
  failure: FAILURES,
  duplicate: [['target', 'duplicate']],
  expired: [['mapping', 'expired']],
  trimmed: [['shard', 'expired']],
  throttle: THROTTLES,
  givenUp: [['mapping', 'givenUp']],
  alarm: [['lab', 'alarm']],
  notable: [
    ...FAILURES,
    ...THROTTLES,
    ['target', 'duplicate'],
    ['mapping', 'givenUp'],
    ['mapping', 'expired'],
    ['shard', 'expired'],
    ['lab', 'alarm'],
    ['lab', 'fault'],
  ],
  delivered: BATCHES,
  iteratorAge: BATCHES,
};

/** The first after one instant and not after another, or null. */
export function nextHit(world: World, watch: Watch, after: number, until: number): Hit | null {
  const index = timelineIndexOf(world);
  const accepts = accepting(world, watch);
  let found: Hit | null = null;
  for (const { list, lane } of listsOf(index, watch)) {
    for (let place = list.countBefore(after + 0.5); place < list.length; place++) {
      const at = list.at(place);
      if (at > until || (found !== null && at >= found.at)) break;
      if (accepts(list, place)) found = { at, lane };
    }
  }
  return found;
}

/** The last before an instant, or null. */
export function previousHit(world: World, watch: Watch, before: number): Hit | null {
  const index = timelineIndexOf(world);
  const accepts = accepting(world, watch);
  let found: Hit | null = null;
  for (const { list, lane } of listsOf(index, watch)) {
    for (let place = list.countBefore(before) - 1; place >= 0; place--) {
      const at = list.at(place);
      if (found !== null && at <= found.at) break;
      if (accepts(list, place)) found = { at, lane };
    }
  }
  return found;
}

/** The last instant before another at which something entered the journal, or null. */
export function previousEvent({ journal }: World, before: number): number | null {
  for (let entry = journal.length - 1; entry >= 0; entry--) {
    const at = journal.atOf(entry);
    if (at < before) return at;
  }
  return null;
}

function listsOf(index: TimelineIndex, watch: Watch): { list: EventList; lane: string }[] {
  const sources = SOURCES[watch.kind];
  return index.lanes.all().flatMap((lane) =>
    sources.flatMap(([kind, event]) => {
      const list = lane.kind === kind ? lane.lists.get(event) : undefined;
      return list === undefined ? [] : [{ list, lane: lane.name }];
    }),
  );
}

/** What a watch asks of an event beyond its kind. Of what lies ahead of the world nothing is known. */
function accepting(world: World, watch: Watch): (list: EventList, place: number) => boolean {
  const { invocations, state, items, changes } = world;
  if (watch.kind === 'delivered') {
    return (list, place) => {
      const invocation = list.ref(place);
      if (invocation >= invocations.consumer.length) return false;
      const consumer = state.consumers[invocations.consumer.get(invocation)]!;
      const to = invocations.to.get(invocation);
      for (let ordinal = invocations.from.get(invocation); ordinal < to; ordinal++) {
        const item = changes.item.get(changeOf(world, consumer.shard, ordinal));
        if (watch.table >= 0 && items.table.get(item) !== watch.table) continue;
        if (items.label.get(item) !== watch.item) continue;
        if (isMember(world, consumer, ordinal)) return true;
      }
      return false;
    };
  }
  if (watch.kind === 'iteratorAge') {
    return (list, place) => {
      const invocation = list.ref(place);
      if (invocation >= invocations.consumer.length) return false;
      if (invocations.iteratorAgeMs.get(invocation) < watch.ms) return false;
      const before = previousOfConsumer(world, invocation);
      return before < 0 || invocations.iteratorAgeMs.get(before) < watch.ms;
    };
  }
  return () => true;
}

function previousOfConsumer({ invocations }: World, invocation: number): number {
  const consumer = invocations.consumer.get(invocation);
  for (let before = invocation - 1; before >= 0; before--) {
    if (invocations.consumer.get(before) === consumer) return before;
  }
  return -1;
}
