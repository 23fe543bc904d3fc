import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { hearPinches } from '../parts/pinch.ts';
import { FAR, useStageView, zoomTo } from './stageView.ts';

interface Anchor {
  /** Part of the sheet, and where on the window it is to stay, in pixels. */
  part: { x: number; y: number };
  at: { x: number; y: number };
}

/**
 * Zoom around the pointer (Control and the wheel, or two fingers on a trackpad) or around the middle,
 * and the empty ground as something to pull. All else is the window's own scrolling.
 */
export function useCamera(
  view: RefObject<HTMLElement | null>,
  sheet: { width: number; height: number },
  zoom: number,
): void {
  const anchor = useRef<Anchor | null>(null);
  const before = useRef(sheet);
  const zoomBefore = useRef(zoom);
  useEffect(() => {
    const element = view.current;
    if (element === null) return;
    /** @param factor how many times larger what is under the pointer is to be. */
    const zoomAt = (factor: number, { clientX, clientY }: { clientX: number; clientY: number }) => {
      const box = element.getBoundingClientRect();
      const at = { x: clientX - box.x, y: clientY - box.y };
      anchor.current = anchorAt(element, before.current, at);
      const { zoom } = useStageView.getState();
      // One notch out of the view from afar is true size's first step, however small the notch.
      if (zoom === FAR) return void (factor > 1 && zoomTo(0.7));
      zoomTo(zoom * factor);
    };
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomAt(Math.exp(-event.deltaY / 400), event);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    const endPinches = hearPinches(element, zoomAt);
    return () => {
      element.removeEventListener('wheel', onWheel);
      endPinches();
    };
  }, [view]);
  const { width, height } = sheet;
  useLayoutEffect(() => {
    const element = view.current;
    if (element === null) return;
    const middle = { x: element.clientWidth / 2, y: element.clientHeight / 2 };
    const { part, at } = anchor.current ?? anchorAt(element, before.current, middle);
    if (zoomBefore.current !== zoom && before.current.width > 0) {
      element.scrollLeft = part.x * width - at.x;
      element.scrollTop = part.y * height - at.y;
    }
    before.current = { width, height };
    zoomBefore.current = zoom;
    anchor.current = null;
  }, [view, width, height, zoom]);
}

function anchorAt(
  element: HTMLElement,
  sheet: { width: number; height: number },
  at: { x: number; y: number },
): Anchor {
  return {
    part: {
      x: (element.scrollLeft + at.x) / Math.max(1, sheet.width),
      y: (element.scrollTop + at.y) / Math.max(1, sheet.height),
    },
    at,
  };
}

/** Pulls the sheet by its empty ground. For a mouse: a finger scrolls by itself. */
export function pullGround(event: PointerEvent<HTMLElement>): void {
  const view = event.currentTarget;
  const isGround = (event.target as Element).classList.contains('react-flow__pane');
  if (!isGround || event.pointerType !== 'mouse' || event.button !== 0) return;
  let { clientX, clientY } = event;
  const onMove = (move: globalThis.PointerEvent): void => {
    view.scrollLeft -= move.clientX - clientX;
    view.scrollTop -= move.clientY - clientY;
    ({ clientX, clientY } = move);
  };
  const onEnd = (): void => {
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onEnd);
    removeEventListener('pointercancel', onEnd);
  };
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', onEnd);
  addEventListener('pointercancel', onEnd);
}
