/**
 * The placeholders of one request. Its expressions are bound to it one after another; what none of them
 * used is an error in the end.
 */
import { attributeOf, setAttribute } from '../attributeMap.ts';
import type { AttributeMap, AttributeValue } from '../attributeValue.ts';
import { ItemError, validationError } from '../itemError.ts';
import { parseAttributeValue } from '../parseItem.ts';

export class ExpressionContext {
  private readonly names: ReadonlyMap<string, string>;
  private readonly values: AttributeMap;
  private readonly unusedNames: Set<string>;
  private readonly unusedValues: Set<string>;

  /** @param names `ExpressionAttributeNames` @param values `ExpressionAttributeValues` */
  constructor(
    names: Readonly<Record<string, string>> | ReadonlyMap<string, string> = {},
    values: AttributeMap = {},
  ) {
    this.names = names instanceof Map ? names : new Map(Object.entries(names));
    this.values = values;
    this.unusedNames = new Set(this.names.keys());
    this.unusedValues = new Set(Object.keys(values));
  }

  /** The attribute name behind `#n`, or undefined. */
  nameOf(placeholder: string): string | undefined {
    this.unusedNames.delete(placeholder);
    return this.names.get(placeholder);
  }

  /** The value behind `:v`, or undefined. */
  valueOf(placeholder: string): AttributeValue | undefined {
    this.unusedValues.delete(placeholder);
    return attributeOf(this.values, placeholder);
  }

  /** To be called when all expressions are bound. @throws ItemError for placeholders left over. */
  refuseUnused(): void {
    refuse('ExpressionAttributeNames', this.unusedNames);
    refuse('ExpressionAttributeValues', this.unusedValues);
  }
}

function refuse(parameter: string, unused: ReadonlySet<string>): void {
  if (unused.size === 0) return;
  const keys = Array.from(unused).join(', ');
  throw validationError(`Value provided in ${parameter} unused in expressions: keys: {${keys}}`);
}

/**
 * The placeholders of a call's input that nobody has checked.
 * @param expressions names of the members that may hold expressions, in AWS's order of mention:
 *   `['UpdateExpression', 'ConditionExpression']`
 * @throws ItemError for malformed placeholders, or placeholders without an expression.
 */
export function readPlaceholders(
  input: Readonly<Record<string, unknown>>,
  expressions: readonly string[],
): ExpressionContext {
  const names = input.ExpressionAttributeNames;
  const values = input.ExpressionAttributeValues;
  const given = expressions.some((member) => input[member] != null);
  if (names != null && !given) {
    throw validationError('ExpressionAttributeNames can only be specified when using expressions');
  }
  const valued = expressions.filter((member) => member !== 'ProjectionExpression');
  if (values != null && !valued.some((member) => input[member] != null)) {
    const verb = valued.length === 1 ? 'is' : 'are';
    throw validationError(
      `ExpressionAttributeValues can only be specified when using expressions: ${valued.join(' and ')} ${verb} null`,
    );
  }
  return new ExpressionContext(
    names == null ? {} : parseNames(names),
    values == null ? {} : parseValues(values),
  );
}

/** `ExpressionAttributeNames` from JSON. @throws ItemError */
export function parseNames(json: unknown): Map<string, string> {
  const names = new Map<string, string>();
  for (const [placeholder, name] of entriesOf(json)) {
    if (!/^#[A-Za-z0-9_]+$/.test(placeholder)) {
      throw badKey('ExpressionAttributeNames', placeholder);
    }
    if (typeof name !== 'string') throw notText();
    names.set(placeholder, name);
  }
  if (names.size === 0) throw validationError('ExpressionAttributeNames must not be empty');
  return names;
}

/** `ExpressionAttributeValues` from JSON. @throws ItemError */
export function parseValues(json: unknown): AttributeMap {
  const values: AttributeMap = {};
  const entries = entriesOf(json);
  if (entries.length === 0) throw validationError('ExpressionAttributeValues must not be empty');
  for (const [placeholder] of entries) {
    if (!/^:[A-Za-z0-9_]+$/.test(placeholder)) {
      throw badKey('ExpressionAttributeValues', placeholder);
    }
  }
  for (const [placeholder, value] of entries) {
    setAttribute(values, placeholder, parseValue(placeholder, value));
  }
  return values;
}

function parseValue(placeholder: string, json: unknown): AttributeValue {
  try {
    return parseAttributeValue(json, [placeholder]);
  } catch (error) {
    if (!(error instanceof ItemError) || error.awsName !== 'ValidationException') throw error;
    const wrapped = validationError(
      `ExpressionAttributeValues contains invalid value: ${error.message} for key ${placeholder}`,
    );
    wrapped.path = error.path;
    throw wrapped;
  }
}

function entriesOf(json: unknown): [string, unknown][] {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return Object.entries(json);
  }
  throw new ItemError('SerializationException', 'Unexpected field type');
}

const badKey = (parameter: string, key: string): ItemError =>
  validationError(`${parameter} contains invalid key: Syntax error; key: "${key}"`);

const notText = (): ItemError =>
  new ItemError('SerializationException', 'Unexpected value type in payload');
