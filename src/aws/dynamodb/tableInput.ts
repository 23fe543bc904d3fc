/** Shapes of what tables are made of. */
import { choice, flag, list, structure, text, whole } from '../shape.ts';
import { attributeName, indexName } from './members.ts';

const keySchema = list(
  structure(
    { AttributeName: attributeName, KeyType: choice('HASH', 'RANGE') },
    'AttributeName',
    'KeyType',
  ),
  { min: 1, max: 2 },
);
const projection = structure({
  ProjectionType: choice('ALL', 'KEYS_ONLY', 'INCLUDE'),
  NonKeyAttributes: list(attributeName, { min: 1, max: 20 }),
});
const provisionedThroughput = structure(
  { ReadCapacityUnits: whole({ min: 1 }), WriteCapacityUnits: whole({ min: 1 }) },
  'ReadCapacityUnits',
  'WriteCapacityUnits',
);

export const secondaryIndexes = list(
  structure(
    {
      IndexName: indexName,
      KeySchema: keySchema,
      Projection: projection,
      ProvisionedThroughput: provisionedThroughput,
    },
    'IndexName',
    'KeySchema',
    'Projection',
  ),
);

/** What `CreateTable` and `UpdateTable` both take. */
export const tableSettings = {
  AttributeDefinitions: list(
    structure(
      { AttributeName: attributeName, AttributeType: choice('S', 'N', 'B') },
      'AttributeName',
      'AttributeType',
    ),
  ),
  BillingMode: choice('PROVISIONED', 'PAY_PER_REQUEST'),
  ProvisionedThroughput: provisionedThroughput,
  StreamSpecification: structure(
    {
      StreamEnabled: flag,
      StreamViewType: choice('NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'),
    },
    'StreamEnabled',
  ),
  SSESpecification: structure({ Enabled: flag }),
  TableClass: choice('STANDARD', 'STANDARD_INFREQUENT_ACCESS'),
  DeletionProtectionEnabled: flag,
  OnDemandThroughput: structure({ MaxReadRequestUnits: whole(), MaxWriteRequestUnits: whole() }),
  WarmThroughput: structure({
    ReadUnitsPerSecond: whole({ min: 1 }),
    WriteUnitsPerSecond: whole({ min: 1 }),
  }),
};
export { keySchema };
export const tags = list(structure({ Key: text(), Value: text() }, 'Key', 'Value'));
