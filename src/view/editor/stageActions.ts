/** What the buttons on the stage's cards do. */
import { openSheet } from '../panels.ts';
import type { StageActions } from '../stage/stageActions.ts';
import { chooseTable } from './draft.ts';
import { switchFault } from './faults.ts';
import { putBurst, setTraffic, updateTenTimes, usualRate } from './quickWrites.ts';
import { tableOf } from './tables.ts';

export const stageActions: StageActions = {
  onWrite(kind, tableId, on) {
    const table = tableOf(tableId);
    if (table === null) return;
    if (kind === 'burst') void putBurst(table);
    else if (kind === 'updateTenTimes') void updateTenTimes(table);
    else if (kind === 'traffic') void setTraffic(tableId, on === true ? usualRate(tableId) : 0);
    else {
      chooseTable(tableId);
      openSheet('write');
    }
  },
  onFault(targetId, kind, on, item) {
    void switchFault(targetId, kind, on, item);
  },
  onCompare() {
    openSheet('compare');
  },
};
