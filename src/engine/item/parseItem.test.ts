import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue } from './attributeValue.ts';
import { ItemError } from './itemError.ts';
import { parseAttributeValue, parseItem } from './parseItem.ts';

const invalid = 'One or more parameter values were invalid: ';
const empty =
  'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes';

describe('[X9] an attribute value from JSON', () => {
  it.each<[unknown, AttributeValue]>([
    [{ S: '' }, { S: '' }],
    [{ N: '01.50' }, { N: '1.5' }],
    [{ B: 'Zm8=' }, { B: 'Zm8=' }],
    [{ BOOL: false }, { BOOL: false }],
    [{ BOOL: 'no' }, { BOOL: false }],
    [{ NULL: true }, { NULL: true }],
    [{ SS: ['a', ''] }, { SS: ['a', ''] }],
    [{ NS: ['1', '2.0'] }, { NS: ['1', '2'] }],
    [{ L: [{ S: 'a' }, { M: {} }] }, { L: [{ S: 'a' }, { M: {} }] }],
    [{ M: { a: { L: [] } } }, { M: { a: { L: [] } } }],
    [{ S: 'a', N: null }, { S: 'a' }],
  ])('%j is taken', (json, value) => {
    expect(parseAttributeValue(json)).toEqual(value);
  });

  it.each<[unknown, string]>([
    [{}, empty],
    [{ X: 'a' }, empty],
    [{ toString: 'a' }, empty],
    [{ M: { a: {} } }, empty],
    [{ L: [{}] }, empty],
    [
      { S: 'a', N: '1' },
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    ],
    [{ S: 'a', N: 'b' }, 'The parameter cannot be converted to a numeric value: b'],
    [{ NULL: false }, `${invalid}Null attribute value types must have the value of true`],
    [{ SS: [] }, `${invalid}An string set  may not be empty`],
    [{ NS: [] }, `${invalid}An number set  may not be empty`],
    [{ BS: [] }, `${invalid}Binary sets should not be empty`],
    [{ SS: ['a', 'a'] }, `${invalid}Input collection [a, a] contains duplicates.`],
    [{ NS: ['1', '1.0'] }, 'Input collection contains duplicates'],
    [{ NS: ['1', ''] }, 'The parameter cannot be converted to a numeric value'],
    [
      { BS: ['Yg==', 'Yg=='] },
      `${invalid}Input collection [Yg==, Yg==]of type BS contains duplicates.`,
    ],
    [
      { N: '1e126' },
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    ],
  ])('%j is refused: %s', (json, message) => {
    expect(() => parseAttributeValue(json)).toThrow(
      expect.objectContaining({ awsName: 'ValidationException', message }),
    );
  });

  it.each<[unknown, string]>([
    [{ S: 5 }, 'NUMBER_VALUE cannot be converted to String'],
    [{ S: 1.5 }, 'DECIMAL_VALUE cannot be converted to String'],
    [{ N: true }, 'TRUE_VALUE cannot be converted to String'],
    [{ S: ['a'] }, 'Unrecognized collection type class java.lang.String'],
    [{ S: { a: 1 } }, 'Start of structure or map found where not expected'],
    [{ B: 'abcde' }, 'Base64 encoded length is expected a multiple of 4 bytes but found: 5'],
    [{ B: '?===' }, 'Invalid Base64 character detected'],
    [{ SS: 'a' }, 'Unexpected field type'],
    ['a', 'Unexpected value type in payload'],
  ])('%j cannot be read: %s', (json, message) => {
    expect(() => parseAttributeValue(json)).toThrow(
      expect.objectContaining({ awsName: 'SerializationException', message }),
    );
  });
});

describe('[X9] an item from JSON', () => {
  it('says where the error is', () => {
    const json = { id: { S: 'a' }, lines: { L: [{ M: { price: { N: 'x' } } }] } };
    expect(() => parseItem(json)).toThrow(expect.objectContaining({ path: ['lines', 0, 'price'] }));
  });

  it('keeps attributes with the names of every object as its own', () => {
    const json = JSON.parse('{"__proto__":{"S":"x"},"m":{"M":{"__proto__":{"N":"1"}}}}');
    const item = parseItem(json);
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
    expect(JSON.stringify(item)).toBe('{"__proto__":{"S":"x"},"m":{"M":{"__proto__":{"N":"1"}}}}');
  });

  const nested = (levels: number): unknown => {
    let value: unknown = { S: 'leaf' };
    for (let i = 1; i < levels; i++) value = i % 2 ? { M: { n: value } } : { L: [value] };
    return value;
  };

  it('may be 32 levels deep', () => {
    expect(parseItem({ id: { S: 'a' }, data: nested(32) })).toBeDefined();
    expect(() => parseItem({ id: { S: 'a' }, data: nested(33) })).toThrow(
      'Nesting Levels have exceeded supported limits',
    );
    expect(() => parseItem({ data: nested(20_000) })).toThrow(ItemError);
  });

  it('may have 400 KB, names and values', () => {
    const filled = (bytes: number) => ({ a: { S: 'x'.repeat(bytes - 1) } });
    expect(parseItem(filled(409_600))).toBeDefined();
    expect(() => parseItem(filled(409_601))).toThrow(
      'Item size has exceeded the maximum allowed size',
    );
  });

  it('is never refused but by an ItemError', () => {
    const type = fc.constantFrom('S', 'N', 'B', 'SS', 'NS', 'BS', 'M', 'L', 'NULL', 'BOOL', 'X');
    const typed = fc.dictionary(type, fc.jsonValue(), { maxKeys: 2 });
    const json = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.string(), fc.oneof(typed, fc.anything())),
    );
    fc.assert(
      fc.property(json, (value) => {
        try {
          const item = parseItem(value);
          expect(parseItem(item)).toEqual(item);
        } catch (error) {
          expect(error).toBeInstanceOf(ItemError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
