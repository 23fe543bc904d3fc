/** By what a person steps. */
import { create } from 'zustand';
import { remember, remembered } from '../remembered.ts';
import { stopWords as words } from '../words/stops.ts';
import { goTo } from './breakpoints.ts';

export type StepKind = (typeof words.steps)[number]['kind'];

const first = words.steps.find(({ kind }) => kind === remembered('stepKind'))?.kind ?? 'event';

export const useStepKind = create<{ kind: StepKind }>(() => ({ kind: first }));

export function chooseStepKind(kind: StepKind): void {
  useStepKind.setState({ kind });
  remember('stepKind', kind);
}

export const stepBy = (direction: 1 | -1): void =>
  void goTo({ kind: useStepKind.getState().kind }, direction);
