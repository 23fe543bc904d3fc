import type { FaultKind } from '../../engine/definition.ts';
import type { Selection } from '../../projections/scene/scene.ts';

/** The writers' buttons. */
export type QuickWrite = 'putItem' | 'updateTenTimes' | 'burst' | 'traffic';

/** What the buttons on the stage's cards ask for. */
export interface StageActions {
  /**
   * @param tableId logical id of the table.
   * @param on for `traffic`: switch it on or off.
   */
  onWrite(kind: QuickWrite, tableId: string, on?: boolean): void;
  /**
   * @param targetId logical id of the function (or target) that is struck or healed.
   * @param item for `Poison`: the label of the item in view, when there is one.
   */
  onFault(targetId: string, kind: FaultKind, on: boolean, item?: string): void;
  /** Opens the comparison of stream and scan. */
  onCompare(): void;
}

/** Whether two selections mean the same thing. */
export const sameSelection = (a: Selection | null, b: Selection | null): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
