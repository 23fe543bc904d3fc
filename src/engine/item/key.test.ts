import { describe, expect, it } from 'vitest';
import type { AttributeMap } from './attributeValue.ts';
import { checkedKey, type KeySchema, keyLabel, keyNames, keyOf, partitionHash } from './key.ts';

const simple: KeySchema = { partitionKey: { name: 'id', type: 'S' } };
const composite: KeySchema = {
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'N' },
};

describe('the key of an item', () => {
  it('is its key attributes, numbers canonical', () => {
    const item: AttributeMap = { sk: { N: '01.0' }, more: { S: 'x' }, pk: { S: 'a' } };
    expect(keyOf(composite, item)).toEqual({ pk: { S: 'a' }, sk: { N: '1' } });
    expect(keyNames(composite)).toEqual(['pk', 'sk']);
  });

  const bad: [string, AttributeMap, string][] = [
    [
      'missing',
      { other: { S: 'x' } },
      'One or more parameter values were invalid: Missing the key id in the item',
    ],
    [
      'of another type',
      { id: { N: '1' } },
      'One or more parameter values were invalid: Type mismatch for key id expected: S actual: N',
    ],
    [
      'empty',
      { id: { S: '' } },
      'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id',
    ],
    [
      'longer than 2,048 bytes',
      { id: { S: 'é'.repeat(1025) } },
      'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
    ],
  ];
  it.each(bad)('[X5] is refused when it is %s', (_, item, message) => {
    expect(() => keyOf(simple, item)).toThrow(
      expect.objectContaining({ awsName: 'ValidationException', message }),
    );
  });

  it('[X5] takes a partition key of 2,048 bytes and a sort key of 1,024, not more', () => {
    const schema: KeySchema = { ...composite, sortKey: { name: 'sk', type: 'B' } };
    const longest = (sk: string) => ({ pk: { S: 'x'.repeat(2_048) }, sk: { B: sk } });
    expect(keyOf(schema, longest(`${'AAAA'.repeat(341)}AA==`))).toBeDefined();
    expect(() => keyOf(schema, longest('AAAA'.repeat(342)))).toThrow(
      'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
    );
    expect(() => keyOf(schema, { pk: { S: 'x' }, sk: { B: '' } })).toThrow('empty binary value');
  });

  it.each<AttributeMap>([
    {},
    { id: { N: '1' } },
    { other: { S: 'a' } },
    { id: { S: 'a' }, other: { S: 'a' } },
  ])('[X5] refuses %j as the Key of a call', (key) => {
    expect(() => checkedKey(simple, key)).toThrow(
      'The provided key element does not match the schema',
    );
  });
});

describe('the label of a key', () => {
  it('is the plain text of the key', () => {
    expect(keyLabel(simple, { id: { S: 'order#13' } })).toBe('order#13');
    expect(keyLabel(composite, { pk: { S: 'a' }, sk: { N: '1.50' } })).toBe('a | 1.5');
  });
  it('differs for keys that differ', () => {
    const texts: KeySchema = { ...composite, sortKey: { name: 'sk', type: 'S' } };
    const one = keyLabel(texts, { pk: { S: 'a | b' }, sk: { S: 'c' } });
    const other = keyLabel(texts, { pk: { S: 'a' }, sk: { S: 'b | c' } });
    expect(one).not.toBe(other);
  });
});

describe('[X6] the hash of a partition key', () => {
  it('is the same for numbers of one value and looks only at the partition key', () => {
    const schema: KeySchema = { partitionKey: { name: 'n', type: 'N' } };
    expect(partitionHash(schema, { n: { N: '1.0' } })).toBe(
      partitionHash(schema, { n: { N: '1' } }),
    );
    const a = partitionHash(composite, { pk: { S: 'a' }, sk: { N: '1' } });
    expect(partitionHash(composite, { pk: { S: 'a' }, sk: { N: '2' } })).toBe(a);
  });
  it('spreads keys that count up evenly over four partitions', () => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4_000; i++) {
      const hash = partitionHash(simple, { id: { S: `order#${i}` } });
      counts[Math.floor(hash / 0x4000_0000)]!++;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });
});
