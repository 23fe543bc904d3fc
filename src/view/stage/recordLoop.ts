/** Paints the stage's records at every frame at which something has changed, and finds them again under the pointer. */
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

/** What is to be painted, as it stands now. */
export interface RecordInput {
  scene: Scene;
  live: LiveStage;
  /** Change that is selected, or -1. */
  selected: number;
  /** Change under the pointer, or -1. */
  hovered: number;
  reducedMotion: boolean;
  /** Flights are labelled while there are no more of them than this. */
  labelledFlights: number;
  view: { x: number; y: number; zoom: number };
}

export interface RecordLoop {
  /** The input has changed: paint it at the next frame. */
  touch(): void;
  /** The record at a point of the canvas, and where its middle is, in the canvas's pixels. */
  pick(point: Point): { mark: Mark; x: number; y: number } | null;
  end(): void;
}

/** A canvas is never denser than this: a long page on a dense screen would not fit its memory. */
const MAX_PIXELS = 12_000_000;
const nobody: ReadonlySet<number> = new Set();

export function startRecordLoop(
  canvas: HTMLCanvasElement,
  layout: StageLayout,
  input: () => RecordInput,
): RecordLoop {
  const painter = new RecordPainter(canvas, readThemeColours(canvas), sizeCanvas(canvas, layout));
  const paths = new Paths(layout);
  let marks: PlacedMark[] = [];
  let flights: PlacedFlight[] = [];
  let lastAt = Number.NaN;
  let touched = true;

  const touch = (): void => {
    touched = true;
    requestFrame();
  };
  const paint = (): undefined => {
    const now = input();
    const at = now.live.playhead();
    if (at === lastAt && !touched) return;
    lastAt = at;
    touched = false;
    const all = now.reducedMotion ? [] : now.live.flights();
    const streams = new Set(now.scene.cards.filter((c) => c.type === 'stream').map((c) => c.id));
    flights = placeFlights(paths, all, at);
    const travelling = all.length === 0 ? nobody : travellingToStreams(all, streams, at);
    marks = placeMarks(layout, now.scene, at, travelling);
    painter.paint({ ...now, marks, flights });
  };
  const restyle = (): void => {
    painter.restyle(readThemeColours(canvas), sizeCanvas(canvas, layout));
    touch();
  };
  const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  density.addEventListener('change', restyle);
  void document.fonts.ready.then(restyle);
  const ends = [onFrame('paint', paint), onThemeChange(restyle)];
  return {
    touch,
    pick: (point) => {
      const { x, y, zoom } = input().view;
      const at = { x: (point.x - x) / zoom, y: (point.y - y) / zoom };
      const hit = hitMark(flights.flatMap(marksOfFlight), at) ?? hitMark(marks, at);
      return hit && { mark: hit.mark, x: hit.x * zoom + x, y: hit.y * zoom + y };
    },
    end: () => {
      for (const end of ends) end();
      density.removeEventListener('change', restyle);
    },
  };
}

/** @returns canvas pixels for each pixel of the page. */
function sizeCanvas(canvas: HTMLCanvasElement, { width, height }: StageLayout): number {
  const ratio = Math.min(devicePixelRatio, Math.sqrt(MAX_PIXELS / (width * height)));
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  return ratio;
}
