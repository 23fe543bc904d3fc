import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addNumbers,
  canonicalNumber,
  compareNumbers,
  decimalText,
  isPlainInteger,
  parseNumber,
  subtractNumbers,
} from './number.ts';

const overflow =
  'Number overflow. Attempting to store a number with magnitude larger than supported range';
const underflow =
  'Number underflow. Attempting to store a number with magnitude smaller than supported range';
const precision = 'Attempting to store more than 38 significant digits in a Number';

describe('[X4] a number comes back in one form', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.000', '0'],
    ['0e500', '0'],
    ['00042', '42'],
    ['+7', '7'],
    ['1.0', '1'],
    ['3.1400', '3.14'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0.50', '-0.5'],
    ['1.5E2', '150'],
    ['1e-3', '0.001'],
    ['12345e-3', '12.345'],
    ['1e20', '100000000000000000000'],
    ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
  ])('%s is %s', (text, canonical) => {
    expect(decimalText(parseNumber(text))).toBe(canonical);
    expect(canonicalNumber(text)).toBe(canonical);
    expect(canonicalNumber(canonical)).toBe(canonical);
  });

  it.each([
    ['9.9999999999999999999999999999999999999E+125', 126],
    ['-9.9999999999999999999999999999999999999E+125', 127],
    ['1E-130', 132],
  ])('takes the farthest number %s', (text, length) => {
    expect(decimalText(parseNumber(text))).toHaveLength(length);
  });

  it.each([
    ['', 'The parameter cannot be converted to a numeric value'],
    ['b', 'The parameter cannot be converted to a numeric value: b'],
    ['1 2', 'The parameter cannot be converted to a numeric value: 1 2'],
    ['.', 'The parameter cannot be converted to a numeric value: .'],
    ['1e', 'The parameter cannot be converted to a numeric value: 1e'],
    ['0x10', 'The parameter cannot be converted to a numeric value: 0x10'],
    ['NaN', 'The parameter cannot be converted to a numeric value: NaN'],
    ['1e126', overflow],
    ['-1e126', overflow],
    ['1e999999999999', overflow],
    ['1e-131', underflow],
    ['-1e-131', underflow],
    ['123456789012345678901234567890123456789', precision],
    ['-1.23456789012345678901234567890123456789', precision],
  ])('refuses %j', (text, message) => {
    expect(() => parseNumber(text)).toThrow(
      expect.objectContaining({ awsName: 'ValidationException', message }),
    );
  });
});

describe('[X10] arithmetic', () => {
  it.each([
    ['1', '2', '3'],
    ['0.1', '0.2', '0.3'],
    ['-1', '1', '0'],
    ['5', '-7.5', '-2.5'],
    ['99999999999999999999999999999999999999', '1', `1${'0'.repeat(38)}`],
    ['1e125', '-1e125', '0'],
  ])('%s + %s is %s', (a, b, sum) => {
    expect(addNumbers(a, b)).toBe(sum);
    expect(subtractNumbers(sum, b)).toBe(canonicalNumber(a));
  });

  it('is refused where the result has no place', () => {
    expect(() => addNumbers('1e37', '0.1')).toThrow(precision);
    expect(() => addNumbers('9e125', '9e125')).toThrow(overflow);
    expect(() => subtractNumbers('1', 'x')).toThrow('cannot be converted');
  });

  it('agrees with whole numbers', () => {
    const whole = fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(addNumbers(String(a), String(b))).toBe(String(a + b));
        expect(subtractNumbers(String(a), String(b))).toBe(String(a - b));
        const order = compareNumbers(String(a), String(b));
        expect(Math.sign(order)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});

describe('the order of numbers', () => {
  const rising = [
    '-1e125',
    '-10',
    '-9.5',
    '-1e-130',
    '0',
    '1e-130',
    '0.09',
    '0.1',
    '9',
    '10',
    '1e125',
  ];
  it('is by value', () => {
    for (let i = 0; i < rising.length; i++) {
      for (let j = 0; j < rising.length; j++) {
        expect(Math.sign(compareNumbers(rising[i]!, rising[j]!))).toBe(Math.sign(i - j));
      }
    }
  });
});

describe('a plain integer', () => {
  it.each([
    ['0', true],
    ['-0', false],
    ['-1', true],
    ['01', false],
    ['', false],
    ['-', false],
    ['999999999999999', true],
    ['1000000000000000', false],
    ['1.0', false],
    ['1e3', false],
  ])('%j: %s', (text, plain) => {
    expect(isPlainInteger(text)).toBe(plain);
  });
});
