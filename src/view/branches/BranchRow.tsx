import { useState } from 'react';
import type { SimulationDefinition } from '../../engine/definition.ts';
import { commandText } from '../../projections/commandText.ts';
import type { ListedBranch } from '../../runtime/history/branchTree.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { NameForm } from '../parts/NameForm.tsx';
import { branchesWords as words } from '../words/branches.ts';

const DEEPEST_INDENT = 5;

/** One future: its name, where it left its parent, what is different first, and the way to it. */
export function BranchRow(props: {
  branch: ListedBranch;
  /** How many branches lead to it. */
  depth: number;
  name: string;
  parentName: string;
  definition: SimulationDefinition;
  isPresent: boolean;
  onCompare: () => void;
}) {
  const { branch, depth, name, parentName, definition, isPresent, onCompare } = props;
  const startAtMs = useLab((lab) => lab.startAtMs);
  const [isNaming, setNaming] = useState(false);
  const rename = (chosen: string): void => {
    setNaming(false);
    void labActions.tree({ do: 'name', branch: branch.branch, name: chosen });
  };
  const act = (action: string, onClick: () => void) => (
    <button type="button" className="link" aria-label={words.on(action, name)} onClick={onClick}>
      {action}
    </button>
  );
  const { first } = branch;
  const what = first === null ? '' : commandText(first.command, definition);
  return (
    <li
      className={`branch branch-depth-${Math.min(depth, DEEPEST_INDENT)}`}
      aria-current={isPresent ? 'true' : undefined}
    >
      {isNaming ? (
        <NameForm name={name} words={words} onName={rename} onCancel={() => setNaming(false)} />
      ) : (
        <h3 className="branch-name">
          {name}
          {isPresent && <span className="branch-present">{words.present}</span>}
        </h3>
      )}
      <p className="muted branch-about">
        {branch.parent < 0
          ? words.begins
          : words.leaves(parentName, clockLine(startAtMs, branch.forkedAt))}
        {' · '}
        {words.commands(branch.commands)}
      </p>
      {first !== null && (
        <p className="branch-about">
          <span className="muted">{words.differs}: </span>
          {first.given ? words.given(what) : words.notGiven(what)}
        </p>
      )}
      <p className="branch-actions">
        {!isPresent &&
          act(words.change, () => void labActions.tree({ do: 'change', branch: branch.branch }))}
        {!isPresent && act(words.compare, onCompare)}
        {act(words.rename, () => setNaming(true))}
      </p>
    </li>
  );
}
