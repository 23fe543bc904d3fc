/** A table's card in the still picture: partitions, what they use of their capacity, their items. */

import { type CardBox, itemsThatFit, itemsTop, tableNotes } from '../geometry/cardBox.ts';
import { TABLE } from '../geometry/measures.ts';
import { type Rect, right } from '../geometry/rect.ts';
import { utilisationText } from '../scene/cardParts.ts';
import type { ItemMark, NoOpMark, PartitionLane, TableCard } from '../scene/scene.ts';
import { stageWords as words } from '../words/stageWords.ts';
import { bodyTop, drawFrame } from './drawFrame.ts';
import type { Pen } from './pen.ts';
import { itemColour } from './posterColours.ts';
import { textWidth } from './textWidth.ts';

export function drawTable(pen: Pen, card: TableCard, box: CardBox): void {
  const { muted } = pen.colours;
  drawFrame(pen, box, {
    kicker: words.dynamoDbTable,
    title: card.title,
    detail: words.items(card.itemCount),
  });
  const captionY = bodyTop(box) + 8;
  pen.text(box.rect.x + 21, captionY, words.partitions, { size: 11, fill: muted });
  const capacity = { size: 11, fill: muted, anchor: 'end' } as const;
  pen.text(right(box.rect) - 21, captionY, words.capacity, capacity);
  for (const [i, partition] of card.partitions.entries()) {
    const lane = box.lanes.find((l) => l.lane === partition.partition);
    if (lane !== undefined) drawPartition(pen, partition, i, lane.rect);
  }
  if (tableNotes(card) > 0) drawNotes(pen, card, box.rect);
}

function drawPartition(pen: Pen, partition: PartitionLane, index: number, lane: Rect): void {
  const { colours } = pen;
  const { throttling, throttled } = partition;
  const isHot = partition.utilisationPercent >= 80;
  const isMarked = throttling || isHot;
  const warm = throttling ? colours.bad : colours['behind-fill'];
  pen.rect(lane, {
    rx: 6,
    fill: throttling ? colours['bad-wash'] : colours.lane,
    stroke: throttling ? colours.bad : undefined,
  });
  if (isMarked) pen.rect({ ...lane, width: 4 }, { rx: 2, fill: warm });
  const left = lane.x + TABLE.padding;
  const end = right(lane) - TABLE.padding;
  const lineY = lane.y + 13;
  pen.text(left, lineY, words.partition(index + 1), { weight: 600 });
  const used = { fill: isHot ? colours.behind : colours.muted, anchor: 'end' } as const;
  pen.text(end, lineY, utilisationText(partition), used);
  const bar = { x: left, y: lane.y + 24, width: end - left, height: isMarked ? 4 : 2 };
  const part = Math.min(1, partition.utilisationPercent / 100);
  pen.rect(bar, { rx: 1, fill: colours.line });
  pen.rect({ ...bar, width: bar.width * part }, { rx: 1, fill: isMarked ? warm : colours.muted });
  drawItems(pen, partition, lane);
  if (throttled === 0) return;
  const text = words.throttled(throttled);
  const plate = { x: end - textWidth(text, 12) - 4, y: lane.y + lane.height - 20, height: 16 };
  const paper = throttling ? colours['bad-wash'] : colours.lane;
  pen.rect({ ...plate, width: end - plate.x }, { fill: paper });
  const fill = throttling ? colours.bad : colours.muted;
  pen.text(end, plate.y + 8, text, { weight: 500, anchor: 'end', fill });
}

function drawItems(pen: Pen, partition: PartitionLane, lane: Rect): void {
  const room = itemsThatFit(lane, partition.itemCount + partition.noOps.length);
  const items = partition.items.slice(-Math.max(1, room - partition.noOps.length));
  const hidden = partition.itemCount - items.length;
  const across = Math.floor((lane.width - 2 * TABLE.padding + 5) / TABLE.squarePitch);
  const placeOf = (i: number): { x: number; y: number } => ({
    x: lane.x + TABLE.padding + (i % across) * TABLE.squarePitch,
    y: lane.y + itemsTop(lane) + Math.floor(i / across) * TABLE.squarePitch,
  });
  for (const [i, item] of items.entries()) drawItem(pen, item, placeOf(i));
  for (const [i, noOp] of partition.noOps.entries()) {
    drawNoOp(pen, noOp, placeOf(items.length + i));
  }
  if (hidden <= 0) return;
  const { x, y } = placeOf(items.length + partition.noOps.length);
  pen.text(x, y + 6, words.more(hidden), { fill: pen.colours.muted });
}

function drawItem(pen: Pen, item: ItemMark, { x, y }: { x: number; y: number }): void {
  const colour = itemColour(pen.colours, item.item);
  const ghost = { fill: 'none', stroke: colour, 'stroke-dasharray': '3 2' };
  const inner = { x: x + 0.5, y: y + 0.5, width: 11, height: 11 };
  if (item.expired) drawClock(pen, x + 6, y + 6, colour);
  else if (item.beforeStream) pen.rect(inner, { rx: 3, ...ghost });
  else pen.rect({ x, y, width: 12, height: 12 }, { rx: 3, fill: colour });
}

/** A write that changed nothing: hollow, because it goes no further than here. */
function drawNoOp(pen: Pen, noOp: NoOpMark, { x, y }: { x: number; y: number }): void {
  const look = {
    fill: 'none',
    stroke: itemColour(pen.colours, noOp.item),
    'stroke-width': 1.2,
    'stroke-dasharray': '2 1.5',
  };
  if (noOp.kind === 3) pen.rect({ x: x + 2, y: y + 2, width: 8, height: 8 }, look);
  else pen.path(`M${x + 6} ${y + 1}l5 5l-5 5l-5-5Z`, look);
}

/** The item's time is over, and it is still there. */
function drawClock(pen: Pen, x: number, y: number, colour: string): void {
  const look = { fill: 'none', stroke: colour, 'stroke-width': 1.5 };
  pen.circle(x, y, 5.6, look);
  pen.path(`M${x} ${y - 3.4}v3.4h2.6`, look);
}

/** At the card's foot: what the stream never told of, and what time to live has still to come to. */
function drawNotes(pen: Pen, card: TableCard, rect: Rect): void {
  const { colours } = pen;
  const left = rect.x + 21;
  let y = rect.y + rect.height - 9 - tableNotes(card) * TABLE.noteHeight + TABLE.noteHeight / 2;
  const room = right(rect) - 16 - left - 19;
  if (card.expired > 0) {
    drawClock(pen, left + 6, y, colours.behind);
    pen.text(left + 19, y, words.expired(card.expired), { fill: colours.behind, room });
    y += TABLE.noteHeight;
  }
  if (card.beforeStream > 0) {
    const ghost = { fill: 'none', stroke: colours.muted, 'stroke-dasharray': '3 2', rx: 3 };
    pen.rect({ x: left + 0.5, y: y - 5.5, width: 11, height: 11 }, ghost);
    const text = words.beforeStreamCount(card.beforeStream);
    pen.text(left + 19, y, text, { fill: colours.muted, room });
  }
}
