import type { Scene, Selection } from '../../projections/scene.ts';
import type { LiveStage } from '../../runtime/labStore.ts';
import type { StageActions } from './stageActions.ts';

export interface StageProps {
  scene: Scene;
  live: LiveStage;
  selection: Selection | null;
  onSelect(selection: Selection | null): void;
  actions: StageActions;
  /** Epoch milliseconds of instant 0, for clock times. */
  startAtMs: number;
  /** No flights are drawn; what would fly is said in a line of text. */
  reducedMotion: boolean;
}

/** The picture: cards, their lanes, and over them every record in motion. Fills its parent. */
export function Stage({ scene }: StageProps) {
  return <div className="stage">{scene.caption.title}</div>;
}
