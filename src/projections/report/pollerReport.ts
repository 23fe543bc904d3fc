/** The report on polling scans and exports. */
import type { World } from '../../engine/world.ts';
import { staleIn, undecidedBy } from '../comparison/backlog.ts';
import type { JournalOutcomes } from './outcomes.ts';
import { type Percentiles, percentiles } from './percentiles.ts';

export interface PollerReport {
  polls: number;
  itemsEvaluated: number;
  /** Read request units. */
  rru: number;
  seen: number;
  /** `filtered`: left out by the scan's own filter. */
  missed: {
    collapsed: number;
    deletes: number;
    race: number;
    noWatermark: number;
    filtered: number;
  };
  pending: number;
  repeated: number;
  /** Changes that a poll passed by while it returned a later one. */
  torn: number;
  /** Pages that were refused for want of read units. */
  throttled: number;
  /** Items whose state in the copy is not the table's. */
  stale: number;
  latencyMs: Percentiles;
}

export function pollerReport(
  world: World,
  number: number,
  outcomes: JournalOutcomes,
): PollerReport {
  const poller = world.state.pollers[number]!;
  const { seen, missed, polls, itemsEvaluated, repeated } = poller;
  return {
    ...{ polls, itemsEvaluated },
    rru: poller.readUnits,
    seen,
    missed: { ...missed },
    pending: undecidedBy(world, number),
    repeated,
    torn: poller.torn,
    throttled: poller.throttled,
    stale: staleIn(world, number),
    latencyMs: percentiles(outcomes.pollLatencies[number]!.map((us) => us / 1_000)),
  };
}

export interface ExportReport
  extends Omit<PollerReport, 'polls' | 'itemsEvaluated' | 'rru' | 'torn' | 'throttled'> {
  type: 'FULL_EXPORT' | 'INCREMENTAL_EXPORT';
  /** Exports that are complete. */
  exports: number;
  /** What they were charged for. */
  billedBytes: number;
}

export function exportReport(
  world: World,
  number: number,
  outcomes: JournalOutcomes,
): ExportReport {
  const { polls, seen, missed, pending, repeated, stale, latencyMs } = pollerReport(
    world,
    number,
    outcomes,
  );
  return {
    type: world.definition.pollers[number]!.export!,
    exports: polls,
    billedBytes: world.state.pollers[number]!.exportedBytes,
    ...{ seen, missed, pending, repeated, stale, latencyMs },
  };
}
