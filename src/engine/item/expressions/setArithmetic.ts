/** What ADD and DELETE do to an attribute. */
import type { AttributeValue } from '../attributeValue.ts';
import { addNumbers, canonicalNumber } from '../number.ts';

/**
 * The sum of two numbers, or the union of two sets of one type; the value itself where there was no
 * attribute. Null where the types do not fit.
 */
export function addToAttribute(
  before: AttributeValue | undefined,
  value: AttributeValue,
): AttributeValue | null {
  if (before === undefined) return 'N' in value ? { N: addNumbers('0', value.N) } : value;
  if ('N' in before && 'N' in value) return { N: addNumbers(before.N, value.N) };
  if ('SS' in before && 'SS' in value) return { SS: union(before.SS, value.SS) };
  if ('BS' in before && 'BS' in value) return { BS: union(before.BS, value.BS) };
  if ('NS' in before && 'NS' in value) {
    return { NS: union(before.NS.map(canonicalNumber), value.NS.map(canonicalNumber)) };
  }
  return null;
}

/**
 * A set without the members of another of its type; undefined when none are left or there was none.
 * Null where the types do not fit.
 */
export function deleteFromAttribute(
  before: AttributeValue | undefined,
  value: AttributeValue,
): AttributeValue | undefined | null {
  if (before === undefined) return undefined;
  if ('SS' in before && 'SS' in value) {
    const SS = difference(before.SS, value.SS);
    return SS.length === 0 ? undefined : { SS };
  }
  if ('BS' in before && 'BS' in value) {
    const BS = difference(before.BS, value.BS);
    return BS.length === 0 ? undefined : { BS };
  }
  if ('NS' in before && 'NS' in value) {
    const NS = difference(before.NS.map(canonicalNumber), value.NS.map(canonicalNumber));
    return NS.length === 0 ? undefined : { NS };
  }
  return null;
}

const union = (a: readonly string[], b: readonly string[]): string[] =>
  Array.from(new Set([...a, ...b]));

function difference(a: readonly string[], b: readonly string[]): string[] {
  const gone = new Set(b);
  return a.filter((member) => !gone.has(member));
}
