import { createContext, useContext } from 'react';
import type { Rect } from '../../projections/geometry/rect.ts';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import { type Focus, laneKey } from '../../projections/scene/focus.ts';
import type { Scene, Selection } from '../../projections/scene/scene.ts';
import type { StageActions } from './stageActions.ts';

/** What every card needs beside its own data. */
export interface StageContextValue {
  /** The scene as it is now. What shows a part of it asks {@link useScene}, or is given that part. */
  sceneNow(): Scene;
  layout: StageLayout;
  /** On a large stage, what is seen of it and around it; null: all is drawn. */
  seen: Rect | null;
  /** What everything else is dimmed for, or null. */
  focus: Focus | null;
  selection: Selection | null;
  onSelect(selection: Selection | null): void;
  actions: StageActions;
}

export const StageContext = createContext<StageContextValue | null>(null);

/** Another one at every look at the world: whoever asks for it is drawn anew each time. */
export const SceneContext = createContext<Scene | null>(null);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('A card stands outside the stage.');
  return scene;
}

/** The class of a card's lane that is not looked at. */
export function dimClass(focus: Focus | null, card: string, lane: number): string {
  const lanes = focus?.lanes ?? null;
  return lanes === null || lanes.has(laneKey(card, lane)) ? '' : ' is-dimmed';
}

/** The class of what is of another item than the one that is looked at. */
export const dimItemClass = (focus: Focus | null, item: number): string =>
  focus !== null && focus.item >= 0 && focus.item !== item ? ' is-dimmed' : '';

export function useStage(): StageContextValue {
  const value = useContext(StageContext);
  if (value === null) throw new Error('A card stands outside the stage.');
  return value;
}
