/**
 * The running ledger of one lane: what the watcher has noticed, what it got wrong, how late it was, and
 * what it cost. Rules: [W4] every change in one place, [W24] stale copies, [W30] cost.
 */
import type { Prices } from '../../engine/prices.ts';
import type { World } from '../../engine/world.ts';
import { mappingRow, pollerRow } from '../comparison/comparison.ts';
import type { ComparisonRow } from '../comparison/comparisonRow.ts';
import type { CostLine } from '../money/costLine.ts';
import { watcherCost } from '../money/watcherCost.ts';
import type { LaneFold, Watcher } from './laneFold.ts';

export interface LaneLedger extends ComparisonRow {
  /** Changes that a poll passed by while it returned a later one. */
  torn: number;
  /** Items whose state in the copy is not the table's, now. */
  stale: number;
  /** Pages that the watcher asked the table for, and that were refused for want of read units. */
  tableThrottles: number;
  /** Reads of the stream that were refused because too many read it. */
  streamThrottles: number;
  delayP90Ms: number | null;
  delayMostMs: number | null;
  /** Arrived changes by class of delay, see `DELAY_CLASSES_MS`. */
  delayClasses: number[];
  /** Since the lab began. */
  cost: CostLine[];
}

export function laneLedger(
  world: World,
  watcher: Watcher,
  fold: LaneFold,
  prices: Prices,
): LaneLedger {
  const delayOf = (percent: number) => fold.delays.quantile(percent);
  const row =
    'poller' in watcher
      ? pollerRow(world, watcher.poller, delayOf)
      : mappingRow(world, watcher.mapping, delayOf);
  const poller = 'poller' in watcher ? world.state.pollers[watcher.poller]! : null;
  const mapping = 'mapping' in watcher ? world.state.mappings[watcher.mapping]! : null;
  return {
    ...row,
    outOfOrder: fold.outOfOrder.size,
    torn: fold.torn.size,
    stale: fold.copy.stale.size,
    tableThrottles: poller?.throttled ?? 0,
    streamThrottles: mapping?.meters.readThrottles ?? 0,
    delayP90Ms: delayOf(90),
    delayMostMs: delayOf(100),
    delayClasses: [...fold.delayClasses],
    cost: watcherCost(world, watcher, fold, prices),
  };
}
