/**
 * `AWS::DynamoDB::Table`, `AWS::DynamoDB::GlobalTable` (as one table, in the lab's Region) and
 * `AWS::Serverless::SimpleTable`. Left out for now: indexes, replicas, backups, encryption.
 * Ranges: CloudFormation's resource reference and DynamoDB's quotas.
 */
import type { KeyAttribute, ScalarType, TableDefinition } from '../../engine/definition.ts';
import type { LocalIndex } from '../../engine/tableState.ts';
import type { Lab, Resource } from '../lab.ts';
import type { Members } from '../members.ts';
import type { ResourceType, Who } from './resourceType.ts';

const VIEW_TYPES = ['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY'] as const;
const SIMPLE_TYPES = { String: 'S', Number: 'N', Binary: 'B' } as const;
const CAPACITY = { minimum: 1, maximum: 40_000 };

const tableArn = ({ region, accountId, name }: Who): string =>
  `arn:aws:dynamodb:${region}:${accountId}:table/${name}`;

/** A stream's label is the instant at which it was enabled. */
const streamArn = (who: Who): string =>
  `${tableArn(who)}/stream/${new Date(who.startAtMs).toISOString().replace('Z', '')}`;

const naming = {
  nameProperty: 'TableName',
  attributes: { Arn: tableArn, StreamArn: streamArn },
  targetKind: 'Table',
} as const;

export const table: ResourceType = {
  ...naming,
  noun: 'a DynamoDB table',
  read: (resource, lab) => readTable(resource, lab, resource.properties),
};

export const globalTable: ResourceType = {
  ...naming,
  noun: 'a DynamoDB global table',
  read(resource, lab) {
    const { properties } = resource;
    const replicas = properties.list('Replicas');
    const own = replicas.find((each) => each.text('Region') === lab.resolver.pseudo.region);
    readTable(resource, lab, own ?? replicas[0] ?? properties);
    if (replicas.length > 1) {
      const count = replicas.length - 1;
      lab.findings.note(
        `${resource.id}: replication to ${count} other ${count === 1 ? 'Region' : 'Regions'} is not simulated.`,
      );
    }
  },
};

export const simpleTable: ResourceType = {
  ...naming,
  noun: 'a DynamoDB table',
  read({ id, properties }, lab) {
    const key = properties.mapping('PrimaryKey');
    const type = key.choice('Type', ['String', 'Number', 'Binary'], 'String');
    properties.ignore('TableName');
    lab.tables.push({
      id,
      name: lab.identities.name(id),
      partitionKey: { name: key.text('Name', 'id'), type: SIMPLE_TYPES[type] },
      billing: readBilling(properties),
      items: [],
    });
  },
};

/** `destination` is where KinesisStreamSpecification stands: the table, or a global table's replica. */
function readTable({ id, properties }: Resource, lab: Lab, destination: Members): void {
  properties.ignore('TableName');
  const types = readTypes(properties);
  const [partitionKey, sortKey] = readKeys(properties, types);
  const definition: TableDefinition = {
    id,
    name: lab.identities.name(id),
    partitionKey: partitionKey ?? { name: 'id', type: 'S' },
    ...(sortKey && { sortKey }),
    billing: readBilling(properties),
    items: [],
  };
  if (properties.has('StreamSpecification')) {
    const stream = properties.mapping('StreamSpecification');
    const viewType = stream.requiredChoice('StreamViewType', VIEW_TYPES);
    definition.stream = { viewType: viewType ?? 'NEW_AND_OLD_IMAGES' };
  }
  readKinesisDestination(definition, lab, destination);
  readLocalIndexes(definition, lab, properties, types);
  const timeToLive = properties.mapping('TimeToLiveSpecification');
  const attribute = timeToLive.text('AttributeName');
  if (attribute !== undefined && timeToLive.boolean('Enabled', true)) {
    definition.timeToLiveAttribute = attribute;
  }
  lab.tables.push(definition);
}

/** A local index is not read from yet, but stands in the way of splits within a partition key. */
function readLocalIndexes(
  definition: TableDefinition,
  lab: Lab,
  properties: Members,
  types: ReadonlyMap<string, ScalarType>,
): void {
  const localIndexes = properties.list('LocalSecondaryIndexes').flatMap((index): LocalIndex[] => {
    const name = index.requiredText('IndexName', 'the name of an index');
    const range = index.list('KeySchema').find((key) => key.text('KeyType') === 'RANGE');
    const key = range?.text('AttributeName');
    const projection = index.mapping('Projection');
    const ProjectionType = projection.text('ProjectionType', 'ALL');
    projection.ignore('NonKeyAttributes');
    if (name === undefined || key === undefined) return [];
    const sortKey = { name: key, type: types.get(key) ?? 'S' };
    return [{ name, sortKey, projection: { ProjectionType } }];
  });
  if (localIndexes.length === 0) return;
  definition.localIndexes = localIndexes;
  const names = localIndexes.map(({ name }) => name).join(', ');
  lab.findings.note(`${definition.id}: reading from the indexes ${names} is not simulated yet.`);
}

function readKinesisDestination(definition: TableDefinition, lab: Lab, from: Members): void {
  if (!from.has('KinesisStreamSpecification')) return;
  const specification = from.mapping('KinesisStreamSpecification');
  const arn = specification.requiredText('StreamArn', 'the ARN of a Kinesis data stream');
  const precisions = ['MILLISECOND', 'MICROSECOND'] as const;
  const precision = specification.choice(
    'ApproximateCreationDateTimePrecision',
    precisions,
    'MILLISECOND',
  );
  if (arn === undefined) return;
  const stream = lab.identities.find(arn);
  if (stream === undefined) {
    lab.findings.note(`${definition.id}: its Kinesis data stream is not in this template.`);
  } else if (lab.resources.get(stream)?.typeName !== 'AWS::Kinesis::Stream') {
    specification.error('StreamArn', `${stream} is not a Kinesis data stream.`);
  } else definition.kinesisDestination = { stream, precision };
}

function readTypes(properties: Members): Map<string, ScalarType> {
  const types = new Map<string, ScalarType>();
  for (const attribute of properties.list('AttributeDefinitions')) {
    const name = attribute.requiredText('AttributeName', 'the name of an attribute');
    const type = attribute.requiredChoice('AttributeType', ['S', 'N', 'B']);
    if (name !== undefined && type !== undefined) types.set(name, type);
  }
  return types;
}

function readKeys(
  properties: Members,
  types: ReadonlyMap<string, ScalarType>,
): [KeyAttribute | undefined, KeyAttribute | undefined] {
  let partitionKey: KeyAttribute | undefined;
  let sortKey: KeyAttribute | undefined;
  if (!properties.has('KeySchema')) {
    properties.requiredText('KeySchema', 'the name and KeyType of the partition key');
  }
  for (const element of properties.list('KeySchema')) {
    const name = element.requiredText('AttributeName', 'the name of an attribute');
    const keyType = element.requiredChoice('KeyType', ['HASH', 'RANGE']);
    if (name === undefined) continue;
    const type = types.get(name);
    if (type === undefined) {
      element.error('AttributeName', `${name} is not among the AttributeDefinitions.`);
    }
    const key = { name, type: type ?? 'S' };
    if (keyType === 'RANGE') sortKey = key;
    else partitionKey = key;
  }
  if (partitionKey === undefined && properties.has('KeySchema')) {
    properties.error('KeySchema', 'a table needs one key of KeyType HASH.');
  }
  return [partitionKey, sortKey];
}

function readBilling(properties: Members): TableDefinition['billing'] {
  const hasThroughput = properties.has('ProvisionedThroughput');
  const mode = properties.choice(
    'BillingMode',
    ['PROVISIONED', 'PAY_PER_REQUEST'],
    hasThroughput ? 'PROVISIONED' : 'PAY_PER_REQUEST',
  );
  if (mode === 'PAY_PER_REQUEST' || !hasThroughput) return 'PAY_PER_REQUEST';
  const throughput = properties.mapping('ProvisionedThroughput');
  return {
    readCapacityUnits: throughput.number('ReadCapacityUnits', CAPACITY, 5),
    writeCapacityUnits: throughput.number('WriteCapacityUnits', CAPACITY, 5),
  };
}
