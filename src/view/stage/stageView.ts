/** How the stage is looked at: how near, whether only at what is selected, and by whom it is seen. */
import { create } from 'zustand';
import { useReducedMotion, useWidth } from '../parts/useMedia.ts';
import { remember, remembered } from '../remembered.ts';

export type MotionChoice = 'auto' | 'on' | 'off';

/** A card, or a lane in it, that somebody goes to. */
export interface Wanted {
  card: string;
  lane: number | null;
}

interface StageView {
  /** 1: true size. Below {@link FAR_BELOW} cards are tiles with their names and counts. */
  zoom: number;
  /** Only what is selected, and what it is connected to; all else is dimmed. */
  isFocused: boolean;
  /** Large type and no panels. */
  isPresenting: boolean;
  /**
   * While all cards are brought into sight whenever they no longer are, as far as they can be read: how near
   * the stage was before; else null.
   */
  nearBeforeWhole: number | null;
  /** Ids of the cards that a lesson points at. */
  pointedAt: readonly string[];
  /** To be brought into view, and given the focus. */
  wanted: Wanted | null;
  motion: MotionChoice;
}

export const ZOOM_MOST = 2.5;
export const FAR_BELOW = 0.7;
/** The one zoom of the view from afar: tiles have one size. */
export const FAR = 0.6;
const STEPS = [FAR, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 2, ZOOM_MOST] as const;

export const useStageView = create<StageView>(() => ({
  zoom: 1,
  isFocused: false,
  isPresenting: false,
  nearBeforeWhole: null,
  pointedAt: [],
  wanted: null,
  motion: motionOf(remembered('motion')),
}));

/** @param zoom is held within what there is; everything below {@link FAR_BELOW} is the view from afar. */
export function zoomTo(zoom: number): void {
  const held = zoom < FAR_BELOW ? FAR : Math.min(ZOOM_MOST, zoom);
  useStageView.setState({ zoom: held });
}

/** One step nearer or farther. */
export function zoomBy(direction: 1 | -1): void {
  const { zoom } = useStageView.getState();
  const next =
    direction > 0
      ? STEPS.find((step) => step > zoom + 0.001)
      : STEPS.findLast((step) => step < zoom - 0.001);
  zoomTo(next ?? zoom);
}

/** Sees the whole of the stage, as near as that goes. Set by the stage while it is there. */
export const fitting = { fit: (): void => {} };

/** In lessons no card is cut off; afterwards the stage is as near as it was. */
export function keepWhole(isWanted: boolean): void {
  const { zoom, nearBeforeWhole } = useStageView.getState();
  if (isWanted === (nearBeforeWhole !== null)) return;
  if (nearBeforeWhole !== null) zoomTo(nearBeforeWhole);
  useStageView.setState({ nearBeforeWhole: isWanted ? zoom : null });
}

export const toggleFocus = (): void =>
  useStageView.setState(({ isFocused }) => ({ isFocused: !isFocused }));

export const togglePresenting = (): void =>
  useStageView.setState(({ isPresenting }) => ({ isPresenting: !isPresenting }));

function setMotion(motion: MotionChoice): void {
  useStageView.setState({ motion });
  remember('motion', motion);
}

/** Whether nothing is to move: by choice, or as the system asks. */
export function useIsStill(): boolean {
  const choice = useStageView((view) => view.motion);
  const isReduced = useReducedMotion();
  return choice === 'off' || (choice === 'auto' && isReduced);
}

/** Off where it is on, whatever the system asks; and back. */
export function toggleMotion(): void {
  const { motion } = useStageView.getState();
  const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isStill = motion === 'off' || (motion === 'auto' && isReduced);
  setMotion(isStill ? 'on' : 'off');
}

/** Of everything while one presents; no larger than leaves the cards in columns. */
const PRESENTER_ZOOM = 1.6;
const COLUMNS_FROM = 1_000;

/** By how much the stage and its sentence are enlarged. */
export function usePresenterZoom(): number {
  const isPresenting = useStageView((view) => view.isPresenting);
  const width = useWidth();
  if (!isPresenting) return 1;
  return Math.min(PRESENTER_ZOOM, Math.max(1.2, width / COLUMNS_FROM));
}

/** The whole screen for the page, or back. A browser that refuses keeps the page as it is. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  done?.catch(() => {});
}

function motionOf(kept: string | null): MotionChoice {
  return kept === 'on' || kept === 'off' ? kept : 'auto';
}
