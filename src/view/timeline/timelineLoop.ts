/** Keeps the timeline's canvases painted, and knows what is shown on them. */

import type { Selection } from '../../projections/scene/scene.ts';
import type { Axis, Span } from '../../projections/timeline/axis.ts';
import { live, useLab } from '../../runtime/page/useLab.ts';
import { onFrame, requestFrame } from '../frameLoop.ts';
import { onThemeChange, readThemeColours, type ThemeColours } from '../theme/themeColours.ts';
import { LANE_HEIGHT } from './lanePainter.ts';
import { axisFor, feed } from './timelineFeed.ts';
import { AXIS_HEIGHT, paintAxis, paintLanes } from './timelinePainter.ts';
import { shownSpan, showSpan, useTimeline, withInView } from './timelineView.ts';

export class TimelineLoop {
  /** Under the pointer, microseconds, or null. */
  pointed: number | null = null;
  axis: Axis;
  private readonly axisCanvas: HTMLCanvasElement;
  private readonly canvas: HTMLCanvasElement;
  private colours: ThemeColours;
  private width = 0;
  private height = 0;
  private lastKey = '';
  private touched = true;
  private readonly ends: (() => void)[];

  constructor(axisCanvas: HTMLCanvasElement, canvas: HTMLCanvasElement) {
    this.axisCanvas = axisCanvas;
    this.canvas = canvas;
    this.colours = readThemeColours(canvas);
    this.axis = axisFor(null, { from: 0, to: 1 }, 1);
    const resize = new ResizeObserver(() => this.resize());
    resize.observe(axisCanvas);
    const touch = (): void => this.touch();
    this.ends = [
      onFrame('aside', (nowMs) => this.frame(nowMs)),
      onThemeChange(() => {
        this.colours = readThemeColours(canvas);
        touch();
      }),
      useTimeline.subscribe(touch),
      useLab.subscribe((lab, before) => {
        if (lab.furthest !== before.furthest || lab.selection !== before.selection) touch();
        if (lab.now !== before.now || lab.scene !== before.scene) touch();
        if (lab.now !== before.now && !lab.playing && !before.playing) this.reveal(lab.now);
      }),
      feed.onAnswer(touch),
      () => resize.disconnect(),
    ];
    void document.fonts.ready.then(touch);
  }

  end(): void {
    for (const end of this.ends) end();
  }

  touch(): void {
    this.touched = true;
    requestFrame();
  }

  /** The pointer is over an instant, microseconds, or over none. */
  point(at: number | null): void {
    if (this.pointed === at) return;
    this.pointed = at;
    this.touch();
  }

  /** Whoever goes to an instant wants to see it. */
  private reveal(at: number): void {
    if (useTimeline.getState().follows) return;
    const span = withInView(this.shown(), at, useLab.getState().furthest);
    if (span !== null) showSpan(span);
  }

  /** What is shown at this moment. */
  shown(): Span {
    return shownSpan(useTimeline.getState(), live.playhead(), useLab.getState().speed);
  }

  private resize(): void {
    this.width = this.axisCanvas.clientWidth;
    this.touch();
  }

  private frame(nowMs: number): boolean {
    const playhead = live.playhead();
    const view = useTimeline.getState();
    const shown = this.shown();
    const { width } = this;
    const lab = useLab.getState();
    const isLate = lab.ready && feed.want(shown, width, this.how(view, lab.furthest), nowMs);
    const key = `${playhead} ${shown.from} ${shown.to} ${width}`;
    if (!this.touched && key === this.lastKey) return isLate;
    this.lastKey = key;
    this.touched = false;
    this.axis = axisFor(feed.answer, shown, width);
    this.paint(playhead);
    return isLate;
  }

  private how(view: ReturnType<typeof useTimeline.getState>, furthest: number) {
    const { labId, seed, scene } = useLab.getState();
    const key = `${labId} ${seed} ${furthest} ${scene?.at ?? 0}`;
    const { folds: fold, unfolded, eachPast, readersOf, plots: metrics } = view;
    return { fold, unfolded, eachPast, readersOf, metrics, present: scene?.at ?? 0, key };
  }

  private paint(playhead: number): void {
    const { startAtMs, selection } = useLab.getState();
    const lanes = feed.answer?.lanes.length ?? 0;
    this.height = Math.max(LANE_HEIGHT, lanes * LANE_HEIGHT);
    const scene = {
      axis: this.axis,
      answer: feed.answer,
      playhead,
      startAtMs,
      brush: useTimeline.getState().brush,
      pointed: this.pointed,
      selected: changeOf(selection),
      colours: this.colours,
    };
    paintAxis(sized(this.axisCanvas, this.width, AXIS_HEIGHT), scene);
    paintLanes(sized(this.canvas, this.width, this.height), scene, this.height);
  }
}

const changeOf = (selection: Selection | null): number =>
  selection?.kind === 'record' ? selection.change : -1;

/** The canvas's context at the screen's density; its size is changed only when it must be. */
function sized(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = Math.min(2, devicePixelRatio);
  const wide = Math.max(1, Math.round(width * ratio));
  const high = Math.max(1, Math.round(height * ratio));
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d')!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}
