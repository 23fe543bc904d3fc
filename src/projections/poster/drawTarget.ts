/** Where changes end, and what watches them, in the still picture: targets and alarms. */

import type { CardBox } from '../geometry/cardBox.ts';
import { TARGET } from '../geometry/measures.ts';
import { ARRIVAL_HEIGHT, ARRIVAL_PITCH, arrivalsShown, arrivalTexts } from '../scene/cardParts.ts';
import type { AlarmCard, TargetCard } from '../scene/scene.ts';
import { stageWords as words } from '../words/stageWords.ts';
import { bodyTop, drawFrame, textLeft, textRight } from './drawFrame.ts';
import { drawGlyph } from './drawGlyph.ts';
import type { Pen } from './pen.ts';
import { toneColour } from './posterColours.ts';
import { textWidth } from './textWidth.ts';

export function drawTarget(pen: Pen, card: TargetCard, box: CardBox): void {
  const { colours } = pen;
  drawFrame(pen, box, { kicker: words.targetKinds[card.kind] ?? card.kind, title: card.title });
  const left = textLeft(box);
  const end = textRight(box);
  const room = end - left;
  let y = bodyTop(box);
  pen.text(left, y + 9.5, card.line, { size: 13, room });
  y += 19;
  pen.text(left, y + 9, card.status, { fill: toneColour(colours, card.tone), room });
  y += 18;
  const { rules, lines, spelled, shown } = arrivalsShown(card, box.rect);
  for (const { name, matched } of rules) {
    const text = words.matched(matched);
    pen.text(end, y + 9, text, { fill: colours.muted, anchor: 'end' });
    pen.text(left, y + 9, name, { room: room - textWidth(text, 12) - 6 });
    y += TARGET.ruleHeight;
  }
  const documents = (card.documents ?? []).slice(0, lines);
  for (const [i, { text }] of documents.entries()) {
    drawDocument(pen, text, { x: left, y: y + 3 + i * ARRIVAL_HEIGHT + 11, room });
  }
  y += (documents.length > 0 ? 3 + documents.length * ARRIVAL_HEIGHT : 0) + (spelled ? 4 : 3);
  drawArrivals(pen, card.latest.slice(0, shown), spelled, { x: left, y: y + 11, room });
}

interface Place {
  x: number;
  y: number;
  room: number;
}

function drawArrivals(
  pen: Pen,
  arrivals: TargetCard['latest'],
  spelled: boolean,
  { x, y, room }: Place,
): void {
  for (const [i, arrival] of arrivals.entries()) {
    const middleX = x + 8 + (spelled ? 0 : i * ARRIVAL_PITCH);
    const middleY = y + (spelled ? i * ARRIVAL_HEIGHT : 0);
    drawGlyph(pen, arrival.mark, middleX, middleY, 9);
    if (!spelled) continue;
    const { item, done } = arrivalTexts(arrival);
    const textX = x + 21;
    const textRoom = room - 21;
    const fill = pen.colours.muted;
    const full = done === '' ? item : `${item} ${done}`;
    const isWhole = textWidth(full, 12) <= textRoom;
    pen.text(textX, middleY, isWhole ? full : item, { fill, room: textRoom });
  }
}

function drawDocument(pen: Pen, text: string, { x, y, room }: Place): void {
  const { muted } = pen.colours;
  const sheet = `M${x + 0.75} ${y - 5.75}h5l3.5 3.5v8h-8.5Z`;
  pen.path(sheet, { fill: 'none', stroke: muted, 'stroke-width': 1.5 });
  pen.text(x + 15, y, text, { room: room - 15 });
}

const MOST_POINTS = 10;

export function drawAlarm(pen: Pen, card: AlarmCard, box: CardBox): void {
  const { colours } = pen;
  drawFrame(pen, box, { kicker: words.alarm, title: card.title });
  const left = textLeft(box);
  const room = textRight(box) - left;
  const y = bodyTop(box);
  const isAlarm = card.state === 'ALARM';
  const plate = { x: left, y, width: textWidth(card.state, 12, true) + 12, height: 18 };
  pen.rect(plate, { rx: 4, fill: isAlarm ? colours['bad-wash'] : colours.lane });
  const fill = isAlarm ? colours.bad : card.state === 'OK' ? colours.good : colours.muted;
  pen.text(left + 6, y + 9, card.state, { weight: 600, fill });
  const points = card.points.slice(-MOST_POINTS);
  for (const [i, { value, breaches }] of points.entries()) {
    const x = textRight(box) - (points.length - i) * 11 + 3;
    if (breaches) pen.rect({ x, y: y + 5, width: 8, height: 8 }, { rx: 1, fill: colours.bad });
    else if (value === null) {
      const ring = { fill: 'none', stroke: colours['line-strong'], 'stroke-width': 1.5 };
      pen.circle(x + 4, y + 9, 3.25, ring);
    } else pen.circle(x + 4, y + 9, 4, { fill: colours.good });
  }
  pen.text(left, y + 27, card.condition, { room });
  pen.text(left, y + 45, card.evaluation, { fill: colours.muted, room });
}
