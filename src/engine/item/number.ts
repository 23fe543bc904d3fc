/**
 * DynamoDB's numbers: decimal text, up to 38 significant digits, exact. A number is kept as its
 * digits without leading or trailing zeros and the power of ten of the last of them.
 */

import { validationError } from './itemError.ts';

/** `digits` × 10^`exponent`; zero is `digits` '' and `exponent` 0. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

const MOST_DIGITS = 38;
/** The first digit stands for at most 10^125 and at least 10^-130. */
const HIGHEST_POWER = 125;
const LOWEST_POWER = -130;
/** Beyond this no number of DynamoDB's can be; text of that many zeros is never made. */
const FARTHEST_EXPONENT = 1_000;

const FORM = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;

/** Reads decimal text, or gives null where it is none. Precision and magnitude are not checked. */
export function parseDecimal(text: string): Decimal | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const whole = match[2]!;
  const fraction = match[3]!;
  if (whole === '' && fraction === '') return null;
  const power = match[4] === undefined ? 0 : Number(match[4]);
  return makeDecimal(match[1] === '-', whole + fraction, power - fraction.length);
}

/**
 * Reads a number as DynamoDB takes it from a request.
 * @throws ItemError for text that is no number, too large, too small or too precise [X4].
 */
export function parseNumber(text: string): Decimal {
  const decimal = parseDecimal(text);
  if (decimal === null) {
    const what = text === '' ? '' : `: ${text}`;
    throw validationError(`The parameter cannot be converted to a numeric value${what}`);
  }
  return checkedDecimal(decimal);
}

/** The same number, if DynamoDB can hold it. @throws ItemError */
export function checkedDecimal(decimal: Decimal): Decimal {
  if (decimal.digits === '') return decimal;
  const power = decimal.digits.length + decimal.exponent - 1;
  if (power > HIGHEST_POWER) {
    throw validationError(
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    );
  }
  if (power < LOWEST_POWER) {
    throw validationError(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  }
  if (decimal.digits.length > MOST_DIGITS) {
    throw validationError('Attempting to store more than 38 significant digits in a Number');
  }
  return decimal;
}

/** Drops zeros at both ends of the digits. */
export function makeDecimal(negative: boolean, digits: string, exponent: number): Decimal {
  let from = 0;
  let to = digits.length;
  while (from < to && digits.charCodeAt(from) === 48) from++;
  while (to > from && digits.charCodeAt(to - 1) === 48) to--;
  if (from === to) return { negative: false, digits: '', exponent: 0 };
  return { negative, digits: digits.slice(from, to), exponent: exponent + digits.length - to };
}

/** Plain decimal text without an exponent, as DynamoDB returns numbers. */
export function decimalText(decimal: Decimal): string {
  const { digits, exponent } = decimal;
  if (digits === '') return '0';
  const sign = decimal.negative ? '-' : '';
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
  const point = digits.length + exponent;
  if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${sign}0.${'0'.repeat(-point)}${digits}`;
}

/** Whether text is a whole number of at most 15 digits, written as DynamoDB writes it. */
export function isPlainInteger(text: string): boolean {
  const negative = text.charCodeAt(0) === 45;
  const from = negative ? 1 : 0;
  const count = text.length - from;
  if (count < 1 || count > 15) return false;
  if (text.charCodeAt(from) === 48 && (negative || count > 1)) return false;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

/** The one text of a number's value: `1`, for `1.0`, `+1` and `10e-1`. Text that is no number stays. */
export function canonicalNumber(text: string): string {
  if (isPlainInteger(text)) return text;
  const decimal = parseDecimal(text);
  if (decimal === null || Math.abs(decimal.exponent) > FARTHEST_EXPONENT) return text;
  return decimalText(decimal);
}

/** The exact sum of two numbers. @throws ItemError when DynamoDB cannot hold it [X10]. */
export function addNumbers(a: string, b: string): string {
  return decimalText(checkedDecimal(sumOf(parseNumber(a), parseNumber(b))));
}

/** The exact difference of two numbers. @throws ItemError when DynamoDB cannot hold it [X10]. */
export function subtractNumbers(a: string, b: string): string {
  const right = parseNumber(b);
  const opposite = { ...right, negative: right.digits !== '' && !right.negative };
  return decimalText(checkedDecimal(sumOf(parseNumber(a), opposite)));
}

function sumOf(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const sum = scaled(a, exponent) + scaled(b, exponent);
  return makeDecimal(sum < 0n, String(sum < 0n ? -sum : sum), exponent);
}

/** A number in units of 10^`exponent`. */
function scaled(decimal: Decimal, exponent: number): bigint {
  if (decimal.digits === '') return 0n;
  const value = BigInt(decimal.digits) * 10n ** BigInt(decimal.exponent - exponent);
  return decimal.negative ? -value : value;
}

/** Negative, zero or positive as the first is less than, equal to or greater than the second. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const signA = a.digits === '' ? 0 : a.negative ? -1 : 1;
  const signB = b.digits === '' ? 0 : b.negative ? -1 : 1;
  if (signA !== signB) return signA - signB;
  if (signA === 0) return 0;
  const magnitude = a.digits.length + a.exponent - (b.digits.length + b.exponent);
  if (magnitude !== 0) return magnitude * signA;
  // The digits are trimmed and of one magnitude, so their text compares as their fraction does.
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -signA : signA;
}

/** {@link compareDecimals} over number text. */
export function compareNumbers(a: string, b: string): number {
  const left = parseDecimal(a);
  const right = parseDecimal(b);
  if (left === null || right === null) return a < b ? -1 : a > b ? 1 : 0;
  return compareDecimals(left, right);
}
