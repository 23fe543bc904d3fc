import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import { type RecordInput, RecordLoop } from './recordLoop.ts';

/** Every record on the stage, standing or in motion, on one canvas over the cards. */
export function RecordCanvas(
  props: Omit<RecordInput, 'view'> & {
    layout: StageLayout;
    /** Set while the canvas is there: what finds records under the pointer. */
    loop: RefObject<RecordLoop | null>;
  },
) {
  const { layout, loop } = props;
  const isLaidOut = layout.width > 0;
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const latest = useRef(props);
  const flow = useStoreApi();

  useEffect(() => {
    latest.current = props;
    loop.current?.touch();
  });

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null || !isLaidOut) return;
    const own = new RecordLoop(canvas, latest.current.layout, () => {
      const [x, y, zoom] = flow.getState().transform;
      return { ...latest.current, view: { x, y, zoom } };
    });
    loop.current = own;
    const unsubscribe = flow.subscribe((now, before) => {
      if (now.transform !== before.transform) own.touch();
    });
    return () => {
      unsubscribe();
      own.end();
      loop.current = null;
    };
  }, [isLaidOut, flow, loop]);

  useEffect(() => loop.current?.relayout(layout), [layout, loop]);

  return (
    <canvas
      ref={canvasRef}
      className="record-canvas"
      style={{ width: layout.width, height: layout.height }}
    />
  );
}
