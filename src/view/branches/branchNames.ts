/** What branches are called: what a person said, or what begins them. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { commandText } from '../../projections/commandText.ts';
import type { BranchTree, ListedBranch } from '../../runtime/history/branchTree.ts';
import { branchesWords as words } from '../words/branches.ts';

export function branchName(
  { branch, parent, name, first }: ListedBranch,
  definition: SimulationDefinition,
): string {
  if (name !== null) return name;
  if (parent < 0) return words.first;
  if (first === null) return words.numbered(branch + 1);
  const what = commandText(first.command, definition);
  return first.given ? what.charAt(0).toUpperCase() + what.slice(1) : words.without(what);
}

export interface PlacedBranch {
  branch: ListedBranch;
  /** How many branches lead to it. */
  depth: number;
}

/** Each below its parent. One that undoing made and on which nothing has happened is left out. */
export function placedBranches({ branch: present, branches }: BranchTree): PlacedBranch[] {
  const isSeen = (one: ListedBranch): boolean =>
    one.branch === present ||
    one.name !== null ||
    one.commands > 0 ||
    one.parent < 0 ||
    branches.some(({ parent, branch }) => parent === one.branch && branch === present);
  const below = (parent: number, depth: number): PlacedBranch[] =>
    branches
      .filter((one) => one.parent === parent)
      .flatMap((branch) => {
        const deeper = below(branch.branch, isSeen(branch) ? depth + 1 : depth);
        return isSeen(branch) ? [{ branch, depth }, ...deeper] : deeper;
      });
  return below(-1, 0);
}
