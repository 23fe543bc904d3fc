/**
 * Reading items by key. A read costs capacity even when there is nothing to find, and so it is a
 * command like any write.
 *
 * Rules: [P7] read units.
 */

import type { AttributeMap } from '../item/attributeValue.ts';
import { flagMember, givenMember, optionalText, textMember } from '../item/callInput.ts';
import { readPlaceholders } from '../item/expressions/expressionContext.ts';
import { type ProjectionProgram, parseProjection } from '../item/expressions/projection.ts';
import { checkedKey } from '../item/key.ts';
import { parseAttributeMap } from '../item/parseItem.ts';
import type { Call, CallInput, Calls, GivenCall } from '../kernel/call.ts';
import { Entry } from '../kernel/journal.ts';
import type { World } from '../world.ts';
import { useReadUnits } from './partition.ts';
import { findItem, tableNamed } from './table.ts';
import { currentImage } from './writeCall.ts';

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
  const context = readPlaceholders(input, ['ProjectionExpression']);
  const text = optionalText(input, 'ProjectionExpression');
  const projection = text === null ? null : parseProjection(text, context);
  context.refuseUnused();
  return projection;
}

/** The key of a read. @throws ItemError */
export function readKey(world: World, table: number, json: unknown): AttributeMap {
  return checkedKey(world.state.tables[table]!.schema, parseAttributeMap(json));
}

/** Notes what a command has read. */
export function noteRead(
  world: World,
  { number, entry }: GivenCall,
  table: number,
  items: number,
  units: number,
): void {
  useReadUnits(world, table, units);
  world.journal.append(world.now, Entry.itemsRead, number, table, items, units * 2, entry);
}

const getItemCall: Call = (world, input) => {
  const projection = readProjection(input);
  const table = tableNamed(world, textMember(input, 'TableName'));
  const key = readKey(world, table, givenMember(input, 'Key'));
  const consistentRead = flagMember(input, 'ConsistentRead');
  return (given): ReadResult => {
    const item = findItem(world, table, key);
    const image = item < 0 ? -1 : currentImage(world, item);
    const bytes = image < 0 ? 0 : world.images.sizeBytes(image);
    const readUnits = readUnitsOf(bytes, consistentRead);
    noteRead(world, given, table, image < 0 ? 0 : 1, readUnits);
    return { table, image, projection, readUnits };
  };
};

export const readCalls: Calls = {
  'dynamodb:GetItem': getItemCall,
};
