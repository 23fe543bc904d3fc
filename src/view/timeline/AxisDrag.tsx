import { type PointerEvent, type RefObject, useRef } from 'react';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { feed } from './timelineFeed.ts';
import type { TimelineLoop } from './timelineLoop.ts';
import { useTimeline } from './timelineView.ts';

/** The axis: dragged, it moves time to what is under the pointer, as far as there is history. */
export function AxisDrag(props: {
  canvas: RefObject<HTMLCanvasElement | null>;
  loop: RefObject<TimelineLoop | null>;
}) {
  const { canvas, loop } = props;
  const dragging = useRef(false);
  const go = (event: PointerEvent): void => {
    if (loop.current === null) return;
    const x = event.clientX - canvas.current!.getBoundingClientRect().left;
    const until = Math.max(useLab.getState().furthest, feed.answer?.knownUntil ?? 0);
    void labActions.seek(Math.min(until, Math.max(0, loop.current.axis.atOf(x))));
  };
  return (
    <div
      className="lanes-axis"
      onPointerDown={(event) => {
        if (event.button !== 0 || loop.current === null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = true;
        // The ground stays while time moves over it.
        const { from, to } = loop.current.shown();
        useTimeline.setState({ from, span: to - from, follows: false, isOwnSpan: true });
        go(event);
      }}
      onPointerMove={(event) => {
        if (dragging.current) go(event);
      }}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onPointerCancel={() => {
        dragging.current = false;
      }}
    >
      <canvas ref={canvas} />
    </div>
  );
}
