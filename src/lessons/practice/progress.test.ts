/** Attempts: what is told from them, when questions come again, and the file that carries them. */
import { describe, expect, it } from 'vitest';
import { type Attempt, byQuestion, calibrationOf, isWeak, merged } from './attempt.ts';
import { MOST_ATTEMPTS, progressText, readProgress } from './progressFile.ts';
import { dueAt } from './schedule.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 20);
const attempt = (question: string, day: number, change: Partial<Attempt> = {}): Attempt => ({
  question,
  at: NOW + day * DAY,
  right: true,
  confidence: 'fair',
  mode: 'practice',
  ...change,
});

describe('attempts', () => {
  it('[Q11] say how far one can trust one’s own certainty, and where one is weak', () => {
    const attempts = [
      attempt('b', 0, { confidence: 'certain' }),
      attempt('a', -2, { right: false, confidence: 'certain' }),
      attempt('a', -1, { confidence: 'guess' }),
    ];
    expect(calibrationOf(attempts)).toEqual([
      { confidence: 'guess', answers: 1, right: 1 },
      { confidence: 'fair', answers: 0, right: 0 },
      { confidence: 'certain', answers: 2, right: 1 },
    ]);
    const grouped = byQuestion(attempts);
    expect([...grouped].map(([id, of]) => [id, of.map(({ at }) => at), isWeak(of)])).toEqual([
      ['a', [NOW - 2 * DAY, NOW - DAY], true],
      ['b', [NOW], false],
    ]);
    expect(isWeak([...grouped.get('a')!, attempt('a', 0)])).toBe(false);
    expect(merged(attempts, [...attempts, attempt('c', 1)])).toHaveLength(4);
  });

  it('[Q12] bring a question again the sooner, the worse it was answered, and each time later', () => {
    expect(dueAt([])).toBeNull();
    const inDays = (of: readonly Attempt[]): number => (dueAt(of)! - of.at(-1)!.at) / DAY;
    const first = (change: Partial<Attempt>): number => inDays([attempt('a', 0, change)]);
    const once = [
      { right: false },
      { confidence: 'guess' },
      {},
      { confidence: 'certain' },
    ] as const;
    const waits = once.map(first);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[0]).toBeGreaterThanOrEqual(1);
    expect(waits[3]).toBeGreaterThan(waits[2]!);
    const twice = inDays([attempt('a', 0), attempt('a', waits[2]!)]);
    expect(twice).toBeGreaterThan(waits[2]!);
  });
});

describe('a file of progress', () => {
  it('[Q13] is read as it was written', () => {
    const attempts = [attempt('a', -1), attempt('generated:scan', 0, { right: false })];
    expect(readProgress(progressText(attempts), NOW)).toEqual({ ok: true, attempts });
  });

  it('[Q13] is refused whole, with a sentence, whatever is wrong in it', () => {
    const refusal = (text: string): string => {
      const read = readProgress(text, NOW);
      return read.ok ? 'accepted' : read.error;
    };
    const file = (change: object, of: object = {}): string =>
      JSON.stringify({
        shardscope: 'practice',
        version: 1,
        attempts: [attempt('a', 0), { ...attempt('b', 0), ...change }],
        ...of,
      });
    expect(refusal('')).toMatch(/not JSON/);
    expect(refusal('null')).toMatch(/The file: /);
    expect(refusal('[]')).not.toBe('accepted');
    expect(refusal(file({}, { version: 2 }))).toMatch(/version 2/);
    expect(refusal(file({ question: '<img src=x onerror=alert(1)>' }))).toMatch(
      /^attempts\.1\.question: /,
    );
    expect(refusal(file({ at: 1e300 }))).toMatch(/^attempts\.1\.at: /);
    expect(refusal(file({ at: NOW + 2 * DAY }))).toMatch(/^attempts\.1\.at: lies in the future/);
    expect(refusal(file({ right: 1 }))).toMatch(/^attempts\.1\.right: /);
    expect(refusal(file({ extra: 1 }))).toMatch(/^attempts\.1\.extra: /);
    expect(refusal(file({}).replace('"mode"', '"__proto__":{"a":1},"mode"'))).not.toBe('accepted');
    expect(refusal(file({}, { attempts: Array(MOST_ATTEMPTS + 1).fill(attempt('a', 0)) }))).toMatch(
      /at most 20000|larger than 4 MB/,
    );
    expect(refusal(' '.repeat(5e6))).toMatch(/larger than 4 MB/);
    expect(refusal(file({}))).toBe('accepted');
  });
});
