import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemError } from '../../item/itemError.ts';
import { type EventPattern, parsePattern, parsePatterns } from './filter.ts';

const EVENT = {
  eventName: 'INSERT',
  eventID: '1',
  userIdentity: null,
  count: 42,
  on: true,
  empty: '',
  list: ['a', 'b', 7],
  none: [],
  ip: '10.0.1.77',
  nested: { deep: { leaf: 'Vessel', n: 0.5 }, rows: [{ id: 1 }, { id: 2, tag: 'x' }] },
  dynamodb: {
    ApproximateCreationDateTime: 1_700_000_000,
    Keys: { id: { S: 'order#13' } },
    NewImage: { id: { S: 'order#13' }, total: { N: '101' }, gift: { BOOL: false } },
  },
};

const matches = (pattern: unknown): boolean =>
  (parsePattern(JSON.stringify(pattern)) as EventPattern)(EVENT);

const yes: [string, unknown][] = [
  ['an exact text', { eventName: ['INSERT'] }],
  ['one of several texts', { eventName: ['MODIFY', 'INSERT'] }],
  ['a number', { count: [42] }],
  ['true', { on: [true] }],
  ['null', { userIdentity: [null] }],
  ['an empty text', { empty: [''] }],
  ['an element of an array', { list: ['b'] }],
  ['a number in an array', { list: [7, 'z'] }],
  ['a nested leaf', { nested: { deep: { leaf: ['Vessel'] } } }],
  ['a leaf in an array of objects', { nested: { rows: { tag: ['x'] } } }],
  ['two fields at once', { eventName: ['INSERT'], count: [42] }],
  ['a key', { dynamodb: { Keys: { id: { S: ['order#13'] } } } }],
  ['a number that is a text', { dynamodb: { NewImage: { total: { N: ['101'] } } } }],
  ['a boolean attribute', { dynamodb: { NewImage: { gift: { BOOL: [false] } } } }],
  ['prefix', { eventName: [{ prefix: 'INS' }] }],
  ['an empty prefix', { eventName: [{ prefix: '' }] }],
  ['prefix, ignoring case', { eventName: [{ prefix: { 'equals-ignore-case': 'ins' } }] }],
  ['suffix', { eventName: [{ suffix: 'ERT' }] }],
  ['suffix, ignoring case', { eventName: [{ suffix: { 'equals-ignore-case': 'ert' } }] }],
  ['equals-ignore-case', { eventName: [{ 'equals-ignore-case': 'insert' }] }],
  ['anything-but a text', { eventName: [{ 'anything-but': 'REMOVE' }] }],
  ['anything-but several', { eventName: [{ 'anything-but': ['REMOVE', 'MODIFY'] }] }],
  ['anything-but numbers', { count: [{ 'anything-but': [1, 2] }] }],
  ['anything-but a prefix', { eventName: [{ 'anything-but': { prefix: 'R' } }] }],
  ['anything-but prefixes', { eventName: [{ 'anything-but': { prefix: ['R', 'M'] } }] }],
  ['anything-but a suffix', { eventName: [{ 'anything-but': { suffix: 'Y' } }] }],
  [
    'anything-but ignoring case',
    { eventName: [{ 'anything-but': { 'equals-ignore-case': 'x' } }] },
  ],
  ['anything-but a wildcard', { eventName: [{ 'anything-but': { wildcard: 'R*' } }] }],
  ['anything-but another type', { count: [{ 'anything-but': '42' }] }],
  ['numeric >', { count: [{ numeric: ['>', 41] }] }],
  ['numeric >=', { count: [{ numeric: ['>=', 42] }] }],
  ['numeric <', { count: [{ numeric: ['<', 42.5] }] }],
  ['numeric <=', { count: [{ numeric: ['<=', 42] }] }],
  ['numeric =', { count: [{ numeric: ['=', 42] }] }],
  ['a numeric range', { count: [{ numeric: ['>', 0, '<=', 42] }] }],
  ['numeric on the time', { dynamodb: { ApproximateCreationDateTime: [{ numeric: ['>', 0] }] } }],
  ['numeric in an array', { list: [{ numeric: ['>', 6] }] }],
  ['exists', { eventName: [{ exists: true }] }],
  ['exists with null', { userIdentity: [{ exists: true }] }],
  ['exists not', { nothing: [{ exists: false }] }],
  ['exists not, below nothing', { nothing: { below: [{ exists: false }] } }],
  ['exists not, of an object', { dynamodb: [{ exists: false }] }],
  ['an alternative that is absent', { nothing: ['x', { exists: false }] }],
  ['wildcard at the end', { eventName: [{ wildcard: 'INS*' }] }],
  ['wildcard at the start', { eventName: [{ wildcard: '*RT' }] }],
  ['wildcard in the middle', { eventName: [{ wildcard: 'I*T' }] }],
  ['wildcards', { eventName: [{ wildcard: '*N*R*' }] }],
  ['cidr', { ip: [{ cidr: '10.0.0.0/16' }] }],
  ['cidr of one', { ip: [{ cidr: '10.0.1.77/32' }] }],
  ['cidr of all', { ip: [{ cidr: '0.0.0.0/0' }] }],
  ['$or over fields', { $or: [{ eventName: ['REMOVE'] }, { count: [42] }] }],
  ['$or and a field', { on: [true], $or: [{ count: [1] }, { eventID: ['1'] }] }],
  ['$or below', { nested: { $or: [{ deep: { leaf: ['x'] } }, { deep: { n: [0.5] } }] } }],
  ['numeric or anything-but', { list: [{ numeric: ['>', 100] }, { 'anything-but': 'a' }] }],
];

const no: [string, unknown][] = [
  ['another text', { eventName: ['REMOVE'] }],
  ['another case', { eventName: ['insert'] }],
  ['a text for a number', { count: ['42'] }],
  ['a number for a text', { eventID: [1] }],
  ['null for what is absent', { nothing: [null] }],
  ['an empty text for what is absent', { nothing: [''] }],
  ['false for true', { on: [false] }],
  ['a leaf that is an object', { nested: ['deep'] }],
  ['an object that is a leaf', { eventName: { x: ['y'] } }],
  ['an element of an empty array', { none: ['a'] }],
  ['exists on an empty array', { none: [{ exists: true }] }],
  ['one of two fields', { eventName: ['INSERT'], count: [1] }],
  ['another prefix', { eventName: [{ prefix: 'ins' }] }],
  ['a prefix of a number', { count: [{ prefix: '4' }] }],
  ['another suffix', { eventName: [{ suffix: 'INS' }] }],
  ['anything-but itself', { eventName: [{ 'anything-but': 'INSERT' }] }],
  ['anything-but one of them', { eventName: [{ 'anything-but': ['x', 'INSERT'] }] }],
  ['anything-but its prefix', { eventName: [{ 'anything-but': { prefix: 'IN' } }] }],
  ['anything-but its suffix', { eventName: [{ 'anything-but': { suffix: 'RT' } }] }],
  [
    'anything-but in another case',
    { eventName: [{ 'anything-but': { 'equals-ignore-case': 'insert' } }] },
  ],
  ['anything-but its wildcard', { eventName: [{ 'anything-but': { wildcard: 'I*' } }] }],
  ['anything-but of what is absent', { nothing: [{ 'anything-but': 'x' }] }],
  ['numeric below', { count: [{ numeric: ['<', 42] }] }],
  ['numeric outside of a range', { count: [{ numeric: ['>', 42, '<', 50] }] }],
  ['numeric =', { count: [{ numeric: ['=', 43] }] }],
  ['exists of what is absent', { nothing: [{ exists: true }] }],
  ['exists of an object', { dynamodb: [{ exists: true }] }],
  ['exists not of what is there', { eventName: [{ exists: false }] }],
  ['wildcard for too much', { eventName: [{ wildcard: 'INSERT*X' }] }],
  ['wildcard that overlaps', { eventName: [{ wildcard: 'INSER*SERT' }] }],
  ['a star that is meant', { eventName: [{ wildcard: 'INS\\*' }] }],
  ['cidr beside', { ip: [{ cidr: '10.0.2.0/24' }] }],
  ['cidr of a text', { eventName: [{ cidr: '10.0.2.0/24' }] }],
  ['$or of neither', { $or: [{ eventName: ['REMOVE'] }, { count: [1] }] }],
  ['__proto__', { __proto__: undefined, constructor: [{ exists: true }] }],
];

const malformed: [string, string][] = [
  ['a text', 'single-string'],
  ['a JSON text', '"INSERT"'],
  ['an array', '[{"eventName":["INSERT"]}]'],
  ['null', 'null'],
  ['an empty object', '{}'],
  ['an empty object below', '{"dynamodb":{}}'],
  ['a bare value', '{"eventName":"INSERT"}'],
  ['an empty array', '{"eventName":[]}'],
  ['an array in an array', '{"eventName":[["INSERT"]]}'],
  ['an unknown operator', '{"eventName":[{"starts":"I"}]}'],
  ['two operators in one', '{"eventName":[{"prefix":"I","suffix":"T"}]}'],
  ['exists of a text', '{"eventName":[{"exists":"true"}]}'],
  ['prefix of a number', '{"eventName":[{"prefix":1}]}'],
  ['numeric of texts', '{"count":[{"numeric":[">","1"]}]}'],
  ['numeric without a number', '{"count":[{"numeric":[">"]}]}'],
  ['numeric with another comparison', '{"count":[{"numeric":["!=",1]}]}'],
  ['numeric the wrong way round', '{"count":[{"numeric":["<",5,">",1]}]}'],
  ['an empty range', '{"count":[{"numeric":[">",5,"<",1]}]}'],
  ['a number too large', '{"count":[{"numeric":[">",6000000000]}]}'],
  ['anything-but nothing', '{"eventName":[{"anything-but":[]}]}'],
  ['anything-but null', '{"eventName":[{"anything-but":null}]}'],
  ['anything-but another operator', '{"eventName":[{"anything-but":{"numeric":[">",1]}}]}'],
  ['two stars', '{"eventName":[{"wildcard":"I**"}]}'],
  ['cidr without bits', '{"ip":[{"cidr":"10.0.0.0"}]}'],
  ['cidr of 33 bits', '{"ip":[{"cidr":"10.0.0.0/33"}]}'],
  ['$or of one', '{"$or":[{"eventName":["x"]}]}'],
  ['$or of texts', '{"$or":["a","b"]}'],
  ['truncated JSON', '{"eventName":["INSERT"'],
  ['too long', `{"eventName":["${'x'.repeat(4_096)}"]}`],
  ['too deep', `${'{"a":'.repeat(40)}["x"]${'}'.repeat(40)}`],
];

describe('patterns', () => {
  it.each(yes)('[E20] [E21] [E22] match %s', (_, pattern) => {
    expect(matches(pattern)).toBe(true);
  });

  it.each(no)('[E20] [E21] [E22] do not match %s', (_, pattern) => {
    expect(matches(pattern)).toBe(false);
  });

  it.each(malformed)('[E23] are refused: %s', (_, text) => {
    expect(() => parsePattern(text)).toThrow('Invalid filter pattern definition.');
  });

  it('[E24] never take a number attribute for a number: it is a text', () => {
    expect(matches({ dynamodb: { NewImage: { total: { N: [{ numeric: ['>', 100] }] } } } })).toBe(
      false,
    );
    expect(matches({ dynamodb: { NewImage: { total: { N: [{ 'anything-but': '42' }] } } } })).toBe(
      true,
    );
  });

  it('[E22] are alternatives where there are several, and let all through where there is none', () => {
    const remove = JSON.stringify({ eventName: ['REMOVE'] });
    const insert = JSON.stringify({ eventName: ['INSERT'] });
    expect(parsePatterns([remove, insert])(EVENT)).toBe(true);
    expect(parsePatterns([remove])(EVENT)).toBe(false);
    expect(parsePatterns([])(EVENT)).toBe(true);
  });

  it('[E21] wildcards agree with a plain search for every text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }),
        (wanted, value) => {
          fc.pre(!wanted.includes('**'));
          const expected = new RegExp(`^${wanted.replaceAll('*', '.*')}$`).test(value);
          const pattern = parsePattern(JSON.stringify({ v: [{ wildcard: wanted }] }));
          expect(pattern({ v: value })).toBe(expected);
        },
      ),
    );
  });

  it('[E23] are refused with a sentence or answer, whatever they are and whatever they meet', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const operator = fc.dictionary(
      fc.constantFrom(
        'prefix',
        'suffix',
        'exists',
        'numeric',
        'anything-but',
        'wildcard',
        'cidr',
        '$or',
      ),
      fc.oneof(leaf, fc.array(leaf)),
    );
    const pattern = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.string(), fc.oneof(leaf, fc.array(fc.oneof(leaf, operator)))),
    );
    fc.assert(
      fc.property(pattern, fc.jsonValue(), (written, event) => {
        try {
          expect(typeof parsePattern(JSON.stringify(written))(event)).toBe('boolean');
        } catch (error) {
          expect(error).toBeInstanceOf(ItemError);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
