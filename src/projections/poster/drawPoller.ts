/** The polling scan in the still picture: its next look, what it could not see, how it compares. */

import { comparisonCells } from '../comparison/comparisonCells.ts';
import type { ComparisonRow } from '../comparison/comparisonRow.ts';
import type { CardBox } from '../geometry/cardBox.ts';
import { POLLER } from '../geometry/measures.ts';
import { ringPoint } from '../geometry/ring.ts';
import type { Mark, PollerCard } from '../scene/scene.ts';
import { spanText } from '../spanText.ts';
import { stageWords as words } from '../words/stageWords.ts';
import { bodyTop, drawFrame, textLeft, textRight } from './drawFrame.ts';
import { drawGlyph } from './drawGlyph.ts';
import type { Pen } from './pen.ts';
import { short } from './pen.ts';
import { textWidth } from './textWidth.ts';

const RING = { radius: 25, column: 80 } as const;
const FIRST_COLUMN = 128;
const ROW = 22;

/** @param at the playhead, microseconds. */
export function drawPoller(
  pen: Pen,
  card: PollerCard,
  box: CardBox,
  rows: readonly ComparisonRow[],
  at: number,
): void {
  const title = words.every(spanText(card.everyMs));
  drawFrame(pen, box, { kicker: card.isExport ? words.export : words.pollingScan, title });
  const left = textLeft(box);
  const leftMs = Math.max(0, (card.nextAt - at) / 1_000);
  const leftText = spanText(Math.ceil(leftMs / 1_000) * 1_000);
  const doing = card.isExport ? words.exporting : words.looking;
  const says = [
    card.running ? doing : words.nextLook(leftText),
    card.isExport ? words.noReadUnits : words.itemsRead(card.itemsEvaluated),
  ];
  for (const [i, text] of says.entries()) {
    pen.text(left, bodyTop(box) + 11 + i * 17, text, { fill: pen.colours.muted });
  }
  const { x, y, height } = box.rect;
  const ring: Ring = {
    part: card.running ? 1 : 1 - leftMs / card.everyMs,
    isRunning: card.running,
  };
  const ringText = card.running ? '…' : leftText;
  if (height === POLLER.phoneHeight) {
    const end = textRight(box);
    drawCountdown(pen, ring, ringText, { x: end - 34, y: y + 46 });
    drawGhosts(pen, card, left, end, y + 100);
    drawComparison(pen, rows, box, y + 236);
    return;
  }
  const width = Math.max(FIRST_COLUMN, ...says.map((text) => textWidth(text, 12) + 13));
  const middle = { x: x + width + RING.column / 2, y: y + height / 2 };
  drawCountdown(pen, ring, ringText, middle);
  const tableX = drawComparison(pen, rows, box, y + 11);
  drawGhosts(pen, card, x + width + RING.column + 16, tableX - 16, y + 11);
}

interface Ring {
  /** 0 to 1. */
  part: number;
  isRunning: boolean;
}

function drawCountdown(
  pen: Pen,
  { part, isRunning }: Ring,
  text: string,
  { x, y }: { x: number; y: number },
): void {
  const { colours } = pen;
  const look = { fill: 'none', 'stroke-width': 4 };
  pen.circle(x, y, RING.radius, { ...look, stroke: colours.line });
  pen.text(x, y, text, { size: 13, weight: 600, anchor: 'middle' });
  const within = Math.min(0.9999, Math.max(0, part));
  if (within <= 0) return;
  const end = ringPoint(within, RING.radius);
  const arc = `A${RING.radius} ${RING.radius} 0 ${within > 0.5 ? 1 : 0} 1`;
  const d = `M${short(x)} ${short(y - RING.radius)}${arc} ${short(x + end.x)} ${short(y + end.y)}`;
  pen.path(d, { ...look, stroke: isRunning ? colours.accent : colours.muted });
}

function drawGhosts(pen: Pen, card: PollerCard, left: number, end: number, top: number): void {
  const { ghosts, counts } = card;
  const { muted } = pen.colours;
  const kicker = { size: 11, weight: 500, kicker: true, fill: muted, room: end - left };
  pen.text(left, top + 7, words.couldNotSee, kicker);
  const rows: [readonly Mark[], number, string][] = [
    [ghosts.deletes, counts.deletes, words.deletes(counts.deletes)],
    [ghosts.collapsed, counts.collapsed, words.collapsed(counts.collapsed)],
    [ghosts.race, counts.race, words.race(counts.race)],
    [ghosts.noWatermark, counts.noWatermark, words.noWatermark(counts.noWatermark)],
    [ghosts.filtered, counts.filtered, words.filtered(counts.filtered)],
  ];
  const shown = rows.filter(([, count], i) => count > 0 || i < 2);
  for (const [i, [marks, count, text]] of shown.entries()) {
    const y = top + 16 + i * ROW + ROW / 2;
    const room = Math.max(0, Math.floor((end - left - textWidth(text, 13) - 10) / 16));
    const drawn = marks.slice(0, room);
    pen.group({ opacity: 0.75 }, () => {
      for (const [k, mark] of drawn.entries()) {
        drawGlyph(pen, { item: mark.item, kind: mark.kind }, left + 8 + k * 16, y, 9);
      }
    });
    const x = left + (drawn.length > 0 ? drawn.length * 16 + 10 : 0);
    pen.text(x, y, text, { size: 13, room: end - x, ...(count === 0 ? { fill: muted } : {}) });
  }
}

/** @returns where it begins. */
function drawComparison(pen: Pen, rows: readonly ComparisonRow[], box: CardBox, y: number): number {
  const { colours } = pen;
  const end = box.rect.x + box.rect.width - 17;
  const { heads, lines } = comparisonCells(rows);
  const widths = heads.map((head, i) =>
    Math.max(textWidth(head, 12, true), ...lines.map((l) => textWidth(l.cells[i]!.text, 13, true))),
  );
  const rights = widths.map((_, i) => end - widths.slice(i + 1).reduce((a, w) => a + w + 24, 0));
  const left = end - widths.reduce((a, w) => a + w + 24, 0);
  const nameWidth = Math.max(...lines.map(({ name }) => textWidth(name, 13)));
  for (const [i, head] of heads.entries()) {
    const look = { weight: 600, fill: colours.muted, anchor: 'end' } as const;
    pen.text(rights[i]!, y + 9, head, look);
  }
  for (const [k, { name, cells }] of lines.entries()) {
    const lineY = y + 18 + k * ROW + ROW / 2;
    pen.text(left - nameWidth, lineY, name, { size: 13, fill: colours.muted });
    for (const [i, { text, isBad }] of cells.entries()) {
      const look = { size: 13, weight: 600, anchor: 'end' } as const;
      pen.text(rights[i]!, lineY, text, { ...look, ...(isBad ? { fill: colours.bad } : {}) });
    }
  }
  return left - nameWidth;
}
