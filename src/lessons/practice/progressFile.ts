/** Progress as one file: written here, and read as something that anybody may have written. Rule: [Q13] in SPEC.md. */
import * as v from 'valibot';
import type { Attempt } from './attempt.ts';

const VERSION = 1;
const MOST_BYTES = 4 * 1024 * 1024;
export const MOST_ATTEMPTS = 20_000;
/** The first of these questions is younger. */
const EARLIEST = Date.UTC(2025, 0, 1);
const DAY_MS = 86_400_000;

const attemptShape = v.strictObject({
  question: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9:-]{0,60}$/)),
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(EARLIEST)),
  right: v.boolean(),
  confidence: v.picklist(['guess', 'fair', 'certain']),
  mode: v.picklist(['practice', 'timed']),
});

const fileShape = v.strictObject({
  shardscope: v.literal('practice'),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  attempts: v.array(attemptShape),
});

/** The text of the file. */
export const progressText = (attempts: readonly Attempt[]): string =>
  `${JSON.stringify({ shardscope: 'practice', version: VERSION, attempts }, null, 1)}\n`;

export type ReadProgress = { ok: true; attempts: Attempt[] } | { ok: false; error: string };

/**
 * Reads a file of progress.
 * @param now epoch milliseconds: nothing in it may lie ahead by more than a day.
 * @returns all attempts, or a sentence that says what is wrong and where; never a part of them.
 */
export function readProgress(text: string, now: number): ReadProgress {
  const refuse = (error: string): ReadProgress => ({ ok: false, error });
  if (text.length > MOST_BYTES) return refuse('The file is larger than 4 MB; that is no progress.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('The file is not JSON; a file saved here with “Save progress” is expected.');
  }
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > VERSION) {
    return refuse(`The file is of version ${version}; this page reads up to ${VERSION}.`);
  }
  const parsed = v.safeParse(fileShape, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return refuse(`${v.getDotPath(issue) ?? 'The file'}: ${issue.message}.`);
  }
  const { attempts } = parsed.output;
  if (attempts.length > MOST_ATTEMPTS) {
    return refuse(`The file has ${attempts.length} answers; at most ${MOST_ATTEMPTS} are read.`);
  }
  const ahead = attempts.findIndex(({ at }) => at > now + DAY_MS);
  if (ahead >= 0) return refuse(`attempts.${ahead}.at: lies in the future.`);
  return { ok: true, attempts };
}
