/**
 * Query and Scan: pages of items in the order of their keys. What a page costs is what was looked at,
 * whatever the filter or the projection leave of it.
 *
 * Left out for now: indexes.
 * Rules: [T10] order, pages and where they end, [P7] read units, [P8] filters save nothing.
 */
import type { AttributeMap } from '../item/attributeValue.ts';
import { flagMember, optionalText, optionalWhole, textMember } from '../item/callInput.ts';
import {
  type ConditionProgram,
  evaluateCondition,
  parseCondition,
} from '../item/expressions/condition.ts';
import { readPlaceholders } from '../item/expressions/expressionContext.ts';
import {
  evaluateKeyCondition,
  type KeyConditionProgram,
  parseKeyCondition,
} from '../item/expressions/keyCondition.ts';
import { type ProjectionProgram, parseProjection } from '../item/expressions/projection.ts';
import { ItemError, validationError } from '../item/itemError.ts';
import { checkedKey, type KeySchema, keyNames, partitionHash } from '../item/key.ts';
import { parseAttributeMap } from '../item/parseItem.ts';
import type { Call, CallInput, Calls } from '../kernel/call.ts';
import { READ_PAGE_BYTES } from '../limits.ts';
import type { World } from '../world.ts';
import { throttled } from './capacity.ts';
import { attributesToGet, mayRead, noteRead, readUnitsOf } from './readCall.ts';
import { tableNamed } from './table.ts';
import { currentImage } from './writeCall.ts';

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

/** What a query and a scan have in common. */
interface PageInput {
  table: number;
  filter: ConditionProgram | null;
  projection: ProjectionProgram | null;
  isCountOnly: boolean;
  limit: number;
  consistentRead: boolean;
  startKey: AttributeMap | null;
}

const KEY_CONDITION = 'KeyConditionExpression';
const LEGACY = ['KeyConditions', 'QueryFilter', 'ScanFilter', 'ConditionalOperator'];

function readPage(
  world: World,
  input: CallInput,
  isQuery: boolean,
): PageInput & { keyCondition: KeyConditionProgram | null } {
  const legacy = LEGACY.filter((member) => input[member] != null);
  if (legacy.length > 0) {
    throw validationError(
      `${legacy.join(', ')}: parameters of the old API are not modelled; expressions say the same.`,
    );
  }
  const members = ['FilterExpression', 'ProjectionExpression'];
  const context = readPlaceholders(input, isQuery ? [...members, KEY_CONDITION] : members);
  const table = tableNamed(world, textMember(input, 'TableName'));
  const { schema } = world.state.tables[table]!;
  refuseIndex(world, table, input);
  const filterText = optionalText(input, 'FilterExpression');
  const filter =
    filterText === null ? null : parseCondition(filterText, context, 'FilterExpression');
  const projectionText = optionalText(input, 'ProjectionExpression');
  const projection =
    projectionText === null ? attributesToGet(input) : parseProjection(projectionText, context);
  const keyText = isQuery ? optionalText(input, KEY_CONDITION) : null;
  if (isQuery && keyText === null) {
    throw validationError(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  }
  const keyCondition = keyText === null ? null : parseKeyCondition(keyText, context, schema);
  context.refuseUnused();
  if (isQuery && filter) refuseKeyFilter(filter, schema);
  const startKey =
    input.ExclusiveStartKey == null ? null : readStartKey(schema, input.ExclusiveStartKey);
  return {
    table,
    filter,
    projection,
    keyCondition,
    isCountOnly: readSelect(input, projection !== null),
    limit: optionalWhole(input, 'Limit') ?? Number.POSITIVE_INFINITY,
    consistentRead: flagMember(input, 'ConsistentRead'),
    startKey,
  };
}

function refuseIndex(world: World, table: number, input: CallInput): void {
  const name = optionalText(input, 'IndexName');
  if (name === null) return;
  const { localIndexes } = world.state.tables[table]!;
  if (localIndexes.some((index) => index.name === name)) {
    throw validationError(
      `Reading the index ${name} is not modelled yet; the table itself can be.`,
    );
  }
  throw validationError(`The table does not have the specified index: ${name}`);
}

function refuseKeyFilter(filter: ConditionProgram, schema: KeySchema): void {
  const name = keyNames(schema).find((key) => filter.paths.some((path) => path[0] === key));
  if (name === undefined) return;
  throw validationError(
    `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${name}`,
  );
}

function readStartKey(schema: KeySchema, json: unknown): AttributeMap {
  try {
    return checkedKey(schema, parseAttributeMap(json));
  } catch (error) {
    if (!(error instanceof ItemError) || error.awsName !== 'ValidationException') throw error;
    throw validationError(`The provided starting key is invalid: ${error.message}`);
  }
}

/** Whether only the count is wanted. @throws ItemError */
function readSelect(input: CallInput, hasProjection: boolean): boolean {
  const select = optionalText(input, 'Select');
  if (select === 'ALL_PROJECTED_ATTRIBUTES') {
    throw validationError(
      'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
    );
  }
  if (select === 'SPECIFIC_ATTRIBUTES' && !hasProjection) {
    throw validationError(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    );
  }
  if (hasProjection && select !== null && select !== 'SPECIFIC_ATTRIBUTES') {
    const what = select === 'COUNT' ? 'only the Count' : select;
    throw validationError(`Cannot specify the ProjectionExpression when choosing to get ${what}`);
  }
  return select === 'COUNT';
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

function readSegment(input: CallInput): { segment: number; segments: number } {
  const segment = optionalWhole(input, 'Segment');
  const segments = optionalWhole(input, 'TotalSegments');
  if (segments === null && segment === null) return { segment: 0, segments: 1 };
  if (segment === null) {
    throw validationError(
      'The Segment parameter is required but was not present in the request when parameter TotalSegments is present',
    );
  }
  if (segments === null) {
    throw validationError(
      'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
    );
  }
  if (segment >= segments || segment < 0) {
    throw validationError(
      `The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ${segment} is not less than TotalSegments: ${segments}`,
    );
  }
  return { segment, segments };
}

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
