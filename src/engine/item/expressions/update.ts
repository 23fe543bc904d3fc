/** Updates: reading them and carrying them out on an item. */

import { setAttribute } from '../attributeMap.ts';
import type { AttributeMap, AttributeValue } from '../attributeValue.ts';
import { invalidParameter, validationError } from '../itemError.ts';
import { addNumbers, subtractNumbers } from '../number.ts';
import { checkUpdatedItem } from '../parseItem.ts';
import { Binding } from './binding.ts';
import {
  emptyTree,
  growTree,
  type PathTree,
  pathClash,
  refuseNestedKeys,
  valueAt,
} from './documentPath.ts';
import type { ExpressionContext } from './expressionContext.ts';
import { addToAttribute, deleteFromAttribute } from './setArithmetic.ts';
import type { Bound, Operand, Path, SetValue, Unbound, UpdateAction } from './syntax.ts';
import { remember } from './syntaxCache.ts';
import { checkCalls, checkCounts, checkTypes, operandType } from './typeChecks.ts';
import { parseUpdateSyntax } from './updateParser.ts';

/** An update with its names and values, ready to be carried out. */
export interface UpdateProgram {
  readonly actions: readonly UpdateAction<Bound>[];
  readonly tree: PathTree<UpdateAction<Bound>>;
  /** Every path in it, written or read. */
  readonly paths: readonly Path[];
}

const MISSING_OPERAND =
  'The provided expression refers to an attribute that does not exist in the item';
const WRONG_OPERAND = 'An operand in the update expression has an incorrect data type';
const WRONG_PATH = 'The document path provided in the update expression is invalid for update';

/** AWS's words for types in this one error. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  NULL: 'NULL',
  BOOL: 'BOOLEAN',
  L: 'LIST',
  M: 'MAP',
};

const readSyntax = remember(parseUpdateSyntax);

/** @throws ItemError in AWS's words: syntax, reserved words, placeholders, paths, types [X11]. */
export function parseUpdate(text: string, context: ExpressionContext): UpdateProgram {
  const binding = new Binding('UpdateExpression', context);
  const actions = readSyntax(text).map((action) => bindAction(binding, action));
  binding.refuseMissingNamesFirst();
  const clash = pathClash(actions.map((action) => action.path));
  if (clash !== null) throw binding.error(clash);
  for (const action of actions) checkSetOperand(binding, action);
  for (const action of actions) checkSetValue(binding, action);
  const tree: PathTree<UpdateAction<Bound>> = emptyTree();
  for (const action of actions) growTree(tree, action.path, action);
  return { actions, tree, paths: binding.paths };
}

function bindAction(binding: Binding, action: UpdateAction<Unbound>): UpdateAction<Bound> {
  const path = binding.path(action.path);
  if (action.kind === 'REMOVE') return { kind: 'REMOVE', path };
  if (action.kind !== 'SET') return { kind: action.kind, path, value: binding.value(action.value) };
  const { value } = action;
  if (value.kind !== 'arithmetic') return { kind: 'SET', path, value: binding.operand(value) };
  const left = binding.operand(value.left);
  const right = binding.operand(value.right);
  return { kind: 'SET', path, value: { ...value, left, right } };
}

/** ADD takes a number or a set, DELETE a set. */
function checkSetOperand(binding: Binding, action: UpdateAction<Bound>): void {
  if (action.kind !== 'ADD' && action.kind !== 'DELETE') return;
  const type = operandType({ kind: 'value', value: action.value })!;
  const word = TYPE_WORDS[type];
  if (word === undefined || (action.kind === 'ADD' && type === 'N')) return;
  throw binding.error(
    `Incorrect operand type for operator or function; operator: ${action.kind}, operand type: ${word}`,
  );
}

function checkSetValue(binding: Binding, action: UpdateAction<Bound>): void {
  if (action.kind !== 'SET') return;
  const { value } = action;
  const operands = value.kind === 'arithmetic' ? [value.left, value.right] : [value];
  checkCounts(binding, operands);
  checkCalls(binding, operands);
  if (value.kind === 'arithmetic') checkTypes(binding, value.operator, operands, ['N']);
}

/** @throws ItemError when an update would change a key attribute or look into one. */
export function refuseKeyUpdates(program: UpdateProgram, keyNames: readonly string[]): void {
  for (const action of program.actions) {
    const name = action.path[0] as string;
    if (!keyNames.includes(name)) continue;
    throw invalidParameter(`Cannot update attribute ${name}. This attribute is part of the key`);
  }
  refuseNestedKeys(program.paths, keyNames);
}

/**
 * The item after an update. All values are read from the item as it was; the item itself is not
 * changed, and what stays the same is shared [X15].
 * @param item null where there is none yet: then the result begins with the key
 * @throws ItemError when the update touches the key, an operand is missing or of a wrong type, a path
 *   leads nowhere, or the result is too large.
 */
export function applyUpdate(
  program: UpdateProgram,
  item: AttributeMap | null,
  key: AttributeMap,
): AttributeMap {
  refuseKeyUpdates(program, Object.keys(key));
  const before = item ?? key;
  const change = new Change(before, item === null);
  const after = change.map(before, program.tree);
  checkUpdatedItem(after);
  return after;
}

/** One update under way. */
class Change {
  private readonly item: AttributeMap;
  /** AWS lets a missing item's paths be removed, though not a missing attribute's. */
  private readonly isNew: boolean;

  constructor(item: AttributeMap, isNew: boolean) {
    this.item = item;
    this.isNew = isNew;
  }

  map(before: AttributeMap, tree: PathTree<UpdateAction<Bound>>): AttributeMap {
    const after: AttributeMap = {};
    for (const name of Object.keys(before)) {
      const child = tree.children.get(name);
      const value = valueAt(before, [name])!;
      const changed = child === undefined ? value : this.value(value, child);
      if (changed !== undefined) setAttribute(after, name, changed);
    }
    for (const [name, child] of tree.children) {
      if (Object.hasOwn(before, name)) continue;
      const made = this.value(undefined, child);
      if (made !== undefined) setAttribute(after, name as string, made);
    }
    return after;
  }

  /** What comes of a value; undefined where there is none. */
  private value(
    before: AttributeValue | undefined,
    tree: PathTree<UpdateAction<Bound>>,
  ): AttributeValue | undefined {
    if (tree.leaf !== undefined) return this.leaf(before, tree.leaf);
    const byIndex = typeof tree.children.keys().next().value === 'number';
    if (before !== undefined && 'M' in before && !byIndex) return { M: this.map(before.M, tree) };
    if (before !== undefined && 'L' in before && byIndex) return { L: this.list(before.L, tree) };
    if (this.isNew && before === undefined && onlyRemoves(tree)) return undefined;
    throw validationError(WRONG_PATH);
  }

  /** Indexes are those of the list as it was; what lies beyond its end is appended in their order. */
  private list(
    before: readonly AttributeValue[],
    tree: PathTree<UpdateAction<Bound>>,
  ): AttributeValue[] {
    const after: AttributeValue[] = [];
    for (const [index, value] of before.entries()) {
      const child = tree.children.get(index);
      const changed = child === undefined ? value : this.value(value, child);
      if (changed !== undefined) after.push(changed);
    }
    const beyond = Array.from(tree.children.keys(), Number).filter((at) => at >= before.length);
    for (const index of beyond.sort((a, b) => a - b)) {
      const made = this.value(undefined, tree.children.get(index)!);
      if (made !== undefined) after.push(made);
    }
    return after;
  }

  private leaf(
    before: AttributeValue | undefined,
    action: UpdateAction<Bound>,
  ): AttributeValue | undefined {
    if (action.kind === 'REMOVE') return undefined;
    if (action.kind === 'SET') return this.setValue(action.value);
    const result =
      action.kind === 'ADD'
        ? addToAttribute(before, action.value)
        : deleteFromAttribute(before, action.value);
    if (result === null) throw validationError(WRONG_OPERAND);
    return result;
  }

  private setValue(value: SetValue<Bound>): AttributeValue {
    if (value.kind !== 'arithmetic') return this.operand(value);
    const left = this.operand(value.left);
    const right = this.operand(value.right);
    if (!('N' in left && 'N' in right)) throw validationError(WRONG_OPERAND);
    const calculate = value.operator === '+' ? addNumbers : subtractNumbers;
    return { N: calculate(left.N, right.N) };
  }

  private operand(operand: Operand<Bound>): AttributeValue {
    if (operand.kind === 'value') return operand.value;
    if (operand.kind === 'path') {
      const value = valueAt(this.item, operand.path);
      if (value === undefined) throw validationError(MISSING_OPERAND);
      return value;
    }
    const [first, second] = operand.operands as [Operand<Bound>, Operand<Bound>];
    if (operand.name === 'if_not_exists') {
      const present = first.kind === 'path' ? valueAt(this.item, first.path) : undefined;
      return present ?? this.operand(second);
    }
    const head = this.operand(first);
    const tail = this.operand(second);
    if (!('L' in head && 'L' in tail)) throw validationError(WRONG_OPERAND);
    return { L: [...head.L, ...tail.L] };
  }
}

function onlyRemoves(tree: PathTree<UpdateAction<Bound>>): boolean {
  if (tree.leaf !== undefined) return tree.leaf.kind === 'REMOVE';
  return Array.from(tree.children.values()).every(onlyRemoves);
}
