/**
 * The colours of the still picture: those of `view/theme/tokens.css`, which a picture that stands
 * alone cannot read. A test holds the two together.
 */
import { itemHue } from '../scene/itemHue.ts';

export type PosterTheme = 'light' | 'dark';

export interface PosterColours {
  ground: string;
  card: string;
  lane: string;
  line: string;
  'line-strong': string;
  ink: string;
  muted: string;
  accent: string;
  'on-accent': string;
  bad: string;
  'bad-wash': string;
  behind: string;
  'behind-fill': string;
  good: string;
  hatch: string;
  items: readonly string[];
}

export const posterColours: Record<PosterTheme, PosterColours> = {
  light: {
    ground: '#f6f4ef',
    card: '#ffffff',
    lane: '#f3f0e8',
    line: '#d9d4c8',
    'line-strong': '#bdb6a5',
    ink: '#1d2330',
    muted: '#5f6570',
    accent: '#2456c7',
    'on-accent': '#ffffff',
    bad: '#b83227',
    'bad-wash': '#fbecea',
    behind: '#8f5a0b',
    'behind-fill': '#b7791f',
    good: '#27734a',
    hatch: '#d8bcae',
    items: ['#2f6fd0', '#c9711b', '#23875a', '#7a4fc9', '#c2446d', '#12808f', '#7c8519', '#8a5a3c'],
  },
  dark: {
    ground: '#0f1319',
    card: '#171c25',
    lane: '#1d2430',
    line: '#2c3442',
    'line-strong': '#465165',
    ink: '#e9ecf2',
    muted: '#98a1b1',
    accent: '#7fa6ff',
    'on-accent': '#0f1319',
    bad: '#ff7a6b',
    'bad-wash': '#33201f',
    behind: '#f0b655',
    'behind-fill': '#f0b655',
    good: '#5fc793',
    hatch: '#57403d',
    items: ['#79a8ff', '#f0a35a', '#58c795', '#b294ff', '#f285a8', '#4cc3d2', '#c3cc54', '#cf9d7b'],
  },
};

export const itemColour = (colours: PosterColours, item: number): string =>
  colours.items[itemHue(item)] ?? colours.ink;

/** A status line's colour by its tone. */
export function toneColour(
  colours: PosterColours,
  tone: 'good' | 'behind' | 'bad' | 'plain',
): string {
  return tone === 'plain' ? colours.muted : colours[tone];
}

/** A part of one colour, the rest of another, as `color-mix(in srgb, …)` would have it. */
export function mixed(colour: string, part: number, other: string): string {
  const channel = (hex: string, i: number): number =>
    Number.parseInt(hex.slice(1 + i * 2, 3 + i * 2), 16);
  const parts = [0, 1, 2].map((i) =>
    Math.round(channel(colour, i) * part + channel(other, i) * (1 - part))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}
