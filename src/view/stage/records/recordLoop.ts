/** Paints the stage's records at every frame at which something has changed, and finds them again under the pointer. */

import { FallingMarks } from '../../../projections/geometry/fallingMarks.ts';
import {
  marksOfFlight,
  Paths,
  type PlacedFlight,
} from '../../../projections/geometry/placedFlights.ts';
import { hitMark, type PlacedMark } from '../../../projections/geometry/placedMarks.ts';
import { placeRecords } from '../../../projections/geometry/placedRecords.ts';
import type { Point } from '../../../projections/geometry/rect.ts';
import type { StageLayout } from '../../../projections/geometry/stageLayout.ts';
import type { Focus } from '../../../projections/scene/focus.ts';
import type { Mark, Scene } from '../../../projections/scene/scene.ts';
import type { LiveStage } from '../../../runtime/page/labStore.ts';
import { onFrame, requestFrame } from '../../frameLoop.ts';
import { onThemeChange, readThemeColours } from '../../theme/themeColours.ts';
import { CanvasWindow } from './canvasWindow.ts';
import { onDensityChange } from './density.ts';
import { RecordBoard } from './recordBoard.ts';
import type { Picture } from './recordPainter.ts';

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
  /** What everything else is dimmed for, or null. */
  focus: Focus | null;
}

export class RecordLoop {
  private readonly holder: HTMLElement;
  private layout: StageLayout;
  private zoom: number;
  private readonly input: () => RecordInput;
  private readonly window: CanvasWindow;
  private readonly board: RecordBoard;
  private paths: Paths;
  private readonly falling = new FallingMarks();
  private marks: PlacedMark[] = [];
  private flights: PlacedFlight[] = [];
  private lastAt = Number.NaN;
  private lastScene: Scene | null = null;
  private touched = true;
  private readonly ends: (() => void)[];

  /** Begins to paint. @param holder lies in the stage's sheet. @param input is asked at every frame. */
  constructor(holder: HTMLElement, layout: StageLayout, zoom: number, input: () => RecordInput) {
    this.holder = holder;
    this.layout = layout;
    this.zoom = zoom;
    this.input = input;
    this.window = new CanvasWindow(holder);
    this.window.follow(this.sheet);
    this.board = new RecordBoard(holder, readThemeColours(holder), () => this.touch());
    this.paths = new Paths(layout);
    const restyle = (): void => this.restyle();
    void document.fonts.ready.then(restyle);
    this.ends = [
      onFrame('paint', (nowMs) => this.frame(nowMs)),
      onThemeChange(restyle),
      onDensityChange(restyle),
    ];
  }

  end(): void {
    for (const end of this.ends) end();
    this.board.end();
  }

  /** The input has changed: paint it at the next frame. */
  touch(): void {
    this.touched = true;
    requestFrame();
  }

  /** The cards stand elsewhere: at the speed of a day in seconds, shards come and go all the time. */
  relayout(layout: StageLayout, zoom: number): void {
    if (layout === this.layout && zoom === this.zoom) return;
    if (layout !== this.layout) this.paths = new Paths(layout);
    if (layout === this.layout) this.board.stretch(zoom / this.zoom);
    this.layout = layout;
    this.zoom = zoom;
    const { seen } = this.window;
    this.window.follow(this.sheet);
    const { width, height } = this.window.seen;
    if (width !== seen.width || height !== seen.height) this.board.hurry();
    this.touch();
  }

  /** What is seen of the stage may have changed. */
  follow(): void {
    if (this.window.follow(this.sheet)) this.touch();
  }

  /** The record at a point of the stage, and where its middle is, in the stage's pixels. */
  pick(point: Point): { mark: Mark; x: number; y: number } | null {
    const hit = hitMark(this.flights.flatMap(marksOfFlight), point) ?? hitMark(this.marks, point);
    return hit && { mark: hit.mark, x: hit.x, y: hit.y };
  }

  private get sheet(): { width: number; height: number } {
    const { width, height } = this.layout;
    return { width: width * this.zoom, height: height * this.zoom };
  }

  private get shot(): Picture['shot'] {
    const { covered, ratio, pixels } = this.window;
    const [originX, originY] = [covered.x * ratio, covered.y * ratio];
    return { ...pixels, ratio: ratio * this.zoom, originX, originY };
  }

  private restyle(): void {
    this.window.follow(this.sheet);
    this.board.restyle(readThemeColours(this.holder));
    this.touch();
  }

  /** @returns whether something still moves of its own accord. */
  private frame(nowMs: number): boolean {
    const now = this.input();
    const at = now.live.playhead();
    if (at === this.lastAt && !this.touched) return false;
    if (!this.board.isFree(this.window.covered)) return false; // it asks for a frame when it is
    this.touched = false;
    this.place(now, at);
    const falls = this.fall(now, at, nowMs);
    const marks = falls.length === 0 ? this.marks : [...this.marks, ...falls];
    const picture = { ...now, shot: this.shot, marks, flights: this.flights };
    this.board.paint(picture, this.window.covered);
    this.touched = falls.length > 0; // the last picture of a fall is one without it
    return this.touched;
  }

  private place({ scene, live, reducedMotion }: RecordInput, at: number): void {
    const all = reducedMotion ? [] : live.flights();
    const { x, y, width, height } = this.window.covered;
    const { zoom } = this;
    const seen = { x: x / zoom, y: y / zoom, width: width / zoom, height: height / zoom };
    const placed = placeRecords(this.layout, this.paths, scene, all, at, seen);
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
