import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import {
  marksOfFlight,
  Paths,
  type PlacedFlight,
  placeFlights,
} from '../../projections/geometry/placedFlights.ts';
import {
  hitMark,
  type PlacedMark,
  placeMarks,
  travellingToStreams,
} from '../../projections/geometry/placedMarks.ts';
import type { Point } from '../../projections/geometry/rect.ts';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import type { Mark, Scene } from '../../projections/scene.ts';
import type { LiveStage } from '../../runtime/labStore.ts';
import { onFrame, requestFrame } from '../frameLoop.ts';
import { onThemeChange, readThemeColours } from '../theme/themeColours.ts';
import { RecordPainter } from './recordPainter.ts';

/** What lies under a point of the canvas, in its own pixels. */
export interface RecordPicker {
  pick(point: Point): { mark: Mark; x: number; y: number } | null;
}

const MAX_PIXELS = 12_000_000;

/** Every record on the stage, standing or in motion, on one canvas. Redraws only when something changed. */
export function RecordCanvas(props: {
  scene: Scene;
  layout: StageLayout;
  live: LiveStage;
  selected: number;
  hovered: number;
  reducedMotion: boolean;
  picker: RefObject<RecordPicker | null>;
}) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const latest = useRef(props);
  const changed = useRef(true);
  const flow = useStoreApi();
  const { layout, picker } = props;

  useEffect(() => {
    latest.current = props;
    changed.current = true;
    requestFrame();
  });

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null) return;
    const ratioFor = (): number =>
      Math.min(devicePixelRatio, Math.sqrt(MAX_PIXELS / (layout.width * layout.height)));
    const size = (): number => {
      const ratio = ratioFor();
      canvas.width = Math.round(layout.width * ratio);
      canvas.height = Math.round(layout.height * ratio);
      return ratio;
    };
    const painter = new RecordPainter(canvas, readThemeColours(canvas), size());
    const paths = new Paths(layout);
    let marks: PlacedMark[] = [];
    let flights: PlacedFlight[] = [];
    let lastAt = Number.NaN;

    const paint = (): boolean => {
      const { scene, live, selected, hovered, reducedMotion } = latest.current;
      const at = live.playhead();
      if (at === lastAt && !changed.current) return false;
      lastAt = at;
      changed.current = false;
      const all = live.flights();
      const streams = new Set(scene.cards.filter((c) => c.type === 'stream').map((c) => c.id));
      flights = reducedMotion ? [] : placeFlights(paths, all, at);
      marks = placeMarks(
        layout,
        scene,
        at,
        reducedMotion ? new Set() : travellingToStreams(all, streams, at),
      );
      const [x, y, zoom] = flow.getState().transform;
      painter.paint({ marks, flights, selected, hovered, view: { x, y, zoom } });
      return false;
    };

    const restyle = (): void => {
      painter.restyle(readThemeColours(canvas), size());
      changed.current = true;
      requestFrame();
    };
    const pick = (point: Point): { mark: Mark; x: number; y: number } | null => {
      const [x, y, zoom] = flow.getState().transform;
      const inFlow = { x: (point.x - x) / zoom, y: (point.y - y) / zoom };
      return hitMark(flights.flatMap(marksOfFlight), inFlow) ?? hitMark(marks, inFlow);
    };
    picker.current = { pick };
    changed.current = true;
    const ends = [
      onFrame('paint', paint),
      onThemeChange(restyle),
      flow.subscribe((now, before) => {
        if (now.transform === before.transform) return;
        changed.current = true;
        requestFrame();
      }),
    ];
    const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    density.addEventListener('change', restyle);
    document.fonts.ready.then(restyle);
    return () => {
      for (const end of ends) end();
      density.removeEventListener('change', restyle);
      picker.current = null;
    };
  }, [layout, flow, picker]);

  return (
    <canvas
      ref={canvasRef}
      className="record-canvas"
      role="presentation"
      style={{ width: layout.width, height: layout.height }}
    />
  );
}
