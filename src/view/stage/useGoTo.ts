import { type RefObject, useEffect } from 'react';
import type { Rect } from '../../projections/geometry/rect.ts';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import { usePanels } from '../panels.ts';
import { useStageView, type Wanted } from './stageView.ts';

/** Where a card lies, or its lane where it is drawn; null: there is none. */
export function rectOf(layout: StageLayout, { card, lane }: Wanted): Rect | null {
  const box = layout.boxes.get(card);
  return box?.lanes.find((one) => one.lane === lane)?.rect ?? box?.rect ?? null;
}

/** Brings what is wanted into the middle of the stage's window, and gives it the focus. */
export function useGoTo(
  view: RefObject<HTMLElement | null>,
  layout: StageLayout,
  scale: number,
): void {
  const wanted = useStageView((stage) => stage.wanted);
  useEffect(() => {
    const element = view.current;
    if (wanted === null || element === null || layout.boxes.size === 0) return;
    const rect = rectOf(layout, wanted);
    useStageView.setState({ wanted: null });
    if (rect === null) return;
    if (!isSeen(element, rect, scale)) {
      // What is higher than the window is seen from its top.
      const above = Math.max(16, (element.clientHeight - rect.height * scale) / 2);
      element.scrollTop = rect.y * scale - above;
      element.scrollLeft = (rect.x + rect.width / 2) * scale - element.clientWidth / 2;
    }
    // What was far away is drawn by then.
    requestAnimationFrame(() => requestAnimationFrame(() => focusOn(wanted)));
  }, [wanted, view, layout, scale]);
}

function isSeen(element: HTMLElement, { x, y, width, height }: Rect, scale: number): boolean {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
  const isAcross = x * scale >= scrollLeft && (x + width) * scale <= scrollLeft + clientWidth;
  return isAcross && y * scale >= scrollTop && (y + height) * scale <= scrollTop + clientHeight;
}

function focusOn({ card, lane }: Wanted): void {
  if (usePanels.getState().sheet !== null) return;
  const title = document.getElementById(`card-${card}`);
  const inLane = title?.closest('.card')?.querySelector<HTMLElement>('.lane.is-selected button');
  const target = lane === null ? null : inLane;
  (target ?? title?.querySelector('button'))?.focus({ preventScroll: true });
}
