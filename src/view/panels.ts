/** Which panels of the page are open. What is typed in them lives with them, and survives closing. */
import { create } from 'zustand';
import { remember, remembered } from './remembered.ts';

/** One at a time, in the place of the side column; on a narrow page from below. */
export type SheetName =
  | 'write'
  | 'bring'
  | 'compare'
  | 'lanes'
  | 'console'
  | 'keys'
  | 'find'
  | 'labs'
  | 'lessons'
  | 'branches'
  | 'why'
  | 'poison'
  | 'settings'
  | 'code'
  | 'log'
  | 'inspector'
  | 'share'
  | 'time'
  /** What happened in a stretch of the timeline, in words and numbers. */
  | 'stretch';

interface Panels {
  /** Beside the stage, where there is room. */
  inspector: boolean;
  log: boolean;
  /** Of the column at the side, pixels. */
  sideWidth: number;
  sheet: SheetName | null;
  /** Title of the lesson that is being taken, or null. */
  lesson: string | null;
  /** The lesson that is presented to a class, and the step it begins at, from 0; or null. */
  presented: { lesson: string; step: number } | null;
}

export const SIDE_LEAST = 280;
export const SIDE_MOST = 560;
/** On a narrower page less, so that the cards stand in all their columns at 1,280 pixels. */
const SIDE_USUAL = globalThis.innerWidth < 1_340 ? 300 : 340;

export const usePanels = create<Panels>(() => ({
  inspector: remembered('inspector') !== 'closed',
  log: remembered('log') !== 'closed',
  sideWidth: clampedWidth(Number(remembered('sideWidth') ?? SIDE_USUAL)),
  sheet: null,
  lesson: null,
  presented: null,
}));

export function openSheet(sheet: SheetName | null): void {
  usePanels.setState({ sheet });
}

export function toggleSheet(sheet: SheetName): void {
  openSheet(usePanels.getState().sheet === sheet ? null : sheet);
}

/** Shows or hides one half of the side; on a narrow page it is a sheet. */
export function toggleSide(part: 'inspector' | 'log', isWide: boolean): void {
  if (!isWide) {
    toggleSheet(part);
    return;
  }
  const panels = usePanels.getState();
  const open = panels.sheet !== null || !panels[part];
  usePanels.setState({ [part]: open, sheet: null });
  remember(part, open ? 'open' : 'closed');
}

export function setSideWidth(width: number): void {
  const sideWidth = clampedWidth(width);
  usePanels.setState({ sideWidth });
  remember('sideWidth', String(sideWidth));
}

function clampedWidth(width: number): number {
  return Number.isFinite(width) ? Math.min(SIDE_MOST, Math.max(SIDE_LEAST, width)) : SIDE_USUAL;
}
