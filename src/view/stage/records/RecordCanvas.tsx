import { type RefObject, useEffect, useRef } from 'react';
import type { StageLayout } from '../../../projections/geometry/stageLayout.ts';
import { type RecordInput, RecordLoop } from './recordLoop.ts';

/** Every record that is seen of the stage, standing or in motion, on one canvas over the cards. */
export function RecordCanvas(
  props: RecordInput & {
    layout: StageLayout;
    zoom: number;
    /** Set while the canvas is there: what finds records under the pointer. */
    loop: RefObject<RecordLoop | null>;
  },
) {
  const { layout, zoom, loop } = props;
  const isLaidOut = layout.width > 0;
  const holderRef = useRef<HTMLDivElement>(null);
  const latest = useRef(props);

  useEffect(() => {
    latest.current = props;
    loop.current?.touch();
  });

  useEffect(() => {
    const holder = holderRef.current;
    if (holder === null || !isLaidOut) return;
    const { layout, zoom, live } = latest.current;
    const own = new RecordLoop(holder, layout, zoom, () => latest.current);
    const follow = (): void => own.follow();
    const view = holder.closest('.stage-window');
    view?.addEventListener('scroll', follow, { passive: true });
    loop.current = own;
    live.begin?.();
    return () => {
      view?.removeEventListener('scroll', follow);
      own.end();
      loop.current = null;
    };
  }, [isLaidOut, loop]);

  useEffect(() => loop.current?.relayout(layout, zoom), [layout, zoom, loop]);

  return <div ref={holderRef} className="record-canvases" />;
}
