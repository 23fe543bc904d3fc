/**
 * A lab in a link: which lab, which seed, and what was done in it, in the fragment of an address,
 * where no server sees it. Rule: [L20] in SPEC.md.
 *
 *     link=1.3f9a01c2.rVJNb9swDP0rhE4bIC…
 *          │ │        └ JSON, deflated, base64url
 *          │ └ the first digits of the SHA-256 of those letters
 *          └ the form of what follows; later forms get another number, and this one is read for ever
 *
 * Instant, speed and view stand beside it as parameters that people can read and change.
 */
import { type PlacedCard, soundLayout } from '../layout.ts';
import type { GivenCommand } from '../writing/writeLab.ts';
import { MOST_BYTES, MOST_COMMANDS, type WrittenCommand, writtenCommands } from './linkCommands.ts';
import { checksum, pack, unpack } from './linkText.ts';
import { linkWords } from './linkWords.ts';

/** A built-in lab by its name, with what its text was; any other by its text. */
export type LinkedLab = { id: string; textChecksum: string } | { text: string };

export interface LabLink {
  lab: LinkedLab;
  /** Where it is not the lab's own. */
  seed?: number;
  /** What was done, in milliseconds since the lab's first instant. */
  commands: readonly GivenCommand[];
  /** Where its cards have been put, if it is a built-in one; a text says so itself. */
  layout?: readonly PlacedCard[];
  /** The engine that made it: another one's rules may lead to another history. */
  engineVersion: string;
}

export type LinkReading = { ok: true; link: LabLink } | { ok: false; error: string };

const FORM = 1;
/** Letters of the longest link that is read: what browsers carry in an address. */
export const MOST_LETTERS = 64_000;
/** Links up to this length pass through every chat, mail and card. */
export const SHORT_LINK = 2_000;
const MOST_DEPTH = 64;
const MOST_SEED = 0xffff_ffff;
/** A lab runs for at most 400 days. */
const MOST_AT_MS = 400 * 86_400_000;
const DANGEROUS_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** The JSON inside, its names as short as they can be read. */
interface Written {
  /** Engine. */
  e: string;
  /** A built-in lab and its text's checksum, or a lab file's text. */
  l: [id: string, textChecksum: string] | string;
  s?: number;
  /** Moved cards. */
  p?: [card: string, of: string, left: number, top: number][];
  /** Commands, each some milliseconds after the one before. */
  c?: WrittenCommand[];
}

/** The value of a link's `link` parameter. */
export function encodeLink({ commands, ...link }: LabLink): Promise<string> {
  return encodeWritten(link, JSON.stringify(writtenCommands(commands)));
}

/**
 * The same of commands that are written already.
 * @param json of `WrittenCommand`s.
 */
export async function encodeWritten(
  { lab, seed, layout = [], engineVersion }: Omit<LabLink, 'commands'>,
  json: string,
): Promise<string> {
  const written: Written = {
    e: engineVersion,
    l: 'text' in lab ? lab.text : [lab.id, lab.textChecksum],
    ...(seed !== undefined && { s: seed }),
    ...(layout.length > 0 && { p: layout.map(({ card, of, left, top }) => [card, of, left, top]) }),
  };
  const text = JSON.stringify(written);
  const letters = await pack(json === '[]' ? text : `${text.slice(0, -1)},"c":${json}}`);
  return `${FORM}.${checksum(letters)}.${letters}`;
}

/** Reads a `link` parameter. Never throws: what is wrong with it is a sentence in `error`. */
export async function decodeLink(text: string): Promise<LinkReading> {
  const refuse = (error: string): LinkReading => ({ ok: false, error });
  if (text.length > MOST_LETTERS) return refuse(linkWords.tooLong(MOST_LETTERS));
  const parts = /^(\d{1,4})\.([0-9a-f]{8})\.(.*)$/su.exec(text.trim());
  if (parts === null) return refuse(linkWords.noLink);
  const [, form, sum, letters] = parts as unknown as [string, string, string, string];
  if (Number(form) !== FORM) return refuse(linkWords.otherForm(Number(form), FORM));
  if (checksum(letters) !== sum) return refuse(linkWords.damaged);
  const unpacked = await unpack(letters, MOST_BYTES);
  if (unpacked === 'tooLarge') return refuse(linkWords.tooLarge(MOST_BYTES));
  if (unpacked === 'broken') return refuse(linkWords.damaged);
  if (depthOf(unpacked.text) > MOST_DEPTH) return refuse(linkWords.tooDeep(MOST_DEPTH));
  try {
    return readWritten(JSON.parse(unpacked.text, refuseDangerous));
  } catch (error) {
    return refuse(
      error instanceof DangerousKey ? linkWords.dangerous(error.key) : linkWords.foreign,
    );
  }
}

class DangerousKey extends Error {
  readonly key: string;

  constructor(key: string) {
    super(key);
    this.key = key;
  }
}

function refuseDangerous(key: string, value: unknown): unknown {
  if (DANGEROUS_KEYS.has(key)) throw new DangerousKey(key);
  return value;
}

/** How deep brackets are nested, counting those in texts too: no link needs so many. */
function depthOf(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++open);
    else if (character === ']' || character === '}') open--;
  }
  return deepest;
}

function readWritten(written: unknown): LinkReading {
  const foreign: LinkReading = { ok: false, error: linkWords.foreign };
  if (!isObject(written)) return foreign;
  const { e, l, s, p, c = [] } = written;
  const lab = labOf(l);
  if (typeof e !== 'string' || e.length > 20 || lab === undefined) return foreign;
  if (s !== undefined && !isWhole(s, MOST_SEED)) return foreign;
  if (!Array.isArray(c)) return foreign;
  if (c.length > MOST_COMMANDS) return { ok: false, error: linkWords.tooMany(MOST_COMMANDS) };
  const commands: GivenCommand[] = [];
  let atMs = 0;
  for (const each of c) {
    if (!isCommand(each)) return foreign;
    const [afterMs, call, input, immediate] = each;
    atMs = Math.round((atMs + afterMs) * 1_000) / 1_000;
    if (!(atMs >= 0 && atMs <= MOST_AT_MS)) return foreign;
    commands.push({ atMs, command: { call, input, ...(immediate === 1 && { immediate: true }) } });
  }
  const layout = soundLayout(Array.isArray(p) ? p.map(placedCard) : []);
  const more = { ...(s !== undefined && { seed: s }), ...(layout.length > 0 && { layout }) };
  const link: LabLink = { lab, commands, engineVersion: e, ...more };
  return { ok: true, link };
}

function labOf(written: unknown): LinkedLab | undefined {
  if (typeof written === 'string') return { text: written };
  if (!Array.isArray(written)) return undefined;
  const [id, textChecksum] = written as unknown[];
  const isNamed = typeof id === 'string' && /^[a-z][a-z0-9-]{0,40}$/u.test(id);
  return isNamed && typeof textChecksum === 'string' ? { id, textChecksum } : undefined;
}

function placedCard(written: unknown): unknown {
  const [card, of, left, top] = Array.isArray(written) ? written : [];
  return { card, of, left, top };
}

type ReadCommand = [number, string, Record<string, unknown>, unknown?];

function isCommand(written: unknown): written is ReadCommand {
  if (!Array.isArray(written)) return false;
  const [afterMs, call, input] = written as unknown[];
  return Number.isFinite(afterMs) && typeof call === 'string' && isObject(input);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWhole = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
