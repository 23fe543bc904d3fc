/**
 * Lanes of a mapping's readers: each reads one shard, or its part of one, and goes on whatever becomes of the
 * others. What is theirs is found in the mapping's own lane, where somebody wants to see it.
 */
import type { World } from '../../engine/world.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { timelineWords } from '../words/timelineWords.ts';
import type { Span } from './axis.ts';
import type { EventList, Events } from './eventList.ts';
import {
  LANE_EVENTS,
  type Lane,
  type LaneEvent,
  type LaneEvents,
  type LaneKind,
  type Numbers,
} from './lane.ts';

/** So many readers of a mapping have a lane each; the others share one. */
const MOST_READERS = 40;

/**
 * One lane for each reader that reads now or did something in a stretch, in the order of their shards; where
 * there are very many, one lane at the end for all the others.
 */
export function readerLanes(world: World, lane: Lane, range: Span): LaneEvents[] {
  const done = new Map(
    LANE_EVENTS.reader.map((event) => [event, placesByReader(lane, event, range)]),
  );
  const active = new Set([...done.values()].flatMap((places) => [...places.keys()]));
  const readers = readersInOrder(world, lane.number).filter(
    (reader) => active.has(reader) || isReading(world, reader),
  );
  const each = readers.length > MOST_READERS ? readers.slice(0, MOST_READERS - 1) : readers;
  const others = readers.slice(each.length);
  const lanes = each.map((reader) => {
    const places = LANE_EVENTS.reader.map((event) => done.get(event)!.get(reader) ?? []);
    return new ReaderLane(lane, reader, readerName(world, reader), 0, places);
  });
  if (others.length === 0) return lanes;
  const places = LANE_EVENTS.reader.map((event) =>
    others.flatMap((reader) => done.get(event)!.get(reader) ?? []).sort((a, b) => a - b),
  );
  const name = timelineWords.lanes.moreReaders(others.length);
  return [...lanes, new ReaderLane(lane, others[0]!, name, others.length, places)];
}

type ReaderEvent = (typeof LANE_EVENTS.reader)[number];

/** Whether a reader could have something to do now. */
function isReading(world: World, reader: number): boolean {
  const { retired, phase } = world.state.consumers[reader]!;
  return !retired && phase !== 'drained';
}

function readersInOrder({ state }: World, mapping: number): number[] {
  const { consumers } = state;
  const own = [...consumers.keys()].filter((reader) => consumers[reader]!.mapping === mapping);
  return own.sort(
    (a, b) =>
      consumers[a]!.shard - consumers[b]!.shard || consumers[a]!.lane - consumers[b]!.lane || a - b,
  );
}

function readerName(world: World, reader: number): string {
  const { shard, lane, lanes } = world.state.consumers[reader]!;
  const label = shardLabel(world, shard);
  return lanes > 1
    ? timelineWords.lanes.laneReader(lane + 1, label)
    : timelineWords.lanes.reader(label);
}

/** Where in a list what each reader did in a stretch lies; bars that had not ended before it included. */
function placesByReader(lane: Lane, event: ReaderEvent, { from, to }: Span): Map<number, number[]> {
  const list = lane.list(event);
  const isBar = event === 'batch';
  const end = list.countBefore(to);
  const places = new Map<number, number[]>();
  for (let place = list.countBefore(isBar ? from - lane.longest : from); place < end; place++) {
    const reader = list.consumer(place);
    const own = places.get(reader);
    if (own === undefined) places.set(reader, [place]);
    else own.push(place);
  }
  return places;
}

/** What one reader, or many, did of what a mapping's lane holds. */
class ReaderLane implements LaneEvents {
  readonly kind: LaneKind = 'reader';
  readonly number: number;
  readonly name: string;
  readonly about: LaneEvents['about'];
  readonly from: number;
  readonly standsFor: number;
  readonly ends: Numbers;
  readonly outcomes: Numbers;
  readonly notes: Numbers;
  readonly longest: number;
  private readonly mapping: Lane;
  private readonly places: readonly (readonly number[])[];

  /** @param places in the mapping's lists, for each of a reader's events. */
  constructor(
    mapping: Lane,
    number: number,
    name: string,
    standsFor: number,
    places: readonly (readonly number[])[],
  ) {
    const bars = places[LANE_EVENTS.reader.indexOf('batch')]!;
    const ofBars = (numbers: Numbers): Numbers => ({ get: (place) => numbers.get(bars[place]!) });
    this.number = number;
    this.name = name;
    this.about = mapping.about;
    this.from = mapping.from;
    this.standsFor = standsFor;
    this.ends = ofBars(mapping.ends);
    this.outcomes = ofBars(mapping.outcomes);
    this.notes = ofBars(mapping.notes);
    this.longest = mapping.longest;
    this.mapping = mapping;
    this.places = places;
  }

  get id(): string {
    return `${this.kind}:${this.mapping.number}:${this.standsFor > 0 ? 'others' : this.number}`;
  }

  list(event: LaneEvent): Events {
    const own = LANE_EVENTS.reader.indexOf(event as ReaderEvent);
    return partOf(this.mapping.list(event), this.places[own]!);
  }
}

/** Some of a list's events, as a list. */
function partOf(list: EventList, places: readonly number[]): Events {
  return {
    length: places.length,
    at: (place) => list.at(places[place]!),
    ref: (place) => list.ref(places[place]!),
    countBefore: (at, from = 0) => {
      const whole = list.countBefore(at);
      let low = from;
      let high = places.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (places[middle]! < whole) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
