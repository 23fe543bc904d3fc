/**
 * The page's side of the worker that draws records: it has two canvases over the cards. One is seen.
 * When the place that is to be covered changes, the picture for the new place is drawn on the other, which
 * is seen as soon as it is drawn, and the first goes a moment later: no picture is ever seen at a place that
 * it is not for, and none is missing.
 */
import type { Rect } from '../../../projections/geometry/rect.ts';
import { beginPending } from '../../frameLoop.ts';
import type { ThemeColours } from '../../theme/themeColours.ts';
import type { PictureList } from './listPen.ts';
import type { PictureRequest, PictureResponse } from './pictureMessages.ts';

/** The worker, as far as it is needed here. */
export interface WorkerLike {
  postMessage(message: PictureRequest, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<PictureResponse>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface PictureListener {
  /** There may be room for the next picture. */
  drawn(): void;
  /** The records are seen here now: nothing else need show them. */
  seen(): void;
  /** There is no such worker, or no longer. */
  failed(): void;
}

/** Pictures that may be on their way: one is drawn, one waits, one is on its way there, and one answer on its way back. */
const AHEAD = 4;
/** What is drawn takes two or three frames until it is on the screen; what it takes the place of stays so long. */
const TO_SCREEN_MS = 50;

const makeWorker = (): WorkerLike =>
  new Worker(new URL('./pictures.worker.ts', import.meta.url), {
    type: 'module',
    name: 'shardscope-pictures',
  });

export class PictureWorker {
  /** It has answered, and can draw. */
  isReady = false;
  private readonly canvases: readonly HTMLCanvasElement[];
  /** Where each canvas lies. */
  private readonly places: (string | null)[] = [null, null];
  private readonly worker: WorkerLike;
  private readonly listener: PictureListener;
  /** The canvas that the newest picture is for. */
  private current = 0;
  private lastPicture = 0;
  /** The canvas that is seen, or is about to be alone; -1: none. */
  private seen = -1;
  /** Asked for, oldest first. */
  private unanswered: { picture: number; canvas: number; ended(): void }[] = [];
  private changing: { timer: ReturnType<typeof setTimeout>; ended(): void } | null = null;

  /** @throws where a page cannot give its canvases away, or workers are refused. */
  constructor(
    holder: HTMLElement,
    colours: ThemeColours,
    listener: PictureListener,
    newWorker: () => WorkerLike = makeWorker,
  ) {
    this.listener = listener;
    this.canvases = [document.createElement('canvas'), document.createElement('canvas')];
    const canvases = this.canvases.map((canvas) => canvas.transferControlToOffscreen());
    this.worker = newWorker();
    this.worker.onmessage = ({ data }) => this.hear(data);
    this.worker.onerror = () => listener.failed();
    this.worker.postMessage({ do: 'begin', canvases, colours }, canvases);
    for (const canvas of this.canvases) {
      canvas.className = 'record-canvas';
      canvas.hidden = true;
      holder.append(canvas);
    }
  }

  end(): void {
    this.worker.terminate();
    for (const canvas of this.canvases) canvas.remove();
    for (const { ended } of this.unanswered) ended();
    this.unanswered = [];
    this.endChange();
  }

  restyle(colours: ThemeColours): void {
    this.worker.postMessage({ do: 'restyle', colours });
  }

  /** Whether a picture for a place can be taken now; else `drawn` is heard soon. */
  isFree(place: Rect): boolean {
    const { length } = this.unanswered;
    if (this.places[this.current] === placeText(place)) return length < AHEAD;
    return length === 0 && this.changing === null;
  }

  /** To be called where it is free. */
  draw(list: PictureList, place: Rect): void {
    const { places } = this;
    const here = placeText(place);
    if (places[this.current] !== here) {
      if (this.seen === this.current) this.current = 1 - this.current;
      putAt(this.canvases[this.current]!, place);
      places[this.current] = here;
    }
    const { current: canvas } = this;
    const picture = ++this.lastPicture;
    this.unanswered.push({ picture, canvas, ended: beginPending() });
    this.worker.postMessage({ do: 'draw', picture, canvas, list }, [list.numbers.buffer]);
  }

  /** The records are seen elsewhere. */
  hide(): void {
    if (this.seen < 0 && this.unanswered.length === 0) return;
    for (const { ended } of this.unanswered) ended();
    this.unanswered = [];
    this.endChange();
    this.seen = -1;
    for (const canvas of this.canvases.keys()) this.hideCanvas(canvas);
  }

  /** What is seen is shown so many times larger, until it is drawn anew. */
  stretch(factor: number): void {
    if (this.seen < 0) return;
    for (const [i, { style }] of this.canvases.entries()) {
      this.places[i] = null;
      for (const side of ['left', 'top', 'width', 'height'] as const) {
        style[side] = `${Number.parseFloat(style[side]) * factor}px`;
      }
    }
  }

  private hear(response: PictureResponse): void {
    if (response.do === 'ready') this.isReady = true;
    else this.answered(response.picture);
    this.listener.drawn();
  }

  private answered(picture: number): void {
    while (this.unanswered.length > 0 && this.unanswered[0]!.picture <= picture) {
      const { canvas, ended } = this.unanswered.shift()!;
      if (canvas !== this.seen) this.show(canvas);
      ended();
    }
  }

  private show(index: number): void {
    this.endChange();
    this.seen = index;
    this.canvases[index]!.hidden = false;
    const timer = setTimeout(() => {
      this.hideCanvas(1 - index);
      this.endChange();
      this.listener.seen();
    }, TO_SCREEN_MS);
    this.changing = { timer, ended: beginPending() };
  }

  private endChange(): void {
    if (this.changing === null) return;
    clearTimeout(this.changing.timer);
    this.changing.ended();
    this.changing = null;
  }

  private hideCanvas(index: number): void {
    this.canvases[index]!.hidden = true;
    this.worker.postMessage({ do: 'empty', canvas: index });
  }
}

/** Lays a canvas over a part of the sheet, in the sheet's pixels. */
export function putAt({ style }: HTMLCanvasElement, { x, y, width, height }: Rect): void {
  style.left = `${x}px`;
  style.top = `${y}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

const placeText = ({ x, y, width, height }: Rect): string => `${x} ${y} ${width} ${height}`;
