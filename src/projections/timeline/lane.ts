/** The timeline's lanes and what can be seen in each. */
import { float64State, int8State, int32State } from '../../engine/kernel/columns.ts';
import type { Selection } from '../scene/scene.ts';
import { EventList, type Events } from './eventList.ts';

/** What a lane holds, by kind of lane: ticks or bars first, then what deserves a mark. */
export const LANE_EVENTS = {
  lab: ['command', 'fault', 'throttled', 'refused', 'alarm'],
  shard: ['record', 'expired', 'closed'],
  mapping: ['batch', 'failed', 'throttled', 'givenUp', 'expired'],
  reader: ['batch', 'failed', 'throttled', 'givenUp', 'expired'],
  target: ['arrived', 'duplicate', 'failed', 'stale'],
  poller: ['poll', 'returned', 'missed'],
} as const;

export type LaneKind = keyof typeof LANE_EVENTS;
export type LaneEvent = (typeof LANE_EVENTS)[LaneKind][number];

/** Drawn as ticks, or as density when there are many. */
export const TICK_EVENTS: ReadonlySet<LaneEvent> = new Set(['record', 'arrived', 'returned']);
/** Drawn as bars from beginning to end, or as density. */
export const BAR_EVENTS: ReadonlySet<LaneEvent> = new Set(['batch', 'poll', 'fault']);

/** How what a bar shows has ended. */
export const BarOutcome = { running: 0, succeeded: 1, failed: 2, partial: 3, timedOut: 4 } as const;

/** What is drawn of a lane. */
export interface LaneEvents {
  readonly kind: LaneKind;
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly about: Selection | null;
  /** When it came to be, microseconds. */
  readonly from: number;
  /** How many it is drawn for; 0: itself. */
  readonly standsFor: number;
  list(event: LaneEvent): Events;
  /** By place among the lane's bars. */
  readonly ends: Numbers;
  readonly outcomes: Numbers;
  readonly notes: Numbers;
  /** The longest bar that has ended, microseconds. */
  readonly longest: number;
}

/** Numbers by place. */
export interface Numbers {
  get(place: number): number;
}

export class Lane implements LaneEvents {
  readonly kind: LaneKind;
  readonly standsFor = 0;
  /** Of the shard, mapping, target or poller; 0 for the lab's own. */
  readonly number: number;
  name: string;
  readonly about: Selection | null;
  /** When it came to be, microseconds. */
  readonly from: number;
  readonly lists = new Map<LaneEvent, EventList>();
  /** By place among the lane's bars: where each ends, or NaN. */
  readonly ends = float64State(Number.NaN);
  /** The entries that say so. */
  private readonly endEntries = int32State();
  /** How each ended (see {@link BarOutcome}). */
  readonly outcomes = int8State();
  /** Of a batch: 64 × its records + its attempt. */
  readonly notes = int32State();
  /** The longest that has ended, microseconds. */
  longest = 0;
  /** Places among the bars by the number that ends them. */
  private readonly open = new Map<number, number>();

  constructor(kind: LaneKind, number: number, name: string, about: Selection | null, from: number) {
    this.kind = kind;
    this.number = number;
    this.name = name;
    this.about = about;
    this.from = from;
    for (const event of LANE_EVENTS[kind]) this.lists.set(event, new EventList());
  }

  get id(): string {
    return `${this.kind}:${this.number}`;
  }

  list(event: LaneEvent): EventList {
    return this.lists.get(event)!;
  }

  /** Begins a bar that {@link endBar} with the same number ends. */
  beginBar(
    event: LaneEvent,
    at: number,
    entry: number,
    number: number,
    { note = 0, consumer = -1 } = {},
  ): void {
    const list = this.list(event);
    const place = list.length;
    this.open.set(number, place);
    this.ends.set(place, Number.NaN);
    this.outcomes.set(place, BarOutcome.running);
    this.notes.set(place, note);
    list.push(at, entry, number, consumer);
  }

  endBar(at: number, entry: number, number: number, outcome: number = BarOutcome.succeeded): void {
    const place = this.open.get(number);
    if (place === undefined) return;
    this.ends.set(place, at);
    this.endEntries.set(place, entry);
    this.outcomes.set(place, outcome);
    this.longest = Math.max(this.longest, at - this.list(barsOf(this.kind)!).at(place));
    this.open.delete(number);
  }

  /** Forgets what entries from this one on have said. */
  cut(entry: number): void {
    for (const list of this.lists.values()) list.cut(entry);
    const bars = barsOf(this.kind);
    if (bars === undefined) return;
    const list = this.list(bars);
    this.open.clear();
    for (let place = list.length - 1; place >= 0; place--) {
      const isEnded = !Number.isNaN(this.ends.get(place)) && this.endEntries.get(place) < entry;
      if (isEnded) continue;
      this.ends.set(place, Number.NaN);
      this.outcomes.set(place, BarOutcome.running);
      this.open.set(list.ref(place), place);
    }
  }
}

/** The event of a kind of lane that is drawn as bars, if there is one. */
export const barsOf = (kind: LaneKind): LaneEvent | undefined =>
  LANE_EVENTS[kind].find((event) => BAR_EVENTS.has(event));
