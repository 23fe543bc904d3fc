/**
 * The ledger counted a second time, simply: the table's history is replayed from the commands alone, and
 * every look at it is judged by going through all of that history. Of the run only instants are taken
 * (commits, looks, invocations), and where in the table a key lies.
 */
import type { Command, PollerDefinition } from '../../engine/definition.ts';
import { itemSizeBytes } from '../../engine/item/size.ts';
import { Entry } from '../../engine/kernel/journal.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';

type Item = Record<string, { S?: string; N?: string }>;

export interface Past {
  key: string;
  /** null: deleted. */
  item: Item | null;
  /** µs. */
  at: number;
}

/** What the commands make of a table that is empty at first; commit instants are the run's. */
export function historyOf(world: World, commands: readonly Command[]): Past[] {
  const held = new Map<string, string>();
  const byKey = new Map<string, Past[]>();
  for (const { call, input } of commands) {
    const { Item: put, Key } = input as { Item?: Item; Key?: Item };
    const key = (put ?? Key)!.id!.S!;
    const item = call === 'dynamodb:PutItem' ? put! : null;
    const text = item === null ? undefined : JSON.stringify(item);
    if (held.get(key) === text) continue; // nothing changes
    if (text === undefined) held.delete(key);
    else held.set(key, text);
    byKey.set(key, [...(byKey.get(key) ?? []), { key, item, at: 0 }]);
  }
  const { changes, items } = world;
  return Array.from({ length: changes.at.length }, (_, change) => {
    const past = byKey.get(items.label.get(changes.item.get(change)))!.shift()!;
    return { ...past, at: changes.at.get(change) };
  });
}

interface Look {
  kind: number;
  at: number;
  page: number;
}

/** One poller's day, look by look. */
export class PollerRecount {
  readonly count = {
    ...{ seen: 0, repeated: 0, torn: 0, readUnits: 0 },
    ...{ missedDeletes: 0, missedCollapsed: 0, missedRace: 0 },
    ...{ missedNoWatermark: 0, missedFiltered: 0 },
  };
  readonly delaysMs: number[] = [];
  private readonly decided = new Set<number>();
  private readonly returned = new Set<number>();
  /** By key, the change that the copy holds; absent keys are not in it. */
  private readonly copy = new Map<string, number>();
  private startedAt = 0;
  private after: number;
  private pages = 1;
  private latest = -1;
  private arriving: number[] = [];

  private readonly restBytes: number;
  private readonly world: World;
  private readonly past: readonly Past[];
  private readonly how: PollerDefinition;

  constructor(world: World, past: readonly Past[]) {
    this.world = world;
    this.past = past;
    this.how = world.definition.pollers[0]!;
    this.after = world.definition.startAtMs - 1;
    const rest = world.definition.tables[0]!.items.map(itemSizeBytes);
    this.restBytes = rest.reduce((sum, bytes) => sum + bytes, 0);
    for (const look of this.looks()) this.look(look);
  }

  get waiting(): number {
    return this.past.length - this.decided.size;
  }

  /** Keys whose state in the copy is not the table's at the end. */
  get stale(): number {
    return [...this.latestAt(Number.POSITIVE_INFINITY)].filter(([key, change]) => {
      const isThere = this.past[change]!.item !== null;
      return isThere ? this.copy.get(key) !== change : this.copy.has(key);
    }).length;
  }

  private looks(): Look[] {
    const { journal } = this.world;
    const kinds: number[] = [Entry.pollStarted, Entry.pageScanned, Entry.pollEnded];
    return Array.from({ length: journal.length }, (_, number) => journal.read(number))
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, at, c: page }) => ({ kind, at, page }));
  }

  private look({ kind, at, page }: Look): void {
    if (kind === Entry.pollStarted) {
      this.startedAt = at;
      this.latest = -1;
      this.pages = Math.max(this.how.segments ?? 1, Math.ceil(this.bytesAt(at) / 1_048_576));
    } else if (kind === Entry.pageScanned) {
      const bytes = Math.ceil(this.bytesAt(at) / this.pages);
      const units = Math.max(1, Math.ceil(bytes / 4_096));
      this.count.readUnits += this.how.consistentRead ? units : units / 2;
      this.readPage(at, page);
    } else {
      if (this.how.export) this.readExport();
      this.end(at);
    }
  }

  private latestAt(at: number): Map<string, number> {
    const latest = new Map<string, number>();
    this.past.forEach((change, number) => {
      if (change.at <= at) latest.set(change.key, number);
    });
    return latest;
  }

  /** Of the whole table, what nobody writes to included. */
  private bytesAt(at: number): number {
    let bytes = this.restBytes;
    for (const change of this.latestAt(at).values()) {
      const { item } = this.past[change]!;
      if (item !== null) bytes += itemSizeBytes(item as Parameters<typeof itemSizeBytes>[0]);
    }
    return bytes;
  }

  private isOnPage(key: string, page: number): boolean {
    const { items } = this.world;
    const number = Array.from({ length: items.label.length }, (_, i) => i).find(
      (i) => items.label.get(i) === key,
    )!;
    return Math.floor(((items.hash.get(number) >>> 0) / 2 ** 32) * this.pages) === page;
  }

  private readPage(at: number, page: number): void {
    const latest = this.latestAt(at);
    for (const [key, last] of latest) {
      if (!this.isOnPage(key, page)) continue;
      this.past.forEach((change, number) => {
        if (change.key !== key || change.at > at || number === last) return;
        if (this.decided.has(number)) return;
        this.miss(number, change.item === null ? 'missedDeletes' : 'missedCollapsed');
      });
      this.judge(key, last);
    }
  }

  /** What a scan makes of an item's last change. */
  private judge(key: string, last: number): void {
    const { item } = this.past[last]!;
    const { filter = {}, compare, watermark } = this.how;
    const isNew = !this.decided.has(last);
    if (item === null) {
      if (!isNew) return;
      if (compare && this.copy.has(key)) this.see(last);
      else this.miss(last, 'missedDeletes');
      return;
    }
    const passes = Object.entries(filter).every(
      ([name, value]) => JSON.stringify(item[name]) === JSON.stringify(value),
    );
    const stamp = item[watermark]?.N === undefined ? null : Number(item[watermark].N);
    if (!passes) {
      if (isNew) this.miss(last, 'missedFiltered');
    } else if (compare === 'Items') {
      if (isNew) this.see(last);
    } else if (stamp !== null && stamp > this.after) this.see(last);
    else if (isNew) this.miss(last, stamp === null ? 'missedNoWatermark' : 'missedRace');
  }

  private readExport(): void {
    for (const [key, last] of this.latestAt(this.startedAt)) {
      this.past.forEach(({ key: own, item, at }, number) => {
        if (own !== key || at > this.startedAt || number === last) return;
        if (!this.decided.has(number)) {
          this.miss(number, item === null ? 'missedDeletes' : 'missedCollapsed');
        }
      });
      if (this.decided.has(last)) continue;
      const isShown =
        this.past[last]!.item !== null ||
        this.how.export === 'INCREMENTAL_EXPORT' ||
        this.copy.has(key);
      if (isShown) this.see(last);
      else this.miss(last, 'missedDeletes');
    }
  }

  private see(change: number): void {
    const { key, item, at } = this.past[change]!;
    this.latest = Math.max(this.latest, at);
    this.decided.add(change);
    if (item === null) this.copy.delete(key);
    else this.copy.set(key, change);
    if (this.returned.has(change)) {
      this.count.repeated++;
      return;
    }
    this.returned.add(change);
    this.count.seen++;
    this.arriving.push(change);
  }

  private miss(
    change: number,
    why: `missed${'Deletes' | 'Collapsed' | 'Race' | 'NoWatermark' | 'Filtered'}`,
  ): void {
    this.decided.add(change);
    this.count[why]++;
  }

  private end(at: number): void {
    const isPassed = ({ at: committed }: Past, number: number) =>
      committed <= at && committed < this.latest && !this.decided.has(number);
    this.count.torn += this.past.filter(isPassed).length;
    for (const change of this.arriving) this.delaysMs.push((at - this.past[change]!.at) / 1_000);
    this.arriving = [];
    const startedMs = this.world.definition.startAtMs + Math.floor(this.startedAt / 1_000);
    this.after = startedMs - (this.how.overlapMs ?? 0);
  }
}

/** Of somebody who is told: the changes in the order in which invocations succeeded with them. */
export function toldRecount(world: World, past: readonly Past[]) {
  const { journal, invocations, state } = world;
  const first = new Map<number, number>();
  const copy = new Map<string, number>();
  const newest = new Map<string, number>();
  const count = { seen: 0, repeated: 0, outOfOrder: 0 };
  for (let number = 0; number < journal.length; number++) {
    const { kind, a: invocation, b: consumer, at } = journal.read(number);
    if (kind !== Entry.invocationSucceeded) continue;
    const { shard } = state.consumers[consumer]!;
    for (let i = invocations.from.get(invocation); i < invocations.to.get(invocation); i++) {
      const change = changeOf(world, shard, i);
      const { key } = past[change]!;
      const isOlder = (newest.get(key) ?? -1) > change;
      newest.set(key, Math.max(change, newest.get(key) ?? -1));
      if (first.has(change)) count.repeated++;
      else {
        first.set(change, at);
        if (isOlder) count.outOfOrder++;
      }
      copy.set(key, change);
    }
  }
  count.seen = first.size;
  const last = new Map(past.map(({ key }, change) => [key, change]));
  const stale = [...last].filter(([key, change]) => {
    const held = copy.get(key);
    if (past[change]!.item !== null) return held !== change;
    return held !== undefined && past[held]!.item !== null;
  }).length;
  const delaysMs = [...first].map(([change, at]) => (at - past[change]!.at) / 1_000);
  return { count, stale, delaysMs };
}

/** The delay that so many percent do not exceed: the nearest rank. */
export function rankOf(delaysMs: readonly number[], percent: number): number | null {
  const sorted = delaysMs.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? null;
}
