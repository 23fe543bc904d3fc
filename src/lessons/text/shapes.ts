/** What the blocks of a lesson's text may hold: shapes that turn it into the lesson's own types, or say what is wrong. */
import * as v from 'valibot';
import { shown } from '../../lab/labError.ts';
import { didYouMean } from '../../lab/nearest.ts';
import { ruleIds } from '../../projections/ruleTexts.ts';
import type { Condition } from '../lesson.ts';
import { CONDITION_EXAMPLE, readCondition } from './conditionText.ts';

const MOST_SEED = 0xffff_ffff;
const MOST_MINUTES = 60;

/** The sentence of a value that is not as it should be; of one that is not there. */
const expected = (what: string) => (issue: v.BaseIssue<unknown>) =>
  issue.input === undefined
    ? `is missing; ${what} is expected.`
    : `${shown(issue.input)} is not ${what}.`;

/** A mapping with these keys and no others. */
function shape<const Entries extends v.ObjectEntries>(entries: Entries) {
  const keys = Object.keys(entries);
  return v.strictObject(entries, (issue: v.BaseIssue<unknown>) => {
    const key = String(issue.path?.at(-1)?.key ?? '');
    if (issue.expected === 'never')
      return `is not a known key${didYouMean(key, keys) || `; ${keys.join(', ')} are.`}`;
    if (issue.expected?.startsWith('"')) return 'is missing.';
    return `${shown(issue.input)} stands where a mapping with ${keys.join(', ')} is expected.`;
  });
}

const sentence = v.pipe(
  v.string(expected('text')),
  v.check((text) => text.trim() !== '', 'is empty; text is expected.'),
);
const listOf = <Item extends v.GenericSchema>(item: Item) => v.array(item, expected('a list'));
const someOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(listOf(item), v.minLength(1, 'is empty; at least one is expected.'));
const id = v.pipe(
  v.string(expected('an id')),
  v.regex(
    /^[A-Za-z0-9][\w#:./-]{0,119}$/u,
    ({ input }) => `${shown(input)} is no id; letters, digits and hyphens are expected.`,
  ),
);
const lessonId = v.pipe(
  v.string(expected('an id')),
  v.regex(
    /^[a-z0-9][a-z0-9:-]{0,79}$/u,
    ({ input }) => `${shown(input)} is no id; small letters, digits and hyphens are expected.`,
  ),
);
const number = (what: string) => v.pipe(v.number(expected(what)), v.finite(expected(what)));

const bounds = shape({
  measure: sentence,
  since: v.optional(v.literal('step', 'is not known; step is the only one.')),
  is: v.optional(number('a number')),
  atLeast: v.optional(number('a number')),
  atMost: v.optional(number('a number')),
});

/** One line, or a mapping as in the lesson's own types. */
const condition = v.lazy((input): v.GenericSchema<unknown, Condition> => {
  if (typeof input !== 'string') return bounds as v.GenericSchema<unknown, Condition>;
  return v.pipe(
    v.string(),
    v.check(
      (text) => readCondition(text) !== undefined,
      ({ input: text }) =>
        `${shown(text)} is no condition; one such as ${CONDITION_EXAMPLE} is expected.`,
    ),
    v.transform((text) => readCondition(text)!),
  ) as v.GenericSchema<unknown, Condition>;
});
const conditions = someOf(condition);

/** `PATH=VALUE` each, or a mapping of paths to values. */
const settings = v.lazy((input): v.GenericSchema<unknown, string[]> => {
  if (Array.isArray(input)) return someOf(sentence) as v.GenericSchema<unknown, string[]>;
  return v.pipe(
    v.record(
      v.string(),
      v.unknown(),
      ({ input: given }) =>
        `${shown(given)} stands where settings of the lab file are expected: paths with their values.`,
    ),
    v.transform((given) =>
      Object.entries(given).map(([path, value]) => `${path}=${JSON.stringify(value)}`),
    ),
  ) as v.GenericSchema<unknown, string[]>;
});

const goal = v.pipe(
  v.string(expected('a goal such as EffectsOnce of Indexer')),
  v.regex(
    /^\S+ of \S+$/u,
    ({ input }) => `${shown(input)} is no goal; one such as EffectsOnce of Indexer is.`,
  ),
  v.transform((text) => {
    const [law, , of] = text.split(' ');
    return { law: law!, of: of! };
  }),
);

export const frontShape = shape({
  id: lessonId,
  title: sentence,
  summary: v.optional(v.string(expected('text')), ''),
  minutes: v.pipe(
    number('a number of minutes'),
    v.minValue(0, 'is less than 0.'),
    v.maxValue(MOST_MINUTES, `is more than ${MOST_MINUTES}, which is the most.`),
  ),
  lab: v.optional(sentence),
  seed: v.optional(
    v.pipe(
      number('a whole number'),
      v.integer(expected('a whole number')),
      v.minValue(0, 'is less than 0.'),
      v.maxValue(MOST_SEED, `is more than ${MOST_SEED}, which is the most.`),
    ),
    1,
  ),
  goals: v.optional(listOf(goal), []),
});

export const stepShape = shape({
  id: v.optional(id),
  until: v.optional(sentence),
  reaches: v.optional(conditions),
  lookAt: v.optional(listOf(sentence)),
  seconds: v.optional(v.pipe(number('seconds'), v.gtValue(0, 'is not above 0.'))),
  rules: v.optional(
    listOf(v.picklist(ruleIds, ({ input }) => `${shown(input)} is no rule of SPEC.md.`)),
  ),
});

export const taskShape = shape({
  ask: sentence,
  hint: sentence,
  done: sentence,
  check: conditions,
  example: shape({
    At: sentence,
    Call: sentence,
    Input: v.record(v.string(), v.unknown(), expected('a mapping: the members of the call')),
  }),
  speed: v.optional(v.pipe(number('virtual seconds a second'), v.gtValue(0, 'is not above 0.'))),
});

/** What every question says. */
const asked = {
  ask: sentence,
  unit: v.optional(sentence),
  after: v.optional(listOf(sentence), []),
};
/** What is said of an answer, and of the world in which it is right. */
const told = { text: v.optional(sentence), here: v.optional(sentence) };
const choices = someOf(shape({ id, ...told, holds: conditions, world: v.optional(settings) }));

const value = v.lazy((input) => {
  if (typeof input !== 'object' || input === null) {
    return v.pipe(
      v.unknown(),
      v.transform((only) => ({ value: only })),
    );
  }
  return shape({
    id: v.optional(id),
    value: v.unknown(),
    refused: v.optional(v.literal(true, 'is not true.')),
    ...told,
  });
});

export const questionShape = v.variant(
  'kind',
  [
    shape({ kind: v.literal('one'), ...asked, choices }),
    shape({ kind: v.literal('several'), ...asked, choices }),
    shape({
      kind: v.literal('estimate'),
      ...asked,
      measure: sentence,
      since: v.optional(v.literal('step', 'is not known; step is the only one.')),
      within: v.pipe(number('a factor'), v.minValue(1, 'is less than 1.')),
    }),
    shape({
      kind: v.literal('order'),
      ...asked,
      events: someOf(shape({ id, text: v.optional(sentence), holds: conditions })),
      worlds: v.optional(listOf(shape({ id, here: v.optional(sentence), settings }))),
    }),
    shape({
      kind: v.literal('setting'),
      ...asked,
      path: sentence,
      offered: someOf(value),
      typed: v.optional(shape({ least: number('a number'), most: number('a number') })),
      goal: conditions,
    }),
    shape({
      kind: v.literal('broken'),
      ...asked,
      parts: someOf(shape({ id: v.optional(id), card: sentence, mend: settings, ...told })),
      works: conditions,
    }),
  ],
  (issue) =>
    `${shown((issue.input as { kind?: unknown } | undefined)?.kind ?? issue.input)} is no kind of question; one, several, estimate, order, setting and broken are.`,
);
