import { describe, expect, it } from 'vitest';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import { attributeSizeBytes, base64Length, itemSizeBytes, utf8Length } from './size.ts';

describe('[X1] the size of an item', () => {
  const values: [AttributeValue, number][] = [
    [{ S: '' }, 0],
    [{ S: 'Fred' }, 4],
    [{ S: 'é€😀' }, 9],
    [{ N: '0' }, 1],
    [{ N: '1' }, 2],
    [{ N: '42' }, 2],
    [{ N: '101' }, 3],
    [{ N: '1000000' }, 2],
    [{ N: '0.00012' }, 2],
    [{ N: '12.345' }, 4],
    [{ B: 'Zm9vYmFy' }, 6],
    [{ B: 'Zm8=' }, 2],
    [{ NULL: true }, 1],
    [{ BOOL: false }, 1],
    [{ L: [] }, 3],
    [{ L: [{ S: 'ab' }, { N: '1' }] }, 9],
    [{ M: {} }, 3],
    [{ M: { k: { S: 'ab' } } }, 7],
    [{ SS: ['a', 'bc'] }, 3],
    [{ NS: ['1', '234'] }, 5],
    [{ BS: ['Zm8=', 'Zg=='] }, 3],
  ];
  it.each(values)('%j is %i bytes', (value, bytes) => {
    expect(attributeSizeBytes(value)).toBe(bytes);
  });

  it('[X2] counts one byte more for a negative number', () => {
    expect(attributeSizeBytes({ N: '-42' })).toBe(3);
  });

  /** `SizeBytes` of recorded stream records: the keys and the images that are there. */
  const recorded: [string, number, AttributeMap[]][] = [
    ['KEYS_ONLY', 12, [{ Username: { S: 'Fred' } }]],
    [
      'NEW_IMAGE with binary',
      70,
      image({ my_partition_key: 'hello world' }, { binary_key: { B: 'Zm9vYmFy' } }),
    ],
    ['INSERT id', 20, image({ id: 'id_value' }, {})],
    [
      'INSERT id and id2',
      32,
      image({ id: 'id_value' }, { id2: { S: 'id2_new_value'.slice(0, 9) } }),
    ],
    ['a number of two digits', 39, image({ id: 'id_value_1' }, { numericFilter: { N: '42' } })],
    [
      'an item found present',
      46,
      image({ id: 'id_value_1' }, { presentKey: { S: 'presentValue' } }),
    ],
  ];
  it.each(recorded)('of a recorded record: %s, %i bytes', (_, bytes, images) => {
    const total = images.map(itemSizeBytes).reduce((a, b) => a + b, 0);
    expect(total).toBe(bytes);
  });
});

describe('text lengths', () => {
  it('counts lone surrogates as their replacement', () => {
    expect(utf8Length('\ud800')).toBe(3);
    expect(utf8Length('\udc00\ud83d\ude00')).toBe(7);
  });
  it.each([
    ['', 0],
    ['Zg==', 1],
    ['Zm8=', 2],
    ['Zm9v', 3],
    ['Zm9vYg', 4],
  ])('%s stands for %i bytes', (text, bytes) => {
    expect(base64Length(text)).toBe(bytes);
  });
});

/** The key, and the image of key and other attributes, as an INSERT record has them. */
function image(key: Record<string, string>, rest: AttributeMap): AttributeMap[] {
  const keys = Object.fromEntries(Object.entries(key).map(([name, S]) => [name, { S }]));
  return [keys, { ...keys, ...rest }];
}
