/** Items written as plain JSON, the way AWS's document clients take them, and back. */
import { attributeOf, setAttribute } from './attributeMap.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import { validationError } from './itemError.ts';
import { canonicalNumber } from './number.ts';
import { parseItem } from './parseItem.ts';

/** Any JSON. */
export type PlainJson =
  | string
  | number
  | boolean
  | null
  | readonly PlainJson[]
  | { readonly [name: string]: PlainJson };

const JSON_TYPES: Readonly<Record<string, (json: unknown) => boolean>> = {
  S: (json) => typeof json === 'string',
  N: (json) => typeof json === 'string',
  B: (json) => typeof json === 'string',
  SS: Array.isArray,
  NS: Array.isArray,
  BS: Array.isArray,
  L: Array.isArray,
  M: isObject,
  NULL: (json) => typeof json === 'boolean',
  BOOL: (json) => typeof json === 'boolean',
};

/**
 * Whether pasted JSON is in DynamoDB's form: an object with attributes each of which is an object of
 * one type letter and a value that this type can have.
 */
export function looksTyped(json: unknown): boolean {
  if (!isObject(json)) return false;
  const values = Object.values(json);
  return values.length > 0 && values.every(looksTypedValue);
}

function looksTypedValue(json: unknown): boolean {
  if (!isObject(json)) return false;
  const types = Object.keys(json);
  const type = types[0];
  return (
    types.length === 1 &&
    type !== undefined &&
    Object.hasOwn(JSON_TYPES, type) &&
    JSON_TYPES[type]!((json as Record<string, unknown>)[type])
  );
}

function isObject(json: unknown): json is object {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** An item from JSON of either form. @throws ItemError */
export function itemFromJson(json: unknown): AttributeMap {
  return looksTyped(json) ? parseItem(json) : fromPlain(json);
}

/**
 * An item from plain JSON: text is S, numbers are N, arrays L, objects M.
 * @throws ItemError when it is no object, holds a number that is none, or breaks a limit of items.
 */
export function fromPlain(json: unknown): AttributeMap {
  if (!isObject(json)) throw validationError('An item is an object of attributes');
  return parseItem(typedMap(json, 1));
}

function typedMap(json: object, level: number): AttributeMap {
  const map: AttributeMap = {};
  for (const [name, value] of Object.entries(json)) {
    if (value !== undefined) setAttribute(map, name, typedValue(value, level));
  }
  return map;
}

/** The limits are checked afterwards; one level more than allowed is enough for that. */
function typedValue(json: unknown, level: number): AttributeValue {
  if (typeof json === 'string') return { S: json };
  if (typeof json === 'number') return { N: canonicalNumber(String(json)) };
  if (typeof json === 'bigint') return { N: String(json) };
  if (typeof json === 'boolean') return { BOOL: json };
  if (json === null || level > 33) return { NULL: true };
  if (Array.isArray(json)) return { L: json.map((element) => typedValue(element, level + 1)) };
  if (isObject(json)) return { M: typedMap(json, level + 1) };
  throw validationError(`A ${typeof json} cannot be an attribute value`);
}

/**
 * An item as plain JSON. What JSON has no form for stays readable but does not come back as it was:
 * sets become arrays, binary its base64 text, a number that a double cannot hold its decimal text.
 */
export function toPlain(item: AttributeMap): { [name: string]: PlainJson } {
  const plain: { [name: string]: PlainJson } = {};
  for (const name of Object.keys(item)) {
    const value = plainValue(attributeOf(item, name)!);
    Object.defineProperty(plain, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return plain;
}

function plainValue(value: AttributeValue): PlainJson {
  if ('S' in value) return value.S;
  if ('N' in value) return plainNumber(value.N);
  if ('B' in value) return value.B;
  if ('BOOL' in value) return value.BOOL;
  if ('M' in value) return toPlain(value.M);
  if ('L' in value) return value.L.map(plainValue);
  if ('SS' in value) return value.SS.slice();
  if ('BS' in value) return value.BS.slice();
  if ('NS' in value) return value.NS.map(plainNumber);
  return null;
}

function plainNumber(text: string): number | string {
  const number = Number(text);
  return canonicalNumber(String(number)) === canonicalNumber(text) ? number : text;
}
