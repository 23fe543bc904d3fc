/** Paints the records of one instant on the canvas over the cards. Knows no React and no time. */

import { type Focus, isFlightInFocus, isInFocus } from '../../projections/focus.ts';
import { MARK } from '../../projections/geometry/measures.ts';
import {
  marksOfFlight,
  type PlacedFlight,
  trayWidth,
} from '../../projections/geometry/placedFlights.ts';
import type { PlacedMark } from '../../projections/geometry/placedMarks.ts';
import type { Mark } from '../../projections/scene.ts';
import { countText } from '../../projections/spanText.ts';
import type { ThemeColours } from '../theme/themeColours.ts';
import { coveredFlights } from './coveredFlights.ts';
import { GlyphSprites } from './glyphSprites.ts';
import { LabelRoom } from './labelRoom.ts';
import { RecordWords } from './recordWords.ts';
import { contextOf, type Sprite } from './spriteSheets.ts';
import { paintSwarms } from './swarmPainter.ts';
import { paintThreads } from './threadPainter.ts';

export interface Picture {
  marks: readonly PlacedMark[];
  flights: readonly PlacedFlight[];
  /** The change that is selected, or -1, and the one under the pointer, or -1. */
  selected: number;
  /** The item whose records are all marked, or -1. */
  selectedItem: number;
  hovered: number;
  labelledFlights: number;
  /** Where the canvas begins on the stage, in the canvas's pixels. */
  origin: { x: number; y: number };
  /** What is not in it is dimmed; null: nothing is. */
  focus: Focus | null;
}

/** Flights carry their item's label while there are no more of them than this. */
export const LABELLED_FLIGHTS = 12;
/** From this many on, records are set on whole pixels: quicker, and nobody can tell. */
const WHOLE_PIXELS_FROM = 80;

/** What is left of what is not looked at. */
const DIMMED = 0.12;

const LABEL = { height: 16, beside: 12, padding: 3, plateOpacity: 0.85 } as const;

export class RecordPainter {
  private readonly canvas: HTMLCanvasElement;
  private colours: ThemeColours;
  private ratio: number;
  private readonly context: CanvasRenderingContext2D;
  private sprites: GlyphSprites;
  private words: RecordWords;
  private wholePixels = false;
  private focus: Focus | null = null;
  /** Where thousands are labelled, a label is written beside its record if no other stands there. */
  private isCrowded = false;
  private readonly labelRoom = new LabelRoom();
  private readonly besides: { text: string; x: number; y: number }[] = [];
  /** What this frame's flights are called, and where: painted over all of them. */
  private readonly labels: { text: string; x: number; y: number }[] = [];
  /** Where the marks of this frame stand, by the height of their track. */
  private readonly marksAt = new Map<number, number[]>();

  constructor(canvas: HTMLCanvasElement, colours: ThemeColours, ratio: number) {
    this.canvas = canvas;
    this.colours = colours;
    this.ratio = ratio;
    this.context = contextOf(canvas);
    this.words = new RecordWords(colours);
    this.sprites = new GlyphSprites(colours, ratio);
  }

  /** New colours, or another density of pixels. */
  restyle(colours: ThemeColours, ratio: number): void {
    this.colours = colours;
    this.ratio = ratio;
    this.words = new RecordWords(colours);
    this.sprites = new GlyphSprites(colours, ratio);
  }

  paint(picture: Picture): void {
    const { context, canvas, ratio } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(ratio, 0, 0, ratio, -picture.origin.x, -picture.origin.y);
    this.wholePixels = picture.flights.length + picture.marks.length > WHOLE_PIXELS_FROM;
    this.focus = picture.focus;
    context.imageSmoothingEnabled = !this.wholePixels;
    this.isCrowded = this.wholePixels && picture.flights.length > LABELLED_FLIGHTS;
    if (this.isCrowded) {
      const { x, y } = picture.origin;
      this.labelRoom.clear(x / ratio, y / ratio, canvas.width / ratio, canvas.height / ratio);
    }
    this.labels.length = this.besides.length = 0;
    this.noteMarks(picture.marks);
    paintThreads(context, picture, this.colours.accent);
    for (const placed of picture.marks) this.paintMark(placed);
    const labelled = picture.flights.length <= picture.labelledFlights;
    const covered = coveredFlights(picture.flights);
    for (const [i, placed] of picture.flights.entries()) {
      if (!covered.has(i)) this.paintFlight(placed, labelled);
    }
    for (const { text, x, y } of this.besides) this.words.draw(context, text, x, y);
    this.paintLabels();
    this.paintPointers(picture);
  }

  private stamp(sprite: Sprite, x: number, y: number, scale = 1): void {
    const width = sprite.width * scale;
    const height = sprite.height * scale;
    let left = x - width / 2;
    let top = y - height / 2;
    if (this.wholePixels) {
      left = Math.round(left * this.ratio) / this.ratio;
      top = Math.round(top * this.ratio) / this.ratio;
    }
    this.context.drawImage(
      sprite.sheet.bitmap,
      sprite.x,
      sprite.y,
      sprite.pixelWidth,
      sprite.pixelHeight,
      left,
      top,
      width,
      height,
    );
  }

  private paintMark(placed: PlacedMark): void {
    const { mark, x, y, pale } = placed;
    const { item, kind, duplicate, byTimeToLive } = mark;
    const isDimmed = this.focus !== null && !isInFocus(this.focus, mark, placed.card, placed.lane);
    this.context.globalAlpha = placed.opacity * (isDimmed ? DIMMED : 1);
    if (mark.count > 1 && !isDimmed) this.paintCount(placed);
    this.stamp(this.sprites.glyph({ item, kind, duplicate, byTimeToLive, pale }, MARK.size), x, y);
    this.context.globalAlpha = 1;
    if (mark.state === 'failing' && !isDimmed) this.paintRing(placed);
  }

  /**
   * At a mark that stands for several: how many, beside it where it stands alone; else a bar over it,
   * higher with each doubling.
   */
  private paintCount({ mark, x, y, pale, roomToX }: PlacedMark): void {
    const text = `×${mark.count}`;
    const width = this.words.widthOf(text);
    const from = MARK.size / 2 + (mark.state === 'failing' ? 7 : 2);
    const end = x + from + width + MARK.size / 2;
    const fits = end < roomToX;
    if (fits && this.marksAt.get(y)?.every((other) => other <= x || other > end)) {
      if (pale) this.context.globalAlpha *= 0.7;
      this.words.draw(this.context, text, x + from + width / 2, y);
      if (pale) this.context.globalAlpha /= 0.7;
      return;
    }
    const height = Math.min(9, 1.5 + 1.5 * Math.log2(mark.count));
    this.context.fillStyle = this.colours.muted;
    this.context.fillRect(Math.round(x) - 1, Math.round(y - 8 - height), 2, height);
  }

  private noteMarks(marks: readonly PlacedMark[]): void {
    this.marksAt.clear();
    for (const { x, y } of marks) {
      const others = this.marksAt.get(y);
      if (others === undefined) this.marksAt.set(y, [x]);
      else others.push(x);
    }
  }

  /** A ring that fills until the next attempt. */
  private paintRing({ x, y, retry }: PlacedMark): void {
    const { context } = this;
    const radius = MARK.size / 2 + 5;
    context.lineWidth = 2.2;
    context.strokeStyle = this.colours.bad;
    context.globalAlpha = 0.28;
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.stroke();
    context.globalAlpha = 1;
    if (retry <= 0) return;
    context.beginPath();
    context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * retry);
    context.stroke();
  }

  private paintFlight(placed: PlacedFlight, labelled: boolean): void {
    const { flight, x, y, part } = placed;
    if (placed.swarms !== undefined) {
      const isDimmed = this.focus !== null && !isFlightInFocus(this.focus, flight);
      paintSwarms(this.context, placed, this.colours.muted, isDimmed ? DIMMED : 0.75);
      if (!isDimmed) this.labels.push({ text: `×${countText(placed.records)}`, x, y });
      return;
    }
    // A record that sets out grows to its size at once.
    const scale = Math.min(1, 0.3 + part * 6);
    if (this.focus !== null && !isFlightInFocus(this.focus, flight)) {
      this.context.globalAlpha = DIMMED;
      for (const { mark, x: markX, y: markY } of marksOfFlight(placed)) {
        this.stamp(this.sprites.glyph(mark, MARK.size), markX, markY);
      }
      this.context.globalAlpha = 1;
      return;
    }
    if (flight.note !== undefined) this.labels.push({ text: flight.note, x, y: y + 20 });
    if (flight.marks.length === 1 && flight.total <= 1) {
      this.paintSingle(flight.marks[0]!, x, y, scale, labelled);
      return;
    }
    this.paintTray(placed);
    for (const { mark, x: markX, y: markY } of marksOfFlight(placed)) {
      this.stamp(this.sprites.glyph(mark, MARK.size), markX, markY);
    }
  }

  private paintSingle(mark: Mark, x: number, y: number, scale: number, labelled: boolean): void {
    const { sprites } = this;
    const room = this.words.widthOf(mark.label);
    if (labelled && this.isCrowded) {
      this.stamp(sprites.glyph(mark, MARK.flightSize), x, y);
      if (this.labelRoom.take(x + LABEL.beside, y, room)) {
        this.besides.push({ text: mark.label, x: x + LABEL.beside + room / 2, y });
      }
      return;
    }
    this.stamp(sprites.glyph(mark, MARK.flightSize), x, y, scale);
    if (!labelled || scale < 1) return;
    const half = room / 2;
    const beside = x < half;
    this.labels.push({ text: mark.label, x: beside ? x + 10 + half : x, y: beside ? y : y - 17 });
  }

  /** Each on a plate of its own; none where another stands already. */
  private paintLabels(): void {
    const { context } = this;
    const painted: { x: number; y: number; half: number }[] = [];
    for (const { text, x, y } of this.labels) {
      const half = this.words.widthOf(text) / 2 + LABEL.padding;
      const isTaken = painted.some(
        (other) =>
          Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < LABEL.height,
      );
      if (isTaken) continue;
      painted.push({ x, y, half });
      context.globalAlpha = LABEL.plateOpacity;
      context.fillStyle = this.colours.ground;
      context.beginPath();
      context.roundRect(x - half, y - LABEL.height / 2, half * 2, LABEL.height, 4);
      context.fill();
      context.globalAlpha = 1;
      this.words.draw(context, text, x, y);
    }
  }

  /** A batch travels as one. */
  private paintTray({ flight, x, y }: PlacedFlight): void {
    const { context } = this;
    const more = flight.total - flight.marks.length;
    const width = trayWidth(flight.marks.length, more > 0);
    context.beginPath();
    context.roundRect(x - width / 2, y - 11, width, 22, 6);
    context.fillStyle = this.colours.card;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = this.colours.muted;
    context.stroke();
    if (more > 0) this.words.draw(context, `+${more}`, x + width / 2 - 17, y);
  }

  private paintPointers(picture: Picture): void {
    if (picture.selected < 0 && picture.selectedItem < 0 && picture.hovered < 0) return;
    const circle = (mark: Mark, x: number, y: number): void => {
      const selected = mark.change === picture.selected || mark.item === picture.selectedItem;
      if (!selected && mark.change !== picture.hovered) return;
      const { context } = this;
      context.beginPath();
      context.arc(x, y, mark.state === 'failing' ? 14 : 10, 0, Math.PI * 2);
      context.lineWidth = selected ? 2 : 1.2;
      context.strokeStyle = selected ? this.colours.accent : this.colours.ink;
      context.stroke();
    };
    for (const { mark, x, y } of picture.marks) circle(mark, x, y);
    for (const placed of picture.flights) {
      for (const { mark, x, y } of marksOfFlight(placed)) circle(mark, x, y);
    }
  }
}
