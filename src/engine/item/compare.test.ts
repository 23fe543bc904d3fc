import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue } from './attributeValue.ts';
import { compareBytes, decodeBase64, encodeBase64 } from './binary.ts';
import { compareTexts, compareValues, equalValues, holdsValue } from './compare.ts';

describe('[X7] equal values', () => {
  it.each<[AttributeValue, AttributeValue, boolean]>([
    [{ S: 'a' }, { S: 'a' }, true],
    [{ S: '1' }, { N: '1' }, false],
    [{ N: '1' }, { N: '1.0' }, true],
    [{ B: 'YQ==' }, { S: 'YQ==' }, false],
    [{ SS: ['a', 'b'] }, { SS: ['b', 'a'] }, true],
    [{ SS: ['a'] }, { SS: ['a', 'b'] }, false],
    [{ NS: ['1', '2'] }, { NS: ['2.0', '1'] }, true],
    [{ BS: ['YQ=='] }, { SS: ['YQ=='] }, false],
    [{ L: [{ S: 'a' }, { S: 'b' }] }, { L: [{ S: 'b' }, { S: 'a' }] }, false],
    [{ L: [{ N: '1' }] }, { L: [{ N: '1.0' }] }, true],
    [{ M: { a: { S: 'x' }, b: { S: 'y' } } }, { M: { b: { S: 'y' }, a: { S: 'x' } } }, true],
    [{ M: { a: { S: 'x' } } }, { M: { b: { S: 'x' } } }, false],
    [{ M: {} }, { M: { a: { S: 'x' } } }, false],
    [{ NULL: true }, { NULL: true }, true],
    [{ NULL: true }, { BOOL: false }, false],
    [{ BOOL: true }, { BOOL: false }, false],
  ])('%j and %j: %s', (a, b, equal) => {
    expect(equalValues(a, b)).toBe(equal);
    expect(equalValues(b, a)).toBe(equal);
  });
});

describe('[X8] the order of values', () => {
  it.each<[AttributeValue, AttributeValue, number | null]>([
    [{ N: '2' }, { N: '10' }, -1],
    [{ S: '2' }, { S: '10' }, 1],
    [{ S: 'a' }, { S: 'ab' }, -1],
    [{ S: '\ufffd' }, { S: '\u{1f600}' }, -1],
    [{ B: '/w==' }, { B: 'AAA=' }, 1],
    [{ S: '1' }, { N: '1' }, null],
    [{ BOOL: true }, { BOOL: false }, null],
    [{ L: [] }, { L: [] }, null],
  ])('%j to %j: %s', (a, b, order) => {
    const actual = compareValues(a, b);
    expect(actual === null ? null : Math.sign(actual)).toBe(order);
  });

  it('is that of UTF-8', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
        expect(Math.sign(compareTexts(a, b))).toBe(bytes);
      }),
    );
  });
});

describe('holding a value', () => {
  it.each<[AttributeValue, AttributeValue, boolean]>([
    [{ L: [{ N: '1' }] }, { N: '1.0' }, true],
    [{ L: [{ L: [] }] }, { L: [] }, true],
    [{ SS: ['a'] }, { S: 'a' }, true],
    [{ SS: ['a'] }, { B: 'a' }, false],
    [{ NS: ['10'] }, { N: '1e1' }, true],
    [{ BS: ['YQ=='] }, { B: 'YQ==' }, true],
    [{ M: { a: { S: 'a' } } }, { S: 'a' }, false],
  ])('%j holds %j: %s', (whole, part, holds) => {
    expect(holdsValue(whole, part)).toBe(holds);
  });
});

describe('base64', () => {
  it('gives back every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(compareBytes(decodeBase64(text)!, bytes)).toBe(0);
      }),
    );
  });
  it.each(['Zg', 'Zg=', 'Z===', 'Zh==', 'Zg=a', '=Zg=', 'Zm8\u00e9'])('%j is none', (text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});
