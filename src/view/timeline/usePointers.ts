/** Mouse, pen and fingers on the timeline: click, brush, drag, wheel and pinch. */
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { labActions, live, useLab } from '../../runtime/useLab.ts';
import { hitTimeline, type TimelineHit } from './hitTimeline.ts';
import { feed } from './timelineFeed.ts';
import type { TimelineLoop } from './timelineLoop.ts';
import { moved, showSpan, useTimeline, zoomed } from './timelineView.ts';

const CLICK_PX = 4;
const WHEEL_PX = 260;

type Gesture =
  | { kind: 'press' | 'brush'; x: number; at: number }
  | { kind: 'drag'; x: number }
  | { kind: 'pinch'; apart: number; middle: number };

const keepsFollowing = (): boolean => useTimeline.getState().follows;

/** Zooms about a place (0 to 1); a view that follows keeps following. */
export function zoomBy(loop: TimelineLoop, factor: number, place: number): void {
  const shown = loop.shown();
  const { furthest } = useLab.getState();
  if (keepsFollowing()) {
    const span = zoomed(shown, factor, place, furthest);
    useTimeline.setState({ span: span.to - span.from, isOwnSpan: true });
  } else showSpan(zoomed(shown, factor, place, furthest));
}

export function moveBy(loop: TimelineLoop, us: number): void {
  showSpan(moved(loop.shown(), us, useLab.getState().furthest));
}

/** What a click on a thing does: shows it, and where it lies elsewhere in time, goes there. */
function choose(hit: TimelineHit): void {
  const { furthest } = useLab.getState();
  const isRecord = hit.lane.ticks !== null && hit.event === hit.lane.ticks.event;
  const hasChange = isRecord || ['duplicate', 'stale', 'missed'].includes(hit.event);
  if (hit.at > live.playhead() && hit.at <= furthest) void labActions.seek(hit.at);
  if (hasChange) labActions.select({ kind: 'record', change: hit.ref });
  else {
    if (!isRecord && hit.event !== 'poll') void labActions.seek(hit.at);
    if (hit.lane.about !== null) labActions.select(hit.lane.about);
  }
}

export function usePointers(
  loop: RefObject<TimelineLoop | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  onPoint: (point: { hit: TimelineHit | null; x: number; y: number; at: number } | null) => void,
) {
  const gesture = useRef<Gesture | null>(null);
  const fingers = useRef(new Map<number, number>());
  useWheel(loop, canvas);

  const placeOf = (event: PointerEvent): { x: number; y: number } => {
    const box = canvas.current!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const look = (event: PointerEvent): void => {
    const { current } = loop;
    if (current === null || feed.answer === null) return;
    const { x, y } = placeOf(event);
    const at = current.axis.atOf(x);
    current.pointed = at;
    const hit = hitTimeline(feed.answer, current.axis, x, y, live.playhead());
    onPoint({ hit, x, y, at });
    current.touch();
  };
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (loop.current === null || event.button > 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { x } = placeOf(event);
      fingers.current.set(event.pointerId, x);
      const [a, b] = [...fingers.current.values()];
      if (b !== undefined) {
        gesture.current = { kind: 'pinch', apart: Math.abs(a! - b), middle: (a! + b) / 2 };
      } else if (event.pointerType === 'touch' || event.shiftKey || event.button === 1) {
        gesture.current = { kind: event.pointerType === 'touch' ? 'press' : 'drag', x, at: 0 };
      } else gesture.current = { kind: 'press', x, at: loop.current.axis.atOf(x) };
    },
    onPointerMove: (event: PointerEvent): void => {
      const { current } = loop;
      const now = gesture.current;
      if (current === null) return;
      const { x } = placeOf(event);
      if (now === null) {
        look(event);
        return;
      }
      const isTouch = event.pointerType === 'touch';
      fingers.current.set(event.pointerId, x);
      if (now.kind === 'pinch') pinch(current, fingers.current, gesture);
      else if (now.kind === 'press' && Math.abs(x - now.x) > CLICK_PX) {
        gesture.current = isTouch ? { kind: 'drag', x } : { ...now, kind: 'brush' };
      } else if (now.kind === 'drag') {
        moveBy(current, current.axis.atOf(now.x) - current.axis.atOf(x));
        gesture.current = { kind: 'drag', x };
      } else if (now.kind === 'brush') {
        const at = current.axis.atOf(x);
        useTimeline.setState({ brush: { from: Math.min(at, now.at), to: Math.max(at, now.at) } });
      }
    },
    onPointerUp: (event: PointerEvent): void => {
      const { current } = loop;
      const now = gesture.current;
      fingers.current.delete(event.pointerId);
      gesture.current = null;
      if (current === null || now?.kind !== 'press') return;
      const { x, y } = placeOf(event);
      click(current, x, y);
    },
    onPointerCancel: (event: PointerEvent): void => {
      fingers.current.delete(event.pointerId);
      gesture.current = null;
    },
    onPointerLeave: (): void => {
      if (loop.current !== null) {
        loop.current.pointed = null;
        loop.current.touch();
      }
      onPoint(null);
    },
  };
}

function click(loop: TimelineLoop, x: number, y: number): void {
  useTimeline.setState({ brush: null });
  const fold = loop.axis.folds.find(({ left, right }) => x >= left && x <= right);
  if (fold !== undefined) {
    const { unfolded } = useTimeline.getState();
    useTimeline.setState({ unfolded: [...unfolded, (fold.from + fold.to) / 2] });
    return;
  }
  if (feed.answer === null) return;
  const hit = hitTimeline(feed.answer, loop.axis, x, y, live.playhead());
  if (hit !== null) {
    choose(hit);
    return;
  }
  const at = loop.axis.atOf(x);
  if (at >= 0 && at <= Math.max(useLab.getState().furthest, feed.answer.knownUntil)) {
    void labActions.seek(at);
  }
}

function pinch(
  loop: TimelineLoop,
  fingers: ReadonlyMap<number, number>,
  gesture: RefObject<Gesture | null>,
): void {
  const [a, b] = [...fingers.values()];
  const before = gesture.current;
  if (before?.kind !== 'pinch' || a === undefined || b === undefined) return;
  const apart = Math.max(12, Math.abs(a - b));
  const middle = (a + b) / 2;
  zoomBy(loop, Math.max(12, before.apart) / apart, middle / loop.axis.width);
  if (!keepsFollowing()) moveBy(loop, loop.axis.atOf(before.middle) - loop.axis.atOf(middle));
  gesture.current = { kind: 'pinch', apart, middle };
}

/** The wheel zooms about the pointer; sideways, or with shift, it moves. React's own listener is passive. */
function useWheel(
  loop: RefObject<TimelineLoop | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      const { current } = loop;
      if (current === null) return;
      event.preventDefault();
      const { deltaX, deltaY } = event;
      if (event.shiftKey || Math.abs(deltaX) > Math.abs(deltaY)) {
        moveBy(current, (deltaX || deltaY) * current.axis.usPerPx);
        return;
      }
      const x = event.clientX - element.getBoundingClientRect().left;
      zoomBy(current, 2 ** (deltaY / WHEEL_PX), x / current.axis.width);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [loop, canvas]);
}
