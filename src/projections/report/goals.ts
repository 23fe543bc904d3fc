/** Whether a lab's goals were met: what its author wants to hold, as against the engine's laws. */
import type { GoalDefinition } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';
import type { JournalOutcomes } from './outcomes.ts';
import { feedsOf, lostBy, targetReport } from './targetReport.ts';

export interface GoalVerdict {
  law: string;
  of: string;
  verdict: 'holds' | 'broken' | 'unknown';
  /** What broke it, in words. */
  witness: string | null;
}

type Judge = (world: World, of: string, outcomes: JournalOutcomes) => string | null | undefined;

/** By name; `undefined` is "cannot be said of that". */
const JUDGES: Readonly<Record<string, Judge>> = {
  /** Every effect of the function's successes happened exactly once. */
  EffectsOnce(world, of, outcomes) {
    const mappings = mappingsOf(world, of);
    if (mappings.length === 0) return undefined;
    const repeated = mappings.reduce((n, m) => n + world.state.mappings[m]!.meters.duplicates, 0);
    const lost = world.state.targets
      .flatMap((_, target) => feedsOf(world, target))
      .filter((feed) => mappings.includes(feed.mapping))
      .reduce((n, feed) => n + lostBy(world, feed, outcomes), 0);
    return repeated + lost === 0 ? null : `${repeated} effects were repeated and ${lost} were lost`;
  },

  /** The function's mappings gave no change up. */
  NothingLost(world, of) {
    const mappings = mappingsOf(world, of).map((m) => world.state.mappings[m]!.meters);
    if (mappings.length === 0) return undefined;
    const lost = mappings.reduce((n, meters) => n + meters.discarded + meters.expired, 0);
    return lost === 0 ? null : `${lost} changes were discarded or expired`;
  },

  /** No change was delivered first after a later one of its item. */
  OrderKept(world, of) {
    const mappings = mappingsOf(world, of).map((m) => world.state.mappings[m]!.meters);
    if (mappings.length === 0) return undefined;
    const violations = mappings.reduce((n, meters) => n + meters.orderViolations, 0);
    return violations === 0 ? null : `${violations} changes came after a later one of their item`;
  },

  /** The target is what the changes make it. */
  Converged(world, of, outcomes) {
    const target = world.state.targets.findIndex(({ id }) => id === of);
    if (target < 0) return undefined;
    const { diverged } = targetReport(world, target, outcomes);
    return diverged === 0 ? null : `${diverged} keys or changes are not as they should be`;
  },
};

export function judgeGoal(
  world: World,
  { law, of }: GoalDefinition,
  outcomes: JournalOutcomes,
): GoalVerdict {
  const judge = Object.hasOwn(JUDGES, law) ? JUDGES[law] : undefined;
  const witness = judge?.(world, of, outcomes);
  if (witness === undefined) return { law, of, verdict: 'unknown', witness: null };
  return { law, of, verdict: witness === null ? 'holds' : 'broken', witness };
}

/** Mappings by their own id or by their function's. */
function mappingsOf({ state }: World, of: string): number[] {
  return state.mappings.flatMap(({ id, function: fn }, number) =>
    id === of || state.functions[fn]!.id === of ? [number] : [],
  );
}
