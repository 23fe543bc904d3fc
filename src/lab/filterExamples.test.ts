import { describe, expect, it } from 'vitest';
import { parsePattern } from '../engine/lambda/events/filter.ts';
import { filterExamples } from './filterExamples.ts';
import { definitionOf, ORDERS, processor } from './testing/readings.ts';
import { writeLab } from './writing/writeLab.ts';

const newImage = (asked: object) => JSON.stringify({ dynamodb: { NewImage: asked } });

describe('attributes for a filter', () => {
  it.each([
    { a: { S: ['paid'] } },
    { a: { S: [{ prefix: 'Arg' }] } },
    { a: { S: [{ suffix: 'x' }] } },
    { a: { S: [{ wildcard: 'a*b' }] } },
    { a: { S: [{ exists: true }] } },
    { a: { S: [{ 'anything-but': 'paid' }] } },
    { a: { S: [{ 'equals-ignore-case': 'PAID' }] } },
    { a: { N: ['42'] } },
    { a: { BOOL: [true] } },
    { a: { S: ['x'] }, b: { N: ['1', '2'] } },
  ])('[L44] let an item through: %j', (asked) => {
    const pattern = newImage(asked);
    const [NewImage] = filterExamples([pattern]);
    expect(parsePattern(pattern)({ dynamodb: { NewImage } })).toBe(true);
  });

  it('[L44] are none where a filter asks for none, or for what no item can have', () => {
    expect(filterExamples(['{"eventName":["INSERT"]}'])).toEqual([]);
    expect(filterExamples([newImage({ a: { N: [{ numeric: ['>', 1] }] } })])).toEqual([]);
  });

  it('[L44] are in the traffic of a template, and written as they were read', () => {
    const filter = `            FilterCriteria: { Filters: [ { Pattern: '${newImage({ team: { S: [{ prefix: 'Arg' }] } })}' } ] }\n`;
    const definition = definitionOf(`Resources:\n${ORDERS}${processor(filter)}`);
    expect(definition.traffic[0]!.attributes).toEqual([{ team: { S: 'Arg' } }, {}]);
    expect(definitionOf(writeLab(definition)).traffic).toEqual(definition.traffic);
  });
});
