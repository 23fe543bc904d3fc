import type { KeyboardEvent } from 'react';
import type { Mark } from '../../../projections/scene/scene.ts';
import { useStage } from '../stageContext.ts';

/**
 * Keyboard way to the records of a lane: on its name, the arrow keys select the next older (right) or
 * newer (left) record, as they lie on the conveyor.
 */
export function useRecordWalk(marks: readonly Mark[]): (event: KeyboardEvent) => void {
  const { selection, onSelect } = useStage();
  return (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || marks.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const newestFirst = [...marks].sort((a, b) => b.at - a.at || b.change - a.change);
    const at =
      selection?.kind === 'record'
        ? newestFirst.findIndex((m) => m.change === selection.change)
        : -1;
    const next = at < 0 ? 0 : Math.min(newestFirst.length - 1, Math.max(0, at + step));
    onSelect({ kind: 'record', change: newestFirst[next]!.change });
  };
}
