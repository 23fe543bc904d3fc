/** The tree of branches: futures that share their beginnings. */
import type { Branch } from '../storage/storage.ts';

/** Where every lab begins. */
export const FIRST_BRANCH: Branch = { branch: 0, parent: -1, forkedAt: 0, firstCommand: 0 };

export const branchNumbered = (branches: readonly Branch[], number: number): Branch | undefined =>
  branches.find(({ branch }) => branch === number);

/** A branch, then its parent, and so on to the first. */
export function wayUp(branches: readonly Branch[], from: number): Branch[] {
  const way: Branch[] = [];
  let current = branchNumbered(branches, from);
  while (current !== undefined && way.length <= branches.length) {
    way.push(current);
    current = branchNumbered(branches, current.parent);
  }
  return way;
}

/** Up to where two futures are one: an instant (microseconds), and how many commands had been given. */
export interface Shared {
  at: number;
  applied: number;
}

/** Where two branches part; a branch and itself never do. */
export function sharedPast(branches: readonly Branch[], one: number, other: number): Shared {
  const shared: Shared = { at: Number.POSITIVE_INFINITY, applied: Number.POSITIVE_INFINITY };
  const [ways, others] = [wayUp(branches, one), wayUp(branches, other)];
  const isCommon = ({ branch }: Branch) =>
    ways.some((known) => known.branch === branch) &&
    others.some((known) => known.branch === branch);
  for (const branch of [...ways, ...others]) {
    if (isCommon(branch)) continue;
    shared.at = Math.min(shared.at, branch.forkedAt);
    shared.applied = Math.min(shared.applied, branch.firstCommand);
  }
  return shared;
}

/** Whether the way to a branch led through a moment of another (or of itself). */
export function isOnTheWay(
  moment: { branch: number; at: number; applied: number },
  branches: readonly Branch[],
  to: number,
): boolean {
  const shared = sharedPast(branches, moment.branch, to);
  return moment.at <= shared.at && moment.applied <= shared.applied;
}
