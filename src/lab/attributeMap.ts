/** Typed attribute values in a lab file: checked for shape, so that the engine can rely on it. */
import type { AttributeMap, AttributeValue } from '../engine/item/attributeValue.ts';
import type { Findings } from './findings.ts';
import { isMapping } from './intrinsics.ts';
import { type Path, shown } from './labError.ts';

const EXAMPLE = '{ S: "text" }, { N: "42" } or { BOOL: true }';

/** The attributes at a path, or `undefined` after having said what is wrong with them. */
export function readAttributeMap(
  value: unknown,
  path: Path,
  findings: Findings,
): AttributeMap | undefined {
  if (!isMapping(value)) {
    findings.error(
      path,
      `${shown(value)} stands where attributes are expected, such as { id: { S: "a" } }.`,
    );
    return undefined;
  }
  const result: AttributeMap = {};
  let isWhole = true;
  for (const [name, inner] of Object.entries(value)) {
    const attribute = readAttributeValue(inner, [...path, name], findings);
    if (attribute === undefined) isWhole = false;
    else result[name] = attribute;
  }
  return isWhole ? result : undefined;
}

function readAttributeValue(
  value: unknown,
  path: Path,
  findings: Findings,
): AttributeValue | undefined {
  const keys = isMapping(value) ? Object.keys(value) : [];
  const [type] = keys;
  if (!isMapping(value) || keys.length !== 1 || type === undefined) {
    findings.error(path, `${shown(value)} is not an attribute value; ${EXAMPLE} is expected.`);
    return undefined;
  }
  const inside = [...path, type];
  const held = value[type];
  switch (type) {
    case 'S':
    case 'B':
      if (typeof held === 'string') return { [type]: held } as AttributeValue;
      break;
    case 'N':
      if (isNumber(held)) return { N: String(held) };
      break;
    case 'BOOL':
      if (typeof held === 'boolean') return { BOOL: held };
      break;
    case 'NULL':
      if (held === true) return { NULL: true };
      break;
    case 'SS':
    case 'BS':
    case 'NS':
      if (isSet(held, type)) return { [type]: held.map(String) } as AttributeValue;
      break;
    case 'M': {
      const map = readAttributeMap(held, inside, findings);
      return map && { M: map };
    }
    case 'L':
      if (Array.isArray(held)) return readList(held, inside, findings);
      break;
    default:
      findings.error(path, `${type} is not a type of attribute; ${EXAMPLE} is expected.`);
      return undefined;
  }
  findings.error(inside, `${shown(held)} is not a value of type ${type}.`);
  return undefined;
}

/** Numbers travel as text; YAML may have read them as numbers already. */
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u.test(value));

const isSet = (value: unknown, type: string): value is unknown[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((element) => (type === 'NS' ? isNumber(element) : typeof element === 'string'));

function readList(held: unknown[], path: Path, findings: Findings): AttributeValue | undefined {
  const values = held.map((element, i) => readAttributeValue(element, [...path, i], findings));
  return values.includes(undefined) ? undefined : { L: values as AttributeValue[] };
}
