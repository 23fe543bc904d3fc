import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  new ExpressionContext({ '#a': 'a', '#m': 'm' }, { ':n': { N: '1' }, ':s': { SS: ['x'] } });

type Use = (text: string) => unknown;
const uses: [string, Use, string[]][] = [
  [
    'an update',
    (text) => applyUpdate(parseUpdate(text, context()), item, key),
    [
      'SET #a = #a + :n, b = if_not_exists(b, :n), m.x[0] = list_append(m.x, m.x) REMOVE m.y ADD c :n',
      'DELETE tags :s SET m.x[7] = (a) - (:n)',
    ],
  ],
  [
    'a condition',
    (text) => evaluateCondition(parseCondition(text, context()), item),
    [
      'NOT (attribute_exists(#m.x[0]) AND a BETWEEN :n AND :n) OR size(tags) <> :n',
      '(a IN (:n, b, c)) AND contains(tags, m.x[0]) AND begins_with(id, id2)',
    ],
  ],
  [
    'a key condition',
    (text) => parseKeyCondition(text, context(), { partitionKey: { name: 'a', type: 'N' } }),
    ['#a = :n', 'a = :n AND b BETWEEN :n AND :n'],
  ],
  [
    'a projection',
    (text) => applyProjection(parseProjection(text, context()), item),
    ['#a, m.x[0], tags, id', '#m.x[0], #m.x[1], a'],
  ],
];

/** Cuts, copies and foreign characters, each at some place of a text. */
const mutation = fc.array(
  fc.tuple(
    fc.nat(),
    fc.nat(8),
    fc.constantFrom(
      '',
      ' ',
      '(',
      ')',
      '.',
      ',',
      '[',
      '0',
      ':n',
      '#',
      '=',
      'AND',
      '-',
      'é',
      '\u0000',
    ),
  ),
  { minLength: 1, maxLength: 5 },
);
const mutate = (text: string, steps: [number, number, string][]): string =>
  steps.reduce((before, [place, cut, put]) => {
    const at = place % (before.length + 1);
    return before.slice(0, at) + put + before.slice(at + cut);
  }, text);

describe('an expression with slips', () => {
  it.each(uses)('of %s is taken, or refused with an ItemError', (_, use, texts) => {
    expect(() => use(texts[0]!)).not.toThrow();
    fc.assert(
      fc.property(fc.constantFrom(...texts), mutation, (text, steps) => {
        try {
          use(mutate(text, steps));
        } catch (error) {
          expect(error).toBeInstanceOf(ItemError);
        }
      }),
      { numRuns: 2_000 },
    );
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
