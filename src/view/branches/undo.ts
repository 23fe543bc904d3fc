/** Undo and redo, said in words: of commands, and of cards that were moved. */
import { commandText } from '../../projections/commandText.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { say } from '../notices/toasts.ts';
import { type Move, nextMove, noteTakenBack, takeMove, useMoves } from '../stage/moveHistory.ts';
import { branchesWords as words } from '../words/branches.ts';

/** What undoing would take away and redoing bring back, in words; null where there is nothing. */
export function useUndo(): { undo: string | null; redo: string | null } {
  const tree = useLab((lab) => lab.tree);
  const definition = useLab((lab) => lab.definition);
  useMoves();
  const phrase = (which: 'undo' | 'redo'): string | null => {
    const move = nextMove(which);
    if (move !== null) return moveText(move);
    const command = tree?.[which] ?? null;
    return command === null || definition === null ? null : commandText(command, definition);
  };
  return { undo: phrase('undo'), redo: phrase('redo') };
}

export async function undoOrRedo(which: 'undo' | 'redo'): Promise<void> {
  const { tree, definition } = useLab.getState();
  const move = nextMove(which);
  if (move !== null) return takeMove(which, move);
  const command = tree?.[which] ?? null;
  const done = await labActions.tree({ do: which });
  if (!done.ok) return say({ text: done.error });
  noteTakenBack(which);
  if (command === null || definition === null) return;
  const what = commandText(command, definition);
  say({ text: which === 'undo' ? words.undone(what) : words.redone(what) });
}

function moveText({ card }: Move): string {
  if (card === null) return words.tidied;
  const title = useLab.getState().scene?.cards.find(({ id }) => id === card)?.title;
  return words.moved(title ?? card);
}
