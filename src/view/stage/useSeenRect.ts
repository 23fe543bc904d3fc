import { type RefObject, useEffect, useState } from 'react';
import type { Rect } from '../../projections/geometry/rect.ts';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';

/** From so many cards and lanes on, those far from what is seen are not drawn in full. */
const LARGE_FROM = 80;
/** What is seen is known in steps of so many pixels of the layout, and one step around it is drawn. */
const STEP = 400;

/** On a large stage, what is seen of it and around it, in the layout's pixels; else null. */
export function useSeenRect(
  element: RefObject<HTMLElement | null>,
  layout: StageLayout,
  scale: number,
): Rect | null {
  const [steps, setSteps] = useState('0 0 4 4');
  const parts = [...layout.boxes.values()].reduce((n, { lanes }) => n + 1 + lanes.length, 0);
  const isLarge = layout.detail === 'near' && parts >= LARGE_FROM;
  useEffect(() => {
    const view = element.current;
    if (view === null || !isLarge) return;
    const look = (): void => {
      const first = (at: number): number => Math.floor(at / scale / STEP) - 1;
      const last = (at: number): number => Math.ceil(at / scale / STEP) + 1;
      const { scrollLeft: x, scrollTop: y, clientWidth, clientHeight } = view;
      setSteps([first(x), first(y), last(x + clientWidth), last(y + clientHeight)].join(' '));
    };
    look();
    view.addEventListener('scroll', look, { passive: true });
    return () => view.removeEventListener('scroll', look);
  }, [element, isLarge, scale, layout]);
  if (!isLarge) return null;
  const [left, top, right, bottom] = steps.split(' ').map((step) => Number(step) * STEP);
  return { x: left!, y: top!, width: right! - left!, height: bottom! - top! };
}
