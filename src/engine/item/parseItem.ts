/**
 * Reading attribute values from JSON that nobody has checked, and refusing it in AWS's words [X9]. What
 * comes out is canonical: numbers as DynamoDB returns them, base64 with its padding. Every map that is
 * made holds properties of its own only, whatever their names.
 */
import { setAttribute } from './attributeMap.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import { decodeBase64 } from './binary.ts';
import { ItemError, invalidParameter, validationError } from './itemError.ts';
import { decimalText, isPlainInteger, parseNumber } from './number.ts';
import { itemSizeBytes } from './size.ts';

/** Source: DynamoDB's service quotas; 400 KB of 1,024 bytes. */
export const LARGEST_ITEM_BYTES = 409_600;
/** An attribute's own value is level 1. */
const DEEPEST_LEVEL = 32;

const EMPTY =
  'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes';
const SEVERAL =
  'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes';
export const NESTED_TOO_DEEPLY =
  'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit';

type Path = readonly (string | number)[];

/** An item to be put. @throws ItemError with its `path`. */
export function parseItem(json: unknown): AttributeMap {
  const item = parseAttributeMap(json);
  checkItemSize(item);
  return item;
}

/** A map of attributes of whatever size: a key, or the values of placeholders. @throws ItemError */
export function parseAttributeMap(json: unknown): AttributeMap {
  return parseMap(json, 1, []);
}

/** A single typed value; `path` says where it stands in the request. @throws ItemError */
export function parseAttributeValue(json: unknown, path: Path = []): AttributeValue {
  return parseValue(json, 1, path);
}

/** @throws ItemError when an item, as it is put, has more than 400 KB. */
export function checkItemSize(item: AttributeMap): void {
  if (itemSizeBytes(item) > LARGEST_ITEM_BYTES) {
    throw validationError('Item size has exceeded the maximum allowed size');
  }
}

/** @throws ItemError when an item, after an update, has more than 400 KB or nests too deep. */
export function checkUpdatedItem(item: AttributeMap): void {
  if (levelsOf({ M: item }) > DEEPEST_LEVEL + 1) throw validationError(NESTED_TOO_DEEPLY);
  if (itemSizeBytes(item) > LARGEST_ITEM_BYTES) {
    throw validationError('Item size to update has exceeded the maximum allowed size');
  }
}

/** Levels of a value, its own included. */
function levelsOf(value: AttributeValue): number {
  const inner = 'L' in value ? value.L : 'M' in value ? Object.values(value.M) : [];
  let deepest = 0;
  for (const element of inner) deepest = Math.max(deepest, levelsOf(element));
  return deepest + 1;
}

function parseMap(json: unknown, level: number, path: Path): AttributeMap {
  const map: AttributeMap = {};
  const entries = objectOf(json, path);
  for (const name of Object.keys(entries)) {
    const value = parseValue(entries[name], level, [...path, name]);
    setAttribute(map, name, value);
  }
  return map;
}

function parseValue(json: unknown, level: number, path: Path): AttributeValue {
  if (level > DEEPEST_LEVEL) throw at(path, validationError(NESTED_TOO_DEEPLY));
  const entries = objectOf(json, path);
  const types = Object.keys(entries).filter((type) => PARSERS[type] && entries[type] != null);
  // Of several types AWS looks at the number first, and says what is wrong with it.
  const type = types.includes('N') ? 'N' : types[0];
  if (type === undefined) throw at(path, validationError(EMPTY));
  const value = PARSERS[type]!(entries[type], level, path);
  if (types.length > 1) throw at(path, validationError(SEVERAL));
  return value;
}

type Parser = (json: unknown, level: number, path: Path) => AttributeValue;

const PARSERS: Readonly<Record<string, Parser | undefined>> = Object.assign(
  Object.create(null) as Record<string, Parser>,
  {
    S: (json, _, path) => ({ S: textOf(json, path) }),
    N: (json, _, path) => ({ N: numberOf(json, path) }),
    B: (json, _, path) => ({ B: binaryOf(json, path) }),
    BOOL: (json, _, path) => ({ BOOL: booleanOf(json, path) }),
    NULL: (json, _, path) => {
      if (booleanOf(json, path)) return { NULL: true };
      const message = 'Null attribute value types must have the value of true';
      throw at(path, invalidParameter(message));
    },
    M: (json, level, path) => ({ M: parseMap(json, level + 1, path) }),
    L: (json, level, path) => ({
      L: arrayOf(json, path).map((element, i) => parseValue(element, level + 1, [...path, i])),
    }),
    SS: (json, _, path) => {
      const SS = membersOf(json, path, textOf);
      if (SS.length === 0) throw at(path, invalidParameter('An string set  may not be empty'));
      if (hasDuplicates(SS)) throw at(path, duplicates(SS, ' contains duplicates.'));
      return { SS };
    },
    NS: (json, _, path) => {
      const NS = membersOf(json, path, numberOf);
      if (NS.length === 0) throw at(path, invalidParameter('An number set  may not be empty'));
      if (hasDuplicates(NS))
        throw at(path, validationError('Input collection contains duplicates'));
      return { NS };
    },
    BS: (json, _, path) => {
      const BS = membersOf(json, path, binaryOf);
      if (BS.length === 0) throw at(path, invalidParameter('Binary sets should not be empty'));
      if (hasDuplicates(BS)) throw at(path, duplicates(BS, 'of type BS contains duplicates.'));
      return { BS };
    },
  } satisfies Record<string, Parser>,
);

function numberOf(json: unknown, path: Path): string {
  const text = textOf(json, path);
  if (isPlainInteger(text)) return text;
  try {
    return decimalText(parseNumber(text));
  } catch (error) {
    throw error instanceof ItemError ? at(path, error) : error;
  }
}

function binaryOf(json: unknown, path: Path): string {
  const text = textOf(json, path);
  if (text.length % 4 !== 0) {
    throw at(
      path,
      serialization(
        `Base64 encoded length is expected a multiple of 4 bytes but found: ${text.length}`,
      ),
    );
  }
  if (decodeBase64(text) === null)
    throw at(path, serialization('Invalid Base64 character detected'));
  return text;
}

function textOf(json: unknown, path: Path): string {
  if (typeof json === 'string') return json;
  throw at(path, serialization(conversion(json, 'String')));
}

/** AWS takes a few texts for a truth value too. */
function booleanOf(json: unknown, path: Path): boolean {
  if (typeof json === 'boolean') return json;
  if (typeof json === 'string') {
    const text = json.toLowerCase();
    if (['true', '1', 'yes'].includes(text)) return true;
    if (['false', '0', 'no'].includes(text)) return false;
    throw at(path, serialization('Unexpected token received from parser'));
  }
  throw at(path, serialization(conversion(json, 'Boolean')));
}

function arrayOf(json: unknown, path: Path): unknown[] {
  if (Array.isArray(json)) return json;
  const message =
    typeof json === 'object'
      ? 'Start of structure or map found where not expected'
      : 'Unexpected field type';
  throw at(path, serialization(message));
}

function membersOf(
  json: unknown,
  path: Path,
  memberOf: (json: unknown, path: Path) => string,
): string[] {
  return arrayOf(json, path).map((member, i) => memberOf(member, [...path, i]));
}

function objectOf(json: unknown, path: Path): Record<string, unknown> {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return json as Record<string, unknown>;
  }
  const message = Array.isArray(json)
    ? 'Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue'
    : 'Unexpected value type in payload';
  throw at(path, serialization(message));
}

/** AWS's words for a JSON value of the wrong kind. */
function conversion(json: unknown, wanted: string): string {
  if (typeof json === 'boolean') {
    return `${json ? 'TRUE' : 'FALSE'}_VALUE cannot be converted to ${wanted}`;
  }
  if (typeof json === 'number') {
    const kind = Number.isInteger(json) ? 'NUMBER' : 'DECIMAL';
    return `${kind}_VALUE cannot be converted to ${wanted}`;
  }
  return Array.isArray(json)
    ? `Unrecognized collection type class java.lang.${wanted}`
    : 'Start of structure or map found where not expected';
}

const hasDuplicates = (members: readonly string[]): boolean =>
  new Set(members).size !== members.length;

const duplicates = (members: readonly string[], words: string): ItemError =>
  invalidParameter(`Input collection [${members.join(', ')}]${words}`);

const serialization = (message: string): ItemError =>
  new ItemError('SerializationException', message);

/** Says where an error is. */
function at(path: Path, error: ItemError): ItemError {
  error.path = path;
  return error;
}
