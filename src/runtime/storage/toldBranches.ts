/** The tree of branches as a copy has it: of a large one only what is new is written. */
import type { Branch, LabProgress } from './storage.ts';

export class ToldBranches {
  private readonly branches = new Map<number, string>();
  private branch = -1;

  constructor({ branch, branches }: Pick<LabProgress, 'branch' | 'branches'>) {
    this.tell({ branch, branches });
  }

  /** From now on it is so. */
  tell({ branch, branches }: Pick<LabProgress, 'branch' | 'branches'>): void {
    this.branch = branch;
    for (const each of branches) this.branches.set(each.branch, JSON.stringify(each));
  }

  /** @returns the branches that are new or changed; null where all is as it was. */
  newIn({ branch, branches }: Pick<LabProgress, 'branch' | 'branches'>): Branch[] | null {
    const isNew = (each: Branch) => this.branches.get(each.branch) !== JSON.stringify(each);
    const changed = branches.filter(isNew);
    return changed.length === 0 && branch === this.branch ? null : changed;
  }
}

/** A tree with some branches changed, or added at its end. */
export function withBranches(branches: readonly Branch[], changed: readonly Branch[]): Branch[] {
  const all = new Map(branches.map((each) => [each.branch, each]));
  for (const each of changed) all.set(each.branch, each);
  return [...all.values()];
}
