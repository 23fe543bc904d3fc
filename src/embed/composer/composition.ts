/** What is being composed, in the address of the page: the embed's own parameters, and its size. */
import { durationText } from '../../lab/duration.ts';
import { type EmbedWishes, readWishes } from '../wishes.ts';
import { type EmbedChoices, wishesOf } from './embedCode.ts';

export const SIZES = {
  width: { least: 280, most: 4_000 },
  height: { least: 200, most: 2_000, usual: 640 },
} as const;

/** @param hash of the page's address, such as `#lab=orders&at=12s&height=500`. */
export function readComposition(hash: string): { choices: EmbedChoices; complaints: string[] } {
  const wishes = readWishes('', hash);
  const size = new URLSearchParams(hash.replace(/^#/u, ''));
  const { atMs, seed, speed, focus, parent } = wishes;
  const { controls, theme, start, autoplay, compare, complaints } = wishes;
  return {
    choices: {
      ...{ controls, theme, start, autoplay, compare },
      lab: labOf(wishes),
      at: atMs === undefined ? '' : durationText(atMs),
      seed: seed === undefined ? '' : String(seed),
      speed: speed === undefined ? '' : String(speed),
      focus: focus ?? '',
      parent: parent ?? '',
      width: within(size.get('width'), SIZES.width.most, 0),
      height: within(size.get('height'), SIZES.height.most, SIZES.height.usual),
    },
    complaints,
  };
}

function labOf({ link, lesson, lab }: EmbedWishes): EmbedChoices['lab'] {
  if (lesson !== undefined) return { lesson: lesson.id, step: lesson.step };
  return link === undefined ? { id: lab } : { link };
}

export function compositionHash(choices: EmbedChoices): string {
  const { width, height } = choices;
  const size = {
    ...(width > 0 && { width: String(width) }),
    ...(height !== SIZES.height.usual && { height: String(height) }),
  };
  return `#${new URLSearchParams({ ...wishesOf(choices), ...size })}`;
}

/** Pixels as somebody has typed them. */
export function within(text: string | null, most: number, otherwise: number): number {
  const pixels = Number(text);
  if (text === null || text === '' || !Number.isFinite(pixels)) return otherwise;
  return Math.min(most, Math.max(0, Math.round(pixels)));
}
