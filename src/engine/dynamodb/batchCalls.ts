/**
 * Batches: several single reads or writes in one call. Each stands for itself; what is throttled, or
 * does not fit, comes back to be asked for again.
 *
 * Rules: [T11] limits and leftovers, [T20] bytes.
 */

import type { AttributeMap } from '../item/attributeValue.ts';
import { flagMember, isMembers, optionalMembers } from '../item/callInput.ts';
import type { ProjectionProgram } from '../item/expressions/projection.ts';
import { validationError } from '../item/itemError.ts';
import { keyLabel, partitionHash } from '../item/key.ts';
import { itemSizeBytes } from '../item/size.ts';
import type { Call, CallInput, Calls } from '../kernel/call.ts';
import { Entry } from '../kernel/journal.ts';
import { BATCH_BYTES } from '../limits.ts';
import { type World, WriteKind } from '../world.ts';
import { throttled } from './capacity.ts';
import { currentImage, findItem, itemFor } from './items.ts';
import { mayRead, noteRead, readKey, readProjection, readUnitsOf } from './readCall.ts';
import { tableNamed } from './table.ts';
import { addWrite, carryOut, readWriteInput, type WriteInput } from './writeCall.ts';

const MOST_WRITES = 25;
const MOST_READS = 100;

/** One request of a batch: the table's name as it was written, and the place in its list. */
interface Place {
  name: string;
  index: number;
}

export interface BatchWriteResult {
  /** What was not done. */
  unprocessed: Place[];
  /** By table number. */
  writeUnits: Map<number, number>;
}

const batchWriteCall: Call = (world, input) => {
  const requests = readBatchWrites(world, input);
  return ({ number, entry }): BatchWriteResult => {
    const unprocessed: Place[] = [];
    const writeUnits = new Map<number, number>();
    for (const { place, write: asked } of requests) {
      const item = itemFor(world, asked.table, asked.key);
      const write = addWrite(world, asked.table, item, asked.kind, number);
      const { journal } = world;
      const sent = journal.append(world.now, Entry.writeSent, write, asked.table, item, 0, entry);
      const result = carryOut(world, write, asked, sent);
      if (result.outcome === 'throttled') unprocessed.push(place);
      const units = writeUnits.get(asked.table) ?? 0;
      writeUnits.set(asked.table, units + result.writeUnits);
    }
    if (unprocessed.length === requests.length) throw throttled(world, requests[0]!.write.table);
    return { unprocessed, writeUnits };
  };
};

function readBatchWrites(world: World, input: CallInput): { place: Place; write: WriteInput }[] {
  const requests = Object.entries(optionalMembers(input, 'RequestItems') ?? {}).flatMap(
    ([name, list]) =>
      requestsOf(list).map((request, index) => ({ request, place: { name, index } })),
  );
  if (requests.length === 0) throw validationError('The batch write request list cannot be empty');
  if (requests.length > MOST_WRITES) {
    throw validationError('Too many items requested for the BatchWriteItem call');
  }
  const seen = new Set<string>();
  let bytes = 0;
  return requests.map(({ request, place }) => {
    const put = optionalMembers(request, 'PutRequest');
    const remove = optionalMembers(request, 'DeleteRequest');
    if (!put === !remove) {
      throw validationError(
        'Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest',
      );
    }
    const kind = put ? WriteKind.put : WriteKind.delete;
    const write = readWriteInput(world, kind, { ...(put ?? remove), TableName: place.name });
    refuseTwice(world, seen, write.table, write.key);
    bytes += itemSizeBytes(write.image ?? write.key);
    if (bytes > BATCH_BYTES) throw validationError('The batch is larger than 16 MB');
    return { place, write };
  });
}

function requestsOf(list: unknown): CallInput[] {
  if (Array.isArray(list) && list.every(isMembers)) return list;
  throw validationError('RequestItems must hold a list of requests for each table');
}

function refuseTwice(world: World, seen: Set<string>, table: number, key: AttributeMap): void {
  const label = `${table} ${keyLabel(world.state.tables[table]!.schema, key)}`;
  if (seen.has(label)) throw validationError('Provided list of item keys contains duplicates');
  seen.add(label);
}

interface BatchRead {
  place: Place;
  table: number;
  key: AttributeMap;
  consistentRead: boolean;
  projection: ProjectionProgram | null;
}

export interface BatchReadResult {
  /** Items that were found, by table name as it was written. */
  found: { name: string; image: number; projection: ProjectionProgram | null }[];
  unprocessed: Place[];
  /** By table number. */
  readUnits: Map<number, number>;
}

const batchGetCall: Call = (world, input) => {
  const reads = readBatchGets(world, input);
  return (given): BatchReadResult => {
    const result: BatchReadResult = { found: [], unprocessed: [], readUnits: new Map() };
    let bytes = 0;
    for (const { place, table, key, consistentRead, projection } of reads) {
      const item = findItem(world, table, key);
      const image = item < 0 ? -1 : currentImage(world, item);
      const size = image < 0 ? 0 : world.images.sizeBytes(image);
      const hash = partitionHash(world.state.tables[table]!.schema, key);
      if (bytes + size > BATCH_BYTES || !mayRead(world, given, table, hash, item)) {
        result.unprocessed.push(place);
        continue;
      }
      bytes += size;
      const units = readUnitsOf(size, consistentRead);
      noteRead(world, given, { table, items: image < 0 ? 0 : 1, units, item });
      result.readUnits.set(table, (result.readUnits.get(table) ?? 0) + units);
      if (image >= 0) result.found.push({ name: place.name, image, projection });
    }
    if (result.unprocessed.length === reads.length) throw throttled(world, reads[0]!.table);
    return result;
  };
};

function readBatchGets(world: World, input: CallInput): BatchRead[] {
  const seen = new Set<string>();
  const reads: BatchRead[] = [];
  for (const [name, given] of Object.entries(optionalMembers(input, 'RequestItems') ?? {})) {
    if (!isMembers(given)) throw validationError('RequestItems must hold Keys for each table');
    const projection = readProjection(given);
    const table = tableNamed(world, name);
    const consistentRead = flagMember(given, 'ConsistentRead');
    const keys: unknown[] = Array.isArray(given.Keys) ? given.Keys : [];
    keys.forEach((json, index) => {
      const key = readKey(world, table, json);
      refuseTwice(world, seen, table, key);
      reads.push({ place: { name, index }, table, key, consistentRead, projection });
    });
  }
  if (reads.length > MOST_READS) {
    throw validationError('Too many items requested for the BatchGetItem call');
  }
  if (reads.length === 0) throw validationError('The list of keys in RequestItems cannot be empty');
  return reads;
}

export const batchCalls: Calls = {
  'dynamodb:BatchWriteItem': batchWriteCall,
  'dynamodb:BatchGetItem': batchGetCall,
};
