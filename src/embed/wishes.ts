/**
 * What an embed is asked to show, by the parameters of its address:
 *
 *     embed.html?lab=orders&seed=7&at=12s&speed=0.1&autoplay&controls=minimal&theme=dark
 *               &focus=OrderProcessor&compare=polling&start=click&parent=https://docs.example.com
 *
 * or after a `#`, where no server sees them; `link=…` holds a lab with what was done in it, and
 * `lesson=…&step=2` is a lesson.
 */
import { parseDuration } from '../lab/duration.ts';
import { embedWords as words } from './embedWords.ts';

export const CONTROLS = ['none', 'minimal', 'full'] as const;
export type Controls = (typeof CONTROLS)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** When the picture comes to life: as it is scrolled near, or at a click. */
export const STARTS = ['near', 'click'] as const;
export type Start = (typeof STARTS)[number];

export interface EmbedWishes {
  lab: string;
  link?: string;
  /** A lesson, from one of its steps on, counted from 1; it brings its own lab. */
  lesson?: { id: string; step: number };
  seed?: number;
  atMs?: number;
  speed?: number;
  autoplay: boolean;
  controls: Controls;
  theme: Theme;
  start: Start;
  /** Logical id of what is shown, with its neighbours; all where it is absent. */
  focus?: string;
  /** With a polling scan beside whatever the lab has. */
  compare: boolean;
  /** The only origin that messages are taken from and sent to; none without it. */
  parent?: string;
  /** A sentence for each parameter that could not be understood. */
  complaints: string[];
}

const MOST_SEED = 0xffff_ffff;
const MOST_AT_MS = 400 * 86_400_000;
const SPEED = { least: 0.02, most: 100_000 } as const;

type Read = <T>(
  name: string,
  accepted: string,
  parse: (text: string) => T | undefined,
) => T | undefined;

/** Reads `location.search` and `location.hash`; the fragment wins. Never throws. */
export function readWishes(search: string, hash: string): EmbedWishes {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/u, ''))) {
    parameters.set(name, value);
  }
  const complaints: string[] = [];
  const read: Read = (name, accepted, parse) => {
    const text = parameters.get(name);
    if (text === null) return undefined;
    const value = parse(text);
    if (value === undefined) complaints.push(words.badParameter(name, text.slice(0, 40), accepted));
    return value;
  };
  const link = parameters.get('link') ?? undefined;
  const step = read('step', 'the number of a step, from 1', stepOf) ?? 1;
  const chosen = {
    lesson: read('lesson', 'the name of a lesson', (text) =>
      labOf(text) === undefined ? undefined : { id: text, step },
    ),
    seed: read('seed', `a whole number from 0 to ${MOST_SEED}`, seedOf),
    atMs: read('at', 'a time such as 12s, 10m or 24h', timeOf),
    speed: read('speed', `a number from ${SPEED.least} to ${SPEED.most}`, speedOf),
    focus: read('focus', 'a logical id of the lab', (text) =>
      /^[A-Za-z0-9]{1,255}$/u.test(text) ? text : undefined,
    ),
    parent: read('parent', 'an origin such as https://docs.example.com', originOf),
    link,
  };
  return {
    lab: read('lab', 'the name of a lab', labOf) ?? 'orders',
    autoplay: read('autoplay', 'true or false', truthOf) ?? false,
    controls: read('controls', CONTROLS.join(', '), oneOf(CONTROLS)) ?? 'minimal',
    theme: read('theme', THEMES.join(', '), oneOf(THEMES)) ?? 'auto',
    start: read('start', STARTS.join(', '), oneOf(STARTS)) ?? 'near',
    compare: read('compare', 'polling', oneOf(['polling'] as const)) !== undefined,
    ...withoutAbsent(chosen),
    complaints,
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const withoutAbsent = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Present<T>;

const labOf = (text: string): string | undefined =>
  /^[a-z][a-z0-9-]{0,40}$/u.test(text) ? text : undefined;

function stepOf(text: string): number | undefined {
  return /^[1-9]\d{0,2}$/u.test(text) ? Number(text) : undefined;
}

export function seedOf(text: string): number | undefined {
  const seed = /^\d{1,10}$/u.test(text) ? Number(text) : Number.NaN;
  return seed <= MOST_SEED ? seed : undefined;
}

/** Milliseconds. */
export function timeOf(text: string): number | undefined {
  const ms = parseDuration(text);
  return ms !== undefined && ms <= MOST_AT_MS ? ms : undefined;
}

export function speedOf(text: string): number | undefined {
  const speed = /^\d{1,6}(\.\d{1,6})?$/u.test(text) ? Number(text) : Number.NaN;
  return speed >= SPEED.least && speed <= SPEED.most ? speed : undefined;
}

function truthOf(text: string): boolean | undefined {
  if (text === '' || text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | undefined =>
    values.find((value) => value === text);

/** An origin, exactly as browsers write it; undefined for anything else, `null` and `*` among it. */
export function originOf(text: string): string | undefined {
  if (!/^https?:\/\/[^/?#]+$/u.test(text)) return undefined;
  try {
    return new URL(text).origin === text ? text : undefined;
  } catch {
    return undefined;
  }
}
