/** One lane as it is painted: the writes of the last while, what became of each, and the ledger. */
import type { Prices } from '../../engine/prices.ts';
import { changeKindName, type World } from '../../engine/world.ts';
import { Fate, type LaneFold, type LaneMoment, type Watcher } from './laneFold.ts';
import { type LaneLedger, laneLedger } from './laneLedger.ts';

/** Changes that are painted of a window; of more, every second, third … is. */
const MOST_MARKS = 240;
const MOST_STALE = 24;

export interface LaneMark {
  change: number;
  item: number;
  /** 1 INSERT, 2 MODIFY, 3 REMOVE. */
  kind: number;
  label: string;
  /** Commit, µs. */
  at: number;
  /** In the copy, µs; -1: not yet, or never. */
  arrivedAt: number;
  /** See `Fate`: 0 on its way, 1 arrived, else why it never will. */
  fate: number;
  /** It came more than once; it came after a newer one of its item; a poll passed it by. */
  repeated: boolean;
  outOfOrder: boolean;
  torn: boolean;
}

/** An item whose copy is not what the table holds. */
export interface StaleItem {
  item: number;
  label: string;
  /** The copy has an older state, lacks it, or still has it although it is gone. */
  held: 'old' | 'lacking' | 'ghost';
}

export interface LanePicture {
  word: string;
  ledger: LaneLedger;
  marks: LaneMark[];
  /** One mark stands for so many changes. */
  eachStandsFor: number;
  /** Instants at which it looked, within the window. */
  looks: number[];
  stale: StaleItem[];
  moments: (LaneMoment & { label: string; kind: string })[];
}

export function lanePicture(
  word: string,
  world: World,
  watcher: Watcher,
  fold: LaneFold,
  table: number,
  windowUs: number,
  prices: Prices,
): LanePicture {
  const from = world.now - windowUs;
  const marks = marksSince(world, fold, table, from);
  return {
    word,
    ledger: laneLedger(world, watcher, fold, prices),
    ...marks,
    looks: fold.looks.filter((at) => at >= from).slice(-MOST_MARKS),
    stale: [...fold.copy.stale].slice(-MOST_STALE).map((item) => staleItem(world, fold, item)),
    moments: fold.moments.map((moment) => ({
      ...moment,
      label: labelOf(world, moment.change),
      kind: changeKindName(world.changes.kind.get(moment.change)),
    })),
  };
}

const labelOf = ({ items, changes }: World, change: number): string =>
  items.label.get(changes.item.get(change));

function marksSince(
  world: World,
  fold: LaneFold,
  table: number,
  from: number,
): Pick<LanePicture, 'marks' | 'eachStandsFor'> {
  const { changes } = world;
  const end = changes.at.length;
  const first = firstAt(world, from);
  const eachStandsFor = Math.max(1, Math.ceil((end - first) / MOST_MARKS));
  const marks: LaneMark[] = [];
  // By the change's own number, so that every lane shows the same ones.
  for (let change = end - 1; change >= first; change--) {
    if (change % eachStandsFor !== 0 || changes.table.get(change) !== table) continue;
    marks.push({
      change,
      item: changes.item.get(change),
      kind: changes.kind.get(change),
      label: labelOf(world, change),
      at: changes.at.get(change),
      arrivedAt: fold.arrivalOf(change),
      fate: fold.fateOf(change),
      repeated: fold.repeated.has(change),
      outOfOrder: fold.outOfOrder.has(change),
      torn: fold.torn.has(change),
    });
  }
  return { marks: marks.reverse(), eachStandsFor };
}

/** The first change at or after an instant. */
function firstAt({ changes }: World, at: number): number {
  let low = 0;
  let high = changes.at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes.at.get(middle) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function staleItem(world: World, fold: LaneFold, item: number): StaleItem {
  const version = world.outcomes.currentVersion.get(item) - 1;
  const isThere = version >= 0 && world.versions.image.get(version) >= 0;
  const held = fold.copy.heldOf(item);
  const state = !isThere ? 'ghost' : held === -1 ? 'lacking' : 'old';
  return { item, label: world.items.label.get(item), held: state };
}

/** What became of one change in a lane, for the story across lanes. */
export interface LaneOutcome {
  word: string;
  /** Commit, µs. */
  at: number;
  arrivedAt: number;
  fate: number;
  repeated: boolean;
  outOfOrder: boolean;
  torn: boolean;
}

export const outcomeOf = (
  word: string,
  world: World,
  fold: LaneFold,
  change: number,
): LaneOutcome => ({
  word,
  at: change < world.changes.at.length ? world.changes.at.get(change) : 0,
  arrivedAt: fold.arrivalOf(change),
  fate: fold.arrivalOf(change) >= 0 ? Fate.arrived : fold.fateOf(change),
  repeated: fold.repeated.has(change),
  outOfOrder: fold.outOfOrder.has(change),
  torn: fold.torn.has(change),
});
