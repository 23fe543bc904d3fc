/**
 * A lesson as an embed takes it: its lab read, its numbers counted and its answers derived beforehand, so that
 * whoever shows it needs neither the reader of lab files nor the report. The build makes one of each lesson.
 */
import type { SimulationDefinition } from '../engine/definition.ts';
import { isRunQuestion, rightAnswer } from './answer.ts';
import type { Question, Step, StepWords, ToldLesson } from './lesson.ts';
import { spanOfStep } from './lessonWorld.ts';
import { filled } from './measure.ts';
import { USUAL_SECONDS } from './readingTime.ts';
import { definitionOf, type Stretch, stretchesOf } from './stretch.ts';

export interface EmbeddedLesson {
  id: string;
  title: string;
  /** With every task of the lesson done in it. */
  definition: SimulationDefinition;
  steps: readonly EmbeddedStep[];
}

/** In every text `code` stands in backquotes, a *term* in stars. */
export interface EmbeddedStep {
  title: string;
  /** Instants, microseconds. */
  begin: number;
  end: number;
  /** Real seconds from one to the other. */
  seconds: number;
  /** Paragraphs, before the step has ended and when it has. */
  text: readonly string[];
  textAtEnd: readonly string[];
  task?: { ask: string; done: string };
  question?: EmbeddedQuestion;
}

export interface EmbeddedQuestion {
  ask: string;
  /** None: it is of a kind that only the whole page can ask. */
  choices: readonly { text: string; isRight: boolean }[];
  /** More than one can be right. */
  isSeveral: boolean;
  /** Said when it is answered. */
  after: readonly string[];
}

/** @throws Error with a sentence when the lesson cannot be run. */
export async function embeddedLesson(told: ToldLesson, title: string): Promise<EmbeddedLesson> {
  const { lesson, words } = told;
  const definition = definitionOf(lesson, lesson.steps.length);
  const stretches = await stretchesOf(definition, lesson);
  const steps = lesson.steps.map((step, i) => ({
    ...spanOfStep(lesson, i),
    ...embeddedStep(step, words.steps[step.id]!, stretches[i]!),
  }));
  return { id: lesson.id, title, definition, steps };
}

function embeddedStep(
  { seconds = USUAL_SECONDS, question }: Step,
  { title, text, task, question: asked }: StepWords,
  measured: Stretch,
): Omit<EmbeddedStep, 'begin' | 'end'> {
  const atEnd = (paragraphs: readonly string[]): string[] =>
    paragraphs.map((paragraph) => filled(paragraph, measured.end));
  return {
    ...{ title, seconds },
    text: text.map((paragraph) => paragraph.replace(/\{[^}]+\}/gu, '–')),
    textAtEnd: atEnd(text),
    ...(task && { task: { ask: task.ask, done: atEnd([task.done])[0]! } }),
    ...(question &&
      asked && {
        question: {
          ask: asked.ask,
          ...choicesOf(question, asked.choices ?? {}, measured),
          after: atEnd(asked.after),
        },
      }),
  };
}

function choicesOf(
  question: Question,
  words: Readonly<Record<string, string>>,
  { begin, end }: Stretch,
): Pick<EmbeddedQuestion, 'choices' | 'isSeveral'> {
  if (isRunQuestion(question) || question.kind === 'estimate') {
    return { choices: [], isSeveral: false };
  }
  const right = rightAnswer(question, end, begin);
  const chosen = 'chosen' in right ? right.chosen : [];
  return {
    isSeveral: question.kind === 'several',
    choices: question.choices.map(({ id }) => ({
      text: words[id] ?? id,
      isRight: chosen.includes(id),
    })),
  };
}
