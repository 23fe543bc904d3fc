/**
 * A write call on its way: it leaves its writer, travels, and is carried out when it arrives. Calls of
 * commands carry AWS's own input; generated traffic knows its item and makes the image on arrival.
 *
 * Rules: [T4] a call takes time to arrive (assumed).
 */
import type { AttributeMap } from '../item/attributeValue.ts';
import { givenMember, textMember } from '../item/callInput.ts';
import { evaluateCondition } from '../item/expressions/condition.ts';
import type { Path } from '../item/expressions/syntax.ts';
import { applyUpdate } from '../item/expressions/update.ts';
import {
  readWriteExpressions,
  type WriteExpressions,
} from '../item/expressions/writeExpressions.ts';
import { ItemError } from '../item/itemError.ts';
import { checkedKey, keyNames, keyOf } from '../item/key.ts';
import { parseAttributeMap, parseItem } from '../item/parseItem.ts';
import type { Call, CallInput, Calls } from '../kernel/call.ts';
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { after, type Duration } from '../kernel/time.ts';
import { CALL_TRANSIT_LEAST, CALL_TRANSIT_MOST } from '../limits.ts';
import { type World, WriteKind } from '../world.ts';
import { isThrottled, throttled } from './capacity.ts';
import { currentImage, itemFor, storedItem } from './items.ts';
import {
  commitDelete,
  commitImage,
  failCondition,
  PLAIN,
  tableNamed,
  type WriteManner,
} from './table.ts';

/** The DynamoDB calls that write one item. */
const WRITE_CALLS: Readonly<Record<string, WriteKind>> = {
  'dynamodb:PutItem': WriteKind.put,
  'dynamodb:UpdateItem': WriteKind.update,
  'dynamodb:DeleteItem': WriteKind.delete,
};

/** A write as AWS's input asks for it. */
export interface WriteInput extends WriteExpressions {
  table: number;
  kind: WriteKind;
  key: AttributeMap;
  /** PutItem's item. */
  image: AttributeMap | null;
}

/**
 * Reads the input of a write, or of one action of a transaction.
 * @throws ItemError where AWS would refuse it before looking at any item.
 */
export function readWriteInput(world: World, kind: WriteKind, input: CallInput): WriteInput {
  const table = tableNamed(world, textMember(input, 'TableName'));
  const { schema } = world.state.tables[table]!;
  const expressions = readWriteExpressions(input, kind === WriteKind.update, keyNames(schema));
  if (kind === WriteKind.put) {
    const image = parseItem(givenMember(input, 'Item'));
    return { table, kind, key: keyOf(schema, image), image, ...expressions };
  }
  const key = checkedKey(schema, parseAttributeMap(givenMember(input, 'Key')));
  return { table, kind, key, image: null, ...expressions };
}

/** Sends a write on its way to the table, so many microseconds later than others. Returns its number. */
export function sendWrite(
  world: World,
  table: number,
  item: number,
  kind: WriteKind,
  source: number,
  cause: number,
  late = 0,
): number {
  const write = addWrite(world, table, item, kind, source);
  const drawn = draw(world.definition.seed, Purpose.callTransit, write, 0);
  const transit = (within(drawn, CALL_TRANSIT_LEAST, CALL_TRANSIT_MOST) + late) as Duration;
  const entry = world.journal.append(
    world.now,
    Entry.writeSent,
    write,
    table,
    item,
    transit,
    cause,
  );
  world.queue.schedule(after(world.now, transit), EventKind.writeArrives, write, entry);
  return write;
}

/** Notes a write; `source` is the command's number, or below zero. Returns its number. */
export function addWrite(
  world: World,
  table: number,
  item: number,
  kind: WriteKind,
  source: number,
): number {
  const { writes } = world;
  const write = writes.table.push(table);
  writes.item.push(item);
  writes.kind.push(kind);
  writes.source.push(source);
  writes.sentAt.push(world.now);
  return write;
}

/** What a write did. Images are places in the image log; -1: there was no item, or there is none. */
export interface WriteResult {
  outcome: 'written' | 'conditionFailed' | 'throttled';
  item: number;
  before: number;
  after: number;
  writeUnits: number;
  /** What an update set, changed or removed. */
  updatedPaths: readonly Path[];
}

/** Carries out a write at its table, now. @throws ItemError where AWS would refuse it. */
export function carryOut(
  world: World,
  write: number,
  input: WriteInput,
  cause: number,
): WriteResult {
  const item = world.writes.item.get(write);
  const table = world.state.tables[input.table]!;
  const before = currentImage(world, item);
  const unitsBefore = table.writeUnits;
  const outcome = isThrottled(world, write, cause)
    ? 'throttled'
    : commit(world, write, input, cause, PLAIN);
  const writeUnits = table.writeUnits - unitsBefore;
  const updatedPaths = input.update ? input.update.actions.map((action) => action.path) : [];
  return { outcome, item, before, after: currentImage(world, item), writeUnits, updatedPaths };
}

/** Asks the condition and writes. @throws ItemError, and then nothing is done. */
export function commit(
  world: World,
  write: number,
  input: WriteInput,
  cause: number,
  manner: WriteManner,
): 'written' | 'conditionFailed' {
  const item = world.writes.item.get(write);
  const { kind, image, condition, update } = input;
  const stored = condition || update ? storedItem(world, item) : null;
  if (condition && !evaluateCondition(condition, stored)) {
    failCondition(world, write, cause, manner);
    return 'conditionFailed';
  }
  if (kind === WriteKind.delete) commitDelete(world, write, cause, manner);
  else {
    const after = image ?? updated(world, item, stored, update);
    const as = image ? WriteKind.put : WriteKind.update;
    commitImage(world, write, after, as, cause, manner);
  }
  return 'written';
}

/** The item that an update leaves. Without an expression it only sees to it that the item is there. */
export function updated(
  world: World,
  item: number,
  stored: AttributeMap | null,
  update: WriteExpressions['update'],
): AttributeMap {
  const key = world.items.keys.get(item);
  if (update) return applyUpdate(update, stored, key);
  return stored ?? storedItem(world, item) ?? key;
}

/** Carries out a command's write when it arrives at its table. */
export function carryOutCommandWrite(world: World, write: number, cause: number): void {
  const { call, input } = world.commands.get(world.writes.source.get(write));
  try {
    carryOut(world, write, readWriteInput(world, WRITE_CALLS[call]!, input), cause);
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    const text = world.errors.push(`${error.awsName}: ${error.message}`);
    world.journal.append(world.now, Entry.callFailed, write, text, 0, 0, cause);
  }
}

/** Sends the write on its way, or carries it out at once for a client that waits for the answer. */
const writeCall =
  (kind: WriteKind): Call =>
  (world, input) => {
    const asked = readWriteInput(world, kind, input);
    return ({ number, entry, immediate }) => {
      const item = itemFor(world, asked.table, asked.key);
      if (!immediate) return sendWrite(world, asked.table, item, kind, number, entry);
      const write = addWrite(world, asked.table, item, kind, number);
      const { journal } = world;
      const sent = journal.append(world.now, Entry.writeSent, write, asked.table, item, 0, entry);
      const result = carryOut(world, write, asked, sent);
      if (result.outcome === 'throttled') throw throttled(world, asked.table);
      return result;
    };
  };

export const writeCalls: Calls = {
  'dynamodb:PutItem': writeCall(WriteKind.put),
  'dynamodb:UpdateItem': writeCall(WriteKind.update),
  'dynamodb:DeleteItem': writeCall(WriteKind.delete),
};
