/** Paints the stage's records at every frame at which something has changed, and finds them again under the pointer. */
import { FallingMarks } from '../../projections/geometry/fallingMarks.ts';
import {
  marksOfFlight,
  Paths,
  type PlacedFlight,
} from '../../projections/geometry/placedFlights.ts';
import { hitMark, type PlacedMark } from '../../projections/geometry/placedMarks.ts';
import { placeRecords } from '../../projections/geometry/placedRecords.ts';
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
  /** Item that is selected, or -1: all its records are marked. */
  selectedItem: number;
  /** Change under the pointer, or -1. */
  hovered: number;
  reducedMotion: boolean;
  /** Flights are labelled while there are no more of them than this. */
  labelledFlights: number;
  view: { x: number; y: number; zoom: number };
}

/** A canvas is never denser than this: a long page on a dense screen would not fit its memory. */
const MAX_PIXELS = 12_000_000;

export class RecordLoop {
  private readonly canvas: HTMLCanvasElement;
  private layout: StageLayout;
  private readonly input: () => RecordInput;
  private ratio: number;
  private readonly painter: RecordPainter;
  private paths: Paths;
  private readonly falling = new FallingMarks();
  private marks: PlacedMark[] = [];
  private flights: PlacedFlight[] = [];
  private lastAt = Number.NaN;
  private lastScene: Scene | null = null;
  private touched = true;
  private readonly ends: (() => void)[];

  /** Begins to paint. @param input is asked at every frame. */
  constructor(canvas: HTMLCanvasElement, layout: StageLayout, input: () => RecordInput) {
    this.canvas = canvas;
    this.layout = layout;
    this.input = input;
    this.ratio = sizeCanvas(canvas, layout);
    this.painter = new RecordPainter(canvas, readThemeColours(canvas), this.ratio);
    this.paths = new Paths(layout);
    const restyle = (): void => this.restyle();
    const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    density.addEventListener('change', restyle);
    void document.fonts.ready.then(restyle);
    this.ends = [
      onFrame('paint', (nowMs) => this.frame(nowMs)),
      onThemeChange(restyle),
      () => density.removeEventListener('change', restyle),
    ];
  }

  end(): void {
    for (const end of this.ends) end();
  }

  /** The input has changed: paint it at the next frame. */
  touch(): void {
    this.touched = true;
    requestFrame();
  }

  /** The cards stand elsewhere: at the speed of a day in seconds, shards come and go all the time. */
  relayout(layout: StageLayout): void {
    if (layout === this.layout) return;
    this.layout = layout;
    this.paths = new Paths(layout);
    const ratio = sizeCanvas(this.canvas, layout);
    if (ratio !== this.ratio) this.painter.restyle(readThemeColours(this.canvas), ratio);
    this.ratio = ratio;
    this.touch();
  }

  /** The record at a point of the canvas, and where its middle is, in the canvas's pixels. */
  pick(point: Point): { mark: Mark; x: number; y: number } | null {
    const { x, y, zoom } = this.input().view;
    const at = { x: (point.x - x) / zoom, y: (point.y - y) / zoom };
    const hit = hitMark(this.flights.flatMap(marksOfFlight), at) ?? hitMark(this.marks, at);
    return hit && { mark: hit.mark, x: hit.x * zoom + x, y: hit.y * zoom + y };
  }

  private restyle(): void {
    this.ratio = sizeCanvas(this.canvas, this.layout);
    this.painter.restyle(readThemeColours(this.canvas), this.ratio);
    this.touch();
  }

  /** @returns whether something still moves of its own accord. */
  private frame(nowMs: number): boolean {
    const now = this.input();
    const at = now.live.playhead();
    if (at === this.lastAt && !this.touched) return false;
    this.touched = false;
    this.place(now, at);
    const falls = this.fall(now, at, nowMs);
    this.painter.paint({ ...now, marks: [...this.marks, ...falls], flights: this.flights });
    this.touched = falls.length > 0; // the last picture of a fall is one without it
    return this.touched;
  }

  private place({ scene, live, reducedMotion }: RecordInput, at: number): void {
    const all = reducedMotion ? [] : live.flights();
    const placed = placeRecords(this.layout, this.paths, scene, all, at);
    this.flights = placed.flights;
    this.marks = placed.marks;
  }

  private fall({ scene, reducedMotion }: RecordInput, at: number, nowMs: number): PlacedMark[] {
    if (reducedMotion || at < this.lastAt) this.falling.clear();
    else if (scene !== this.lastScene) this.falling.follow(this.marks, at, nowMs);
    this.lastAt = at;
    this.lastScene = scene;
    return this.falling.at(nowMs);
  }
}

/** @returns canvas pixels for each pixel of the page. */
function sizeCanvas(canvas: HTMLCanvasElement, { width, height }: StageLayout): number {
  const zoom = canvas.getBoundingClientRect().width / width || 1;
  const ratio = Math.min(devicePixelRatio * zoom, Math.sqrt(MAX_PIXELS / (width * height)));
  const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
  // To set a size empties the canvas, even when it is the same.
  if (canvas.width !== pixels.width) canvas.width = pixels.width;
  if (canvas.height !== pixels.height) canvas.height = pixels.height;
  return ratio;
}
