/** Equality and order of attribute values, as conditions and sort keys see them. */
import { attributeOf, byCodeUnits } from './attributeMap.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import { compareBytes, decodeBase64 } from './binary.ts';
import { canonicalNumber, compareNumbers } from './number.ts';

/**
 * Whether two values are the same to DynamoDB: of one type, numbers by value, sets and maps in any
 * order, lists element by element [X7].
 */
export function equalValues(a: AttributeValue, b: AttributeValue): boolean {
  if ('S' in a) return 'S' in b && a.S === b.S;
  if ('N' in a) return 'N' in b && canonicalNumber(a.N) === canonicalNumber(b.N);
  if ('B' in a) return 'B' in b && a.B === b.B;
  if ('BOOL' in a) return 'BOOL' in b && a.BOOL === b.BOOL;
  if ('M' in a) return 'M' in b && equalItems(a.M, b.M);
  if ('L' in a) return 'L' in b && equalLists(a.L, b.L);
  if ('SS' in a) return 'SS' in b && equalSets(a.SS, b.SS);
  if ('BS' in a) return 'BS' in b && equalSets(a.BS, b.BS);
  if ('NS' in a) {
    return 'NS' in b && equalSets(a.NS.map(canonicalNumber), b.NS.map(canonicalNumber));
  }
  return 'NULL' in b;
}

/** Whether two items, or maps, have the same attributes with the same values. */
export function equalItems(a: AttributeMap, b: AttributeMap): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const other = attributeOf(b, name);
    return other !== undefined && equalValues(attributeOf(a, name)!, other);
  });
}

/**
 * Negative, zero or positive where values have an order: two numbers, two strings (by UTF-8 bytes),
 * two binaries (by unsigned bytes). Null for everything else [X8].
 */
export function compareValues(a: AttributeValue, b: AttributeValue): number | null {
  if ('N' in a && 'N' in b) return compareNumbers(a.N, b.N);
  if ('S' in a && 'S' in b) return compareTexts(a.S, b.S);
  if ('B' in a && 'B' in b) return compareBinaries(a.B, b.B);
  return null;
}

/** Order of two texts by their UTF-8 bytes: as by code units, but surrogates come after U+FFFF. */
export function compareTexts(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return utf8Rank(left) - utf8Rank(right);
  }
  return a.length - b.length;
}

/** A code unit's place among first differing units, in the order of UTF-8. */
const utf8Rank = (unit: number): number =>
  unit >= 0xd800 && unit <= 0xdfff ? unit + 0x1_0000 : unit;

function compareBinaries(a: string, b: string): number {
  const left = decodeBase64(a);
  const right = decodeBase64(b);
  return left === null || right === null ? byCodeUnits(a, b) : compareBytes(left, right);
}

function equalLists(a: readonly AttributeValue[], b: readonly AttributeValue[]): boolean {
  return a.length === b.length && a.every((value, i) => equalValues(value, b[i]!));
}

function equalSets(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const members = new Set(b);
  return a.every((member) => members.has(member));
}

/** Whether a list holds a value, or a set a member of its type. */
export function holdsValue(whole: AttributeValue, part: AttributeValue): boolean {
  if ('L' in whole) return whole.L.some((element) => equalValues(element, part));
  if ('SS' in whole && 'S' in part) return whole.SS.includes(part.S);
  if ('BS' in whole && 'B' in part) return whole.BS.includes(part.B);
  if ('NS' in whole && 'N' in part) {
    const number = canonicalNumber(part.N);
    return whole.NS.some((member) => canonicalNumber(member) === number);
  }
  return false;
}
