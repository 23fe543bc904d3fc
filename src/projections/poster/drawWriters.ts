/** Who writes to the table, in the still picture: the buttons as they stand, and what was written. */
import type { CardBox } from '../geometry/cardBox.ts';
import { WRITERS } from '../geometry/measures.ts';
import type { Rect } from '../geometry/rect.ts';
import type { WritersCard } from '../scene/scene.ts';
import { stageWords as words } from '../words/stageWords.ts';
import { bodyTop, drawFrame, textLeft, textRight } from './drawFrame.ts';
import type { Pen } from './pen.ts';
import { textWidth } from './textWidth.ts';

const BUTTON = { height: 30, gap: 8 } as const;

interface Button {
  text: string;
  look: 'primary' | 'plain' | 'pressed';
}

export function drawWriters(pen: Pen, card: WritersCard, box: CardBox, hasButtons: boolean): void {
  drawFrame(pen, box, { kicker: words.writers, title: card.title });
  const isOn = card.trafficPerSecond > 0;
  const buttons: Button[] = [
    { text: words.putItem, look: 'primary' },
    { text: words.updateTenTimes, look: 'plain' },
    { text: words.burst, look: 'plain' },
    { text: words.traffic(card.trafficPerSecond), look: isOn ? 'pressed' : 'plain' },
  ];
  const rates = [words.written(card.written), words.perSecond(card.writesPerSecond)];
  if (!hasButtons) drawRates(pen, box, isOn ? [...rates, buttons.at(-1)!.text] : rates);
  else if (box.rect.height === WRITERS.phoneHeight) drawTwoByTwo(pen, box, buttons, rates);
  else if (box.rect.height <= WRITERS.stripHeight) drawAcross(pen, box, buttons, rates);
  else drawDownwards(pen, box, buttons, rates);
}

/** What is written, without the buttons that write. */
function drawRates(pen: Pen, box: CardBox, rates: string[]): void {
  const isStrip = box.rect.height <= WRITERS.stripHeight;
  const look = { fill: pen.colours.muted, size: 13, anchor: isStrip ? 'end' : 'start' } as const;
  const x = isStrip ? textRight(box) : textLeft(box);
  const y = isStrip ? box.rect.y + 13 : bodyTop(box) + 12;
  for (const [i, text] of rates.entries()) pen.text(x, y + i * (isStrip ? 17 : 20), text, look);
}

function drawDownwards(pen: Pen, box: CardBox, buttons: Button[], rates: string[]): void {
  const x = textLeft(box);
  const width = textRight(box) - x;
  let y = bodyTop(box) + 4;
  for (const button of buttons) {
    drawButton(pen, button, { x, y, width, height: BUTTON.height });
    y += BUTTON.height + BUTTON.gap;
  }
  for (const [i, text] of rates.entries()) {
    pen.text(x, y + 10 + i * 16, text, { fill: pen.colours.muted });
  }
}

function drawAcross(pen: Pen, box: CardBox, buttons: Button[], rates: string[]): void {
  const left = textLeft(box) + 116;
  const end = textRight(box);
  const ratesWidth = Math.max(...rates.map((text) => textWidth(text, 12))) + 12;
  const width = (end - ratesWidth - left - 3 * BUTTON.gap) / buttons.length;
  const y = box.rect.y + (box.rect.height - BUTTON.height) / 2;
  for (const [i, button] of buttons.entries()) {
    drawButton(pen, button, {
      x: left + i * (width + BUTTON.gap),
      y,
      width,
      height: BUTTON.height,
    });
  }
  for (const [i, text] of rates.entries()) {
    pen.text(end, y + 7 + i * 16, text, { fill: pen.colours.muted, anchor: 'end' });
  }
}

function drawTwoByTwo(pen: Pen, box: CardBox, buttons: Button[], rates: string[]): void {
  const left = textLeft(box);
  const end = textRight(box);
  const size = { width: (end - left - BUTTON.gap) / 2, height: 42 };
  const top = bodyTop(box) + 8;
  for (const [i, text] of rates.entries()) {
    pen.text(end, box.rect.y + 21 + i * 17, text, { fill: pen.colours.muted, anchor: 'end' });
  }
  for (const [i, button] of buttons.entries()) {
    const x = left + (i % 2) * (size.width + BUTTON.gap);
    const y = top + Math.floor(i / 2) * (size.height + BUTTON.gap);
    drawButton(pen, button, { x, y, ...size });
  }
}

function drawButton(pen: Pen, { text, look }: Button, rect: Rect): void {
  const { colours } = pen;
  const { x, y, width, height } = rect;
  const [fill, stroke, ink] = {
    primary: [colours.accent, colours.accent, colours['on-accent']],
    plain: [colours.lane, colours.line, colours.ink],
    pressed: [colours.card, colours.accent, colours.accent],
  }[look] as [string, string, string];
  const edge = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
  pen.rect(edge, { rx: 5.5, fill, stroke });
  const room = width - 6;
  pen.text(x + width / 2, y + height / 2, text, { size: 13, anchor: 'middle', fill: ink, room });
}
