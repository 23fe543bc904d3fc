/** What can be said about the types of operands before any item is seen. */
import { type AttributeType, attributeTypeOf } from '../attributeMap.ts';
import { compareValues } from '../compare.ts';
import type { ItemError } from '../itemError.ts';
import type { Binding } from './binding.ts';
import { type Bound, type Call, type Operand, pathText } from './syntax.ts';

const OPERAND_COUNTS: Readonly<Record<string, number>> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
  size: 1,
  if_not_exists: 2,
  list_append: 2,
};
const NEEDS_PATH: ReadonlySet<string> = new Set([
  'attribute_exists',
  'attribute_not_exists',
  'if_not_exists',
]);
const TYPE_NAMES = ['B', 'NULL', 'SS', 'BOOL', 'L', 'BS', 'N', 'NS', 'S', 'M'];
const ORDERED: readonly AttributeType[] = ['S', 'N', 'B'];

/** An operand's type as far as it is known without an item. */
export function operandType(operand: Operand<Bound>): AttributeType | null {
  if (operand.kind === 'value') return attributeTypeOf(operand.value);
  if (operand.kind === 'path') return null;
  if (operand.name === 'size') return 'N';
  return operand.name === 'list_append' ? 'L' : null;
}

/** Checks the numbers of operands in a call and in the calls within it. @throws ItemError */
export function checkCounts(binding: Binding, operands: readonly Operand<Bound>[]): void {
  for (const operand of operands) {
    if (operand.kind !== 'call') continue;
    checkCounts(binding, operand.operands);
    const { name, operands: inner } = operand;
    if (inner.length === OPERAND_COUNTS[name]) continue;
    throw binding.error(
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${inner.length}`,
    );
  }
}

/** Checks the operands of calls, the innermost first. @throws ItemError */
export function checkCalls(binding: Binding, operands: readonly Operand<Bound>[]): void {
  for (const operand of operands) {
    if (operand.kind !== 'call') continue;
    checkCalls(binding, operand.operands);
    checkCall(binding, operand);
  }
}

function checkCall(binding: Binding, call: Call<Bound>): void {
  const { name, operands } = call;
  if (NEEDS_PATH.has(name) && operands[0]!.kind !== 'path') {
    throw binding.error(
      `Operator or function requires a document path; operator or function: ${name}`,
    );
  }
  if (name === 'begins_with') checkTypes(binding, name, operands, ['S', 'B']);
  if (name === 'list_append') checkTypes(binding, name, operands, ['L']);
  if (name === 'size') {
    checkTypes(binding, name, operands, ['S', 'B', 'SS', 'NS', 'BS', 'L', 'M']);
  }
  if (name === 'attribute_type') checkTypeName(binding, operands[1]!);
}

function checkTypeName(binding: Binding, operand: Operand<Bound>): void {
  if (operand.kind !== 'value' || !('S' in operand.value)) {
    const type = operandType(operand) ?? `{${TYPE_NAMES.join(',')}}`;
    throw wrongType(binding, 'attribute_type', type);
  }
  const name = operand.value.S;
  if (TYPE_NAMES.includes(name)) return;
  throw binding.error(
    `Invalid attribute type name found; type: ${name}, valid types: {${TYPE_NAMES.join(',')}}`,
  );
}

/** @throws ItemError when an operand's type is known and not among these. */
export function checkTypes(
  binding: Binding,
  name: string,
  operands: readonly Operand<Bound>[],
  types: readonly AttributeType[],
): void {
  for (const operand of operands) {
    const type = operandType(operand);
    if (type !== null && !types.includes(type)) throw wrongType(binding, name, type);
  }
}

/** Only values that have an order can be less or greater. @throws ItemError */
export function checkOrdered(
  binding: Binding,
  name: string,
  operands: readonly Operand<Bound>[],
): void {
  checkTypes(binding, name, operands, ORDERED);
}

function wrongType(binding: Binding, name: string, type: string): ItemError {
  return binding.error(
    `Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${type}`,
  );
}

/** AWS refuses to compare a path with itself. @throws ItemError */
export function checkDistinct(
  binding: Binding,
  name: string,
  operands: readonly Operand<Bound>[],
): void {
  const [first, ...others] = operands;
  if (first?.kind !== 'path') return;
  const text = pathText(first.path);
  for (const other of others) {
    if (other.kind !== 'path' || pathText(other.path) !== text) continue;
    throw binding.error(
      `The first operand must be distinct from the remaining operands for this operator or function; operator: ${name}, first operand: ${text}`,
    );
  }
}

/** The bounds of BETWEEN, where both are given as values. @throws ItemError */
export function checkBounds(binding: Binding, low: Operand<Bound>, high: Operand<Bound>): void {
  if (low.kind !== 'value' || high.kind !== 'value') return;
  const order = compareValues(low.value, high.value);
  const bounds = `lower bound operand: AttributeValue: ${valueText(low.value)}, upper bound operand: AttributeValue: ${valueText(high.value)}`;
  if (order === null) {
    throw binding.error(
      `The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`,
    );
  }
  if (order > 0) {
    throw binding.error(
      `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ${bounds}`,
    );
  }
}

function valueText(value: Bound): string {
  const type = attributeTypeOf(value);
  return `{${type}:${String((value as Record<string, unknown>)[type])}}`;
}
