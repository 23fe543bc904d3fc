/** The report on polling scans. */
import type { World } from '../../engine/world.ts';
import { changeCount } from '../backlog.ts';
import type { JournalOutcomes } from './outcomes.ts';
import { type Percentiles, percentiles } from './percentiles.ts';

export interface PollerReport {
  polls: number;
  itemsEvaluated: number;
  /** Read request units. */
  rru: number;
  seen: number;
  missed: { collapsed: number; deletes: number; race: number; noWatermark: number };
  pending: number;
  repeated: number;
  latencyMs: Percentiles;
}

export function pollerReport(
  world: World,
  number: number,
  outcomes: JournalOutcomes,
): PollerReport {
  const poller = world.state.pollers[number]!;
  const { seen, missed, polls, itemsEvaluated, repeated } = poller;
  const decided = seen + missed.collapsed + missed.deletes + missed.race + missed.noWatermark;
  return {
    ...{ polls, itemsEvaluated },
    rru: poller.readUnits,
    seen,
    missed: { ...missed },
    pending: changeCount(world, poller.table) - decided,
    repeated,
    latencyMs: percentiles(outcomes.pollLatencies[number]!.map((us) => us / 1_000)),
  };
}
