import '@xyflow/react/dist/base.css';
import './stage.css';
import { type NodeHandle, Position, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { memo, type PointerEvent, useMemo, useRef, useState } from 'react';
import { type EdgeLine, edgeLines } from '../../projections/geometry/edges.ts';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import { focusOf } from '../../projections/scene/focus.ts';
import type { Mark, Scene, Selection } from '../../projections/scene/scene.ts';
import { stageWords as words } from '../../projections/words/stageWords.ts';
import type { LiveStage } from '../../runtime/page/labStore.ts';
import { Legend } from '../parts/Legend.tsx';
import { usePlaces } from './cardPlaces.ts';
import { type CardNode, cardNodeTypes } from './cards/CardNode.tsx';
import { type LineEdge, lineEdgeTypes } from './LineEdge.tsx';
import { RecordCanvas } from './records/RecordCanvas.tsx';
import { RecordTip } from './records/RecordTip.tsx';
import type { RecordLoop } from './records/recordLoop.ts';
import { LABELLED_FLIGHTS } from './records/recordPainter.ts';
import { StageControls } from './StageControls.tsx';
import { SeenCards, StageMap } from './StageMap.tsx';
import type { StageActions } from './stageActions.ts';
import { SceneContext, StageContext } from './stageContext.ts';
import { FAR, useStageView, ZOOM_MOST } from './stageView.ts';
import { pullGround, useCamera } from './useCamera.ts';
import { useGoTo } from './useGoTo.ts';
import { useSeenRect } from './useSeenRect.ts';
import { useStageLayout } from './useStageLayout.ts';

export interface StageProps {
  scene: Scene;
  live: LiveStage;
  selection: Selection | null;
  /** The item of the record that is selected; absent: not known. */
  itemOfRecord?: number;
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
  const { scene, live, selection, itemOfRecord, onSelect, actions, reducedMotion } = props;
  const viewRef = useRef<HTMLDivElement>(null);
  const sheetRef = useRef<HTMLDivElement>(null);
  const loop = useRef<RecordLoop | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const zoom = useStageView((view) => view.zoom);
  const isFocused = useStageView((view) => view.isFocused);
  const places = usePlaces();
  const { layout, scale, hasMap } = useStageLayout(viewRef, scene, zoom, places);
  const sheet = { width: layout.width * scale, height: layout.height * scale };
  useCamera(viewRef, sheet, zoom);
  useGoTo(viewRef, layout, scale);
  const seen = useSeenRect(viewRef, layout, scale);
  const nodes = useNodes(layout);
  const edges = useEdges(layout, scene);
  const found = useMemo(
    () => focusOf(scene, selection, itemOfRecord),
    [scene, selection, itemOfRecord],
  );
  const focus = isFocused ? found : null;
  const shown = useRef(scene);
  shown.current = scene;
  const context = useMemo(
    () => ({ sceneNow: () => shown.current, layout, seen, focus, selection, onSelect, actions }),
    [layout, seen, focus, selection, onSelect, actions],
  );
  const pickAt = (event: { clientX: number; clientY: number }): Hover | null => {
    const shown = sheetRef.current?.getBoundingClientRect();
    if (shown === undefined || loop.current === null) return null;
    // The page may be shown enlarged.
    const enlarged = shown.width / layout.width;
    return loop.current.pick({
      x: (event.clientX - shown.x) / enlarged,
      y: (event.clientY - shown.y) / enlarged,
    });
  };
  const onPointerMove = (event: PointerEvent): void => {
    const hit = event.buttons === 0 && event.pointerType !== 'touch' ? pickAt(event) : null;
    if (hit?.mark !== hover?.mark) setHover(hit);
  };
  return (
    <StageContext value={context}>
      <section
        className={`stage stage-${layout.mode} stage-${layout.detail}`}
        aria-labelledby="stage-heading"
        data-hit={hover !== null}
      >
        <h2 id="stage-heading" className="visually-hidden">
          {words.stage}
        </h2>
        <div className="stage-room">
          <div ref={viewRef} className="stage-window" onPointerDown={pullGround}>
            <div
              ref={sheetRef}
              className="stage-sheet"
              style={sheet}
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
                <SceneContext value={scene}>
                  <Cards nodes={nodes} edges={edges} scale={scale} onSelect={onSelect} />
                </SceneContext>
              )}
              <RecordCanvas
                scene={scene}
                layout={layout}
                zoom={scale}
                live={live}
                focus={focus}
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
                  x={hover.x * scale}
                  y={hover.y * scale}
                  live={live}
                  width={sheet.width}
                />
              )}
            </div>
          </div>
          {hasMap && <StageMap layout={layout} cards={scene.cards} view={viewRef} />}
        </div>
        <footer className="stage-foot">
          <Legend />
          {hasMap && <SeenCards layout={layout} view={viewRef} />}
          <StageControls canFocus={found !== null} />
        </footer>
      </section>
    </StageContext>
  );
}

/** Cards and lines. The window scrolls, so React Flow itself neither pans nor zooms. */
const Cards = memo(function Cards(props: {
  nodes: CardNode[];
  edges: LineEdge[];
  scale: number;
  onSelect: StageProps['onSelect'];
}) {
  const viewport = useMemo(() => ({ x: 0, y: 0, zoom: props.scale }), [props.scale]);
  return (
    <ReactFlow<CardNode, LineEdge>
      nodes={props.nodes}
      edges={props.edges}
      nodeTypes={cardNodeTypes}
      edgeTypes={lineEdgeTypes}
      viewport={viewport}
      minZoom={FAR}
      maxZoom={ZOOM_MOST}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      zoomOnScroll={false}
      zoomOnPinch={false}
      zoomOnDoubleClick={false}
      panOnDrag={false}
      preventScrolling={false}
      onPaneClick={() => props.onSelect(null)}
    />
  );
});

function useNodes(layout: StageLayout): CardNode[] {
  return useMemo(
    () =>
      [...layout.boxes.values()].map((box) => ({
        id: box.id,
        type: 'card',
        position: { x: box.rect.x, y: box.rect.y },
        width: box.rect.width,
        height: box.rect.height,
        // What React Flow would find out by measuring, and then render everything again.
        measured: { width: box.rect.width, height: box.rect.height },
        handles: portsOf(box.rect),
        data: { box },
        // React Flow lets the pointer through nodes that it has itself no use for.
        style: { pointerEvents: 'all' },
      })),
    [layout],
  );
}

/** Where lines end at a card, from its upper left corner. */
const portsOf = ({ width, height }: { width: number; height: number }): NodeHandle[] => [
  { type: 'target', position: Position.Left, x: 0, y: height / 2 },
  { type: 'source', position: Position.Right, x: width, y: height / 2 },
];

/** The lines between the cards; the same array until one of them changes. */
function useEdges(layout: StageLayout, scene: Scene): LineEdge[] {
  const shape = `${linksOf(scene)} ${failingReaders(scene)}`;
  return useMemo(() => edgeLines(layout, scene).map(edgeOf), [layout, shape]);
}

const linksOf = ({ links }: Scene): string => links.map(({ from, to }) => `${from}>${to}`).join();

function failingReaders({ cards }: Scene): string {
  const failing: number[] = [];
  for (const card of cards) {
    if (card.type !== 'stream') continue;
    for (const { cursors } of card.shards) {
      for (const cursor of cursors) if (cursor.state === 'failing') failing.push(cursor.consumer);
    }
  }
  return failing.join();
}

const edgeOf = (line: EdgeLine): LineEdge => ({
  id: line.id,
  type: 'line',
  source: line.from.card,
  target: line.to.card,
  data: { line },
  focusable: false,
});
