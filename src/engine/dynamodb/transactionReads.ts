/**
 * TransactGetItems: several items as they are at one instant, for twice the units.
 *
 * Rules: [T12], [T20] limits.
 */

import type { AttributeMap } from '../item/attributeValue.ts';
import { listMember, optionalMembers, textMember } from '../item/callInput.ts';
import type { ProjectionProgram } from '../item/expressions/projection.ts';
import { validationError } from '../item/itemError.ts';
import { keyLabel, partitionHash } from '../item/key.ts';
import type { Call, Calls } from '../kernel/call.ts';
import { TRANSACTION_BYTES } from '../limits.ts';
import type { World } from '../world.ts';
import { throttled } from './capacity.ts';
import { currentImage, findItem } from './items.ts';
import { mayRead, noteRead, readKey, readProjection, readUnitsOf } from './readCall.ts';
import { tableNamed } from './table.ts';
import { tooLargeTransaction } from './transactionCalls.ts';

interface TransactionRead {
  table: number;
  key: AttributeMap;
  projection: ProjectionProgram | null;
}

export interface TransactionReadResult {
  /** One per read; image -1 where there is no item. */
  found: { image: number; projection: ProjectionProgram | null }[];
  readUnits: Map<number, number>;
}

const transactGetCall: Call = (world, input) => {
  const reads = listMember(input, 'TransactItems').map((given): TransactionRead => {
    const get = optionalMembers(given, 'Get') ?? {};
    const projection = readProjection(get);
    const table = tableNamed(world, textMember(get, 'TableName'));
    return { table, key: readKey(world, table, get.Key), projection };
  });
  const labels = reads.map(
    ({ table, key }) => `${table} ${keyLabel(world.state.tables[table]!.schema, key)}`,
  );
  if (new Set(labels).size < labels.length) {
    throw validationError('Transaction request cannot include multiple operations on one item');
  }
  return (given): TransactionReadResult => {
    refuseTooMuch(world, reads);
    const readUnits = new Map<number, number>();
    const found = reads.map(({ table, key, projection }) => {
      const item = findItem(world, table, key);
      const hash = partitionHash(world.state.tables[table]!.schema, key);
      if (!mayRead(world, given, table, hash, item)) throw throttled(world, table);
      const image = item < 0 ? -1 : currentImage(world, item);
      const units = 2 * readUnitsOf(sizeOf(world, image), true);
      noteRead(world, given, { table, items: image < 0 ? 0 : 1, units, item });
      readUnits.set(table, (readUnits.get(table) ?? 0) + units);
      return { image, projection };
    });
    return { found, readUnits };
  };
};

const sizeOf = (world: World, image: number): number =>
  image < 0 ? 0 : world.images.sizeBytes(image);

/** [T20] @throws ItemError where the items have more than 4 MB together. */
function refuseTooMuch(world: World, reads: readonly TransactionRead[]): void {
  let bytes = 0;
  for (const { table, key } of reads) {
    const item = findItem(world, table, key);
    if (item >= 0) bytes += sizeOf(world, currentImage(world, item));
  }
  if (bytes > TRANSACTION_BYTES) throw tooLargeTransaction();
}

export const transactionReads: Calls = { 'dynamodb:TransactGetItems': transactGetCall };
