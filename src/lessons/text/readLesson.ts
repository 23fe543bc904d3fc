/** Reads a lesson from its text, as something that anybody may have written: every fault with its line. */
import * as v from 'valibot';
import type { SimulationDefinition } from '../../engine/definition.ts';
import { builtInLab, builtInLabs } from '../../lab/builtIn/index.ts';
import type { LabError } from '../../lab/labError.ts';
import { pathText } from '../../lab/labError.ts';
import { didYouMean } from '../../lab/nearest.ts';
import { readTemplate } from '../../lab/readLab.ts';
import { type ExpectedYaml, parseTemplate, parseYaml } from '../../lab/template.ts';
import type { Lesson, Step, StepWords, ToldLesson } from '../lesson.ts';
import { idOfTitle, type LessonReading, MOST_BYTES, MOST_VALUES } from './lessonText.ts';
import { readQuestion } from './questionText.ts';
import {
  type Block,
  type LessonSections,
  lessonSections,
  MOST_FAULTS,
  type Section,
} from './sections.ts';
import { frontShape, questionShape, stepShape, taskShape } from './shapes.ts';

/** @returns the lesson whole, or every fault of its text that could be found; never a part of it. */
export function readLesson(text: string): LessonReading {
  const unfit = unfitText(text);
  if (unfit !== undefined) return { ok: false, errors: [faultAtLine(1, unfit)] };
  const cut = lessonSections(text);
  if (!cut.ok) {
    const errors = cut.faults.map(({ line, message }) => faultAtLine(line, message));
    return { ok: false, errors };
  }
  return new LessonReader().read(cut.sections);
}

function unfitText(text: string): string | undefined {
  if (text.trim() === '') return 'The file is empty; a lesson is expected.';
  if (text.length > MOST_BYTES || new TextEncoder().encode(text).length > MOST_BYTES)
    return 'The file is larger than 1 MiB, which is the most that a lesson may be.';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what binary looks like
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/u.test(text)
    ? 'The file holds binary data; a lesson is text.'
    : undefined;
}

const faultAtLine = (line: number, message: string): LabError => ({
  path: '',
  message,
  line,
  column: 1,
});

const YAML_BLOCK: ExpectedYaml = {
  what: 'block',
  name: 'a lesson',
  maximumValues: MOST_VALUES,
  refuse: (value) =>
    value === null || typeof value !== 'object' || Array.isArray(value)
      ? 'A mapping is expected here: names, colons and values.'
      : undefined,
};

class LessonReader {
  private readonly errors: LabError[] = [];

  read({ front, lab, steps }: LessonSections): LessonReading {
    const about = this.block(front, frontShape);
    const labText = about && this.lab(about.lab, lab, front);
    const read = steps.map((section) => this.step(section));
    this.refuseTwins(
      read.map(({ step }) => step.id),
      steps,
    );
    if (this.errors.length > 0 || about === undefined || labText === undefined) {
      return { ok: false, errors: inOrder(this.errors) };
    }
    const { id, title, summary, minutes, seed, goals } = about;
    const lesson: Lesson = { id, lab: labText, seed, goals, steps: read.map(({ step }) => step) };
    const told: ToldLesson = { minutes, lesson, words: { steps: wordsOf(read) } };
    return {
      ok: true,
      lesson: { title, summary, told, notes: notesOf(read) },
      lines: { steps: steps.map(({ line }) => line) },
    };
  }

  /** A block of YAML in its shape; undefined: what is wrong with it has been said. */
  private block<Shape extends v.GenericSchema>(
    { text, line }: Block,
    shape: Shape,
  ): v.InferOutput<Shape> | undefined {
    if (text.trim() === '') {
      this.errors.push(faultAtLine(line, 'This block is empty.'));
      return undefined;
    }
    const parsed = parseYaml(text, YAML_BLOCK);
    if (!parsed.ok) {
      this.errors.push(...parsed.errors.map((error) => movedBy(line - 1, error)));
      return undefined;
    }
    const { template } = parsed;
    const checked = v.safeParse(shape, template.value);
    if (checked.success) return checked.output;
    for (const issue of checked.issues) {
      const path = (issue.path ?? []).map(({ key }) => key as string | number);
      const at = { path: pathText(path), message: issue.message, ...template.locate(path) };
      this.errors.push(movedBy(line - 1, at));
    }
    return undefined;
  }

  /** The lab's text: under its name, or in a block of its own. */
  private lab(name: string | undefined, own: Block | undefined, front: Block): string | undefined {
    const refuse = (line: number, message: string): undefined => {
      this.errors.push(faultAtLine(line, message));
    };
    const ids = builtInLabs.map(({ id }) => id);
    if (own === undefined) {
      const known = name === undefined ? undefined : builtInLab(name);
      if (known !== undefined) return known.text;
      const line =
        front.line +
        Math.max(
          0,
          front.text.split('\n').findIndex((each) => /^lab:/u.test(each)),
        );
      if (name === undefined)
        return refuse(line, 'There is no lab; lab: and a name, or a block yaml lab, is expected.');
      const guess = didYouMean(name, ids) || `; ${ids.join(', ')} are.`;
      return refuse(line, `lab: ${name} is no built-in lab${guess}`);
    }
    if (name !== undefined)
      return refuse(own.line - 1, 'There are two labs, this one and that of the front matter.');
    const faults = labFaults(own.text);
    this.errors.push(...faults.map((error) => movedBy(own.line - 1, error)));
    return faults.length > 0 ? undefined : own.text;
  }

  private step(section: Section): ReadStep {
    const { blocks, title } = section;
    const { id = idOfTitle(title) || `step-${section.line}`, ...fields } =
      (blocks.step && this.block(blocks.step, stepShape)) ?? {};
    const task = blocks.task && this.block(blocks.task, taskShape);
    const asked = blocks.question && this.block(blocks.question, questionShape);
    const question = asked && readQuestion(asked);
    return {
      step: {
        id,
        ...fields,
        ...(task && { task: { check: task.check, example: task.example, ...speedOf(task) } }),
        ...(question && { question: question.question }),
      } as Step,
      words: {
        title,
        text: section.paragraphs,
        ...(task && { task: { ask: task.ask, hint: task.hint, done: task.done } }),
        ...(question && { question: question.words }),
      },
      notes: section.notes,
    };
  }

  private refuseTwins(ids: readonly string[], steps: readonly Section[]): void {
    ids.forEach((id, i) => {
      if (ids.indexOf(id) === i) return;
      const why = `The step ${id} is there already; each has an id of its own.`;
      this.errors.push(faultAtLine(steps[i]!.line, why));
    });
  }
}

interface ReadStep {
  step: Step;
  words: StepWords;
  notes: readonly string[];
}

const speedOf = ({ speed }: { speed?: number | undefined }) =>
  speed === undefined ? {} : { speed };

const wordsOf = (steps: readonly ReadStep[]): Record<string, StepWords> =>
  Object.fromEntries(steps.map(({ step, words }) => [step.id, words]));

const notesOf = (steps: readonly ReadStep[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    steps.filter(({ notes }) => notes.length > 0).map(({ step, notes }) => [step.id, notes]),
  );

const movedBy = (lines: number, error: LabError): LabError => ({
  ...error,
  line: error.line + lines,
});

const inOrder = (errors: readonly LabError[]): LabError[] =>
  [...errors].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, MOST_FAULTS);

/** What the reader of lab files says of the lesson's lab. */
function labFaults(text: string): LabError[] {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return parsed.errors;
  const reading:
    | { ok: true; definition: SimulationDefinition }
    | { ok: false; errors: LabError[] } = readTemplate(parsed.template);
  return reading.ok ? [] : reading.errors;
}
