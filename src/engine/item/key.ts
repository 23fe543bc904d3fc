/** Primary keys: taking them out of items, naming them, hashing them, refusing wrong ones. */
import type { KeyAttribute } from '../definition.ts';
import { finish, hashText, mix } from '../kernel/hash.ts';
import { attributeOf, attributeTypeOf, setAttribute } from './attributeMap.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import { type ItemError, invalidParameter, validationError } from './itemError.ts';
import { canonicalNumber } from './number.ts';
import { base64Length, utf8Length } from './size.ts';

/** The key attributes of a table; a `TableDefinition` is one. */
export interface KeySchema {
  partitionKey: KeyAttribute;
  sortKey?: KeyAttribute;
}

const LONGEST_PARTITION_KEY = 2_048;
const LONGEST_SORT_KEY = 1_024;
const MISMATCH = 'The provided key element does not match the schema';

/** The key attributes' names, the partition key first. */
export function keyNames(schema: KeySchema): string[] {
  const { partitionKey, sortKey } = schema;
  return sortKey === undefined ? [partitionKey.name] : [partitionKey.name, sortKey.name];
}

/**
 * The key of an item to be put.
 * @throws ItemError when a key attribute is missing, of the wrong type, empty or too long.
 */
export function keyOf(schema: KeySchema, item: AttributeMap): AttributeMap {
  const key: AttributeMap = {};
  for (const attribute of attributesOf(schema)) {
    const value = attributeOf(item, attribute.name);
    if (value === undefined) {
      throw invalidParameter(`Missing the key ${attribute.name} in the item`);
    }
    const actual = attributeTypeOf(value);
    if (actual !== attribute.type) {
      throw invalidParameter(
        `Type mismatch for key ${attribute.name} expected: ${attribute.type} actual: ${actual}`,
      );
    }
    checkKeyLength(schema, attribute, value);
    setAttribute(key, attribute.name, canonicalKeyValue(value));
  }
  return key;
}

/**
 * The `Key` of a get, update or delete: exactly the key attributes, of their types.
 * @throws ItemError
 */
export function checkedKey(schema: KeySchema, key: AttributeMap): AttributeMap {
  const attributes = attributesOf(schema);
  if (Object.keys(key).length !== attributes.length) throw validationError(MISMATCH);
  const checked: AttributeMap = {};
  for (const attribute of attributes) {
    const value = attributeOf(key, attribute.name);
    if (value === undefined || attributeTypeOf(value) !== attribute.type) {
      throw validationError(MISMATCH);
    }
    checkKeyLength(schema, attribute, value);
    setAttribute(checked, attribute.name, canonicalKeyValue(value));
  }
  return checked;
}

/**
 * A key as text, unique in its table: `order#13`, or `a | b` with a sort key (where a bar or backslash
 * of the key itself is escaped with a backslash).
 */
export function keyLabel(schema: KeySchema, key: AttributeMap): string {
  const partition = keyText(attributeOf(key, schema.partitionKey.name)!);
  if (schema.sortKey === undefined) return partition;
  const sort = keyText(attributeOf(key, schema.sortKey.name)!);
  return `${escapeBar(partition)} | ${escapeBar(sort)}`;
}

/** Where a key falls in the hash space: an unsigned 32-bit number. The hash itself is assumed [X6]. */
export function partitionHash(schema: KeySchema, key: AttributeMap): number {
  const text = keyText(attributeOf(key, schema.partitionKey.name)!);
  return finish(mix(hashText(text), schema.partitionKey.type.charCodeAt(0)));
}

function attributesOf(schema: KeySchema): KeyAttribute[] {
  const { partitionKey, sortKey } = schema;
  return sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];
}

/** The value of a key attribute as text; a number canonically. */
function keyText(value: AttributeValue): string {
  if ('S' in value) return value.S;
  if ('N' in value) return canonicalNumber(value.N);
  return 'B' in value ? value.B : '';
}

function canonicalKeyValue(value: AttributeValue): AttributeValue {
  return 'N' in value ? { N: canonicalNumber(value.N) } : value;
}

const escapeBar = (text: string): string =>
  text.includes('|') || text.includes('\\') ? text.replace(/[|\\]/g, '\\$&') : text;

function checkKeyLength(schema: KeySchema, attribute: KeyAttribute, value: AttributeValue): void {
  if ('N' in value) return;
  const bytes = 'S' in value ? utf8Length(value.S) : 'B' in value ? base64Length(value.B) : 0;
  if (bytes === 0) throw emptyKey(attribute.name, 'S' in value ? 'string' : 'binary');
  if (attribute === schema.partitionKey) {
    if (bytes > LONGEST_PARTITION_KEY) {
      // AWS's own text lacks the space.
      throw invalidParameter('Size of hashkey has exceeded the maximum size limit of2048 bytes');
    }
  } else if (bytes > LONGEST_SORT_KEY) {
    throw invalidParameter(
      'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
    );
  }
}

const emptyKey = (name: string, kind: string): ItemError =>
  validationError(
    `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${kind} value. Key: ${name}`,
  );
