/** `sim --lesson`: a lesson, taken without a page; what is not reached, not derived or wrong is said at its lines. */
import { readFileSync, statSync } from 'node:fs';
import { labErrorLine } from '../lab/labError.ts';
import { didYouMean } from '../lab/nearest.ts';
import { course, courseEntry } from '../lessons/course.ts';
import { minutesOf } from '../lessons/readingTime.ts';
import { courseText } from '../lessons/text/courseText.ts';
import type { LessonText } from '../lessons/text/lessonText.ts';
import { MOST_BYTES } from '../lessons/text/lessonText.ts';
import { readLesson } from '../lessons/text/readLesson.ts';
import { takeText } from '../lessons/text/takeText.ts';

export type TakenLesson =
  /** It holds: what there is to say of it, or its text. */
  | { ok: true; text: string }
  /** It cannot be read; or it is taken and does not hold. */
  | { ok: false; isRead: boolean; errors: string[] };

/**
 * @param name of a file, or the id of a lesson of the course.
 * @param asText gives the lesson's text, and takes nothing.
 */
export async function takeLessonFile(name: string, asText: boolean): Promise<TakenLesson> {
  const found = await lessonTextOf(name);
  if ('error' in found) return { ok: false, isRead: false, errors: [found.error] };
  const at = (line: string): string => `${name}:${line}`;
  const reading = readLesson(found.text);
  if (!reading.ok)
    return { ok: false, isRead: false, errors: reading.errors.map(labErrorLine).map(at) };
  if (asText) return { ok: true, text: found.text.trimEnd() };
  const faults = await takeText(reading.lesson, reading.lines);
  if (faults.length > 0)
    return { ok: false, isRead: true, errors: faults.map(labErrorLine).map(at) };
  return { ok: true, text: summaryOf(reading.lesson) };
}

function summaryOf({ title, told }: LessonText): string {
  const { steps, goals } = told.lesson;
  const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  const questions = steps.filter(({ question }) => question !== undefined).length;
  const tasks = steps.filter(({ task }) => task !== undefined).length;
  return [
    `${title}: ${count(steps.length, 'step')}, ${count(questions, 'question')}, ${count(tasks, 'task')}, ${count(goals.length, 'goal')}.`,
    `It takes about ${minutesOf(told).toFixed(1)} minutes. Every condition is reached, every answer derived, every wrong one wrong.`,
  ].join('\n');
}

async function lessonTextOf(name: string): Promise<{ text: string } | { error: string }> {
  if (courseEntry(name) !== undefined) return { text: await courseText(name) };
  try {
    const { size } = statSync(name);
    if (size > MOST_BYTES) return { error: `${name} is larger than 1 MiB, which is the most.` };
    return { text: readFileSync(name, 'utf8') };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') return { error: `${name} cannot be read: ${message}.` };
    const ids = course.map(({ id }) => id);
    const guess = didYouMean(name, ids) || `, such as ${ids[0]}.`;
    return { error: `${name} is neither a file nor a lesson of the course${guess}` };
  }
}
