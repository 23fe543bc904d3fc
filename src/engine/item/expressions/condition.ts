/** Conditions of writes, and filters: reading them and asking an item. */
import { attributeTypeOf } from '../attributeMap.ts';
import type { AttributeMap, AttributeValue } from '../attributeValue.ts';
import { containsBytes, decodeBase64, startsWithBytes } from '../binary.ts';
import { compareValues, equalValues, holdsValue } from '../compare.ts';
import { base64Length } from '../size.ts';
import { Binding } from './binding.ts';
import { parseConditionSyntax } from './conditionParser.ts';
import { valueAt } from './documentPath.ts';
import type { ExpressionContext } from './expressionContext.ts';
import type {
  Bound,
  Call,
  Comparator,
  Condition,
  ExpressionKind,
  Operand,
  Path,
  Unbound,
} from './syntax.ts';
import { remember } from './syntaxCache.ts';
import { checkBounds, checkCalls, checkCounts, checkDistinct, checkOrdered } from './typeChecks.ts';

/** A condition with its names and values, ready to be asked. */
export interface ConditionProgram {
  readonly condition: Condition<Bound>;
  /** Every path in it. */
  readonly paths: readonly Path[];
}

const SYNTAX = {
  ConditionExpression: remember((text) => parseConditionSyntax('ConditionExpression', text)),
  FilterExpression: remember((text) => parseConditionSyntax('FilterExpression', text)),
  KeyConditionExpression: remember((text) => parseConditionSyntax('KeyConditionExpression', text)),
};

/** @throws ItemError in AWS's words: syntax, reserved words, placeholders, types [X12]. */
export function parseCondition(
  text: string,
  context: ExpressionContext,
  kind: keyof typeof SYNTAX = 'ConditionExpression',
): ConditionProgram {
  const paths: Path[] = [];
  return { condition: bindCondition(kind, SYNTAX[kind](text), context, paths), paths };
}

/** AWS checks each comparison and each call by itself, in the order of the text. */
function bindCondition(
  kind: ExpressionKind,
  condition: Condition<Unbound>,
  context: ExpressionContext,
  paths: Path[],
): Condition<Bound> {
  if (condition.kind === 'and' || condition.kind === 'or') {
    const conditions = condition.conditions.map((part) =>
      bindCondition(kind, part, context, paths),
    );
    return { kind: condition.kind, conditions };
  }
  if (condition.kind === 'not') {
    return { kind: 'not', condition: bindCondition(kind, condition.condition, context, paths) };
  }
  const binding = new Binding(kind, context);
  const bound = bindSimple(binding, condition);
  binding.refuseMissing();
  checkSimple(binding, bound);
  paths.push(...binding.paths);
  return bound;
}

type Simple<Value> = Exclude<Condition<Value>, { kind: 'and' | 'or' | 'not' }>;

function bindSimple(binding: Binding, condition: Simple<Unbound>): Simple<Bound> {
  switch (condition.kind) {
    case 'compare': {
      const left = binding.operand(condition.left);
      return { ...condition, left, right: binding.operand(condition.right) };
    }
    case 'between': {
      const operand = binding.operand(condition.operand);
      const low = binding.operand(condition.low);
      return { kind: 'between', operand, low, high: binding.operand(condition.high) };
    }
    case 'in': {
      const operand = binding.operand(condition.operand);
      const choices = condition.choices.map((choice) => binding.operand(choice));
      return { kind: 'in', operand, choices };
    }
    default:
      return binding.operand(condition) as Call<Bound>;
  }
}

function checkSimple(binding: Binding, condition: Simple<Bound>): void {
  const operands = operandsOf(condition);
  checkCounts(binding, operands);
  const name = nameOf(condition);
  checkDistinct(binding, name, condition.kind === 'call' ? condition.operands : operands);
  checkCalls(binding, operands);
  if (condition.kind === 'compare' && name !== '=' && name !== '<>') {
    checkOrdered(binding, name, operands);
  }
  if (condition.kind === 'between') {
    checkOrdered(binding, name, operands);
    checkBounds(binding, condition.low, condition.high);
  }
}

function operandsOf(condition: Simple<Bound>): Operand<Bound>[] {
  if (condition.kind === 'compare') return [condition.left, condition.right];
  if (condition.kind === 'between') return [condition.operand, condition.low, condition.high];
  if (condition.kind === 'in') return [condition.operand, ...condition.choices];
  return [condition];
}

function nameOf(condition: Simple<Bound>): string {
  if (condition.kind === 'compare') return condition.comparator;
  return condition.kind === 'call' ? condition.name : condition.kind.toUpperCase();
}

/** Whether a condition holds for an item; null stands for no item. */
export function evaluateCondition(program: ConditionProgram, item: AttributeMap | null): boolean {
  return holds(program.condition, item);
}

function holds(condition: Condition<Bound>, item: AttributeMap | null): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.conditions.every((part) => holds(part, item));
    case 'or':
      return condition.conditions.some((part) => holds(part, item));
    case 'not':
      return !holds(condition.condition, item);
    case 'compare': {
      const left = operandValue(condition.left, item);
      return comparesTo(condition.comparator, left, operandValue(condition.right, item));
    }
    case 'between': {
      const value = operandValue(condition.operand, item);
      return (
        comparesTo('>=', value, operandValue(condition.low, item)) &&
        comparesTo('<=', value, operandValue(condition.high, item))
      );
    }
    case 'in': {
      const value = operandValue(condition.operand, item);
      return condition.choices.some((choice) => comparesTo('=', value, operandValue(choice, item)));
    }
    default:
      return callHolds(condition, item);
  }
}

/** An attribute that is not there is not equal to anything, nor less or greater [X13]. */
function comparesTo(
  comparator: Comparator,
  left: AttributeValue | undefined,
  right: AttributeValue | undefined,
): boolean {
  if (left === undefined || right === undefined) return comparator === '<>';
  if (comparator === '=') return equalValues(left, right);
  if (comparator === '<>') return !equalValues(left, right);
  const order = compareValues(left, right);
  if (order === null) return false;
  if (comparator === '<') return order < 0;
  if (comparator === '<=') return order <= 0;
  return comparator === '>' ? order > 0 : order >= 0;
}

function callHolds(call: Call<Bound>, item: AttributeMap | null): boolean {
  const first = operandValue(call.operands[0]!, item);
  if (call.name === 'attribute_exists') return first !== undefined;
  if (call.name === 'attribute_not_exists') return first === undefined;
  const second = operandValue(call.operands[1]!, item);
  if (first === undefined || second === undefined) return false;
  if (call.name === 'attribute_type') return 'S' in second && attributeTypeOf(first) === second.S;
  if (call.name === 'begins_with') return beginsWith(first, second);
  return contains(first, second);
}

function operandValue(
  operand: Operand<Bound>,
  item: AttributeMap | null,
): AttributeValue | undefined {
  if (operand.kind === 'value') return operand.value;
  if (operand.kind === 'path') return valueAt(item, operand.path);
  const value = operandValue(operand.operands[0]!, item); // the only call that gives a value is size
  const size = value === undefined ? undefined : sizeOf(value);
  return size === undefined ? undefined : { N: String(size) };
}

/** That the size of text counts UTF-16 units, not bytes, is assumed [X20]. */
function sizeOf(value: AttributeValue): number | undefined {
  if ('S' in value) return value.S.length;
  if ('B' in value) return base64Length(value.B);
  if ('L' in value) return value.L.length;
  if ('M' in value) return Object.keys(value.M).length;
  if ('SS' in value) return value.SS.length;
  if ('NS' in value) return value.NS.length;
  if ('BS' in value) return value.BS.length;
  return undefined;
}

function beginsWith(whole: AttributeValue, part: AttributeValue): boolean {
  if ('S' in whole && 'S' in part) return whole.S.startsWith(part.S);
  return 'B' in whole && 'B' in part && withBytes(whole.B, part.B, startsWithBytes);
}

function contains(whole: AttributeValue, part: AttributeValue): boolean {
  if ('S' in whole && 'S' in part) return whole.S.includes(part.S);
  if ('B' in whole && 'B' in part) return withBytes(whole.B, part.B, containsBytes);
  return holdsValue(whole, part);
}

function withBytes(
  a: string,
  b: string,
  test: (whole: Uint8Array, part: Uint8Array) => boolean,
): boolean {
  const whole = decodeBase64(a);
  const part = decodeBase64(b);
  return whole !== null && part !== null && test(whole, part);
}
