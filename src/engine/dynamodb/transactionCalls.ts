/**
 * Transactions: all conditions are asked first, then everything is done at one instant, or nothing.
 * Records of the changes reach readers of the stream one by one.
 *
 * Left out: conflicts, since no two calls are ever under way at one instant.
 * Rules: [T12] all or nothing, twice the units, records apart, [T13] client tokens, [T20] limits.
 */

import { listMember, optionalMembers, optionalText, textMember } from '../item/callInput.ts';
import { evaluateCondition } from '../item/expressions/condition.ts';
import { ItemError, validationError } from '../item/itemError.ts';
import { keyLabel } from '../item/key.ts';
import { itemSizeBytes } from '../item/size.ts';
import type { Call, CallInput, Calls, GivenCall } from '../kernel/call.ts';
import { Entry } from '../kernel/journal.ts';
import { after } from '../kernel/time.ts';
import { TRANSACTION_BYTES, TRANSACTION_SPREAD, TRANSACTION_TOKEN_LIFE } from '../limits.ts';
import { type World, WriteKind } from '../world.ts';
import { hasWriteUnits, noteThrottled, throttled } from './capacity.ts';
import { currentImage, findItem, itemFor, storedItem } from './items.ts';
import { partitionOfItem } from './partition.ts';
import { readUnitsOf } from './readCall.ts';
import { chargeWrite, type WriteManner } from './table.ts';
import { addWrite, commit, readWriteInput, updated, type WriteInput } from './writeCall.ts';

const MOST_ACTIONS = 100;
const MANNER: WriteManner = { unitFactor: 2, streamDelay: TRANSACTION_SPREAD };

/** One action; a check is a write that only asks its condition. */
interface Action extends WriteInput {
  isCheck: boolean;
  input: CallInput;
}

/** Why an action stood against its transaction. */
export interface CancellationReason {
  code:
    | 'None'
    | 'ConditionalCheckFailed'
    | 'ValidationError'
    | 'ThrottlingError'
    | 'ProvisionedThroughputExceeded';
  message: string | null;
  /** Place of the image of the item that failed its condition, or -1. */
  image: number;
}

export interface TransactionResult {
  outcome: 'committed' | 'cancelled' | 'repeated';
  /** One per action; empty unless it was cancelled. */
  reasons: CancellationReason[];
  /** By table number. */
  writeUnits: Map<number, number>;
  readUnits: Map<number, number>;
}

const NONE: CancellationReason = { code: 'None', message: null, image: -1 };

const transactWriteCall: Call = (world, input) => {
  const token = optionalText(input, 'ClientRequestToken');
  const actions = readActions(world, input);
  const earlier = token === null ? null : earlierCall(world, token, input);
  return (given): TransactionResult => {
    if (earlier !== null) return repeatedResult(world, actions);
    const result = transact(world, actions, given);
    if (token !== null && result.outcome === 'committed') {
      const until = after(world.now, TRANSACTION_TOKEN_LIFE);
      world.state.transactionTokens.push({ token, command: given.number, until });
    }
    return result;
  };
};

function readActions(world: World, input: CallInput): Action[] {
  const given = listMember(input, 'TransactItems');
  if (given.length === 0 || given.length > MOST_ACTIONS) {
    throw validationError(
      `1 validation error detected: Value '[${given.length} actions]' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to ${MOST_ACTIONS}`,
    );
  }
  const actions = given.map((item) => readAction(world, item));
  const seen = new Set<string>();
  let bytes = 0;
  for (const { table, key, image } of actions) {
    const label = `${table} ${keyLabel(world.state.tables[table]!.schema, key)}`;
    if (seen.has(label)) {
      throw validationError('Transaction request cannot include multiple operations on one item');
    }
    seen.add(label);
    bytes += itemSizeBytes(image ?? key);
  }
  if (bytes > TRANSACTION_BYTES) throw tooLargeTransaction();
  return actions;
}

/** What a transaction is refused with that holds more than 4 MB [T20]. */
export const tooLargeTransaction = (): ItemError =>
  validationError('Member must have a total size less than or equal to 4 MB');

const KINDS = {
  Put: WriteKind.put,
  Update: WriteKind.update,
  Delete: WriteKind.delete,
  ConditionCheck: WriteKind.delete,
} as const;

function readAction(world: World, given: CallInput): Action {
  const names = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter(
    (name) => given[name] != null,
  );
  const [name] = names;
  if (name === undefined || names.length > 1) {
    throw validationError('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  const input = optionalMembers(given, name)!;
  if (name === 'Update') textMember(input, 'UpdateExpression');
  if (name === 'ConditionCheck') textMember(input, 'ConditionExpression');
  const isCheck = name === 'ConditionCheck';
  return { ...readWriteInput(world, KINDS[name], input), isCheck, input };
}

/** [T12] Looks at every action before doing any. */
function transact(world: World, actions: readonly Action[], given: GivenCall): TransactionResult {
  const items = actions.map((action) => itemFor(world, action.table, action.key));
  const reasons = actions.map((action, i) => reasonAgainst(world, action, items[i]!));
  const against = reasons.findIndex((reason) => reason.code !== 'None');
  const before = unitsNow(world, actions);
  if (against >= 0) cancel(world, actions, items, reasons, given, against);
  else {
    const { journal } = world;
    const { number, entry } = given;
    const count = actions.length;
    const cause = journal.append(world.now, Entry.transactionCommitted, number, count, 0, 0, entry);
    actions.forEach((action, i) => {
      carryOutAction(world, action, items[i]!, number, cause);
    });
  }
  return {
    outcome: against >= 0 ? 'cancelled' : 'committed',
    reasons: against >= 0 ? reasons : [],
    writeUnits: unitsSince(world, before),
    readUnits: new Map(),
  };
}

function reasonAgainst(world: World, action: Action, item: number): CancellationReason {
  const { condition, update, kind, isCheck, table } = action;
  if (!hasWriteUnits(world, partitionOfItem(world, item))) {
    const { name, message } = throttled(world, table);
    const isOnDemand = name === 'ThrottlingException';
    return {
      code: isOnDemand ? 'ThrottlingError' : 'ProvisionedThroughputExceeded',
      message,
      image: -1,
    };
  }
  const stored = storedItem(world, item);
  if (condition && !evaluateCondition(condition, stored)) {
    const message = 'The conditional request failed';
    return { code: 'ConditionalCheckFailed', message, image: currentImage(world, item) };
  }
  if (kind !== WriteKind.update || isCheck) return NONE;
  try {
    updated(world, item, stored, update);
    return NONE;
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    return { code: 'ValidationError', message: error.message, image: -1 };
  }
}

function carryOutAction(
  world: World,
  action: Action,
  item: number,
  command: number,
  cause: number,
): void {
  const { table, kind, isCheck } = action;
  if (isCheck) {
    chargeWrite(world, item, MANNER);
    return;
  }
  const write = addWrite(world, table, item, kind, command);
  const { journal } = world;
  const sent = journal.append(world.now, Entry.writeSent, write, table, item, 0, cause);
  commit(world, write, { ...action, condition: null }, sent, MANNER);
}

/** Nothing is done; what was looked at is paid for, and each write counts as one that failed. */
function cancel(
  world: World,
  actions: readonly Action[],
  items: readonly number[],
  reasons: readonly CancellationReason[],
  { number, entry }: GivenCall,
  against: number,
): void {
  world.journal.append(world.now, Entry.transactionCancelled, number, against, 0, 0, entry);
  actions.forEach(({ table, isCheck }, i) => {
    const { code } = reasons[i]!;
    const isThrottled = code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded';
    if (!isThrottled) chargeWrite(world, items[i]!, MANNER);
    if (isCheck) return;
    if (isThrottled) noteThrottled(world, items[i]!);
    else world.state.tables[table]!.writes.conditionFailed++;
  });
}

function unitsNow(world: World, actions: readonly Action[]): Map<number, number> {
  return new Map(actions.map(({ table }) => [table, world.state.tables[table]!.writeUnits]));
}

function unitsSince(world: World, before: ReadonlyMap<number, number>): Map<number, number> {
  return new Map(
    [...before].map(([table, units]) => [table, world.state.tables[table]!.writeUnits - units]),
  );
}

/** [T13] The call that used a token less than ten minutes ago. @throws ItemError when it was another. */
function earlierCall(world: World, token: string, input: CallInput): number | null {
  const { state } = world;
  state.transactionTokens = state.transactionTokens.filter(({ until }) => until > world.now);
  const known = state.transactionTokens.find((used) => used.token === token);
  if (!known) return null;
  const earlier = world.commands.get(known.command).input;
  if (JSON.stringify(earlier.TransactItems) === JSON.stringify(input.TransactItems)) {
    return known.command;
  }
  throw new ItemError(
    'IdempotentParameterMismatchException',
    'DynamoDB rejected the request because you retried a request with a different payload but with an idempotent token that was already used.',
  );
}

/** A repeated call does nothing more and costs what reading its items would. */
function repeatedResult(world: World, actions: readonly Action[]): TransactionResult {
  const readUnits = new Map<number, number>();
  for (const { table, key } of actions) {
    const item = findItem(world, table, key);
    const image = item < 0 ? -1 : currentImage(world, item);
    const units = 2 * readUnitsOf(image < 0 ? 0 : world.images.sizeBytes(image), true);
    readUnits.set(table, (readUnits.get(table) ?? 0) + units);
    world.state.tables[table]!.readUnits += units;
  }
  return { outcome: 'repeated', reasons: [], writeUnits: new Map(), readUnits };
}

export const transactionCalls: Calls = {
  'dynamodb:TransactWriteItems': transactWriteCall,
};
