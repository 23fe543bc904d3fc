/**
 * Writes SVG: shapes and texts with attributes, and nothing else. No style sheet and no script, so
 * that a picture is allowed wherever pictures are. Whatever comes from a lab passes through
 * {@link escaped}.
 */
import type { Rect } from '../geometry/rect.ts';
import type { PosterColours } from './posterColours.ts';
import { cutText, monoWidth, textWidth } from './textWidth.ts';

export type Attributes = Record<string, string | number | undefined>;

export interface TextLook {
  size?: number;
  weight?: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  mono?: boolean;
  /** Cut off beyond so many pixels. */
  room?: number;
  /** Small capitals over a heading. */
  kicker?: boolean;
  /** The colour of a rim around the letters, where they stand over something. */
  rim?: string;
}

const MONO = "'JetBrains Mono Variable','JetBrains Mono',ui-monospace,monospace";

export class Pen {
  readonly colours: PosterColours;
  private readonly parts: string[] = [];

  constructor(colours: PosterColours) {
    this.colours = colours;
  }

  /** An element, with its content where it has any. */
  element(name: string, attributes: Attributes, content = ''): void {
    const written = attributesText(attributes);
    this.parts.push(
      content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`,
    );
  }

  group(attributes: Attributes, draw: () => void): void {
    this.parts.push(`<g${attributesText(attributes)}>`);
    draw();
    this.parts.push('</g>');
  }

  rect({ x, y, width, height }: Rect, look: Attributes): void {
    this.element('rect', { x, y, width: Math.max(0, width), height: Math.max(0, height), ...look });
  }

  path(d: string, look: Attributes): void {
    this.element('path', { d, ...look });
  }

  circle(cx: number, cy: number, r: number, look: Attributes): void {
    this.element('circle', { cx, cy, r, ...look });
  }

  /** @param middleY of the line that the text stands in. @returns its width, about. */
  text(x: number, middleY: number, text: string, look: TextLook = {}): number {
    const { size = 12, weight = 400, mono = false, room, kicker = false } = look;
    const letters = kicker ? text.toUpperCase() : text;
    const width = (part: string): number =>
      mono
        ? monoWidth(part, size)
        : textWidth(part, size, weight >= 600) + (kicker ? part.length * size * 0.08 : 0);
    const shown = room === undefined ? letters : cutText(letters, room, width);
    if (shown === '') return 0;
    this.element(
      'text',
      {
        x,
        y: middleY + size * 0.36,
        'font-size': size === 12 ? undefined : size,
        'font-weight': weight === 400 ? undefined : weight,
        'font-family': mono ? MONO : undefined,
        'letter-spacing': kicker ? '.08em' : undefined,
        'text-anchor': look.anchor === 'start' ? undefined : look.anchor,
        fill: look.fill ?? this.colours.ink,
        ...(look.rim === undefined
          ? {}
          : {
              stroke: look.rim,
              'stroke-width': 3,
              'stroke-linejoin': 'round',
              'paint-order': 'stroke',
            }),
      },
      escaped(shown),
    );
    return width(shown);
  }

  /** All that was drawn. */
  toString(): string {
    return this.parts.join('');
  }
}

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => ` ${name}="${typeof value === 'number' ? short(value) : escaped(value!)}"`,
    )
    .join('');

/** A number with at most two places behind the point. */
export const short = (number: number): string => String(Math.round(number * 100) / 100);

/** Text as XML takes it; control characters, which XML cannot hold at all, are left out. */
export function escaped(text: string): string {
  let result = '';
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (isForbidden(code)) continue;
    result += entities[letter] ?? letter;
  }
  return result;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  (code & 0xfffe) === 0xfffe;
