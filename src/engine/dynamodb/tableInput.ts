/**
 * What `CreateTable` and `UpdateTable` ask for, read and refused in AWS's words where its parts do not
 * fit together.
 */
import type { KeyAttribute, ScalarType, StreamViewType, TableDefinition } from '../definition.ts';
import {
  flagMember,
  listMember,
  optionalMembers,
  optionalText,
  optionalWhole,
  textMember,
} from '../item/callInput.ts';
import { ItemError, invalidParameter, validationError } from '../item/itemError.ts';
import type { CallInput } from '../kernel/call.ts';
import type { LocalIndex, World } from '../world.ts';

type KeyElements = readonly { name: string; role: string }[];
type Definitions = ReadonlyMap<string, ScalarType>;

const VIEW_TYPES: readonly string[] = [
  'KEYS_ONLY',
  'NEW_IMAGE',
  'OLD_IMAGE',
  'NEW_AND_OLD_IMAGES',
] satisfies StreamViewType[];

/** Reads `CreateTable`'s input. @throws ItemError */
export function readTableDefinition(input: CallInput): TableDefinition {
  const TableName = textMember(input, 'TableName');
  const name = TableName.slice(TableName.lastIndexOf('/') + 1);
  const definitions = readDefinitions(input);
  const billing = readBilling(input);
  if (listMember(input, 'GlobalSecondaryIndexes').length > 0) {
    throw validationError('Global secondary indexes are not modelled yet.');
  }
  const keys = readKeySchema(input, definitions);
  const [partitionKey, sortKey] = keys.map((key) => keyAttribute(key.name, definitions));
  const localIndexes = readLocalIndexes(input, definitions, sortKey);
  checkDefinitionsUsed(definitions, [
    ...keys.map((key) => key.name),
    ...localIndexes.map((index) => index.sortKey.name),
  ]);
  const stream = readStreamSpecification(input);
  return {
    id: name,
    name,
    partitionKey: partitionKey!,
    ...(sortKey && { sortKey }),
    billing,
    ...(stream?.enabled && { stream: { viewType: stream.viewType } }),
    localIndexes,
    deletionProtection: flagMember(input, 'DeletionProtectionEnabled'),
    items: [],
  };
}

function readDefinitions(input: CallInput): Definitions {
  const definitions = new Map<string, ScalarType>();
  for (const element of listMember(input, 'AttributeDefinitions')) {
    const name = textMember(element, 'AttributeName');
    if (definitions.has(name)) {
      throw invalidParameter(`Cannot redefine the attribute ${name} in AttributeDefinitions`);
    }
    definitions.set(name, textMember(element, 'AttributeType') as ScalarType);
  }
  return definitions;
}

/** @throws ItemError where throughput and billing mode contradict each other. */
export function readBilling(input: CallInput): TableDefinition['billing'] {
  const mode = optionalText(input, 'BillingMode') ?? 'PROVISIONED';
  const throughput = readThroughput(input);
  if (mode === 'PAY_PER_REQUEST') {
    if (throughput) {
      throw invalidParameter(
        'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
      );
    }
    return mode;
  }
  if (!throughput) {
    throw invalidParameter(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  }
  return throughput;
}

export function readThroughput(
  input: CallInput,
): Exclude<TableDefinition['billing'], 'PAY_PER_REQUEST'> | null {
  const throughput = optionalMembers(input, 'ProvisionedThroughput');
  if (!throughput) return null;
  const unitsOf = (name: string): number => {
    const units = optionalWhole(throughput, name) ?? 0;
    if (units > 1_000_000_000_000) {
      throw validationError(`Given value ${units} for ${name} is out of bounds`);
    }
    return Math.max(1, units);
  };
  return {
    readCapacityUnits: unitsOf('ReadCapacityUnits'),
    writeCapacityUnits: unitsOf('WriteCapacityUnits'),
  };
}

function readKeySchema(input: CallInput, definitions: Definitions): KeyElements {
  const keys = listMember(input, 'KeySchema').map((element) => ({
    name: textMember(element, 'AttributeName'),
    role: textMember(element, 'KeyType'),
  }));
  checkKeySchema(keys, definitions);
  return keys;
}

function checkKeySchema(keys: KeyElements, definitions: Definitions): void {
  const [first, second] = keys;
  if (first === undefined || first.role !== 'HASH') {
    throw validationError('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
  }
  if (second) {
    if (second.name === first.name) {
      throw validationError(
        'Both the Hash Key and the Range Key element in the KeySchema have the same name',
      );
    }
    if (second.role !== 'RANGE' || keys.length > 2) {
      throw validationError(
        'Invalid KeySchema: The second KeySchemaElement is not a RANGE key type',
      );
    }
  }
  if (keys.every((key) => definitions.has(key.name))) return;
  throw invalidParameter(
    `Some index key attributes are not defined in AttributeDefinitions. Keys: [${namesOf(keys)}], AttributeDefinitions: [${[...definitions.keys()].join(', ')}]`,
  );
}

const namesOf = (keys: KeyElements): string => keys.map((key) => key.name).join(', ');

const keyAttribute = (name: string, definitions: Definitions): KeyAttribute => ({
  name,
  type: definitions.get(name)!,
});

function readLocalIndexes(
  input: CallInput,
  definitions: Definitions,
  sortKey: KeyAttribute | undefined,
): LocalIndex[] {
  const elements = listMember(input, 'LocalSecondaryIndexes');
  if (elements.length === 0) return [];
  if (!sortKey) {
    throw invalidParameter(
      'Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex',
    );
  }
  if (elements.length > 5) {
    throw invalidParameter('Number of LocalSecondaryIndexes exceeds per-table limit of 5');
  }
  return elements.map((element) => {
    const keys = readKeySchema(element, definitions);
    const name = textMember(element, 'IndexName');
    if (keys.length < 2) {
      throw invalidParameter(`Index KeySchema does not have a range key for index: ${name}`);
    }
    const projection = optionalMembers(element, 'Projection') ?? {};
    const NonKeyAttributes = projection.NonKeyAttributes;
    return {
      name,
      sortKey: keyAttribute(keys[1]!.name, definitions),
      projection: {
        ProjectionType: optionalText(projection, 'ProjectionType') ?? 'ALL',
        ...(Array.isArray(NonKeyAttributes) && { NonKeyAttributes: NonKeyAttributes.map(String) }),
      },
    };
  });
}

function checkDefinitionsUsed(definitions: Definitions, used: readonly string[]): void {
  if ([...definitions.keys()].every((name) => used.includes(name))) return;
  const keys = [...new Set(used)].join(', ');
  throw invalidParameter(
    `Some AttributeDefinitions are not used. AttributeDefinitions: [${[...definitions.keys()].join(', ')}], keys used: [${keys}]`,
  );
}

/** What is asked of the stream, or null where nothing is. @throws ItemError */
export function readStreamSpecification(
  input: CallInput,
): { enabled: true; viewType: StreamViewType } | { enabled: false } | null {
  const specification = optionalMembers(input, 'StreamSpecification');
  if (!specification) return null;
  const viewType = optionalText(specification, 'StreamViewType');
  if (!flagMember(specification, 'StreamEnabled')) {
    if (viewType === null) return { enabled: false };
    throw invalidParameter('StreamViewType cannot be specified when StreamEnabled is false');
  }
  if (viewType === null || !VIEW_TYPES.includes(viewType)) {
    throw invalidParameter('StreamViewType is required when StreamEnabled is true');
  }
  return { enabled: true, viewType: viewType as StreamViewType };
}

/** @throws ItemError while the table is being made, changed or taken away. */
export function checkSettled(world: World, table: number): void {
  const { status, name } = world.state.tables[table]!;
  if (status === 'ACTIVE') return;
  const doing = {
    CREATING: 'created',
    UPDATING: 'updated',
    DELETING: 'deleted',
    DELETED: 'deleted',
  };
  throw new ItemError(
    'ResourceInUseException',
    `Attempt to change a resource which is still in use: Table is being ${doing[status]}: ${name}`,
  );
}
