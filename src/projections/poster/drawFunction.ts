/** A function's (or a pipe's) card in the still picture: its batches, its age, what breaks it. */
import type { FaultKind } from '../../engine/definition.ts';
import { ageToPart } from '../geometry/ageAxis.ts';
import { type CardBox, footEnd, slotTray, slotWords } from '../geometry/cardBox.ts';
import { CARD, FUNCTION } from '../geometry/measures.ts';
import { type Rect, right } from '../geometry/rect.ts';
import { environmentsShown, faultSwitches, mappingText, pipeText } from '../scene/cardParts.ts';
import type { BatchSlot, FunctionCard } from '../scene/scene.ts';
import { slotLine } from '../scene/slotText.ts';
import { spanText } from '../spanText.ts';
import { stageWords as words } from '../words/stageWords.ts';
import { bodyTop, drawFrame, textLeft, textRight } from './drawFrame.ts';
import { HATCH } from './hatch.ts';
import type { Pen } from './pen.ts';
import { toneColour } from './posterColours.ts';
import { textWidth } from './textWidth.ts';

const FOOT_BOTTOM = 11;
const FAULT_HEIGHT = 26;
const STATUS_HEIGHT = 18;

/** @param at the playhead, microseconds. */
export function drawFunction(
  pen: Pen,
  card: FunctionCard,
  box: CardBox,
  at: number,
  hasButtons: boolean,
): void {
  const { colours } = pen;
  const { shown, more } = environmentsShown(card);
  const useWidth = card.pipe ? 0 : shown.length * 12 + (more > 0 ? 24 : 0) + 8;
  drawFrame(pen, box, {
    kicker: card.pipe ? words.pipe : words.lambda,
    title: card.title,
    aside: card.mapping >= 0 ? mappingText(card) : undefined,
    taken: useWidth,
  });
  const end = textRight(box);
  if (card.pipe) {
    const room = end - textLeft(box);
    pen.text(textLeft(box), bodyTop(box) + 11, pipeText(card.pipe), { fill: colours.muted, room });
  } else {
    drawEnvironments(pen, shown, end - (more > 0 ? 22 : 0), box.rect.y + 32);
    if (more > 0) {
      const look = { fill: colours.muted, anchor: 'end' } as const;
      pen.text(end, box.rect.y + 36, words.more(more), look);
    }
  }
  for (const slot of card.slots) {
    const lane = box.lanes.find((l) => l.lane === slot.consumer);
    if (lane !== undefined) drawSlot(pen, slot, lane.rect, { card, box, at });
  }
  drawFoot(pen, card, box, hasButtons);
}

function drawEnvironments(pen: Pen, uses: readonly string[], end: number, y: number): void {
  const { colours } = pen;
  for (const [i, use] of uses.entries()) {
    const square = { x: end - (uses.length - i) * 12 + 3.75, y: y + 0.75, width: 7.5, height: 7.5 };
    pen.rect(square, {
      rx: 1.5,
      'stroke-width': 1.5,
      fill: use === 'busy' ? colours.accent : 'none',
      stroke: use === 'idle' ? colours['line-strong'] : colours.accent,
      'stroke-dasharray': use === 'starting' ? '2 1' : undefined,
    });
  }
}

function drawSlot(
  pen: Pen,
  slot: BatchSlot,
  rect: Rect,
  { card, box, at }: { card: FunctionCard; box: CardBox; at: number },
): void {
  const { colours } = pen;
  const isBackingOff = slot.state === 'backingOff';
  pen.text(rect.x, rect.y + rect.height / 2, slot.shardLabel.replace(/^shard /, ''), {
    mono: true,
    fill: isBackingOff ? colours.bad : colours.muted,
  });
  const tray = slotTray(rect);
  const inner = {
    x: tray.x + 0.5,
    y: tray.y + 0.5,
    width: tray.width - 1,
    height: tray.height - 1,
  };
  pen.rect(inner, {
    rx: 5.5,
    fill: colours.lane,
    stroke: trayBorder(pen, slot),
    'stroke-dasharray': slot.state === 'buffering' ? '3 2' : undefined,
  });
  drawTray(pen, slot, tray);
  if (!box.isDetailed) return;
  const fill = slot.attempts > 0 ? colours.bad : colours.muted;
  const says = slotLine(slot, card, at);
  const { x, y, width } = slotWords(card, rect);
  pen.text(x, y + 8.5, says, { fill, room: width });
}

function trayBorder({ colours }: Pen, { state }: BatchSlot): string | undefined {
  if (state === 'backingOff') return colours.bad;
  return state === 'buffering' || state === 'invoking' ? colours['line-strong'] : undefined;
}

/** What is said in the tray; its records are drawn over it. */
function drawTray(pen: Pen, slot: BatchSlot, tray: Rect): void {
  const { colours } = pen;
  const { halves, sizePart, windowPart } = slot;
  const room = Math.floor((tray.width - 12) / FUNCTION.markPitch);
  const middleY = tray.y + tray.height / 2;
  if (slot.total > room && halves.length === 0) {
    const text = words.more(slot.total - Math.min(slot.marks.length, room - 2));
    pen.text(right(tray) - 6, middleY, text, { fill: colours.muted, anchor: 'end' });
  }
  let end = right(tray) - 4;
  for (const half of [...halves].reverse()) {
    const width = Math.max(18, textWidth(String(half), 12) + 8);
    const box = { x: end - width + 0.5, y: middleY - 7.5, width: width - 1, height: 15 };
    pen.rect(box, { rx: 4, fill: colours.card, stroke: colours.bad, 'stroke-dasharray': '3 2' });
    pen.text(end - width / 2, middleY, String(half), { fill: colours.bad, anchor: 'middle' });
    end -= width + 3;
  }
  if (slot.state !== 'buffering') return;
  const bar = { x: tray.x + 1, height: 2 };
  pen.rect({ ...bar, y: tray.y + 1, width: (tray.width - 2) * sizePart }, { fill: colours.muted });
  const bottomY = tray.y + tray.height - 3;
  pen.rect({ ...bar, y: bottomY, width: (tray.width - 2) * windowPart }, { fill: colours.accent });
}

function drawFoot(pen: Pen, card: FunctionCard, box: CardBox, hasButtons: boolean): void {
  const left = textLeft(box);
  const width = textRight(box) - left;
  const end = footEnd(card, box.rect.height, box.isDetailed);
  const faultsY = box.rect.y + end + CARD.padding - FOOT_BOTTOM - FAULT_HEIGHT;
  const statusY = faultsY - 6 - STATUS_HEIGHT;
  const fill = toneColour(pen.colours, card.tone);
  pen.text(left, statusY + STATUS_HEIGHT / 2, card.status, { fill, room: width });
  if (box.isDetailed && card.mapping >= 0) {
    drawGauge(pen, card, { x: left, y: statusY - FUNCTION.gaugeHeight, width, height: 0 });
  }
  const kinds = faultSwitches.filter((kind) => hasButtons || isOn(card, kind));
  drawFaults(pen, card, kinds, { x: left, y: faultsY, width, height: FAULT_HEIGHT });
}

function drawGauge(pen: Pen, { iteratorAgeMs, retentionMs }: FunctionCard, at: Rect): void {
  const { colours } = pen;
  const { x, y, width } = at;
  const age = words.iteratorAgeShort(spanText(iteratorAgeMs));
  pen.text(x, y + 8, age, { fill: colours.muted });
  const cliff = words.cliff(Math.round(retentionMs / 3_600_000));
  pen.text(x + width, y + 8, cliff, { fill: colours.bad, anchor: 'end' });
  const track = { x, y: y + 16, width, height: 8 };
  pen.rect(track, { rx: 4, fill: colours.lane });
  const filled = Math.max(2, width * ageToPart(iteratorAgeMs, retentionMs) * 0.92);
  const isNear = iteratorAgeMs > retentionMs / 2;
  pen.rect({ ...track, width: filled }, { rx: 1, fill: isNear ? colours.bad : colours.accent });
  const end = { ...track, x: x + width * 0.92, width: width * 0.08 };
  pen.rect(end, { rx: 3, fill: `url(#${HATCH})` });
  pen.rect({ ...end, width: 2 }, { fill: colours.bad });
}

const isOn = (card: FunctionCard, kind: FaultKind): boolean =>
  card.faults.some((fault) => fault.kind === kind);

function drawFaults(pen: Pen, card: FunctionCard, kinds: readonly FaultKind[], row: Rect): void {
  const { colours } = pen;
  const labels = kinds.map((kind) => ({ kind, text: words.faultLabels[kind] ?? kind }));
  const natural = labels.map(({ text }) => textWidth(text, 12) + 8);
  const spare = row.width - natural.reduce((a, b) => a + b, 0) - (labels.length - 1) * 4;
  let { x } = row;
  for (const [i, { kind, text }] of labels.entries()) {
    const width = natural[i]! + spare / labels.length;
    const isBroken = isOn(card, kind);
    pen.rect(
      { x: x + 0.5, y: row.y + 0.5, width: width - 1, height: row.height - 1 },
      {
        rx: 5.5,
        fill: isBroken ? colours['bad-wash'] : 'none',
        stroke: isBroken ? colours.bad : colours.line,
      },
    );
    pen.text(x + width / 2, row.y + row.height / 2, text, {
      anchor: 'middle',
      weight: isBroken ? 600 : 400,
      fill: isBroken ? colours.bad : colours.muted,
    });
    x += width + 4;
  }
}
