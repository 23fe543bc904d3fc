/**
 * How many bytes DynamoDB counts for an item: attribute names and values. Source: the DynamoDB
 * developer guide, CapacityUnitCalculations; confirmed by `SizeBytes` of recorded stream records.
 */
import { attributeOf } from './attributeMap.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import { isPlainInteger, parseDecimal } from './number.ts';

/** A list or a map costs this much besides its contents, and each element one byte more. */
export const DOCUMENT_BYTES = 3;

/** Length of text in UTF-8; a lone surrogate counts as the three bytes of its replacement. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (isPair(text, i)) {
      bytes += 2; // four bytes in all; two units were counted
      i++;
    } else bytes += 2;
  }
  return bytes;
}

/** Whether a surrogate pair begins here. */
function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** Number of bytes that base64 text stands for. */
export function base64Length(text: string): number {
  let units = text.length;
  while (units > 0 && text.charCodeAt(units - 1) === 61) units--;
  return Math.floor((units * 3) / 4);
}

/**
 * Half the significant digits, rounded up, and one byte; zeros at both ends do not count. That the
 * sign of a negative number takes a byte more is assumed [X2].
 */
export function numberSizeBytes(text: string): number {
  if (isPlainInteger(text)) return integerSizeBytes(text);
  const decimal = parseDecimal(text);
  if (decimal === null) return text.length;
  return Math.ceil(decimal.digits.length / 2) + 1 + (decimal.negative ? 1 : 0);
}

/** The same for a plain integer, read off its text: only zeros at its end do not count. */
export function integerSizeBytes(text: string): number {
  const sign = text.charCodeAt(0) === 45 ? 1 : 0;
  let end = text.length;
  while (end > sign && text.charCodeAt(end - 1) === 48) end--;
  return Math.ceil((end - sign) / 2) + 1 + sign;
}

/** The same for a whole number that is not negative. */
export function wholeSizeBytes(value: number): number {
  let significant = value;
  while (significant > 0 && significant % 10 === 0) significant /= 10;
  let digits = 0;
  for (let power = 1; power <= significant; power *= 10) digits++;
  return Math.ceil(digits / 2) + 1;
}

/** Size of a value without its attribute's name, in bytes. */
export function attributeSizeBytes(value: AttributeValue): number {
  if ('S' in value) return utf8Length(value.S);
  if ('N' in value) return numberSizeBytes(value.N);
  if ('B' in value) return base64Length(value.B);
  if ('M' in value) {
    return DOCUMENT_BYTES + itemSizeBytes(value.M) + Object.keys(value.M).length;
  }
  if ('L' in value) return sum(value.L, attributeSizeBytes) + DOCUMENT_BYTES + value.L.length;
  if ('SS' in value) return sum(value.SS, utf8Length);
  if ('NS' in value) return sum(value.NS, numberSizeBytes);
  if ('BS' in value) return sum(value.BS, base64Length);
  return 1; // NULL, BOOL
}

/** Size of an item, a key or an image, in bytes. */
export function itemSizeBytes(item: AttributeMap): number {
  let bytes = 0;
  for (const name of Object.keys(item)) {
    bytes += utf8Length(name) + attributeSizeBytes(attributeOf(item, name)!);
  }
  return bytes;
}

function sum<T>(values: readonly T[], sizeOf: (value: T) => number): number {
  let total = 0;
  for (const value of values) total += sizeOf(value);
  return total;
}
