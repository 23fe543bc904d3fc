import { useEffect, useRef } from 'react';
import type { Selection } from '../../projections/scene/scene.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { openSheet, type SheetName, usePanels } from '../panels.ts';

/**
 * Makes room for what is selected: on a narrow page the inspector is a sheet; beside the stage it
 * stands where sheets do. A form that is being filled stays, and so does what is read while the page
 * becomes narrower or wider.
 */
export function useSelectionSheet(isWide: boolean): void {
  const selection = useLab((lab) => lab.selection);
  const before = useRef<Selection | null>(null);
  useEffect(() => {
    const { sheet } = usePanels.getState();
    const isNew = before.current !== selection;
    before.current = selection;
    const next = sheetFor({ sheet, isSelected: selection !== null, isNew, isWide });
    if (next !== sheet) openSheet(next);
  }, [selection, isWide]);
}

/** @returns the sheet that is to be open where this is, once something was selected or the width has changed. */
export function sheetFor(now: {
  sheet: SheetName | null;
  isSelected: boolean;
  /** The selection is another than before: not only the width. */
  isNew: boolean;
  isWide: boolean;
}): SheetName | null {
  const { sheet, isSelected, isNew, isWide } = now;
  if (!isSelected) return sheet === 'inspector' ? null : sheet;
  if (sheet === 'write' || sheet === 'poison') return sheet;
  if (!isNew && sheet !== null && sheet !== 'inspector') return sheet;
  return isWide ? null : 'inspector';
}
