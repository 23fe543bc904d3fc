/**
 * What became of each change where one function does one thing for it: done once, again, late over newer
 * ones, or never. Read off the journal once the history is over. Rules: [W40] what is counted, [W41] why
 * something came again.
 */
import type { EffectDefinition } from '../../engine/definition.ts';
import { EffectOutcome, Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { ChangeKind, Settled, type World } from '../../engine/world.ts';
import type { Failure } from '../../lab/guards/guard.ts';
import { Copy } from '../lanes/copy.ts';

const MINUTE_US = 60e6;
const HOUR_US = 3_600e6;
const DAY_US = 24 * HOUR_US;
/** See `Copy.heldOf`. */
const ABSENT = -1;

/** Something that the guard let through. */
export interface LetThrough {
  failure: Failure;
  /** µs. */
  at: number;
  change: number;
  /** µs since it was done before, or since the newer change was; of what is lost since its marker. */
  sinceUs: number;
}

export class GuardFold {
  readonly letThrough: LetThrough[] = [];
  /** Times that a change's effect was done. */
  readonly done = new Map<number, number>();
  /** Attempts that the guard turned away. */
  turnedAway = 0;
  readonly copy = new Copy();
  private readonly lastDone = new Map<number, number>();
  private readonly lastSent = new Map<number, number>();
  private readonly atOnce = new Set<number>();
  private readonly running = new Set<number>();
  private readonly markedAt = new Map<number, number>();
  private readonly superseded = new Set<number>();
  /** By item, the newest change that was done, and when. */
  private readonly newest = new Map<number, { change: number; at: number }>();
  /** By item, its newest change. */
  private readonly latest = new Map<number, number>();
  private readonly tables: ReadonlySet<number>;
  private readonly mappings: readonly number[];
  private readonly step: number;
  private readonly effect: EffectDefinition;
  private readonly isIndex: boolean;
  private readonly world: World;

  /** @param fn the number of the function; it has one effect. */
  constructor(world: World, fn: number) {
    const { state } = world;
    this.world = world;
    const { firstStep, settings } = state.functions[fn]!;
    this.step = firstStep;
    this.effect = settings.effects[0]!;
    this.isIndex = this.effect.do === 'IndexDocuments';
    this.mappings = [...state.mappings.keys()].filter((m) => state.mappings[m]!.function === fn);
    this.tables = new Set(this.mappings.flatMap((mapping) => tablesOf(world, mapping)));
    for (let number = 0; number < world.journal.length; number++) {
      this.take(world.journal.read(number));
    }
    this.findLost();
  }

  /** Changes that the function is to do something for, oldest first. */
  changes(): number[] {
    const { changes } = this.world;
    const all = Array.from({ length: changes.at.length }, (_, change) => change);
    return all.filter(
      (change) => this.tables.has(changes.table.get(change)) && !this.isFiltered(change),
    );
  }

  /** Items whose last effect was not their newest change's, though that is over. */
  wrongItems(): number[] {
    return [...this.copy.stale].filter((item) => {
      const change = this.latest.get(item) ?? -1;
      return change >= 0 && (this.done.has(change) || this.isOver(change));
    });
  }

  private take(entry: JournalEntry): void {
    const { a, c } = entry;
    switch (entry.kind) {
      case Entry.itemPut:
      case Entry.itemUpdated:
      case Entry.itemDeleted:
      case Entry.itemExpired:
        this.onChange(entry);
        break;
      case Entry.invocationStarted:
        this.running.add(a);
        break;
      case Entry.invocationSucceeded:
      case Entry.invocationFailed:
        this.running.delete(a);
        break;
      case Entry.requestStarted:
        this.running.add(-1 - a);
        break;
      case Entry.requestSucceeded:
      case Entry.requestFailed:
        this.running.delete(-1 - a);
        break;
      case Entry.effectSent:
        if (this.isOwn(a)) this.onSent(a, c);
        break;
      case Entry.effectCompleted:
        if (this.isOwn(a)) this.onDone(entry);
        break;
      case Entry.markerWritten:
        if (a === this.step) this.markedAt.set(c, entry.at);
        break;
      case Entry.markerFound:
        if (a === this.step) this.turnedAway++;
        break;
    }
  }

  private isOwn(effect: number): boolean {
    return this.world.effects.step.get(effect) === this.step;
  }

  private onChange({ a: change, b: item }: JournalEntry): void {
    const { changes } = this.world;
    if (!this.tables.has(changes.table.get(change)) || this.isFiltered(change)) return;
    this.latest.set(item, change);
    this.copy.changed(item, change, changes.kind.get(change));
  }

  private onSent(effect: number, change: number): void {
    const invocation = this.world.effects.invocation.get(effect);
    const before = this.lastSent.get(change);
    if (before !== undefined && before !== invocation && this.running.has(before)) {
      this.atOnce.add(effect);
    }
    this.lastSent.set(change, invocation);
  }

  private onDone({ a: effect, c: change, d: outcome, at }: JournalEntry): void {
    if (outcome === EffectOutcome.stale) {
      this.turnedAway++;
      if (!this.done.has(change)) this.superseded.add(change);
      return;
    }
    const { changes } = this.world;
    const item = changes.item.get(change);
    const isGone = changes.kind.get(change) === ChangeKind.REMOVE;
    const before = this.lastDone.get(change);
    const newest = this.newest.get(item);
    if (before !== undefined && isGone && this.copy.heldOf(item) === ABSENT && this.isIndex) {
      this.turnedAway++; // there was nothing left to delete
      return;
    }
    if (before !== undefined) {
      const sinceUs = at - before;
      this.letThrough.push({
        failure: this.whyAgain(effect, change, before, at),
        at,
        change,
        sinceUs,
      });
    } else if (newest !== undefined && newest.change > change) {
      const wasGone = changes.kind.get(newest.change) === ChangeKind.REMOVE;
      const sinceUs = at - newest.at;
      const failure = wasGone && !isGone && sinceUs > MINUTE_US ? 'revived' : 'older';
      this.letThrough.push({ failure, at, change, sinceUs });
    }
    if (newest === undefined || newest.change <= change) this.newest.set(item, { change, at });
    this.done.set(change, (this.done.get(change) ?? 0) + 1);
    this.lastDone.set(change, at);
    this.copy.told(item, change, isGone);
  }

  private whyAgain(effect: number, change: number, before: number, at: number): Failure {
    // A document comes again only where its delete is forgotten.
    if (this.isIndex) return 'revived';
    if (this.atOnce.has(effect)) return 'atOnce';
    const marked = this.markedAt.get(change) ?? -1;
    if (this.effect.idempotency === 'MarkerAfter' && marked < before) return 'between';
    const since = at - before;
    if (since > 90 * DAY_US) return 'days';
    if (since > HOUR_US) return 'hour';
    return since > 5 * MINUTE_US ? 'late' : 'retry';
  }

  /** What is over and was never done: marked as done, or given up. */
  private findLost(): void {
    for (const change of this.changes()) {
      if (this.done.has(change) || this.superseded.has(change) || !this.isOver(change)) continue;
      const at = this.markedAt.get(change);
      if (at !== undefined) this.letThrough.push({ failure: 'between', at, change, sinceUs: 0 });
    }
  }

  /** Whether nobody will do it any more. */
  isOver(change: number): boolean {
    return this.mappings.some((mapping) => {
      const how = this.world.deliveries[mapping]!.get(change) & 7;
      return how === Settled.succeeded || how === Settled.discarded || how === Settled.expired;
    });
  }

  isLost(change: number): boolean {
    return !this.done.has(change) && !this.superseded.has(change) && this.isOver(change);
  }

  private isFiltered(change: number): boolean {
    return this.mappings.every(
      (mapping) => (this.world.deliveries[mapping]!.get(change) & 7) === Settled.filtered,
    );
  }
}

/** Tables whose changes a mapping reads. */
function tablesOf({ state }: World, mapping: number): number[] {
  const { sourceKind, stream } = state.mappings[mapping]!;
  if (sourceKind === 'DynamoDbStream') return [state.streams[stream]!.table];
  return state.tables.flatMap((table, i) => (table.kinesisStream === stream ? [i] : []));
}
