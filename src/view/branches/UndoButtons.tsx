import { useLab } from '../../runtime/page/useLab.ts';
import { Icon } from '../parts/Icon.tsx';
import { branchesWords as words } from '../words/branches.ts';
import { undoOrRedo, useUndo } from './undo.ts';

/** Undo and redo. @param props.named with words beside them, where there is room. */
export function UndoButtons({ named = false }: { named?: boolean }) {
  const { undo, redo } = useUndo();
  const ready = useLab((lab) => lab.ready);
  const button = (which: 'undo' | 'redo', what: string | null, nothing: string) => {
    const name = what === null ? nothing : words[which](what);
    return (
      <button
        type="button"
        className={named ? 'button' : 'transport-button'}
        aria-label={name}
        title={name}
        disabled={!ready || what === null}
        onClick={() => void undoOrRedo(which)}
      >
        {named ? words[which](what) : <Icon name={which} />}
      </button>
    );
  };
  return (
    <>
      {button('undo', undo, words.nothingToUndo)}
      {button('redo', redo, words.nothingToRedo)}
    </>
  );
}
