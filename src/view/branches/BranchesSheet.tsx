import { useState } from 'react';
import type { BranchComparison as Compared } from '../../runtime/history/branchComparison.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { say } from '../notices/toasts.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { branchesWords as words } from '../words/branches.ts';
import { BranchComparison } from './BranchComparison.tsx';
import { BranchRow } from './BranchRow.tsx';
import { branchName, placedBranches } from './branchNames.ts';
import { UndoButtons } from './UndoButtons.tsx';
import './branches.css';

/** The tree of futures: where each left, what is different first, and any two side by side. */
export default function BranchesSheet({ onClose }: { onClose: () => void }) {
  const tree = useLab((lab) => lab.tree);
  const definition = useLab((lab) => lab.definition);
  const [compared, setCompared] = useState<Compared | null>(null);
  if (tree === null || definition === null) return null;
  const nameOf = (number: number): string => {
    const found = tree.branches.find(({ branch }) => branch === number);
    return found === undefined ? '' : branchName(found, definition);
  };
  const compare = async (branch: number): Promise<void> => {
    try {
      setCompared(await labActions.compareBranches(branch));
    } catch {
      say({ text: words.comparison.failed });
    }
  };
  return (
    <Sheet title={words.title} wide onClose={onClose}>
      <p className="muted branches-about">{words.about}</p>
      <p className="branches-undo">
        <UndoButtons named />
      </p>
      <ul className="branches" aria-label={words.list}>
        {placedBranches(tree).map(({ branch, depth }) => (
          <BranchRow
            key={branch.branch}
            branch={branch}
            depth={depth}
            name={nameOf(branch.branch)}
            parentName={nameOf(branch.parent)}
            definition={definition}
            isPresent={branch.branch === tree.branch}
            onCompare={() => void compare(branch.branch)}
          />
        ))}
      </ul>
      {compared !== null && (
        <BranchComparison
          compared={compared}
          here={nameOf(compared.here.branch)}
          there={nameOf(compared.there.branch)}
          onClose={() => setCompared(null)}
        />
      )}
    </Sheet>
  );
}
