/**
 * Reading items by key. A read costs capacity even when there is nothing to find, and so it is a
 * command like any write.
 *
 * Rules: [P7] read units.
 */

import type { AttributeMap } from '../item/attributeValue.ts';
import { flagMember, givenMember, optionalText, textMember } from '../item/callInput.ts';
import { emptyTree, growTree } from '../item/expressions/documentPath.ts';
import { readPlaceholders } from '../item/expressions/expressionContext.ts';
import { type ProjectionProgram, parseProjection } from '../item/expressions/projection.ts';
import type { Path } from '../item/expressions/syntax.ts';
import { validationError } from '../item/itemError.ts';
import { checkedKey, partitionHash } from '../item/key.ts';
import { parseAttributeMap } from '../item/parseItem.ts';
import type { Call, CallInput, Calls, GivenCall } from '../kernel/call.ts';
import { Entry } from '../kernel/journal.ts';
import type { World } from '../world.ts';
import { hasReadUnits, throttled, useReadUnits } from './capacity.ts';
import { currentImage, findItem } from './items.ts';
import { partitionOf, partitionOfItem } from './partition.ts';
import { tableNamed } from './table.ts';

/** What a read by key found: a place in the image log, or -1. */
export interface ReadResult {
  table: number;
  image: number;
  projection: ProjectionProgram | null;
  readUnits: number;
}

/** [P7] Units of a read of so many bytes: one per started 4 KB, half of it eventually consistent. */
export function readUnitsOf(bytes: number, consistentRead: boolean): number {
  return Math.max(1, Math.ceil(bytes / 4_096)) * (consistentRead ? 1 : 0.5);
}

/** The projection of a read, or null where it asks for everything. @throws ItemError */
export function readProjection(input: CallInput): ProjectionProgram | null {
  const names = attributesToGet(input);
  if (names) return names;
  const context = readPlaceholders(input, ['ProjectionExpression']);
  const text = optionalText(input, 'ProjectionExpression');
  const projection = text === null ? null : parseProjection(text, context);
  context.refuseUnused();
  return projection;
}

/** A projection in the words of the old API: names of whole attributes. @throws ItemError */
export function attributesToGet(input: CallInput): ProjectionProgram | null {
  const { AttributesToGet: names, ProjectionExpression } = input;
  if (!Array.isArray(names)) return null;
  if (ProjectionExpression != null) {
    throw validationError(
      'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}',
    );
  }
  const paths = names.map((name): Path => [String(name)]);
  const tree = emptyTree<true>();
  for (const path of paths) growTree(tree, path, true);
  return { paths, tree };
}

/** The key of a read. @throws ItemError */
export function readKey(world: World, table: number, json: unknown): AttributeMap {
  return checkedKey(world.state.tables[table]!.schema, parseAttributeMap(json));
}

/** Notes what a command has read; `item` is one of those that the units go to, or -1. */
export function noteRead(
  world: World,
  { number, entry }: GivenCall,
  { table, items, units, item }: { table: number; items: number; units: number; item: number },
): void {
  useReadUnits(world, table, units, item);
  world.journal.append(world.now, Entry.itemsRead, number, table, items, units * 2, entry);
}

/** [P2] Whether a partition has units for a read; the journal tells where it has none. */
export function mayRead(
  world: World,
  { number, entry }: GivenCall,
  table: number,
  hash: number,
  item: number,
): boolean {
  const partition = item < 0 ? partitionOf(world, table, hash) : partitionOfItem(world, item);
  if (hasReadUnits(world, partition)) return true;
  const state = world.state.partitions[partition]!;
  state.throttledReads++;
  state.throttledAt = world.now;
  world.journal.append(world.now, Entry.readThrottled, number, table, partition, 0, entry);
  return false;
}

const getItemCall: Call = (world, input) => {
  const projection = readProjection(input);
  const table = tableNamed(world, textMember(input, 'TableName'));
  const key = readKey(world, table, givenMember(input, 'Key'));
  const consistentRead = flagMember(input, 'ConsistentRead');
  return (given): ReadResult => {
    const item = findItem(world, table, key);
    const hash = partitionHash(world.state.tables[table]!.schema, key);
    if (!mayRead(world, given, table, hash, item)) throw throttled(world, table);
    const image = item < 0 ? -1 : currentImage(world, item);
    const bytes = image < 0 ? 0 : world.images.sizeBytes(image);
    const readUnits = readUnitsOf(bytes, consistentRead);
    const items = image < 0 ? 0 : 1;
    noteRead(world, given, { table, items, units: readUnits, item });
    return { table, image, projection, readUnits };
  };
};

export const readCalls: Calls = {
  'dynamodb:GetItem': getItemCall,
};
