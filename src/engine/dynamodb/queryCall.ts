/**
 * Query and Scan: pages of items in the order of their keys. What a page costs is what was looked at,
 * whatever the filter or the projection leave of it.
 *
 * Left out for now: indexes.
 * Rules: [T10] order, pages and where they end, [P7] read units, [P8] filters save nothing.
 */
import type { AttributeMap } from '../item/attributeValue.ts';
import { evaluateCondition } from '../item/expressions/condition.ts';
import {
  evaluateKeyCondition,
  type KeyConditionProgram,
} from '../item/expressions/keyCondition.ts';
import type { ProjectionProgram } from '../item/expressions/projection.ts';
import { validationError } from '../item/itemError.ts';
import { partitionHash } from '../item/key.ts';
import type { Call, Calls } from '../kernel/call.ts';
import { READ_PAGE_BYTES } from '../limits.ts';
import type { World } from '../world.ts';
import { throttled } from './capacity.ts';
import { currentImage } from './items.ts';
import { type PageInput, readPage, readSegment } from './pageInput.ts';
import { mayRead, noteRead, readUnitsOf } from './readCall.ts';

const HASH_END = 0x1_0000_0000;

export interface PageResult {
  table: number;
  /** Places in the image log of what came through the filter. */
  images: number[];
  scannedCount: number;
  /** Where the next page begins, or null where there is none. */
  lastKey: AttributeMap | null;
  projection: ProjectionProgram | null;
  isCountOnly: boolean;
  readUnits: number;
  /** The last that was looked at, or -1. */
  lastItem: number;
}

const queryCall: Call = (world, input) => {
  const page = readPage(world, input, true);
  const { table, startKey } = page;
  const keyCondition = page.keyCondition!;
  const { schema } = world.state.tables[table]!;
  const partition = { [schema.partitionKey.name]: keyCondition.partitionValue };
  const hash = partitionHash(schema, partition);
  if (startKey && !evaluateKeyCondition(keyCondition, startKey)) {
    throw validationError(
      'The provided starting key is outside query boundaries based on provided conditions',
    );
  }
  const isForward = input.ScanIndexForward !== false;
  return (given): PageResult => {
    if (!mayRead(world, given, table, hash, -1)) throw throttled(world, table);
    const order = world.itemOrder;
    const first = order.countBefore(table, { hash, key: partition });
    const end = order.countBefore(table, { hash, key: partition }, true);
    const place = startKey && { hash, key: startKey };
    const items = order.of(table);
    const collect = pageCollector(world, page);
    if (isForward) {
      let at = place ? order.countBefore(table, place, true) : first;
      while (at < end && collect.take(items[at]!, keyCondition)) at++;
    } else {
      let at = (place ? order.countBefore(table, place) : end) - 1;
      while (at >= first && collect.take(items[at]!, keyCondition)) at--;
    }
    const result = collect.result();
    noteRead(world, given, {
      table,
      items: result.scannedCount,
      units: result.readUnits,
      item: result.lastItem,
    });
    return result;
  };
};

const scanCall: Call = (world, input) => {
  const page = readPage(world, input, false);
  const { table, startKey } = page;
  const { segment, segments } = readSegment(input);
  const fromHash = Math.ceil((segment * HASH_END) / segments);
  const toHash = Math.ceil(((segment + 1) * HASH_END) / segments);
  const start = startKey && {
    hash: partitionHash(world.state.tables[table]!.schema, startKey),
    key: startKey,
  };
  if (start && (start.hash < fromHash || start.hash >= toHash)) {
    throw validationError(
      'The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. ' +
        `TotalSegments: ${segments} Segment: ${segment}`,
    );
  }
  return (given): PageResult => {
    const from = start ? start.hash : fromHash;
    if (!mayRead(world, given, table, from, -1)) throw throttled(world, table);
    const order = world.itemOrder;
    const items = order.of(table);
    const end = order.countBefore(table, { hash: toHash, key: null });
    let at = start
      ? order.countBefore(table, start, true)
      : order.countBefore(table, { hash: fromHash, key: null });
    const collect = pageCollector(world, page);
    while (at < end && collect.take(items[at]!, null)) at++;
    const result = collect.result();
    noteRead(world, given, {
      table,
      items: result.scannedCount,
      units: result.readUnits,
      item: result.lastItem,
    });
    return result;
  };
};

/** Takes item after item until the page is full. */
function pageCollector(world: World, page: PageInput) {
  const { table, filter, projection, isCountOnly, limit, consistentRead } = page;
  const images: number[] = [];
  let scannedCount = 0;
  let bytes = 0;
  let lastItem = -1;
  let isFull = false;
  return {
    /** @returns whether there is room for another. */
    take(item: number, keyCondition: KeyConditionProgram | null): boolean {
      const image = currentImage(world, item);
      if (image < 0) return true;
      if (keyCondition && !evaluateKeyCondition(keyCondition, world.items.keys.get(item))) {
        return true;
      }
      const size = world.images.sizeBytes(image);
      if (scannedCount >= limit || (scannedCount > 0 && bytes + size > READ_PAGE_BYTES)) {
        isFull = true;
        return false;
      }
      bytes += size;
      scannedCount++;
      lastItem = item;
      if (!filter || evaluateCondition(filter, world.images.read(image))) images.push(image);
      // DynamoDB does not look whether more would follow.
      if (scannedCount >= limit) isFull = true;
      return !isFull;
    },
    result: (): PageResult => ({
      table,
      images,
      scannedCount,
      lastKey: isFull && lastItem >= 0 ? world.items.keys.get(lastItem) : null,
      projection,
      isCountOnly,
      readUnits: readUnitsOf(bytes, consistentRead),
      lastItem,
    }),
  };
}

export const queryCalls: Calls = {
  'dynamodb:Query': queryCall,
  'dynamodb:Scan': scanCall,
};
