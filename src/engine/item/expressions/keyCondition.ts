/** Key conditions of queries: one partition key, and a range of sort keys. */
import { attributeTypeOf } from '../attributeMap.ts';
import type { AttributeMap, AttributeValue } from '../attributeValue.ts';
import { type ItemError, invalidParameter, validationError } from '../itemError.ts';
import type { KeySchema } from '../key.ts';
import { type ConditionProgram, evaluateCondition, parseCondition } from './condition.ts';
import type { ExpressionContext } from './expressionContext.ts';
import type { Bound, Comparator, Condition, Operand } from './syntax.ts';

/** What a query asks of the sort key. */
export interface SortCondition {
  readonly operator: '=' | '<' | '<=' | '>' | '>=' | 'BETWEEN' | 'begins_with';
  /** Two values for BETWEEN, one for all others. */
  readonly values: readonly AttributeValue[];
}

export interface KeyConditionProgram {
  readonly partitionValue: AttributeValue;
  readonly sort: SortCondition | null;
  readonly condition: ConditionProgram;
}

interface KeyTerm extends SortCondition {
  readonly name: string;
}

const NO_KEY = 'Invalid condition in KeyConditionExpression: No key attribute specified';
const SEVERAL_NAMES =
  'Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition';
const NESTED_CALL = 'KeyConditionExpressions cannot contain nested operations';
const NESTED_PATH = 'KeyConditionExpressions cannot have conditions on nested attributes';
const ONE_PER_KEY = 'KeyConditionExpressions must only contain one condition per key';

const MIRRORED: Readonly<Record<string, Comparator>> = {
  '=': '=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** @throws ItemError in AWS's words: whatever a condition can have wrong, and the key's schema. */
export function parseKeyCondition(
  text: string,
  context: ExpressionContext,
  schema: KeySchema,
): KeyConditionProgram {
  const condition = parseCondition(text, context, 'KeyConditionExpression');
  const terms = new Map<string, KeyTerm>();
  gather(condition.condition, terms);
  const { partitionKey, sortKey } = schema;
  if (terms.size > 2) throw validationError('Conditions can be of length 1 or 2 only');
  const partition = terms.get(partitionKey.name);
  if (partition === undefined) throw missedKey(partitionKey.name);
  const sort = sortKey === undefined ? undefined : terms.get(sortKey.name);
  if (terms.size === 2 && sort === undefined) {
    throw sortKey === undefined
      ? validationError('Query key condition not supported')
      : missedKey(sortKey.name);
  }
  checkType(partition, partitionKey.type);
  if (sort !== undefined) checkType(sort, sortKey!.type);
  if (partition.operator !== '=') throw validationError('Query key condition not supported');
  return {
    partitionValue: partition.values[0]!,
    sort: sort === undefined ? null : { operator: sort.operator, values: sort.values },
    condition,
  };
}

/** Whether an item is in the range that a key condition asks for. */
export function evaluateKeyCondition(program: KeyConditionProgram, item: AttributeMap): boolean {
  return evaluateCondition(program.condition, item);
}

function checkType(term: KeyTerm, type: string): void {
  if (term.values.every((value) => attributeTypeOf(value) === type)) return;
  throw invalidParameter('Condition parameter type does not match schema type');
}

const missedKey = (name: string): ItemError =>
  validationError(`Query condition missed key schema element: ${name}`);

/** Takes the terms of a conjunction apart. */
function gather(condition: Condition<Bound>, terms: Map<string, KeyTerm>): void {
  if (condition.kind === 'and') {
    for (const part of condition.conditions) gather(part, terms);
    return;
  }
  const term = termOf(condition);
  if (terms.has(term.name)) throw validationError(ONE_PER_KEY);
  terms.set(term.name, term);
}

function termOf(condition: Condition<Bound>): KeyTerm {
  switch (condition.kind) {
    case 'compare': {
      if (condition.comparator === '<>') throw unsupported('<>');
      return comparisonTerm(condition.comparator, condition.left, condition.right);
    }
    case 'between': {
      const { operand, low, high } = condition;
      return firstOperandTerm('BETWEEN', operand, [low, high]);
    }
    case 'call': {
      if (condition.name !== 'begins_with') throw unsupported(condition.name);
      const [first, second] = condition.operands as [Operand<Bound>, Operand<Bound>];
      return firstOperandTerm('begins_with', first, [second]);
    }
    default:
      throw unsupported(condition.kind.toUpperCase());
  }
}

function comparisonTerm(
  comparator: Exclude<Comparator, '<>'>,
  left: Operand<Bound>,
  right: Operand<Bound>,
): KeyTerm {
  const name = keyNameAmong([left, right]);
  if (left.kind === 'value') {
    const operator = MIRRORED[comparator] as SortCondition['operator'];
    return { name, operator, values: [left.value] };
  }
  return { name, operator: comparator, values: valuesOf([right]) };
}

function firstOperandTerm(
  operator: 'BETWEEN' | 'begins_with',
  first: Operand<Bound>,
  others: readonly Operand<Bound>[],
): KeyTerm {
  if (first.kind !== 'path') {
    throw validationError(
      `Invalid condition in KeyConditionExpression: ${operator} operator must have the key attribute as its first operand`,
    );
  }
  const name = keyNameAmong([first, ...others]);
  return { name, operator, values: valuesOf(others) };
}

/** The one attribute name among operands of which the rest are values. */
function keyNameAmong(operands: readonly Operand<Bound>[]): string {
  let name: string | null = null;
  for (const operand of operands) {
    if (operand.kind === 'call') throw validationError(NESTED_CALL);
    if (operand.kind === 'value') continue;
    if (name !== null) throw validationError(SEVERAL_NAMES);
    if (operand.path.length > 1) throw validationError(NESTED_PATH);
    name = operand.path[0] as string;
  }
  if (name === null) throw validationError(NO_KEY);
  return name;
}

const valuesOf = (operands: readonly Operand<Bound>[]): AttributeValue[] =>
  operands.flatMap((operand) => (operand.kind === 'value' ? [operand.value] : []));

const unsupported = (operator: string): ItemError =>
  validationError(`Invalid operator used in KeyConditionExpression: ${operator}`);
