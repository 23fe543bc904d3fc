/** A stream's card in the still picture: shards over age, with a flag where each reader stands. */

import { ageToX, RETENTION_MS, ticksThatFit } from '../geometry/ageAxis.ts';
import {
  type CardBox,
  FLAG_WORDS_GAP,
  flagRows,
  flagWords,
  shardLaneParts,
} from '../geometry/cardBox.ts';
import { STREAM } from '../geometry/measures.ts';
import { type Rect, right } from '../geometry/rect.ts';
import { FACE, sector } from '../geometry/ring.ts';
import { cursorTexts } from '../scene/cardParts.ts';
import type { CursorFlag, IteratorToken, ShardLane, StreamCard } from '../scene/scene.ts';
import { spanText } from '../spanText.ts';
import { stageWords as words } from '../words/stageWords.ts';
import { bodyTop, drawFrame } from './drawFrame.ts';
import { HATCH } from './hatch.ts';
import type { Pen } from './pen.ts';
import { monoWidth } from './textWidth.ts';

export function drawStream(pen: Pen, card: StreamCard, box: CardBox): void {
  const { colours } = pen;
  const isKinesis = card.source === 'KinesisStream';
  const isDisordered = isKinesis && card.duplicates + card.outOfOrder > 0;
  drawFrame(pen, box, {
    kicker: isKinesis ? words.kinesisStream : words.dynamoDbStream,
    title: card.title,
    detail: isDisordered ? words.duplicatesAndOrder(card.duplicates, card.outOfOrder) : card.detail,
    aside: card.pastShardCount > 0 ? words.pastShards(card.pastShardCount) : undefined,
  });
  const [first] = box.lanes;
  if (first !== undefined) {
    const { axis } = shardLaneParts(first.rect, 1);
    for (const tick of ticksThatFit(axis)) {
      const fill = tick.ageMs === RETENTION_MS ? colours.bad : colours.muted;
      const x = ageToX(tick.ageMs, axis);
      pen.text(x, bodyTop(box) + 8, tick.label, { size: 11, anchor: 'middle', fill });
    }
  }
  for (const shard of card.shards) {
    const lane = box.lanes.find((l) => l.lane === shard.shard);
    if (lane !== undefined) drawShard(pen, shard, lane.rect);
  }
}

function drawShard(pen: Pen, shard: ShardLane, lane: Rect): void {
  const { colours } = pen;
  const { axis, trackY, flagsY, edge } = shardLaneParts(lane, flagRows(shard));
  const paper = shard.open ? { fill: colours.lane } : { fill: 'none', stroke: colours.line };
  pen.rect(lane, { rx: 6, ...paper });
  pen.rect(edge, { rx: 6, fill: `url(#${HATCH})` });
  const line = { stroke: colours.line };
  const ticks = ticksThatFit(axis).map(
    (tick) => `M${Math.round(ageToX(tick.ageMs, axis)) + 0.5} ${trackY - 3}v7`,
  );
  pen.path(`M${axis.fromX} ${trackY + 0.5}H${axis.toX}${ticks.join('')}`, line);
  drawShardLine(pen, shard, lane);
  for (const [i, cursor] of shard.cursors.entries()) {
    const x = ageToX(cursor.iteratorAgeMs, axis);
    drawFlag(pen, cursor, x, flagsY + i * STREAM.flagHeight, lane);
  }
  for (const [i, token] of shard.tokens.entries()) {
    const top = flagsY + (shard.cursors.length + i) * STREAM.flagHeight;
    drawToken(pen, token, ageToX(token.recordAgeMs, axis), top, lane);
  }
}

function drawShardLine(pen: Pen, shard: ShardLane, lane: Rect): void {
  const { colours } = pen;
  const y = lane.y + 12;
  const left = lane.x + 8;
  pen.text(left, y, shard.label, { mono: true, weight: 500 });
  const next = left + monoWidth(shard.label, 12) + 10;
  const blocking = shard.cursors.find((cursor) => cursor.state === 'failing');
  const end = right(lane) - 36;
  let used = next;
  if (blocking !== undefined) {
    const look = { weight: 600, fill: colours.bad, room: end - next };
    used += pen.text(next, y, words.blocked(blocking.waiting), look);
  } else if (!shard.open) {
    used += pen.text(next, y, words.closed, { fill: colours.muted });
  }
  if (shard.trimmedCount === 0 || used + 90 > end) return;
  pen.text(end, y, words.trimmed(shard.trimmedCount), { fill: colours.muted, anchor: 'end' });
}

/** Where a reader stands: unread to its left, read to its right. */
function drawFlag(pen: Pen, cursor: CursorFlag, x: number, top: number, lane: Rect): void {
  const { colours } = pen;
  const fill = {
    failing: colours.bad,
    behind: colours.behind,
    drained: colours.muted,
    waitingForParent: colours.muted,
    upToDate: colours.accent,
  }[cursor.state];
  pen.path(`M${x} ${top + 4}l5 8h-10Z`, { fill });
  const says = cursorTexts(cursor);
  const texts = [`${cursor.reader} · ${says.text}`, says.text, says.short];
  drawFlagWords(pen, texts, { x, y: top + 8 }, lane, fill);
}

/** An iterator in a client's hands: a token whose face empties until it expires. */
function drawToken(pen: Pen, token: IteratorToken, x: number, top: number, lane: Rect): void {
  const { colours } = pen;
  const { iteratorType, state, leftMs, ageMs } = token;
  const fill = state === 'valid' ? colours.ink : state === 'ended' ? colours.muted : colours.bad;
  pen.group({ transform: `translate(${x} ${top + 8})`, stroke: fill, 'stroke-width': 1.3 }, () => {
    pen.circle(0, 0, FACE, { fill: 'none' });
    if (state === 'valid') pen.path(sector(leftMs / (leftMs + ageMs)), { fill, stroke: 'none' });
    if (state === 'expired') pen.path('M-3.4-3.4 3.4 3.4M3.4-3.4-3.4 3.4', {});
  });
  const said = state === 'valid' ? words.tokenLeft(spanText(leftMs)) : words.tokenStates[state];
  const texts = [`${words.client} · ${iteratorType} · ${said}`, `${iteratorType} · ${said}`, said];
  drawFlagWords(pen, texts, { x, y: top + 8 }, lane, fill);
}

function drawFlagWords(
  pen: Pen,
  texts: readonly string[],
  tip: { x: number; y: number },
  lane: Rect,
  fill: string,
): void {
  const { text, side, room } = flagWords(tip.x - lane.x, texts, lane.width);
  const look = { weight: 500, fill, room };
  if (side === 'right') pen.text(tip.x + FLAG_WORDS_GAP, tip.y, text, look);
  else pen.text(tip.x - FLAG_WORDS_GAP, tip.y, text, { ...look, anchor: 'end' });
}
