/** Takes a lesson that was read from text, by the engine; what is wrong with it is said at its lines. */
import type { LabError } from '../../lab/labError.ts';
import { checkSteps, type Fault } from '../checkLesson.ts';
import type { ToldLesson } from '../lesson.ts';
import { minutesOf } from '../readingTime.ts';
import { takeLesson } from '../takeLesson.ts';
import type { LessonLines, LessonText } from './lessonText.ts';

/**
 * @param progress told of each step that has been taken, and of how many there are.
 * @returns what is not reached, not derived or wrong; nothing: the lesson holds.
 */
export async function takeText(
  { told }: LessonText,
  lines: LessonLines,
  progress: (step: number, of: number) => void = () => {},
): Promise<LabError[]> {
  const { steps } = told.lesson;
  const faults = await takeLesson(told, checkText, (step) => progress(step, steps.length));
  return faults.map((fault) => placed(fault, told.lesson.id, lines));
}

/** As for the course, but for the length: it may promise what its author likes, if it keeps it. */
function checkText(told: ToldLesson): Fault[] {
  const takes = minutesOf(told);
  const faults = checkSteps(told);
  if (takes <= told.minutes || told.minutes === 0) return faults;
  const late = `it takes about ${takes.toFixed(1)} minutes and promises ${told.minutes}.`;
  return [...faults, `${told.lesson.id}: ${late}`];
}

/** A fault at the heading of its step; at the top where it is about the whole. */
function placed(fault: Fault, lesson: string, { steps }: LessonLines): LabError {
  const said = fault.startsWith(lesson) ? fault.slice(lesson.length) : fault;
  const [, step, sentence] = /^, (step (\d+)[\s\S]*)$/u.exec(said) ?? [];
  const line = sentence === undefined ? 1 : (steps[Number(sentence) - 1] ?? 1);
  return { path: '', message: step ?? said.replace(/^[:,] /u, ''), line, column: 1 };
}
