/** What every card has: its paper, the small capitals, the title, and words at the right. */
import type { CardBox } from '../geometry/cardBox.ts';
import { CARD } from '../geometry/measures.ts';
import { right } from '../geometry/rect.ts';
import type { Pen } from './pen.ts';
import { textWidth } from './textWidth.ts';

export interface FrameWords {
  kicker: string;
  title: string;
  detail?: string | undefined;
  aside?: string | undefined;
  /** Pixels at the right of the title that something else takes. */
  taken?: number;
}

/** Where the words of a card begin, and where they end. */
export const textLeft = ({ rect }: CardBox): number => rect.x + 1 + CARD.padding;
export const textRight = ({ rect }: CardBox): number => right(rect) - 1 - CARD.padding;
/** Top of what is under the header. */
export const bodyTop = ({ rect }: CardBox): number => rect.y + 1 + CARD.headerHeight;

export function drawFrame(pen: Pen, box: CardBox, words: FrameWords): void {
  const { colours } = pen;
  const { x, y, width, height } = box.rect;
  pen.rect(
    { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 },
    { rx: 9.5, fill: colours.card, stroke: colours.line },
  );
  const left = textLeft(box);
  const end = textRight(box);
  const aside = words.aside ?? '';
  if (aside !== '') pen.text(end, y + 18, aside, { fill: colours.muted, anchor: 'end' });
  const asideRoom = aside === '' ? 0 : textWidth(aside, 12) + 8;
  pen.text(left, y + 18, words.kicker, {
    size: 11,
    weight: 500,
    kicker: true,
    fill: colours.muted,
    room: end - left - asideRoom,
  });
  const detail = words.detail ?? '';
  const detailRoom = Math.min((end - left) * 0.75, textWidth(detail, 12));
  if (detail !== '') {
    pen.text(end, y + 37, detail, { fill: colours.muted, anchor: 'end', room: detailRoom + 1 });
  }
  const taken = Math.max(words.taken ?? 0, detail === '' ? 0 : detailRoom + 8);
  pen.text(left, y + 36, words.title, { size: 15, weight: 600, room: end - left - taken });
}
