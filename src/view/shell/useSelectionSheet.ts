import { useEffect } from 'react';
import { useLab } from '../../runtime/useLab.ts';
import { openSheet, usePanels } from '../panels.ts';

/** On a narrow page what is selected is shown in a sheet, unless one stands open already. */
export function useSelectionSheet(isWide: boolean): void {
  const selection = useLab((lab) => lab.selection);
  useEffect(() => {
    if (isWide) return;
    const { sheet } = usePanels.getState();
    if (selection !== null && (sheet === null || sheet === 'log')) openSheet('inspector');
    if (selection === null && sheet === 'inspector') openSheet(null);
  }, [selection, isWide]);
}
