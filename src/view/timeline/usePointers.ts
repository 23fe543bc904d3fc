/** Mouse, pen and fingers on the timeline: click, brush (a finger rests first), drag, wheel and pinch. */
import { type PointerEvent, type RefObject, useEffect, useState } from 'react';
import type { Selection } from '../../projections/scene/scene.ts';
import type { Span } from '../../projections/timeline/axis.ts';
import type { LaneEvent } from '../../projections/timeline/lane.ts';
import type { LanePicture } from '../../projections/timeline/timelineAnswer.ts';
import { labActions, live, useLab } from '../../runtime/page/useLab.ts';
import { hearPinches } from '../parts/pinch.ts';
import { brushBetween, HOLD_MS } from './brush.ts';
import { hitTimeline, type TimelineHit } from './hitTimeline.ts';
import { feed } from './timelineFeed.ts';
import type { TimelineLoop } from './timelineLoop.ts';
import { moved, showSpan, useTimeline, zoomed } from './timelineView.ts';

const CLICK_PX = 4;
const WHEEL_PX = 260;

type Gesture =
  | { kind: 'press' | 'brush'; x: number; at: number; sinceMs: number }
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
    const about = aboutEvent(hit.lane, hit.event, hit.ref);
    if (about !== null) labActions.select(about);
  }
}

/** What an event that has no record of its own is about: its batch, or whatever its lane is of. */
export const aboutEvent = (lane: LanePicture, event: LaneEvent, ref: number): Selection | null =>
  (lane.kind === 'mapping' || lane.kind === 'reader') && (event === 'batch' || event === 'failed')
    ? { kind: 'batch', invocation: ref }
    : lane.about;

type Point = { hit: TimelineHit | null; x: number; y: number; at: number };

/** The gesture under way, and what it does. */
class Gestures {
  private gesture: Gesture | null = null;
  private readonly fingers = new Map<number, number>();

  get isIdle(): boolean {
    return this.gesture === null;
  }

  down(loop: TimelineLoop, event: PointerEvent, x: number): void {
    this.fingers.set(event.pointerId, x);
    const [a, b] = [...this.fingers.values()];
    const isTouch = event.pointerType === 'touch';
    if (b !== undefined) {
      this.gesture = { kind: 'pinch', apart: Math.abs(a! - b), middle: (a! + b) / 2 };
    } else if (!isTouch && (event.shiftKey || event.button === 1)) {
      this.gesture = { kind: 'drag', x };
    } else this.gesture = { kind: 'press', x, at: loop.axis.atOf(x), sinceMs: event.timeStamp };
  }

  move(loop: TimelineLoop, event: PointerEvent, x: number): void {
    const now = this.gesture;
    const isTouch = event.pointerType === 'touch';
    this.fingers.set(event.pointerId, x);
    if (now?.kind === 'pinch') this.pinch(loop, now);
    else if (now?.kind === 'press' && Math.abs(x - now.x) > CLICK_PX) {
      const moves = isTouch && event.timeStamp - now.sinceMs < HOLD_MS;
      this.gesture = moves ? { kind: 'drag', x } : { ...now, kind: 'brush' };
    } else if (now?.kind === 'drag') {
      moveBy(loop, loop.axis.atOf(now.x) - loop.axis.atOf(x));
      this.gesture = { kind: 'drag', x };
    } else if (now?.kind === 'brush') {
      useTimeline.setState({ brush: brushBetween(now.at, loop.axis.atOf(x)) });
    }
  }

  /** @returns whether it was a click: a finger may rest before it is lifted. */
  end(event: PointerEvent): boolean {
    const isClick = this.gesture?.kind === 'press';
    this.fingers.delete(event.pointerId);
    this.gesture = null;
    return isClick;
  }

  private pinch(loop: TimelineLoop, before: Extract<Gesture, { kind: 'pinch' }>): void {
    const [a, b] = [...this.fingers.values()];
    if (a === undefined || b === undefined) return;
    const apart = Math.max(12, Math.abs(a - b));
    const middle = (a + b) / 2;
    zoomBy(loop, Math.max(12, before.apart) / apart, middle / loop.axis.width);
    if (!keepsFollowing()) moveBy(loop, loop.axis.atOf(before.middle) - loop.axis.atOf(middle));
    this.gesture = { kind: 'pinch', apart, middle };
  }
}

export function usePointers(
  loop: RefObject<TimelineLoop | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  onPoint: (point: Point | null) => void,
) {
  const [gestures] = useState(() => new Gestures());
  useWheel(loop, canvas);
  const placeOf = (event: PointerEvent): { x: number; y: number } => {
    const box = canvas.current!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const look = (current: TimelineLoop, x: number, y: number): void => {
    if (feed.answer === null) return;
    const at = current.axis.atOf(x);
    current.point(at);
    onPoint({ hit: hitTimeline(feed.answer, current.axis, x, y, live.playhead()), x, y, at });
  };
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (loop.current === null || event.button > 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      gestures.down(loop.current, event, placeOf(event).x);
    },
    onPointerMove: (event: PointerEvent): void => {
      if (loop.current === null) return;
      const { x, y } = placeOf(event);
      if (gestures.isIdle) look(loop.current, x, y);
      else gestures.move(loop.current, event, x);
    },
    onPointerUp: (event: PointerEvent): void => {
      const { x, y } = placeOf(event);
      if (gestures.end(event) && loop.current !== null) click(loop.current, x, y);
    },
    onPointerCancel: (event: PointerEvent): void => void gestures.end(event),
    onPointerLeave: (): void => {
      loop.current?.point(null);
      onPoint(null);
    },
  };
}

/** Gives a folded stretch its room again. */
export function unfold({ from, to }: Span): void {
  useTimeline.setState(({ unfolded }) => ({ unfolded: [...unfolded, (from + to) / 2] }));
}

function click(loop: TimelineLoop, x: number, y: number): void {
  useTimeline.setState({ brush: null });
  const fold = loop.axis.folds.find(({ left, right }) => x >= left && x <= right);
  if (fold !== undefined) {
    unfold(fold);
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
    const endPinches = hearPinches(element, (factor, { clientX }) => {
      const { current } = loop;
      if (current === null) return;
      const x = clientX - element.getBoundingClientRect().left;
      zoomBy(current, 1 / factor, x / current.axis.width);
    });
    return () => {
      element.removeEventListener('wheel', onWheel);
      endPinches();
    };
  }, [loop, canvas]);
}
