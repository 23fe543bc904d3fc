/**
 * What became of each change at one watcher, read off the journal: when it arrived, why it never will, and
 * which items of the watcher's copy differ from the table now. Follows the journal forwards; whoever goes
 * back begins a new one. Rules: [W23] arrival and copy, [W24] stale copies.
 */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import { ChangeKind, Settled, type World } from '../../engine/world.ts';
import { LatencySamples } from '../comparison/latencySamples.ts';
import { Copy } from './copy.ts';

/** A mapping or a poller, by its number in the world. */
export type Watcher = { mapping: number } | { poller: number };

/** In `fateOf`: on its way, arrived, or 1 + the reason of a scan's miss; lost is given up or expired. */
export const Fate = { waiting: 0, arrived: 1, lost: 9 } as const;

/** Upper ends of the classes of delays, ms; one more class is beyond the last. */
export const DELAY_CLASSES_MS: readonly number[] = [
  ...[100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000],
  ...[300_000, 900_000, 3_600_000],
];

/** What is worth stopping at: the first of its kind in a lane. */
export interface LaneMoment {
  /** µs. */
  at: number;
  what: (typeof MISSES)[number] | 'outOfOrder' | 'repeated' | 'torn';
  change: number;
}

/** By `MissReason` less one. */
const MISSES = ['delete', 'collapsed', 'race', 'noWatermark', 'filtered'] as const;

const PAYLOAD_UNIT_BYTES = 25_600;

export class LaneFold {
  readonly copy = new Copy();
  readonly delays = new LatencySamples();
  /** Of the watcher's invocations that have ended. */
  busyUs = 0;
  /** Units of 25 KB put into the watcher's Kinesis stream. */
  payloadUnits = 0;
  /** Instants at which it looked, the latest last; of a scan or an export. */
  readonly looks: number[] = [];
  /** Arrived changes by class of delay. */
  readonly delayClasses = new Array<number>(DELAY_CLASSES_MS.length + 1).fill(0);
  /** Changes that came again, that came after a newer one of their item, that a poll passed by. */
  readonly repeated = new Set<number>();
  readonly outOfOrder = new Set<number>();
  readonly torn = new Set<number>();
  /** The first of each kind, in the order in which they came. */
  readonly moments: LaneMoment[] = [];
  private readonly arrivedAt: number[] = [];
  private readonly fates: number[] = [];
  /** By item, the latest change that the watcher has been told of. */
  private readonly newest = new Map<number, number>();
  private readonly began = new Map<number, number>();
  private returned: number[] = [];
  private read = 0;
  private firstStep = -1;

  private readonly world: World;
  private readonly mapping: number;
  private readonly poller: number;

  constructor(world: World, watcher: Watcher) {
    this.world = world;
    this.mapping = 'mapping' in watcher ? watcher.mapping : -1;
    this.poller = 'poller' in watcher ? watcher.poller : -1;
    if (this.mapping < 0) return;
    const number = world.state.mappings[this.mapping]!.function;
    const before = world.definition.functions.slice(0, number);
    if (world.definition.functions[number]!.effects.length === 0) return;
    this.firstStep = before.reduce((sum, fn) => sum + fn.effects.length, 0);
  }

  /** Reads on. @returns whether the journal's end was reached. */
  follow(mostEntries = Number.POSITIVE_INFINITY): boolean {
    const { journal } = this.world;
    const end = Math.min(journal.length, this.read + mostEntries);
    while (this.read < end) this.take(this.read++);
    return this.read === journal.length;
  }

  /** When a change reached the copy, µs; -1: it has not. */
  arrivalOf(change: number): number {
    return this.arrivedAt[change] ?? -1;
  }

  /** See {@link Fate}. */
  fateOf(change: number): number {
    const fate = this.fates[change] ?? Fate.waiting;
    if (fate !== Fate.waiting || this.mapping < 0) return fate;
    const settled = this.world.deliveries[this.mapping]!.get(change) & 7;
    return settled === Settled.discarded || settled === Settled.expired ? Fate.lost : fate;
  }

  private take(number: number): void {
    const { journal } = this.world;
    switch (journal.kindOf(number)) {
      case Entry.itemPut:
      case Entry.itemUpdated:
      case Entry.itemDeleted:
      case Entry.itemExpired: {
        const { a: change, b: item } = journal.read(number);
        this.copy.changed(item, change, this.world.changes.kind.get(change));
        break;
      }
      case Entry.kinesisRecordAppended:
        this.onKinesisRecord(journal.read(number));
        break;
      case Entry.pollStarted:
        if (journal.read(number).a === this.poller) this.looks.push(journal.atOf(number));
        break;
      case Entry.imageReturned:
      case Entry.changeMissed:
      case Entry.pollEnded:
        if (journal.read(number).a === this.poller) this.onPoll(journal.read(number), number);
        break;
      case Entry.invocationStarted:
      case Entry.invocationSucceeded:
      case Entry.invocationFailed:
        this.onInvocation(journal.read(number), number);
        break;
      case Entry.effectCompleted:
        this.onEffect(journal.read(number), number);
        break;
    }
  }

  private onPoll(entry: JournalEntry, number: number): void {
    const { c: change, d } = entry;
    if (entry.kind === Entry.imageReturned) {
      this.returned.push(change);
      if (d > 0) this.repeat(change, entry.at);
      this.apply(change, entry.at);
    } else if (entry.kind === Entry.changeMissed) {
      this.fates[change] = 1 + d;
      this.note(MISSES[d - 1]!, entry.at, change);
    } else {
      this.findTorn(entry.at);
      for (const seen of this.returned) this.arrive(seen, entry.at, number);
      this.returned = [];
    }
  }

  /** [W7] What was committed while the poll read, was not returned by it, and is older than what was. */
  private findTorn(at: number): void {
    const { changes, state } = this.world;
    const began = this.looks.at(-1) ?? at;
    const returned = new Set(this.returned);
    const latest = this.returned.reduce(
      (most, change) => Math.max(most, changes.at.get(change)),
      -1,
    );
    for (let change = changes.at.length - 1; change >= 0; change--) {
      const committed = changes.at.get(change);
      if (committed <= began) return;
      const isOwn = changes.table.get(change) === state.pollers[this.poller]!.table;
      if (committed >= latest || !isOwn || this.fateOf(change) !== Fate.waiting) continue;
      if (returned.has(change)) continue;
      this.torn.add(change);
      this.note('torn', at, change);
    }
  }

  private onInvocation(entry: JournalEntry, number: number): void {
    const { a: invocation, b: consumer, at } = entry;
    const { mapping, shard } = this.world.state.consumers[consumer]!;
    if (mapping !== this.mapping) return;
    if (entry.kind === Entry.invocationStarted) {
      this.began.set(invocation, at);
      return;
    }
    this.busyUs += at - (this.began.get(invocation) ?? at);
    this.began.delete(invocation);
    if (entry.kind !== Entry.invocationSucceeded || this.firstStep >= 0) return;
    const { invocations } = this.world;
    const to = invocations.to.get(invocation);
    for (let ordinal = invocations.from.get(invocation); ordinal < to; ordinal++) {
      const change = changeOf(this.world, shard, ordinal);
      this.apply(change, at);
      this.arrive(change, at, number);
    }
  }

  /** Of several effects the first tells: what it did, the copy has. */
  private onEffect({ a: effect, c: change, at }: JournalEntry, number: number): void {
    if (this.firstStep < 0 || this.world.effects.step.get(effect) !== this.firstStep) return;
    this.apply(change, at);
    this.arrive(change, at, number);
  }

  private onKinesisRecord({ d: change }: JournalEntry): void {
    const { changes, versions, images } = this.world;
    let bytes = 0;
    for (const version of [changes.oldVersion.get(change), changes.newVersion.get(change)]) {
      const image = version < 0 ? -1 : versions.image.get(version);
      if (image >= 0) bytes += images.sizeBytes(image);
    }
    this.payloadUnits += Math.max(1, Math.ceil(bytes / PAYLOAD_UNIT_BYTES));
  }

  private apply(change: number, at: number): void {
    const { changes } = this.world;
    const item = changes.item.get(change);
    const newest = this.newest.get(item) ?? -1;
    if (newest > change && this.arrivedAt[change] === undefined) {
      this.outOfOrder.add(change);
      this.note('outOfOrder', at, change);
    }
    this.newest.set(item, Math.max(newest, change));
    const isGone = changes.kind.get(change) === ChangeKind.REMOVE;
    this.copy.told(item, change, isGone);
  }

  private arrive(change: number, at: number, number: number): void {
    if (this.arrivedAt[change] !== undefined) {
      if (this.mapping >= 0) this.repeat(change, at);
      return;
    }
    this.arrivedAt[change] = at;
    this.fates[change] = Fate.arrived;
    const delay = at - this.world.changes.at.get(change);
    this.delays.add(change, delay, number);
    const place = DELAY_CLASSES_MS.findIndex((end) => delay <= end * 1_000);
    this.delayClasses[place < 0 ? DELAY_CLASSES_MS.length : place]!++;
  }

  private repeat(change: number, at: number): void {
    this.repeated.add(change);
    this.note('repeated', at, change);
  }

  private note(what: LaneMoment['what'], at: number, change: number): void {
    if (this.moments.some((moment) => moment.what === what)) return;
    this.moments.push({ at, what, change });
  }
}
