/** What somebody misses, and how late he is, who looks at a table once a period. Rule: [W31]. */
import type { DelayModel } from './delayModel.ts';
import type { MyTable } from './myTable.ts';

const HOUR_S = 3_600;

/**
 * Of changes at a rate on one item, looked at once a period: how many are the last before a look, per
 * second, and how old those are then. The age of the last is an exponential cut off at the period.
 */
export function lastBeforeLook(rate: number, period: number) {
  const some = -Math.expm1(-rate * period);
  const meanAge = rate * period < 1e-6 ? period / 2 : 1 / rate - (period * (1 - some)) / some;
  const ageAt = (part: number): number =>
    rate * period < 1e-6 ? part * period : -Math.log1p(-part * some) / rate;
  return { perSecond: some / period, meanAge, ageAt };
}

interface Look {
  periodS: number;
  /** After the look at an item, until the whole is there. */
  afterS: number;
  seesDeletes: 'never' | 'last' | 'marks';
}

/** What somebody misses who looks once a period. */
export function looking(table: MyTable, { periodS, afterS, seesDeletes }: Look) {
  const { changesPerSecond: changes, activeItems, deleteShare } = table;
  const active = Math.max(1, activeItems);
  const last = lastBeforeLook(changes / active, periodS);
  const lastPerSecond = Math.min(changes, active * last.perSecond);
  const seenDeletes = seesDeletes === 'last' ? lastPerSecond * deleteShare : 0;
  const isMarked = seesDeletes === 'marks';
  const seenOthers = lastPerSecond * (isMarked ? 1 : 1 - deleteShare);
  const deletes = isMarked ? 0 : changes * deleteShare - seenDeletes;
  const collapsed = changes * (isMarked ? 1 : 1 - deleteShare) - seenOthers;
  const delay: DelayModel = {
    meanMs: (last.meanAge + afterS) * 1e3,
    p50Ms: (last.ageAt(0.5) + afterS) * 1e3,
    p99Ms: (last.ageAt(0.99) + afterS) * 1e3,
  };
  // An item is behind from its change to the look: the mean age of changed ones, as a share of time.
  const rate = changes / active;
  const share = rate * periodS < 1e-6 ? 0 : 1 + Math.expm1(-rate * periodS) / (rate * periodS);
  return {
    delay,
    deletes: Math.max(0, deletes) * HOUR_S,
    collapsed: Math.max(0, collapsed) * HOUR_S,
    behind: active * share + changes * afterS,
  };
}
