/** Undo and redo, said in words. */
import { commandText } from '../../projections/commandText.ts';
import { labActions, useLab } from '../../runtime/useLab.ts';
import { say } from '../notices/toasts.ts';
import { branchesWords as words } from '../words/branches.ts';

/** What undoing would take away and redoing bring back, in words; null where there is nothing. */
export function useUndo(): { undo: string | null; redo: string | null } {
  const tree = useLab((lab) => lab.tree);
  const definition = useLab((lab) => lab.definition);
  const phrase = (command: NonNullable<typeof tree>['undo']): string | null =>
    command === null || definition === null ? null : commandText(command, definition);
  return { undo: phrase(tree?.undo ?? null), redo: phrase(tree?.redo ?? null) };
}

export async function undoOrRedo(which: 'undo' | 'redo'): Promise<void> {
  const { tree, definition } = useLab.getState();
  const command = tree?.[which] ?? null;
  const done = await labActions.tree({ do: which });
  if (!done.ok) return say({ text: done.error });
  if (command === null || definition === null) return;
  const what = commandText(command, definition);
  say({ text: which === 'undo' ? words.undone(what) : words.redone(what) });
}
