/** The worlds of a lesson: its lab with what was done so far in it, or another one in which a wrong answer is right. */
import type { SimulationDefinition } from '../engine/definition.ts';
import { parseDuration } from '../lab/duration.ts';
import { labErrorLine } from '../lab/labError.ts';
import { readTemplate } from '../lab/readLab.ts';
import { applySetting } from '../lab/settings.ts';
import { parseTemplate, type Template } from '../lab/template.ts';
import type { Lesson } from './lesson.ts';

export type LessonWorld =
  | { ok: true; definition: SimulationDefinition }
  | { ok: false; errors: string[] };

/**
 * The world as it is at a step: the tasks of the steps before it are done in it.
 * @param step counted from 0; the number of steps: all tasks are done.
 * @param settings of a choice's world.
 */
export function lessonWorld(
  lesson: Lesson,
  step: number,
  settings: readonly string[] = [],
): LessonWorld {
  const parsed = parseTemplate(lesson.lab);
  if (!parsed.ok) return { ok: false, errors: parsed.errors.map(labErrorLine) };
  const { template } = parsed;
  const refused = settings.flatMap((setting) => applySetting(template, setting) ?? []);
  const examples = lesson.steps.slice(0, step).flatMap(({ task }) => task?.example ?? []);
  addCommands(template, examples);
  if (refused.length > 0) return { ok: false, errors: refused };
  const reading = readTemplate(template);
  if (!reading.ok) return { ok: false, errors: reading.errors.map(labErrorLine) };
  const { seed, goals } = lesson;
  return { ok: true, definition: { ...reading.definition, seed, goals: [...goals] } };
}

function addCommands({ value }: Template, commands: readonly unknown[]): void {
  const metadata = value.Metadata as { Shardscope?: { Commands?: unknown[] } } | undefined;
  const section = metadata?.Shardscope;
  if (section !== undefined) section.Commands = [...(section.Commands ?? []), ...commands];
}

/** The instants at which a step begins and ends, microseconds. */
export function spanOfStep({ steps }: Lesson, step: number): { begin: number; end: number } {
  const begin = instantBefore(steps, step);
  const until = steps[step]?.until;
  return { begin, end: until === undefined ? begin : microseconds(until) };
}

function instantBefore(steps: Lesson['steps'], step: number): number {
  const last = steps.slice(0, step).findLast(({ until }) => until !== undefined);
  return last === undefined ? 0 : microseconds(last.until!);
}

/** NaN where it is no duration. */
const microseconds = (text: string): number => (parseDuration(text) ?? Number.NaN) * 1_000;
