import type { KeyboardEvent, PointerEvent } from 'react';
import { InspectorPanel } from '../inspector/InspectorPanel.tsx';
import { LogPanel } from '../log/LogPanel.tsx';
import { SIDE_LEAST, SIDE_MOST, setSideWidth, usePanels } from '../panels.ts';
import { shellWords } from '../words/shell.ts';

const STEP = 20;

/** Inspector over log, beside the stage; its left edge can be dragged or moved by arrow keys. */
export function SideColumn() {
  const { inspector, log, sideWidth } = usePanels();
  if (!inspector && !log) return null;
  return (
    <aside className="side" aria-label={shellWords.regions.side} style={{ width: sideWidth }}>
      <Edge width={sideWidth} />
      {inspector && <InspectorPanel />}
      {log && <LogPanel />}
    </aside>
  );
}

function Edge({ width }: { width: number }) {
  const onPointerMove = (event: PointerEvent): void => {
    if (event.buttons === 1) setSideWidth(innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setSideWidth(width + step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged
    <div
      role="separator"
      className="side-edge"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={shellWords.views.resizeSide}
      aria-valuemin={SIDE_LEAST}
      aria-valuemax={SIDE_MOST}
      aria-valuenow={Math.round(width)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
