import { createContext, useContext } from 'react';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import type { Scene, Selection } from '../../projections/scene.ts';
import type { StageActions } from './stageActions.ts';

/** What every card needs beside its own data. */
export interface StageContextValue {
  scene: Scene;
  layout: StageLayout;
  selection: Selection | null;
  onSelect(selection: Selection | null): void;
  actions: StageActions;
}

export const StageContext = createContext<StageContextValue | null>(null);

export function useStage(): StageContextValue {
  const value = useContext(StageContext);
  if (value === null) throw new Error('A card stands outside the stage.');
  return value;
}
