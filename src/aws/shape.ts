/**
 * Shapes of inputs, and what AWS says when something does not have its shape: first, reading the JSON,
 * about the first member of a wrong kind (`SerializationException`); then, about all constraints that
 * do not hold, in one sentence (`ValidationException`).
 *
 * What comes out is a copy: members that are not in the shape, and members that are null, are left out.
 */
import { NESTED_TOO_DEEPLY } from '../engine/item/parseItem.ts';
import { AwsError } from './awsError.ts';
import { DEEPEST } from './jsonDepth.ts';

interface Limits {
  /** Of a text or list its length, of a number its value. */
  min?: number;
  max?: number;
}

export type Shape =
  | ({ kind: 'text'; oneOf?: readonly string[]; pattern?: string } & Limits)
  | ({ kind: 'whole' } & Limits)
  | { kind: 'number' }
  | { kind: 'flag' }
  | ({ kind: 'list'; of: Shape } & Limits)
  | ({ kind: 'map'; of: Shape } & Limits)
  | { kind: 'structure'; members: Members }
  /** Attribute values, which the engine reads itself. */
  | { kind: 'attributes' };

export interface Member {
  shape: Shape;
  required: boolean;
}

export type Members = Readonly<Record<string, Member>>;

export const text = (limits: Omit<Extract<Shape, { kind: 'text' }>, 'kind'> = {}): Shape => ({
  kind: 'text',
  ...limits,
});
export const choice = (...oneOf: string[]): Shape => ({ kind: 'text', oneOf });
export const whole = (limits: Limits = {}): Shape => ({ kind: 'whole', ...limits });
export const number: Shape = { kind: 'number' };
export const flag: Shape = { kind: 'flag' };
export const attributes: Shape = { kind: 'attributes' };
export const list = (of: Shape, limits: Limits = {}): Shape => ({ kind: 'list', of, ...limits });
export const map = (of: Shape, limits: Limits = {}): Shape => ({ kind: 'map', of, ...limits });

/** @param required names of the members that must be there. */
export function structure(
  members: Readonly<Record<string, Shape>>,
  ...required: string[]
): Extract<Shape, { kind: 'structure' }> {
  const entries = Object.entries(members).map(([name, shape]) => [
    name,
    { shape, required: required.includes(name) },
  ]);
  return { kind: 'structure', members: Object.fromEntries(entries) };
}

/** An input that has its shape. */
export type Input = Record<string, unknown>;

/** @throws AwsError in AWS's words. */
export function readInput(shape: Extract<Shape, { kind: 'structure' }>, json: unknown): Input {
  const input = read(shape, json ?? {}) as Input;
  const broken: string[] = [];
  checkMembers(shape.members, input, '', broken);
  if (broken.length > 0) {
    const count = broken.length === 1 ? '1 validation error' : `${broken.length} validation errors`;
    throw new AwsError('ValidationException', `${count} detected: ${broken.join('; ')}`);
  }
  return input;
}

/** A copy of JSON that has the kind of a shape. */
function read(shape: Shape, json: unknown): unknown {
  switch (shape.kind) {
    case 'text':
      if (typeof json === 'string') return json;
      throw mistyped(json, 'String');
    case 'number':
      if (typeof json === 'number') return json;
      throw mistyped(json, 'Double');
    case 'whole':
      if (typeof json === 'number') return Math.trunc(json);
      throw mistyped(json, 'Integer');
    case 'flag':
      return readFlag(json);
    case 'list':
      if (Array.isArray(json)) return json.map((element) => read(shape.of, element));
      throw isObject(json)
        ? serialization('Start of structure or map found where not expected')
        : serialization('Unexpected field type');
    case 'map':
    case 'structure':
      return readEntries(shape, json);
    case 'attributes':
      if (isObject(json)) return copyOf(json);
      throw serialization('Unexpected field type');
  }
}

function readEntries(holder: Extract<Shape, { kind: 'map' | 'structure' }>, json: unknown): Input {
  if (!isObject(json)) {
    throw serialization(
      Array.isArray(json) ? 'Unrecognized collection type' : 'Unexpected field type',
    );
  }
  const copy: Input = {};
  for (const name of Object.keys(json)) {
    const shape = holder.kind === 'map' ? holder.of : memberOf(holder.members, name);
    const value = json[name];
    if (shape !== undefined && value != null) setOwn(copy, name, read(shape, value));
  }
  return copy;
}

const memberOf = (members: Members, name: string): Shape | undefined =>
  Object.hasOwn(members, name) ? members[name]!.shape : undefined;

/** AWS takes a few texts for a truth value too. */
function readFlag(json: unknown): boolean {
  if (typeof json === 'boolean') return json;
  if (typeof json === 'string') {
    const word = json.toLowerCase();
    if (['true', '1', 'yes'].includes(word)) return true;
    if (['false', '0', 'no'].includes(word)) return false;
    throw serialization('Unexpected token received from parser');
  }
  throw mistyped(json, 'Boolean');
}

/** @throws AwsError where it nests deeper than anything may, or contains itself. */
function copyOf(json: unknown, depth = 1): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (depth > DEEPEST) throw new AwsError('ValidationException', NESTED_TOO_DEEPLY);
  if (Array.isArray(json)) return json.map((element) => copyOf(element, depth + 1));
  const copy: Input = {};
  for (const name of Object.keys(json)) {
    setOwn(copy, name, copyOf((json as Input)[name], depth + 1));
  }
  return copy;
}

/** Sets a property of the object itself, whatever its name: names are data. */
function setOwn(object: Input, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value;
  else {
    const property = { value, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(object, name, property);
  }
}

const isObject = (json: unknown): json is Input =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const serialization = (message: string): AwsError =>
  new AwsError('SerializationException', message);

function mistyped(json: unknown, wanted: string): AwsError {
  if (Array.isArray(json))
    return serialization(`Unrecognized collection type class java.lang.${wanted}`);
  if (isObject(json)) return serialization('Start of structure or map found where not expected');
  const kind =
    typeof json === 'boolean'
      ? `${json ? 'TRUE' : 'FALSE'}_VALUE`
      : typeof json === 'number'
        ? `${Number.isInteger(json) ? 'NUMBER' : 'DECIMAL'}_VALUE`
        : 'STRING_VALUE';
  return serialization(`${kind} cannot be converted to ${wanted}`);
}

/** Places are put into words only for members that are looked at: every call comes through here. */
function checkMembers(members: Members, input: Input, path: string, broken: string[]): void {
  for (const name in members) {
    const { shape, required } = members[name]!;
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    if (value === undefined ? !required : shape.kind === 'attributes') continue;
    const place = `${path}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    if (value !== undefined) check(shape, value, place, broken);
    else {
      broken.push(`Value null at '${place}' failed to satisfy constraint: Member must not be null`);
    }
  }
}

function check(shape: Shape, value: unknown, place: string, broken: string[]): void {
  for (const constraint of brokenBy(shape, value)) {
    broken.push(
      `Value '${shown(value)}' at '${place}' failed to satisfy constraint: Member must ${constraint}`,
    );
  }
  if (shape.kind === 'structure') checkMembers(shape.members, value as Input, `${place}.`, broken);
  if (shape.kind === 'list') {
    (value as unknown[]).forEach((element, i) => {
      check(shape.of, element, `${place}.${i + 1}.member`, broken);
    });
  }
  if (shape.kind === 'map') {
    for (const [name, element] of Object.entries(value as Input)) {
      check(shape.of, element, `${place}.${name}.member`, broken);
    }
  }
}

/** The constraints that a value does not satisfy, as AWS goes on after `Member must`. */
function brokenBy(shape: Shape, value: unknown): string[] {
  const broken: string[] = [];
  if (shape.kind === 'text') {
    const text = value as string;
    checkLength(shape, text.length, broken);
    if (shape.oneOf && !shape.oneOf.includes(text)) {
      broken.push(`satisfy enum value set: [${shape.oneOf.join(', ')}]`);
    }
    if (shape.pattern && !expressionOf(shape.pattern).test(text)) {
      broken.push(`satisfy regular expression pattern: ${shape.pattern}`);
    }
  }
  if (shape.kind === 'whole') {
    const { min, max } = shape;
    const number = value as number;
    if (min !== undefined && number < min)
      broken.push(`have value greater than or equal to ${min}`);
    if (max !== undefined && number > max) broken.push(`have value less than or equal to ${max}`);
  }
  if (shape.kind === 'list') checkLength(shape, (value as unknown[]).length, broken);
  if (shape.kind === 'map') checkLength(shape, Object.keys(value as Input).length, broken);
  return broken;
}

function checkLength({ min, max }: Limits, length: number, broken: string[]): void {
  if (min !== undefined && length < min) broken.push(`have length greater than or equal to ${min}`);
  if (max !== undefined && length > max) broken.push(`have length less than or equal to ${max}`);
}

const expressions = new Map<string, RegExp>();

/** A pattern of the shapes, for a whole text; made once. */
function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known) return known;
  const made = new RegExp(`^(?:${pattern})$`, 'u');
  expressions.set(pattern, made);
  return made;
}

/** A value as Java prints it. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (!isObject(value)) return String(value);
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}=${shown(inner)}`)
    .join(', ')}}`;
}
