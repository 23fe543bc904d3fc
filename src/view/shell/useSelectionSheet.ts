import { useEffect } from 'react';
import { useLab } from '../../runtime/useLab.ts';
import { openSheet, usePanels } from '../panels.ts';

/**
 * Makes room for what is selected: on a narrow page the inspector is a sheet; beside the stage it
 * stands where sheets do. A form that is being filled stays.
 */
export function useSelectionSheet(isWide: boolean): void {
  const selection = useLab((lab) => lab.selection);
  useEffect(() => {
    const { sheet } = usePanels.getState();
    if (selection === null) {
      if (sheet === 'inspector') openSheet(null);
    } else if (sheet !== 'write' && sheet !== 'poison') {
      openSheet(isWide ? null : 'inspector');
    }
  }, [selection, isWide]);
}
