/**
 * Records drawn once and stamped many times: a picture for each colour × shape × size, with or
 * without the dashed ring and the label. One stamp for each record is what keeps thousands in motion
 * at 60 frames a second without a GPU.
 */
import { itemHue } from '../../projections/itemHue.ts';
import type { ThemeColours } from '../theme/themeColours.ts';
import type { RecordWords } from './recordWords.ts';
import { type Sprite, SpriteSheets } from './spriteSheets.ts';

/** The part of a mark that its picture shows. */
export interface GlyphLook {
  item: number;
  kind: number;
  duplicate: boolean;
  byTimeToLive?: boolean | undefined;
  /** Read: its colour is mixed with the lane's, but it still covers what lies behind it. */
  pale?: boolean;
}

const LABEL_HEIGHT = 16;
/** Between a glyph and the label at its right. */
const LABEL_GAP = 3;

export class GlyphSprites {
  private readonly colours: ThemeColours;
  private sheets: SpriteSheets;
  private readonly ratio: number;
  private readonly glyphs = new Map<number, Sprite>();
  private readonly labelled = new Map<string, Sprite[]>();
  private readonly words: RecordWords;

  /** @param ratio canvas pixels for each pixel of the stage. */
  constructor(colours: ThemeColours, ratio: number, words: RecordWords) {
    this.colours = colours;
    this.words = words;
    this.ratio = ratio;
    this.sheets = new SpriteSheets(ratio);
  }

  /** A record. @param size diameter of its circle, stage pixels. */
  glyph(look: GlyphLook, size: number): Sprite {
    const key = lookNumber(look) * 64 + size;
    let sprite = this.glyphs.get(key);
    if (sprite === undefined) {
      const side = glyphSide(look, size);
      sprite = this.sheets.draw(side, side, (context) => this.drawGlyph(context, look, size));
      this.glyphs.set(key, sprite);
    }
    return sprite;
  }

  /**
   * A record with its label at its right in one picture, which is symmetrical around the record, so
   * that it is stamped where the record is.
   */
  withLabel(look: GlyphLook, size: number, text: string): Sprite {
    const known = this.labelled.get(text) ?? [];
    const key = lookNumber(look);
    let sprite = known[key];
    if (sprite === undefined) {
      const side = glyphSide(look, size);
      const width = side + LABEL_GAP + this.words.widthOf(text) + 2;
      sprite = this.sheets.draw(width, Math.max(side, LABEL_HEIGHT), (context) => {
        context.translate((side - width) / 2, 0);
        this.drawGlyph(context, look, size);
        const middle = side / 2 + LABEL_GAP + this.words.widthOf(text) / 2;
        this.words.draw(context, text, middle, 0);
      });
      known[key] = sprite;
      this.labelled.set(text, known);
      this.beginAnewWhenFull();
    }
    return sprite;
  }

  /** How far the middle of {@link withLabel} lies to the right of the record. */
  labelledOffset(look: GlyphLook, size: number, sprite: Sprite): number {
    return (sprite.width - glyphSide(look, size)) / 2;
  }

  private beginAnewWhenFull(): void {
    if (!this.sheets.full) return;
    this.sheets = new SpriteSheets(this.ratio);
    this.glyphs.clear();
    this.labelled.clear();
  }

  private drawGlyph(context: CanvasRenderingContext2D, look: GlyphLook, size: number): void {
    const own = this.colours.items[itemHue(look.item)] ?? this.colours.ink;
    const colour =
      look.pale === true ? `color-mix(in srgb, ${own} 36%, ${this.colours.lane})` : own;
    context.strokeStyle = this.colours.lane;
    context.lineWidth = 2.5;
    context.lineJoin = 'round';
    traceShape(context, look.kind, size);
    context.stroke();
    context.strokeStyle = colour;
    context.fillStyle = look.kind === 3 || look.kind === 0 ? this.colours.lane : colour;
    context.fill();
    if (look.kind === 0) drawAnswer(context, size, colour);
    else if (look.byTimeToLive) drawClockSquare(context, size);
    else if (look.kind === 3) drawCrossedSquare(context, size);
    if (!look.duplicate) return;
    context.lineWidth = 1.4;
    context.setLineDash([2.4, 2]);
    context.beginPath();
    context.arc(0, 0, size / 2 + 4.5, 0, Math.PI * 2);
    context.stroke();
  }
}

const lookNumber = ({ item, kind, duplicate, byTimeToLive, pale }: GlyphLook): number =>
  (itemHue(item) * 4 + kind) * 8 +
  (byTimeToLive ? 4 : 0) +
  (duplicate ? 2 : 0) +
  (pale === true ? 1 : 0);

const glyphSide = (look: GlyphLook, size: number): number => size + (look.duplicate ? 14 : 6);

function traceShape(context: CanvasRenderingContext2D, kind: number, size: number): void {
  const r = size / 2;
  context.beginPath();
  if (kind === 1 || kind === 0) {
    context.arc(0, 0, r, 0, Math.PI * 2);
  } else if (kind === 2) {
    const d = r * 1.22;
    context.moveTo(0, -d);
    context.lineTo(d, 0);
    context.lineTo(0, d);
    context.lineTo(-d, 0);
    context.closePath();
  } else {
    context.rect(-r * 0.92, -r * 0.92, r * 1.84, r * 1.84);
  }
}

/** An answer to a read: hollow, with a dot, for it is no record. */
function drawAnswer(context: CanvasRenderingContext2D, size: number, colour: string): void {
  context.lineWidth = 1.8;
  context.stroke();
  context.beginPath();
  context.arc(0, 0, size / 5, 0, Math.PI * 2);
  context.fillStyle = colour;
  context.fill();
}

/** The hands of a clock in place of the cross: the service deleted it, when its time was over. */
function drawClockSquare(context: CanvasRenderingContext2D, size: number): void {
  const r = (size / 2) * 0.86;
  context.lineWidth = 1.6;
  context.lineJoin = 'miter';
  context.strokeRect(-r, -r, r * 2, r * 2);
  context.beginPath();
  context.moveTo(0, -r * 0.62);
  context.lineTo(0, 0);
  context.lineTo(r * 0.5, 0);
  context.stroke();
}

function drawCrossedSquare(context: CanvasRenderingContext2D, size: number): void {
  const r = (size / 2) * 0.86;
  const c = r * 0.52;
  context.lineWidth = 1.6;
  context.lineJoin = 'miter';
  context.strokeRect(-r, -r, r * 2, r * 2);
  context.beginPath();
  context.moveTo(-c, -c);
  context.lineTo(c, c);
  context.moveTo(c, -c);
  context.lineTo(-c, c);
  context.stroke();
}
