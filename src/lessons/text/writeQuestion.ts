/** A question as a lesson's text has it: the way back from `questionText.ts`. */
import type { Condition, Question, StepWords } from '../lesson.ts';
import { offeredBy, partId } from '../otherWorlds.ts';
import { conditionText } from './conditionText.ts';

type QuestionWords = NonNullable<StepWords['question']>;

/** Conditions, each on one line where it can be. */
export const conditionLines = (conditions: readonly Condition[]): unknown[] =>
  conditions.map((condition) => conditionText(condition) ?? condition);

/** What stands in the block, in the order in which it is read best; what is undefined is left out. */
export function questionBlock(question: Question, words: QuestionWords | undefined): object {
  const { ask = '', unit, after = [] } = words ?? {};
  const { before, behind } = answersOf(question, words);
  return { kind: question.kind, ask, ...before, unit, ...behind, after };
}

/** @returns what stands before the unit and what after it. */
function answersOf(
  question: Question,
  words: QuestionWords | undefined,
): { before?: object; behind?: object } {
  const text = (id: string): string | undefined => words?.choices?.[id];
  const here = (id: string): string | undefined => words?.worlds?.[id];
  switch (question.kind) {
    case 'one':
    case 'several': {
      const choices = question.choices.map(({ id, holds, world }) => ({
        ...{ id, text: text(id), holds: conditionLines(holds) },
        ...(world && { here: here(id), world: settingsBlock(world) }),
      }));
      return { before: { choices } };
    }
    case 'estimate': {
      const { measure, since, within } = question;
      return { behind: { measure, since, within } };
    }
    case 'order': {
      const { events, worlds } = question;
      return {
        before: {
          events: events.map(({ id, holds }) => ({
            id,
            text: text(id),
            holds: conditionLines(holds),
          })),
          worlds: worlds?.map(({ id, settings }) => ({
            id,
            here: here(id),
            settings: settingsBlock(settings),
          })),
        },
      };
    }
    case 'setting':
      return settingAnswers(question, text, here);
    case 'broken': {
      const parts = question.parts.map((part) => {
        const id = partId(part);
        return {
          id: part.id,
          card: part.card,
          text: text(id),
          here: here(id),
          mend: settingsBlock(part.mend),
        };
      });
      return { before: { parts, works: conditionLines(question.works) } };
    }
  }
}

type Say = (id: string) => string | undefined;

function settingAnswers(
  question: Extract<Question, { kind: 'setting' }>,
  text: Say,
  here: Say,
): { before: object; behind: object } {
  const plain = new Set<unknown>(question.offered);
  const offered = offeredBy(question).map(({ id, value, refused }) => {
    const hasId = !plain.has(value) || typeof value === 'object';
    const said = { id: hasId ? id : undefined, value, refused, text: text(id), here: here(id) };
    const isBare = !hasId && said.text === undefined && said.here === undefined;
    return isBare ? value : said;
  });
  const { path, typed, goal } = question;
  return { before: { path, offered }, behind: { typed, goal: conditionLines(goal) } };
}

/** As a mapping where each value is written so; as they are where one is written otherwise. */
export function settingsBlock(settings: readonly string[]): unknown {
  const pairs = settings.map((setting) => {
    const equals = setting.indexOf('=');
    return [setting.slice(0, equals), setting.slice(equals + 1)] as const;
  });
  const isPlain = pairs.every(([, text]) => isJson(text));
  const isUnique = new Set(pairs.map(([path]) => path)).size === pairs.length;
  if (!isPlain || !isUnique || pairs.length === 0) return settings;
  return Object.fromEntries(pairs.map(([path, text]) => [path, JSON.parse(text) as unknown]));
}

function isJson(text: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
