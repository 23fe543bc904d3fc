/** A question as a lesson's text has it, its words beside what they say; and the two tables that a lesson has. */
import type * as v from 'valibot';
import type { OfferedValue, Question, StepWords } from '../lesson.ts';
import type { questionShape } from './shapes.ts';

type Asked = v.InferOutput<typeof questionShape>;
type QuestionWords = NonNullable<StepWords['question']>;

/** What is said of an answer. */
interface Said {
  id: string;
  text?: string | undefined;
  here?: string | undefined;
}

export function readQuestion(asked: Asked): { question: Question; words: QuestionWords } {
  const { ask, unit, after } = asked;
  const said = saidOf(asked);
  const choices = tableOf(said, 'text');
  const worlds = tableOf(said, 'here');
  return {
    question: questionOf(asked),
    words: {
      ask,
      ...(choices && { choices }),
      ...(worlds && { worlds }),
      ...(unit !== undefined && { unit }),
      after,
    },
  };
}

function tableOf(said: readonly Said[], of: 'text' | 'here'): Record<string, string> | undefined {
  const entries = said.flatMap((one) =>
    one[of] === undefined ? [] : [[one.id, one[of]] as const],
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function saidOf(asked: Asked): Said[] {
  switch (asked.kind) {
    case 'one':
    case 'several':
      return asked.choices;
    case 'order':
      return [...asked.events, ...(asked.worlds ?? [])];
    case 'setting':
      return asked.offered.map((one) => ({ ...wordsOf(one), id: idOf(one) }));
    case 'broken':
      return asked.parts.map(({ id, card, text, here }) => ({ id: id ?? card, text, here }));
    case 'estimate':
      return [];
  }
}

type Offered = Extract<Asked, { kind: 'setting' }>['offered'][number];

const wordsOf = (offered: Offered) => ('text' in offered || 'here' in offered ? offered : {});
const idOf = (offered: Offered): string =>
  'id' in offered && offered.id !== undefined ? offered.id : String(offered.value);

function questionOf(asked: Asked): Question {
  switch (asked.kind) {
    case 'one':
    case 'several':
      return {
        kind: asked.kind,
        choices: asked.choices.map(({ id, holds, world }) => ({
          id,
          holds,
          ...(world && { world }),
        })),
      };
    case 'order': {
      const { events, worlds } = asked;
      return {
        kind: 'order',
        events: events.map(({ id, holds }) => ({ id, holds })),
        ...(worlds && { worlds: worlds.map(({ id, settings }) => ({ id, settings })) }),
      };
    }
    case 'setting': {
      const { path, offered, typed, goal } = asked;
      const values = offered.map(offeredOf);
      return { kind: 'setting', path, offered: values, ...(typed && { typed }), goal };
    }
    case 'broken': {
      const { parts, works } = asked;
      const suspects = parts.map(({ id, card, mend }) => ({
        ...(id !== undefined && { id }),
        card,
        mend,
      }));
      return { kind: 'broken', parts: suspects, works };
    }
    case 'estimate': {
      const { measure, since, within } = asked;
      return { kind: 'estimate', measure, ...(since && { since }), within };
    }
  }
}

/** A value is its own id, where it has none. */
function offeredOf(offered: Offered): OfferedValue | OfferedValue['value'] {
  const value = offered.value as OfferedValue['value'];
  const refused = 'refused' in offered && offered.refused === true;
  const id = 'id' in offered ? offered.id : undefined;
  if (id === undefined && !refused) return value;
  return { id: idOf(offered), value, ...(refused && { refused }) };
}
