/**
 * A write call on its way: it leaves its writer, travels, and is carried out when it arrives. Calls of
 * commands carry AWS's own input; generated traffic knows its item and makes the image on arrival.
 *
 * Rules: [T4] a call takes time to arrive (assumed).
 */
import type { Command } from '../definition.ts';
import type { AttributeMap } from '../item/attributeValue.ts';
import { evaluateCondition } from '../item/expressions/condition.ts';
import { applyUpdate } from '../item/expressions/update.ts';
import {
  readWriteExpressions,
  type WriteExpressions,
} from '../item/expressions/writeExpressions.ts';
import { ItemError, validationError } from '../item/itemError.ts';
import { checkedKey, keyNames, keyOf } from '../item/key.ts';
import { parseAttributeMap, parseItem } from '../item/parseItem.ts';
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { after, type Duration } from '../kernel/time.ts';
import { CALL_TRANSIT_LEAST, CALL_TRANSIT_MOST } from '../limits.ts';
import { type World, WriteKind } from '../world.ts';
import {
  commitDelete,
  commitImage,
  failCondition,
  itemFor,
  storedItem,
  tableNamed,
} from './table.ts';

/** The DynamoDB calls that write one item. */
export const WRITE_CALLS: Readonly<Record<string, WriteKind>> = {
  'dynamodb:PutItem': WriteKind.put,
  'dynamodb:UpdateItem': WriteKind.update,
  'dynamodb:DeleteItem': WriteKind.delete,
};

interface WriteInput {
  table: number;
  kind: WriteKind;
  key: AttributeMap;
  /** PutItem's item. */
  image: AttributeMap | null;
  expressions: WriteExpressions;
}

/**
 * Reads a write command's input. Throws {@link ItemError} with AWS's name and message when AWS would
 * refuse it before looking at any item.
 */
export function readWriteInput(world: World, command: Command): WriteInput {
  const { input } = command;
  const kind = WRITE_CALLS[command.call]!;
  const table = tableNamed(world, String(given(input, 'TableName')));
  const schema = world.state.tables[table]!.schema;
  const expressions = readWriteExpressions(input, kind === WriteKind.update, keyNames(schema));
  if (kind === WriteKind.put) {
    const image = parseItem(given(input, 'Item'));
    return { table, kind, key: keyOf(schema, image), image, expressions };
  }
  const key = checkedKey(schema, parseAttributeMap(given(input, 'Key')));
  return { table, kind, key, image: null, expressions };
}

/** A member that AWS requires. */
function given(input: Command['input'], member: string): unknown {
  const value = input[member];
  if (value !== undefined && value !== null) return value;
  const name = member[0]!.toLowerCase() + member.slice(1);
  throw validationError(
    `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
}

/** Sends a write on its way to the table. Returns its number. */
export function sendWrite(
  world: World,
  table: number,
  item: number,
  kind: WriteKind,
  source: number,
  cause: number,
): number {
  const write = addWrite(world, table, item, kind, source);
  const drawn = draw(world.definition.seed, Purpose.callTransit, write, 0);
  const transit = within(drawn, CALL_TRANSIT_LEAST, CALL_TRANSIT_MOST) as Duration;
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

function addWrite(
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

/** Sends a command's write. */
export function sendCommandWrite(world: World, number: number, cause: number): void {
  const { table, key, kind } = readWriteInput(world, world.commands.get(number));
  sendWrite(world, table, itemFor(world, table, key), kind, number, cause);
}

/** What a write did: the item before and after, and whether the condition held. */
export interface WriteResult {
  outcome: 'written' | 'conditionFailed';
  before: AttributeMap | null;
  after: AttributeMap | null;
  writeUnits: number;
}

/** Carries out a write at its table, now. Throws {@link ItemError} where AWS would refuse it. */
function carryOut(world: World, write: number, command: Command, cause: number): WriteResult {
  const item = world.writes.item.get(write);
  const { kind, image, table, key, expressions } = readWriteInput(world, command);
  const { condition, update } = expressions;
  const before = storedItem(world, item);
  const unitsBefore = world.state.tables[table]!.writeUnits;
  const result = (outcome: WriteResult['outcome'], after: AttributeMap | null): WriteResult => ({
    outcome,
    before,
    after,
    writeUnits: world.state.tables[table]!.writeUnits - unitsBefore,
  });
  if (condition && !evaluateCondition(condition, before)) {
    failCondition(world, write, cause);
    return result('conditionFailed', before);
  }
  if (kind === WriteKind.delete) {
    commitDelete(world, write, cause);
    return result('written', null);
  }
  let after = image;
  if (after) {
    commitImage(world, write, after, WriteKind.put, cause);
  } else {
    after = update ? applyUpdate(update, before, key) : (before ?? key);
    commitImage(world, write, after, WriteKind.update, cause);
  }
  return result('written', after);
}

/** Carries out a command's write when it arrives at its table. */
export function carryOutCommandWrite(world: World, write: number, cause: number): void {
  const command = world.commands.get(world.writes.source.get(write));
  try {
    carryOut(world, write, command, cause);
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    const text = world.errors.push(`${error.awsName}: ${error.message}`);
    world.journal.append(world.now, Entry.callFailed, write, text, 0, 0, cause);
  }
}

/** Carries out a command's write at once, for a client that waits for the answer. */
export function writeNow(world: World, number: number, cause: number): WriteResult {
  const command = world.commands.get(number);
  const { table, key, kind } = readWriteInput(world, command);
  const item = itemFor(world, table, key);
  const write = addWrite(world, table, item, kind, number);
  const entry = world.journal.append(world.now, Entry.writeSent, write, table, item, 0, cause);
  return carryOut(world, write, command, entry);
}
