import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, mix } from '../../kernel/hash.ts';
import type { AttributeMap } from '../attributeValue.ts';
import { ItemError } from '../itemError.ts';
import { evaluateCondition, parseCondition } from './condition.ts';
import { ExpressionContext, readPlaceholders } from './expressionContext.ts';
import { parseKeyCondition } from './keyCondition.ts';
import { applyProjection, parseProjection } from './projection.ts';
import { applyUpdate, parseUpdate } from './update.ts';

const key: AttributeMap = { id: { S: 'k' } };
const item: AttributeMap = {
  ...key,
  a: { N: '5' },
  m: { M: { x: { L: [{ S: 'y' }] } } },
  tags: { SS: ['x'] },
};
const context = () =>
  new ExpressionContext(
    { '#a': 'a', '#m': 'm' },
    { ':n': { N: '1' }, ':s': { SS: ['x'] }, ':t': { S: 'N' } },
  );

type Use = (text: string) => unknown;
const uses: [string, Use, string[]][] = [
  [
    'an update',
    (text) => applyUpdate(parseUpdate(text, context()), item, key),
    [
      'SET #a = #a + :n, b = if_not_exists(b, :n), m.x[0] = list_append(m.x, m.x) REMOVE m.y ADD c :n',
      'DELETE tags :s SET m.x[7] = (a) - (:n)',
      'add a :n, c :n set b=list_append(if_not_exists(l, m.x), m.x), m.y = :s remove m.x[0], #m.z',
    ],
  ],
  [
    'a condition',
    (text) => evaluateCondition(parseCondition(text, context()), item),
    [
      'NOT (attribute_exists(#m.x[0]) AND a BETWEEN :n AND :n) OR size(tags) <> :n',
      '(a IN (:n, b, c)) AND contains(tags, m.x[0]) AND begins_with(id, id2)',
      'attribute_type(a, :t) or not size(m.x[0]) >= :n and attribute_not_exists(#a.b[3].c)',
    ],
  ],
  [
    'a key condition',
    (text) => parseKeyCondition(text, context(), { partitionKey: { name: 'a', type: 'N' } }),
    ['#a = :n', 'a = :n AND b BETWEEN :n AND :n', 'begins_with(b, :t) and (:n = a)'],
  ],
  [
    'a projection',
    (text) => applyProjection(parseProjection(text, context()), item),
    ['#a, m.x[0], tags, id', '#m.x[0], #m.x[1], a'],
  ],
];

/** What is put in where something was cut out: tokens, halves of tokens, and what no expression knows. */
const PIECES = [
  ...[
    '',
    ' ',
    '(',
    ')',
    '.',
    ',',
    '[',
    ']',
    '[0]',
    '[99999999999]',
    ':',
    ':n',
    ':s',
    ':t',
    '#',
    '#a',
    '#m',
  ],
  ...[
    '=',
    '<',
    '<>',
    '>=',
    '+',
    '-',
    'AND',
    ' or ',
    ' NOT ',
    ' IN (',
    ' BETWEEN ',
    'SET ',
    'REMOVE ',
    'ADD ',
  ],
  ...[
    'size(',
    'contains(',
    'list_append(',
    'if_not_exists(',
    'begins_with(',
    'a',
    'status',
    '7',
    '"',
    "'",
  ],
  ...['__proto__', 'constructor', 'é', '🍏', '\ud800', '\u0000', '\n'],
];

/** `FUZZ_SEED=7 npx vitest run mutation` tries other strings. A seed that ever fails joins the list. */
const SEEDS = [1, ...(process.env.FUZZ_SEED ? [Number(process.env.FUZZ_SEED)] : [])];
/** Strings for each kind of expression: 100,000 together. */
const STRINGS = 25_000;

/** A text with one to four slips: cut, put in, doubled, or the end of another text. */
function mutated(texts: readonly string[], seed: number, number: number): string {
  let drawn = 0;
  const below = (most: number): number => (finish(mix(mix(seed, number), drawn++)) >>> 0) % most;
  let text = texts[below(texts.length)]!;
  for (let slips = 1 + below(4); slips > 0; slips--) {
    const at = below(text.length + 1);
    const until = at + below(9);
    const kind = below(8);
    const other = texts[below(texts.length)]!;
    const put =
      kind === 0
        ? text.slice(at, until).repeat(2)
        : kind === 1
          ? other.slice(below(other.length))
          : PIECES[below(PIECES.length)]!;
    text = text.slice(0, at) + put + text.slice(kind === 2 ? at : until);
  }
  return text;
}

describe.each(SEEDS)('an expression with slips, with seed %i', (seed) => {
  it.each(uses)('of %s is taken, or refused with an ItemError', (_, use, texts) => {
    expect(() => use(texts[0]!)).not.toThrow();
    const outcomes = { taken: 0, refused: 0 };
    for (let number = 0; number < STRINGS; number++) {
      const text = mutated(texts, seed, number);
      try {
        use(text);
        outcomes.taken++;
      } catch (error) {
        if (!(error instanceof ItemError)) {
          throw new Error(`seed ${seed}, number ${number}: ${JSON.stringify(text)}`, {
            cause: error,
          });
        }
        outcomes.refused++;
      }
    }
    expect(outcomes.taken).toBeGreaterThan(100);
    expect(outcomes.refused).toBeGreaterThan(STRINGS / 2);
  });
});

describe('placeholders of any JSON', () => {
  it('are taken, or refused with an ItemError', () => {
    const json = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom(':a', '#a', 'a', ':', '__proto__'), fc.jsonValue()),
    );
    fc.assert(
      fc.property(json, json, (names, values) => {
        const input = {
          UpdateExpression: 'REMOVE a',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: values,
        };
        try {
          readPlaceholders(input, ['UpdateExpression']);
        } catch (error) {
          expect(error).toBeInstanceOf(ItemError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
