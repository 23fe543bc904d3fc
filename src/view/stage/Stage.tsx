import '@xyflow/react/dist/base.css';
import './stage.css';
import { ReactFlow, ReactFlowProvider, useReactFlow, useViewport } from '@xyflow/react';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { type EdgeLine, edgeLines } from '../../projections/geometry/edges.ts';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import type { Mark, Scene, Selection } from '../../projections/scene.ts';
import { stageWords as words } from '../../projections/words/stageWords.ts';
import type { LiveStage } from '../../runtime/labStore.ts';
import { Legend } from '../parts/Legend.tsx';
import { type CardNode, cardNodeTypes } from './CardNode.tsx';
import { type LineEdge, lineEdgeTypes } from './LineEdge.tsx';
import { RecordCanvas } from './RecordCanvas.tsx';
import { RecordTip } from './RecordTip.tsx';
import type { RecordLoop } from './recordLoop.ts';
import { LABELLED_FLIGHTS } from './recordPainter.ts';
import type { StageActions } from './stageActions.ts';
import { StageContext } from './stageContext.ts';
import { TravelLine } from './TravelLine.tsx';
import { useStageLayout } from './useStageLayout.ts';

export interface StageProps {
  scene: Scene;
  live: LiveStage;
  selection: Selection | null;
  onSelect(selection: Selection | null): void;
  actions: StageActions;
  /** Epoch milliseconds of instant 0, for clock times. */
  startAtMs: number;
  /** No flights are drawn; what would fly is said in a line of text. */
  reducedMotion: boolean;
  /** Flights carry their item's label while there are no more of them than this; 12 unless told. */
  labelledFlights?: number;
}

/** The picture: cards, their lanes, and over them every record in motion. Fills its parent. */
export function Stage(props: StageProps) {
  return (
    <ReactFlowProvider>
      <StageInside {...props} />
    </ReactFlowProvider>
  );
}

interface Hover {
  mark: Mark;
  x: number;
  y: number;
}

function StageInside(props: StageProps) {
  const { scene, live, selection, onSelect, actions, reducedMotion } = props;
  const windowRef = useRef<HTMLDivElement>(null);
  const sheetRef = useRef<HTMLDivElement>(null);
  const loop = useRef<RecordLoop | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const layout = useStageLayout(windowRef, scene);
  const nodes = useMemo<CardNode[]>(
    () =>
      [...layout.boxes.values()].map((box) => ({
        id: box.id,
        type: 'card',
        position: { x: box.rect.x, y: box.rect.y },
        width: box.rect.width,
        height: box.rect.height,
        data: { box },
        // React Flow lets the pointer through nodes that it has itself no use for.
        style: { pointerEvents: 'all' },
      })),
    [layout],
  );
  const edges = useEdges(layout, scene);
  const context = useMemo(
    () => ({ scene, layout, selection, onSelect, actions }),
    [scene, layout, selection, onSelect, actions],
  );
  const pickAt = (event: { clientX: number; clientY: number }): Hover | null => {
    const sheet = sheetRef.current?.getBoundingClientRect();
    if (sheet === undefined || loop.current === null) return null;
    // The page may be shown enlarged.
    const zoom = sheet.width / layout.width;
    return loop.current.pick({
      x: (event.clientX - sheet.x) / zoom,
      y: (event.clientY - sheet.y) / zoom,
    });
  };
  const onPointerMove = (event: PointerEvent): void => {
    const hit = event.buttons === 0 && event.pointerType !== 'touch' ? pickAt(event) : null;
    if (hit?.mark !== hover?.mark) setHover(hit);
  };
  return (
    <StageContext value={context}>
      <section
        className={`stage stage-${layout.mode}`}
        aria-labelledby="stage-heading"
        data-hit={hover !== null}
      >
        <h2 id="stage-heading" className="visually-hidden">
          {words.stage}
        </h2>
        <div ref={windowRef} className="stage-window">
          <div
            ref={sheetRef}
            className="stage-sheet"
            style={{ height: layout.height }}
            onPointerMove={onPointerMove}
            onPointerLeave={() => setHover(null)}
            onClickCapture={(event) => {
              const hit = event.detail === 0 ? null : pickAt(event);
              if (hit === null) return;
              event.stopPropagation();
              event.preventDefault();
              onSelect({ kind: 'record', change: hit.mark.change });
            }}
          >
            {layout.boxes.size > 0 && (
              <ReactFlow<CardNode, LineEdge>
                nodes={nodes}
                edges={edges}
                nodeTypes={cardNodeTypes}
                edgeTypes={lineEdgeTypes}
                minZoom={0.5}
                maxZoom={2.5}
                nodesDraggable={false}
                nodesConnectable={false}
                nodesFocusable={false}
                edgesFocusable={false}
                elementsSelectable={false}
                disableKeyboardA11y
                zoomOnScroll={false}
                zoomOnDoubleClick={false}
                panOnDrag={layout.mode !== 'tall'}
                preventScrolling={false}
                translateExtent={[
                  [0, 0],
                  [layout.width, layout.height],
                ]}
                onPaneClick={() => onSelect(null)}
              />
            )}
            <RecordCanvas
              scene={scene}
              layout={layout}
              live={live}
              selected={selection?.kind === 'record' ? selection.change : -1}
              selectedItem={selection?.kind === 'item' ? selection.item : -1}
              hovered={hover?.mark.change ?? -1}
              reducedMotion={reducedMotion}
              labelledFlights={props.labelledFlights ?? LABELLED_FLIGHTS}
              loop={loop}
            />
            {hover !== null && (
              <RecordTip
                mark={hover.mark}
                x={hover.x}
                y={hover.y}
                live={live}
                width={layout.width}
              />
            )}
          </div>
        </div>
        <footer className="stage-foot">
          <Legend />
          {reducedMotion && <TravelLine live={live} scene={scene} />}
          <ResetView />
        </footer>
      </section>
    </StageContext>
  );
}

/** The lines between the cards; the same array until one of them changes. */
function useEdges(layout: StageLayout, scene: Scene): LineEdge[] {
  const lines = edgeLines(layout, scene);
  const shape = lines.map((line) => `${line.id} ${line.look}`).join(';');
  const kept = useRef<{ layout: StageLayout; shape: string; edges: LineEdge[] }>(null);
  if (kept.current?.layout !== layout || kept.current.shape !== shape) {
    kept.current = { layout, shape, edges: lines.map(edgeOf) };
  }
  return kept.current.edges;
}

const edgeOf = ({ id, from, to, path, look }: EdgeLine): LineEdge => ({
  id,
  type: 'line',
  source: from.card,
  target: to.card,
  data: { d: path.d, look },
  focusable: false,
});

/** Back to true size, once somebody has zoomed. */
function ResetView() {
  const flow = useReactFlow();
  const { x, y, zoom } = useViewport();
  if (zoom === 1 && x === 0 && y === 0) return null;
  return (
    <button
      type="button"
      className="link"
      onClick={() => flow.setViewport({ x: 0, y: 0, zoom: 1 })}
    >
      {words.resetView}
    </button>
  );
}
