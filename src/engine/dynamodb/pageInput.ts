/** What a query and a scan ask for, read and refused in AWS's words. */
import type { AttributeMap } from '../item/attributeValue.ts';
import { flagMember, optionalText, optionalWhole, textMember } from '../item/callInput.ts';
import { type ConditionProgram, parseCondition } from '../item/expressions/condition.ts';
import { readPlaceholders } from '../item/expressions/expressionContext.ts';
import { type KeyConditionProgram, parseKeyCondition } from '../item/expressions/keyCondition.ts';
import { type ProjectionProgram, parseProjection } from '../item/expressions/projection.ts';
import { ItemError, validationError } from '../item/itemError.ts';
import { checkedKey, type KeySchema, keyNames } from '../item/key.ts';
import { parseAttributeMap } from '../item/parseItem.ts';
import type { CallInput } from '../kernel/call.ts';
import type { World } from '../world.ts';
import { attributesToGet } from './readCall.ts';
import { tableNamed } from './table.ts';

/** What a query and a scan have in common. */
export interface PageInput {
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

/** @throws ItemError */
export function readPage(
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

/** @throws ItemError */
export function readSegment(input: CallInput): { segment: number; segments: number } {
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
