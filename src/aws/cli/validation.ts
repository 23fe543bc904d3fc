/** What AWS's command line checks before it sends anything: members and their types. */
import type { Shape } from '../shape.ts';

/** Sentences about everything in an input that does not have its shape. */
export function mistakesIn(shape: Shape, input: unknown): string[] {
  const mistakes: string[] = [];
  check(shape, input, '', mistakes);
  return mistakes;
}

type Structure = Extract<Shape, { kind: 'structure' }>;

/** What Python calls the kinds of values that a shape takes. */
const TYPES: Readonly<Record<Shape['kind'], string>> = {
  text: "<class 'str'>",
  whole: "<class 'int'>",
  number: "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
  flag: "<class 'bool'>",
  list: "<class 'list'>, <class 'tuple'>",
  map: "<class 'dict'>",
  structure: "<class 'dict'>",
  attributes: "<class 'dict'>",
};

function check(shape: Shape, value: unknown, place: string, mistakes: string[]): void {
  if (!fits(shape, value)) {
    mistakes.push(
      `Invalid type for parameter ${place || 'input'}, value: ${printed(value)}, type: ${pythonType(value)}, valid types: ${TYPES[shape.kind]}`,
    );
    return;
  }
  checkLeast(shape, value, place, mistakes);
  if (shape.kind === 'structure') checkMembers(shape, value as object, place, mistakes);
  if (shape.kind === 'list') {
    (value as unknown[]).forEach((element, i) => {
      check(shape.of, element, `${place}[${i}]`, mistakes);
    });
  }
  if (shape.kind === 'map') {
    for (const [name, inner] of Object.entries(value as object)) {
      check(shape.of, inner, `${place}.${name}`, mistakes);
    }
  }
}

function checkMembers(
  { members }: Structure,
  value: object,
  place: string,
  mistakes: string[],
): void {
  const given = Object.entries(value);
  for (const [name, { required }] of Object.entries(members)) {
    if (required && !Object.hasOwn(value, name)) {
      mistakes.push(`Missing required parameter in ${place || 'input'}: "${name}"`);
    }
  }
  for (const [name] of given) {
    if (Object.hasOwn(members, name)) continue;
    const known = Object.keys(members).join(', ');
    mistakes.push(`Unknown parameter in ${place || 'input'}: "${name}", must be one of: ${known}`);
  }
  for (const [name, inner] of given) {
    if (!Object.hasOwn(members, name)) continue;
    check(members[name]!.shape, inner, place === '' ? name : `${place}.${name}`, mistakes);
  }
}

/** Only what is too small is found here; what is too large is for AWS to say. */
function checkLeast(shape: Shape, value: unknown, place: string, mistakes: string[]): void {
  if (!('min' in shape) || shape.min === undefined) return;
  if (shape.kind === 'whole') {
    if ((value as number) >= shape.min) return;
    mistakes.push(
      `Invalid value for parameter ${place}, value: ${value}, valid min value: ${shape.min}`,
    );
    return;
  }
  const length =
    shape.kind === 'map'
      ? Object.keys(value as object).length
      : (value as string | unknown[]).length;
  if (length >= shape.min) return;
  mistakes.push(
    `Invalid length for parameter ${place}, value: ${length}, valid min length: ${shape.min}`,
  );
}

function fits(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string';
    case 'whole':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value);
    default:
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}

function pythonType(value: unknown): string {
  if (value === null) return "<class 'NoneType'>";
  if (Array.isArray(value)) return "<class 'list'>";
  if (typeof value === 'number')
    return Number.isInteger(value) ? "<class 'int'>" : "<class 'float'>";
  const names: Record<string, string> = { string: 'str', boolean: 'bool', object: 'dict' };
  return `<class '${names[typeof value]}'>`;
}

/** A value as Python prints it. */
export function printed(value: unknown, isInside = false): string {
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return isInside ? `'${value.replaceAll("'", "\\'")}'` : value;
  if (Array.isArray(value)) return `[${value.map((inner) => printed(inner, true)).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value);
  return `{${entries.map(([name, inner]) => `'${name}': ${printed(inner, true)}`).join(', ')}}`;
}
