/** Every record of one instant, in the still picture, as the canvas over the stage paints it. */
import { MARK } from '../geometry/measures.ts';
import { marksOfFlight, type PlacedFlight, trayWidth } from '../geometry/placedFlights.ts';
import type { PlacedMark } from '../geometry/placedMarks.ts';
import type { PlacedRecords } from '../geometry/placedRecords.ts';
import { transactionThreads } from '../geometry/threads.ts';
import { drawGlyph } from './drawGlyph.ts';
import { type Pen, short } from './pen.ts';
import { monoWidth } from './textWidth.ts';

/** Flights carry their item's label while there are no more of them than this. */
export const LABELLED_FLIGHTS = 12;
const LABEL = { height: 16, padding: 3, widest: 220 } as const;

export function drawRecords(pen: Pen, { marks, flights }: PlacedRecords): void {
  drawThreads(pen, marks, flights);
  for (const placed of marks) drawMark(pen, placed, marks);
  const labels: Label[] = [];
  const labelled = flights.length <= LABELLED_FLIGHTS;
  for (const placed of flights) labels.push(...drawFlight(pen, placed, labelled));
  drawLabels(pen, labels);
}

/** Between the parts of a transaction, under the records. */
function drawThreads(
  pen: Pen,
  marks: readonly PlacedMark[],
  flights: readonly PlacedFlight[],
): void {
  const travelling = flights.flatMap((placed) =>
    marksOfFlight(placed).map((mark) => ({ ...mark, pale: false })),
  );
  const look = { fill: 'none', stroke: pen.colours.accent, 'stroke-width': 2 };
  for (const { points } of transactionThreads([...marks, ...travelling])) {
    const d = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
    pen.path(d, { ...look, 'stroke-dasharray': '5 3' });
    for (const { x, y } of points) pen.circle(x, y, MARK.size / 2 + 4, look);
  }
}

function drawMark(pen: Pen, placed: PlacedMark, all: readonly PlacedMark[]): void {
  const { mark, x, y, pale, opacity } = placed;
  const { item, kind, duplicate, byTimeToLive } = mark;
  pen.group({ opacity: opacity < 1 ? opacity : undefined }, () => {
    if (mark.count > 1) drawCount(pen, placed, all);
    drawGlyph(pen, { item, kind, duplicate, byTimeToLive, pale }, x, y, MARK.size);
  });
  if (mark.state === 'failing') drawRetryRing(pen, placed);
}

/** How many a mark stands for, where there is room beside it; else a bar, higher with each doubling. */
function drawCount(
  pen: Pen,
  { mark, x, y, pale, roomToX }: PlacedMark,
  all: readonly PlacedMark[],
): void {
  const { colours } = pen;
  const text = `×${mark.count}`;
  const width = wordsWidth(text);
  const from = MARK.size / 2 + (mark.state === 'failing' ? 7 : 2);
  const end = x + from + width + MARK.size / 2;
  const isAlone = all.every((other) => other.y !== y || other.x <= x || other.x > end);
  if (end < roomToX && isAlone) {
    const look = { mono: true, weight: 500, rim: colours.ground };
    pen.group({ opacity: pale ? 0.7 : undefined }, () => pen.text(x + from, y + 0.5, text, look));
    return;
  }
  const height = Math.min(9, 1.5 + 1.5 * Math.log2(mark.count));
  const bar = { x: Math.round(x) - 1, y: Math.round(y - 8 - height), width: 2, height };
  pen.rect(bar, { fill: colours.muted });
}

/** A ring that fills until the next attempt. */
function drawRetryRing(pen: Pen, { x, y, retry }: PlacedMark): void {
  const radius = MARK.size / 2 + 5;
  const look = { fill: 'none', stroke: pen.colours.bad, 'stroke-width': 2.2 };
  pen.circle(x, y, radius, { ...look, opacity: 0.28 });
  if (retry <= 0) return;
  const turn = 2 * Math.PI * radius;
  pen.circle(x, y, radius, {
    ...look,
    'stroke-dasharray': `${short(turn * retry)} ${short(turn)}`,
    transform: `rotate(-90 ${short(x)} ${short(y)})`,
  });
}

interface Label {
  text: string;
  x: number;
  y: number;
}

/** @returns what it is called, and where. */
function drawFlight(pen: Pen, placed: PlacedFlight, labelled: boolean): Label[] {
  const { flight, x, y, part } = placed;
  const labels = flight.note === undefined ? [] : [{ text: flight.note, x, y: y + 20 }];
  const [only] = flight.marks;
  if (only === undefined || flight.marks.length > 1 || flight.total > 1) {
    drawTray(pen, placed);
    for (const { mark, x, y } of marksOfFlight(placed)) drawGlyph(pen, mark, x, y, MARK.size);
    return labels;
  }
  // A record that sets out grows to its size at once.
  const scale = Math.min(1, 0.3 + part * 6);
  drawGlyph(pen, only, x, y, MARK.flightSize * scale);
  if (!labelled || scale < 1) return labels;
  const half = wordsWidth(only.label) / 2;
  const isBeside = x < half;
  const place = isBeside ? { x: x + 10 + half, y } : { x, y: y - 17 };
  return [...labels, { text: only.label, ...place }];
}

/** A batch travels as one. */
function drawTray(pen: Pen, { flight, x, y }: PlacedFlight): void {
  const { colours } = pen;
  const more = flight.total - flight.marks.length;
  const width = trayWidth(flight.marks.length, more > 0);
  const paper = { x: x - width / 2, y: y - 11, width, height: 22 };
  pen.rect(paper, { rx: 6, fill: colours.card, stroke: colours.muted });
  if (more <= 0) return;
  const look = { mono: true, weight: 500, anchor: 'middle', rim: colours.ground } as const;
  pen.text(x + width / 2 - 17, y + 0.5, `+${more}`, look);
}

/** Each on a plate of its own; none where another stands already. */
function drawLabels(pen: Pen, labels: readonly Label[]): void {
  const { ground } = pen.colours;
  const drawn: { x: number; y: number; half: number }[] = [];
  for (const { text, x, y } of labels) {
    const half = wordsWidth(text) / 2 + LABEL.padding;
    const isTaken = drawn.some(
      (other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < LABEL.height,
    );
    if (isTaken) continue;
    drawn.push({ x, y, half });
    const plate = { x: x - half, y: y - LABEL.height / 2, width: half * 2, height: LABEL.height };
    pen.rect(plate, { rx: 4, fill: ground, opacity: 0.85 });
    const look = { mono: true, weight: 500, anchor: 'middle', rim: ground } as const;
    pen.text(x, y + 0.5, text, { ...look, room: LABEL.widest });
  }
}

const wordsWidth = (text: string): number => Math.min(LABEL.widest, Math.ceil(monoWidth(text, 12)));
