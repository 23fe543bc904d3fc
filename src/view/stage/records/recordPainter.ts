/** Paints the records of one instant over the cards, with a pen. Knows no canvas, no React and no time. */

import { MARK } from '../../../projections/geometry/measures.ts';
import {
  marksOfFlight,
  type PlacedFlight,
  trayWidth,
} from '../../../projections/geometry/placedFlights.ts';
import type { PlacedMark } from '../../../projections/geometry/placedMarks.ts';
import { type Focus, isFlightInFocus, isInFocus } from '../../../projections/scene/focus.ts';
import type { Mark } from '../../../projections/scene/scene.ts';
import { countText } from '../../../projections/spanText.ts';
import { coveredFlights } from './coveredFlights.ts';
import { glyphNumber } from './glyphSprites.ts';
import { LabelRoom } from './labelRoom.ts';
import type { Pen, Shot } from './recordPen.ts';
import type { RecordWords } from './recordWords.ts';
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
  /** The canvas that it is for. */
  shot: Omit<Shot, 'wholePixels'>;
  /** What is not in it is dimmed; null: nothing is. */
  focus: Focus | null;
}

/** Flights carry their item's label while there are no more of them than this. */
export const LABELLED_FLIGHTS = 12;
/** From this many on, records are set on whole pixels: quicker, and nobody can tell. */
const WHOLE_PIXELS_FROM = 80;

/** What is left of what is not looked at. */
const DIMMED = 0.12;

const LABEL = { height: 16, beside: 12, padding: 3 } as const;

export class RecordPainter {
  private pen: Pen;
  private words: RecordWords;
  private focus: Focus | null = null;
  /** Where thousands are labelled, a label is written beside its record if no other stands there. */
  private isCrowded = false;
  private readonly labelRoom = new LabelRoom();
  private readonly besides: { text: string; left: number; y: number }[] = [];
  /** What this frame's flights are called, and where: painted over all of them. */
  private readonly labels: { text: string; x: number; y: number }[] = [];
  /** Where the marks of this frame stand, by the height of their track. */
  private readonly marksAt = new Map<number, number[]>();

  constructor(pen: Pen, words: RecordWords) {
    this.pen = pen;
    this.words = words;
  }

  /** Another face. */
  reword(words: RecordWords): void {
    this.words = words;
  }

  /** @param pen it is painted with this one from now on. */
  paint(picture: Picture, pen: Pen = this.pen): void {
    this.pen = pen;
    const { shot } = picture;
    const wholePixels = picture.flights.length + picture.marks.length > WHOLE_PIXELS_FROM;
    pen.begin({ ...shot, wholePixels });
    this.focus = picture.focus;
    this.isCrowded = wholePixels && picture.flights.length > LABELLED_FLIGHTS;
    if (this.isCrowded) {
      const [left, top, width, height] = [shot.originX, shot.originY, shot.width, shot.height];
      const { ratio } = shot;
      this.labelRoom.clear(left / ratio, top / ratio, width / ratio, height / ratio);
    }
    this.labels.length = this.besides.length = 0;
    this.noteMarks(picture.marks);
    paintThreads(pen, picture);
    for (const placed of picture.marks) this.paintMark(placed);
    const labelled = picture.flights.length <= picture.labelledFlights;
    const covered = coveredFlights(picture.flights);
    for (let i = 0; i < picture.flights.length; i += 1) {
      if (covered?.[i] !== 1) this.paintFlight(picture.flights[i]!, labelled);
    }
    for (const { text, left, y } of this.besides) pen.words(text, left, y);
    this.paintLabels();
    this.paintPointers(picture);
  }

  private paintMark(placed: PlacedMark): void {
    const { mark, x, y, pale } = placed;
    const isDimmed = this.focus !== null && !isInFocus(this.focus, mark, placed.card, placed.lane);
    const opacity = placed.opacity * (isDimmed ? DIMMED : 1);
    this.pen.opacity(opacity);
    if (mark.count > 1 && !isDimmed) this.paintCount(placed, opacity);
    this.pen.glyph(glyphNumber(mark, MARK.size, pale), x, y, 1);
    this.pen.opacity(1);
    if (mark.state === 'failing' && !isDimmed) this.paintRing(placed);
  }

  /**
   * At a mark that stands for several: how many, beside it where it stands alone; else a bar over it,
   * higher with each doubling.
   */
  private paintCount({ mark, x, y, pale, roomToX }: PlacedMark, opacity: number): void {
    const text = `×${mark.count}`;
    const width = this.words.widthOf(text);
    const from = MARK.size / 2 + (mark.state === 'failing' ? 7 : 2);
    const end = x + from + width + MARK.size / 2;
    const fits = end < roomToX;
    if (fits && this.marksAt.get(y)?.every((other) => other <= x || other > end)) {
      if (pale) this.pen.opacity(opacity * 0.7);
      this.pen.words(text, x + from, y);
      if (pale) this.pen.opacity(opacity);
      return;
    }
    this.paintBar(mark.count, x, y);
  }

  private paintBar(count: number, x: number, y: number): void {
    const height = Math.min(6, 1.5 + 0.9 * Math.log2(count)); // never up to the words over a low lane
    this.pen.bar(Math.round(x) - 1, Math.round(y - 8 - height), 2, height);
  }

  /** From afar: no label, no tray. */
  private paintPacked(placed: PlacedFlight): void {
    this.paintMarksOf(placed);
    if (placed.records > 1) this.paintBar(placed.records, placed.x, placed.y);
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
    const { pen } = this;
    const radius = MARK.size / 2 + 5;
    pen.opacity(0.28);
    pen.arc('bad', 2.2, x, y, radius, 0, Math.PI * 2);
    pen.opacity(1);
    if (retry <= 0) return;
    const top = -Math.PI / 2;
    pen.arc('bad', 2.2, x, y, radius, top, top + Math.PI * 2 * retry);
  }

  private paintFlight(placed: PlacedFlight, labelled: boolean): void {
    const { flight, x, y, part } = placed;
    if (placed.swarms !== undefined) {
      const isDimmed = this.focus !== null && !isFlightInFocus(this.focus, flight);
      paintSwarms(this.pen, placed, isDimmed ? DIMMED : 0.75);
      if (!isDimmed) this.labels.push({ text: `×${countText(placed.records)}`, x, y });
      return;
    }
    // A record that sets out grows to its size at once.
    const scale = Math.min(1, 0.3 + part * 6);
    if (this.focus !== null && !isFlightInFocus(this.focus, flight)) {
      this.pen.opacity(DIMMED);
      this.paintMarksOf(placed);
      this.pen.opacity(1);
      return;
    }
    if (placed.isPacked) {
      this.paintPacked(placed);
      return;
    }
    if (flight.note !== undefined) this.labels.push({ text: flight.note, x, y: y + 20 });
    if (flight.marks.length === 1 && flight.total <= 1) {
      this.paintSingle(flight.marks[0]!, x, y, scale, labelled);
      return;
    }
    this.paintTray(placed);
    this.paintMarksOf(placed);
  }

  private paintMarksOf(placed: PlacedFlight): void {
    for (const { mark, x, y } of marksOfFlight(placed)) {
      this.pen.glyph(glyphNumber(mark, MARK.size), x, y, 1);
    }
  }

  private paintSingle(mark: Mark, x: number, y: number, scale: number, labelled: boolean): void {
    const look = glyphNumber(mark, MARK.flightSize);
    const room = this.words.widthOf(mark.label);
    if (labelled && this.isCrowded) {
      this.pen.glyph(look, x, y, 1);
      const left = x + LABEL.beside;
      if (this.labelRoom.take(left, y, room)) this.besides.push({ text: mark.label, left, y });
      return;
    }
    this.pen.glyph(look, x, y, scale);
    if (!labelled || scale < 1) return;
    const half = room / 2;
    const beside = x < half;
    this.labels.push({ text: mark.label, x: beside ? x + 10 + half : x, y: beside ? y : y - 17 });
  }

  /** Each on a plate of its own; none where another stands already. */
  private paintLabels(): void {
    const { pen } = this;
    const painted: { x: number; y: number; half: number }[] = [];
    for (const { text, x, y } of this.labels) {
      const half = this.words.widthOf(text) / 2 + LABEL.padding;
      const isTaken = painted.some(
        (other) =>
          Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < LABEL.height,
      );
      if (isTaken) continue;
      painted.push({ x, y, half });
      pen.plate(x - half, y - LABEL.height / 2, half * 2, LABEL.height);
      pen.words(text, x - half + LABEL.padding, y);
    }
  }

  /** A batch travels as one. */
  private paintTray({ flight, x, y }: PlacedFlight): void {
    const more = flight.total - flight.marks.length;
    const width = trayWidth(flight.marks.length, more > 0);
    this.pen.tray(x - width / 2, y - 11, width, 22);
    if (more <= 0) return;
    const text = `+${more}`;
    this.pen.words(text, x + width / 2 - 17 - this.words.widthOf(text) / 2, y);
  }

  private paintPointers(picture: Picture): void {
    const { selected: change, selectedItem: item, hovered } = picture;
    if (change < 0 && item < 0 && hovered < 0) return;
    const circle = (mark: Mark, x: number, y: number): void => {
      // A write on its way is no change yet.
      const selected = (change >= 0 && mark.change === change) || (item >= 0 && mark.item === item);
      if (!selected && (hovered < 0 || mark.change !== hovered)) return;
      const radius = mark.state === 'failing' ? 14 : 10;
      const [colour, lineWidth] = selected ? (['accent', 2] as const) : (['ink', 1.2] as const);
      this.pen.arc(colour, lineWidth, x, y, radius, 0, Math.PI * 2);
    };
    for (const { mark, x, y } of picture.marks) circle(mark, x, y);
    for (const placed of picture.flights) {
      for (const { mark, x, y } of marksOfFlight(placed)) circle(mark, x, y);
    }
  }
}
