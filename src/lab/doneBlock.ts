/**
 * What was done in a lab, where it is much: at the end of an exported file, a command a line, as JSON. The
 * reader of templates takes a thousand times as long for a line, and so has narrower bounds.
 */
import { DATA_BEGIN } from './dataBlock.ts';
import { isMapping } from './intrinsics.ts';
import type { LabError } from './labError.ts';
import { COMMANDS_IN_STEP, type Steps } from './steps.ts';

/** `Done` in `Metadata.Shardscope`, where nothing but `Data` follows it. */
const BEGIN = '\n    Done:\n';
const LINE = '      - ';

/** Bounds of what a file may say was done [L4]. */
export const MAXIMUM_DONE = 100_000;
export const MAXIMUM_DONE_CHARACTERS = 32 * 1_048_576;
/** Of a file with what was done in the lab and its data. */
export const MAXIMUM_EXPORT_BYTES = 64 * 1_048_576;
const MAXIMUM_DONE_VALUES = 4_000_000;
const MAXIMUM_DONE_DEPTH = 64;

const TOO_MUCH = `more is done in the file than it may hold: at most ${MAXIMUM_DONE.toLocaleString('en')} commands in 32 MiB.`;
const AT = 'Metadata.Shardscope.Done';

/** A command as a line tells it: one of the present branch, or with its `Branch` one of another. */
export type DoneLine = Record<string, unknown> & { Branch?: number };

/** @param template its text, ending within `Metadata.Shardscope`. */
export function* withDone(template: string, done: Iterable<DoneLine>): Steps<string> {
  const lines: string[] = [];
  for (const line of done) {
    lines.push(`${LINE}${JSON.stringify(line)}`);
    if (lines.length % COMMANDS_IN_STEP === 0) yield COMMANDS_IN_STEP;
  }
  return `${template.trimEnd()}${BEGIN}${lines.join('\n')}\n`;
}

/** What a file without its data says was done, and the rest of it. */
export interface SplitText {
  rest: string;
  lines: string[];
  /** Of the first one, from 1. */
  firstLine: number;
}

/** @returns null where the file has no such end. */
export function splitDone(text: string): SplitText | null {
  const begin = text.lastIndexOf(BEGIN);
  if (begin < 0) return null;
  const rest = text.slice(0, begin + 1);
  const lines = text
    .slice(begin + BEGIN.length)
    .trimEnd()
    .split(/\r?\n/u);
  if (!lines.every((line) => line.startsWith(LINE))) return null;
  return { rest, lines, firstLine: rest.split('\n').length + 1 };
}

/** How many characters of a file are the template itself. */
export function templateLength(text: string): number {
  const ends = [BEGIN, DATA_BEGIN].map((begin) => text.lastIndexOf(begin));
  return Math.min(text.length, ...ends.filter((end) => end >= 0));
}

/** About how many commands stand at a file's end. */
export function countDone(text: string): number {
  let count = 0;
  const first = text.lastIndexOf(BEGIN);
  for (let at = first; at >= 0; at = text.indexOf(`\n${LINE}`, at + 1)) count++;
  return Math.max(0, count - 1);
}

type Read = { ok: true; lines: DoneLine[] } | { ok: false; errors: LabError[] };

/** Reads the lines, as far as they are plain values; what they mean is not looked at. */
export function* readDone({ lines, firstLine }: SplitText): Steps<Read> {
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  const refused = (i: number, message: string): Read => {
    const path = i < 0 ? AT : `${AT}[${i}]`;
    return { ok: false, errors: [{ path, message, line: firstLine + Math.max(0, i), column: 7 }] };
  };
  if (lines.length > MAXIMUM_DONE || characters > MAXIMUM_DONE_CHARACTERS)
    return refused(-1, TOO_MUCH);
  const read: DoneLine[] = [];
  const values = new Counted();
  for (const [i, line] of lines.entries()) {
    let value: unknown;
    try {
      value = JSON.parse(line.slice(LINE.length));
    } catch {
      return refused(i, 'the line is not a command in JSON.');
    }
    if (!isMapping(value)) return refused(i, 'the line is not a command in JSON.');
    const why = values.whyNot(value);
    if (why !== null) return refused(i, why);
    read.push(value);
    if (i % COMMANDS_IN_STEP === COMMANDS_IN_STEP - 1) yield COMMANDS_IN_STEP;
  }
  return { ok: true, lines: read };
}

/** Counts plain values, and finds those that no command needs. */
class Counted {
  private count = 0;

  whyNot(value: unknown, depth = 0): string | null {
    if (++this.count > MAXIMUM_DONE_VALUES) return TOO_MUCH;
    if (typeof value !== 'object' || value === null) return null;
    if (depth === MAXIMUM_DONE_DEPTH) {
      return `it is nested more than ${MAXIMUM_DONE_DEPTH} levels deep, and no command needs that.`;
    }
    for (const [key, member] of Object.entries(value)) {
      if (key === '__proto__') return 'the key __proto__ is not allowed in a lab file.';
      const why = this.whyNot(member, depth + 1);
      if (why !== null) return why;
    }
    return null;
  }
}
