import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLesson } from '../lessons/text/readLesson.ts';
import { parseSimArguments } from './simArguments.ts';
import { takeLessonFile } from './simLesson.ts';

const SAMPLE = 'samples/lesson/who-asks.md';

describe('sim --lesson', () => {
  it('[Q42] says that a lesson holds, and at which lines one does not', async () => {
    expect(await takeLessonFile(SAMPLE, false)).toMatchObject({
      ok: true,
      text: expect.stringMatching(/^Two writes, one record: 4 steps, 1 question, 1 task, 1 goal\./),
    });
    const folder = mkdtempSync(join(tmpdir(), 'lesson-'));
    const path = join(folder, 'mine.md');
    const text = readFileSync(SAMPLE, 'utf8');
    writeFileSync(path, text.replace('MODIFY = 1', 'MODIFY = 2'));
    const missed = await takeLessonFile(path, false);
    expect(missed).toMatchObject({ ok: false, isRead: true });
    expect(!missed.ok && missed.errors).toEqual([
      expect.stringContaining('mine.md:21:1 step 2 (two-changes): its condition is not reached'),
    ]);
    writeFileSync(path, text.replace('minutes', 'minuts'));
    expect(await takeLessonFile(path, false)).toEqual({
      ok: false,
      isRead: false,
      errors: [
        `${path}:2:1 minutes: is missing.`,
        `${path}:5:1 minuts: is not a known key; did you mean minutes?`,
      ],
    });
    rmSync(folder, { recursive: true });
  });

  it('[Q40] gives a lesson of the course as text, to begin with', async () => {
    const given = await takeLessonFile('what-a-change-is', true);
    expect(given.ok && readLesson(given.text).ok).toBe(true);
    expect(await takeLessonFile('what-a-chance-is', true)).toMatchObject({
      errors: [
        'what-a-chance-is is neither a file nor a lesson of the course; did you mean what-a-change-is?',
      ],
    });
  });

  it('[Q42] goes with nothing else', () => {
    expect(parseSimArguments(['--lesson', 'a.md', '--as-text'])).toEqual({
      lesson: 'a.md',
      asText: true,
    });
    for (const [argv, error] of [
      [['--lesson', 'a.md', 'orders'], '--lesson goes with --as-text only, not with orders.'],
      [['--lesson', 'a.md', '--ledger'], '--lesson goes with --as-text only, not with --ledger.'],
      [['--as-text'], '--as-text is for a lesson; --lesson is missing.'],
    ] as const)
      expect(parseSimArguments(argv)).toEqual({ error });
  });
});
