/**
 * DynamoDB's numbers: decimal text, up to 38 significant digits, exact. A number is kept as its
 * digits without leading or trailing zeros and the power of ten of the last of them.
 */

/** `digits` × 10^`exponent`; zero is `digits` '' and `exponent` 0. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

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
  return decimal === null ? text : decimalText(decimal);
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
