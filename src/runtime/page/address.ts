/**
 * What the page's address asks for: `?lab=orders&seed=7&at=12s&speed=0.1&autoplay`, or after a `#`;
 * `link=…` stands for a lab with what was done in it, `lesson=…&step=2` for a lesson, which `present` shows to a class,
 * `practice=…` for a question.
 */
import { builtInLab } from '../../lab/builtIn/index.ts';
import { words } from '../words.ts';
import { clampedSpeed, SPEED_LEAST, SPEED_MOST } from './playhead.ts';

export interface AddressWishes {
  lab: string;
  /** A whole lab, still to be read; it takes the place of `lab`. */
  link?: string;
  /** A lesson to be taken, from a step on (from 1); it brings its own lab. */
  lesson?: { id: string; step: number; isPresented?: true };
  /** A lesson whose text is in the address; it brings its own lab, too. */
  written?: WrittenWish;
  /** A question of the exam practice; it brings its own lab, too. */
  practice?: string;
  seed?: number;
  /** Microseconds. */
  at?: number;
  speed?: number;
  autoplay: boolean;
  /** A sentence for each part that could not be understood. */
  complaints: string[];
}

/** The `written` parameter, still to be read, and the step to begin with, from 1. */
export interface WrittenWish {
  link: string;
  step: number;
}

const DEFAULT_LAB = 'orders';
const MOST_SEED = 2 ** 31 - 1;
/** A lab runs for at most 400 days. */
const MOST_AT = 400 * 86_400 * 1e6;
const UNITS_US: Record<string, number> = { ms: 1e3, s: 1e6, m: 60e6, h: 3_600e6, d: 86_400e6 };

/** Reads `location.search` and `location.hash`; the fragment wins. */
export function readAddress(search: string, hash: string): AddressWishes {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    parameters.set(name, value);
  }
  const complaints: string[] = [];
  const read = <T>(name: string, accepted: string, parse: (value: string) => T | undefined) => {
    const value = parameters.get(name);
    if (value === null) return undefined;
    const parsed = parse(value);
    if (parsed === undefined) {
      complaints.push(words.badParameter(name, value.slice(0, 40), accepted));
    }
    return parsed;
  };
  const lab = read('lab', 'the name of a lab', (value) => (isName(value) ? value : undefined));
  const seed = read('seed', `a whole number from 0 to ${MOST_SEED}`, wholeNumber);
  const at = read('at', 'a time such as 12s, 10m or 24h', span);
  const speed = read('speed', `a number from ${SPEED_LEAST} to ${SPEED_MOST}`, speedOf);
  const link = parameters.get('link') ?? undefined;
  const step = read(
    'step',
    'the number of a step, from 1',
    (value) => wholeNumber(value) || undefined,
  );
  const isPresented = read('present', 'true or false', truth) ?? false;
  const written = parameters.get('written');
  const lesson = read('lesson', 'the name of a lesson', (value) =>
    isName(value) ? { id: value, step: step ?? 1, ...(isPresented && { isPresented }) } : undefined,
  );
  const practice = read('practice', 'the name of a question', (value) =>
    isName(value) ? value : undefined,
  );
  const autoplay = read('autoplay', 'true or false', truth);
  return {
    lab: lab ?? DEFAULT_LAB,
    ...(link === undefined ? {} : { link }),
    ...(lesson === undefined ? {} : { lesson }),
    ...(written === null ? {} : { written: { link: written, step: step ?? 1 } }),
    ...(practice === undefined ? {} : { practice }),
    ...(seed === undefined ? {} : { seed }),
    ...(at === undefined ? {} : { at }),
    ...(speed === undefined ? {} : { speed }),
    autoplay:
      autoplay ?? (at === undefined && builtInLab(lab ?? DEFAULT_LAB)?.opensPaused !== true),
    complaints,
  };
}

const isName = (value: string): boolean => /^[a-z][a-z0-9-]{0,40}$/.test(value);

function wholeNumber(value: string): number | undefined {
  if (!/^\d{1,10}$/.test(value)) return undefined;
  const number = Number(value);
  return number <= MOST_SEED ? number : undefined;
}

function span(value: string): number | undefined {
  const match = /^(\d{1,12}(?:\.\d{1,6})?)(ms|s|m|h|d)$/.exec(value);
  if (match === null) return undefined;
  const us = Math.round(Number(match[1]) * UNITS_US[match[2]!]!);
  return us <= MOST_AT ? us : undefined;
}

function speedOf(value: string): number | undefined {
  const speed = /^\d{1,6}(\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN;
  return clampedSpeed(speed) === speed ? speed : undefined;
}

function truth(value: string): boolean | undefined {
  if (value === '' || value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : undefined;
}
