import { type SheetName, toggleSheet, toggleSide, usePanels } from '../panels.ts';
import { togglePresenting, useStageView } from '../stage/stageView.ts';
import { shellWords } from '../words/shell.ts';

const words = shellWords.views;

/** Something that can be seen or done besides the stage. */
export interface ViewChoice {
  /** In the language that the page speaks, which may be learned after this. */
  readonly name: string;
  /** As `?` lists it; '' where it has none. */
  key: string;
  /** Page width, in pixels, from which it stands in the bar; below, it is under “More”. */
  barFrom: number;
  sheet: SheetName;
  /** It has a place beside the stage where there is room. */
  side?: 'inspector' | 'log';
}

const ALWAYS = 0;
const NEVER = Number.POSITIVE_INFINITY;

const named = (
  word: Exclude<keyof typeof words, 'themes' | 'themeAndLanguage'>,
  choice: Omit<ViewChoice, 'name'>,
): ViewChoice => ({
  ...choice,
  get name() {
    return words[word];
  },
});

/** In the order in which they stand: what is used most comes first and leaves the bar last. */
export const viewChoices: readonly ViewChoice[] = [
  named('write', { key: 'N', barFrom: ALWAYS, sheet: 'write' }),
  named('lessons', { key: 'E', barFrom: 1_240, sheet: 'lessons' }),
  named('console', { key: 'T', barFrom: 1_400, sheet: 'console' }),
  named('compare', { key: 'C', barFrom: 1_240, sheet: 'lanes' }),
  named('branches', { key: 'B', barFrom: 1_400, sheet: 'branches' }),
  named('inspector', { key: 'I', barFrom: ALWAYS, sheet: 'inspector', side: 'inspector' }),
  named('log', { key: 'L', barFrom: ALWAYS, sheet: 'log', side: 'log' }),
  named('find', { key: '/', barFrom: NEVER, sheet: 'find' }),
  named('keys', { key: '?', barFrom: NEVER, sheet: 'keys' }),
];

export function toggleView({ sheet, side }: ViewChoice, isWide: boolean): void {
  if (side === undefined) toggleSheet(sheet);
  else toggleBeside(side, isWide);
}

/** Shows or hides what is beside the stage; where one presents, and so nothing is, it comes back. */
export function toggleBeside(side: 'inspector' | 'log', isWide: boolean): void {
  if (isWide && useStageView.getState().isPresenting) {
    togglePresenting();
    if (usePanels.getState()[side]) return;
  }
  toggleSide(side, isWide);
}
