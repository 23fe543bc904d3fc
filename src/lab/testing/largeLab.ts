/** A generated lab as large as the stage is built for: 60 cards and 205 shards. */

const TABLES = 5;
const FUNCTIONS = 15;
/** The first functions have two targets each, the others one. */
const WITH_TWO = 10;

/** The lab file's text. @param writesPerSecond to each of its five tables. */
export function largeLab(writesPerSecond = 30): string {
  const tables = numbers(TABLES);
  const functions = numbers(FUNCTIONS);
  const targetsOf = (fn: number): number[] =>
    fn <= WITH_TWO ? [2 * fn - 1, 2 * fn] : [2 * WITH_TWO + fn - WITH_TWO];
  return [
    'Metadata:',
    '  Shardscope:',
    '    Title: Sixty cards and two hundred shards',
    '    Seed: 7',
    '    Traffic:',
    ...tables.map(
      (t) =>
        `      - { Table: Table${t}, PerSecond: ${writesPerSecond}, Keys: { Count: 500, Prefix: "t${t}#" } }`,
    ),
    '    Functions:',
    ...functions.map(
      (f) => `      Worker${f}: { Effects: [ ${targetsOf(f).map(effectInto).join(', ')} ] }`,
    ),
    '    Pollers:',
    ...tables.map((t) => `      Scan${t}: { Table: Table${t}, Every: 30s, Watermark: updated_at }`),
    'Resources:',
    ...tables.flatMap(table),
    ...functions.flatMap(worker),
    ...functions.flatMap(targetsOf).map((t) => `  Target${t}: { Type: ${targetType(t)} }`),
    '',
  ].join('\n');
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

const targetType = (target: number): string =>
  target % 2 === 1 ? 'AWS::OpenSearchService::Domain' : 'AWS::S3::Bucket';

const effectInto = (target: number): string =>
  `{ Do: ${target % 2 === 1 ? 'IndexDocuments' : 'AuditLog'}, Target: Target${target} }`;

/** 40,000 write units are 41 partitions, and so 41 shards. */
const table = (t: number): string[] => [
  `  Table${t}:`,
  '    Type: AWS::DynamoDB::Table',
  '    Properties:',
  '      AttributeDefinitions: [ { AttributeName: id, AttributeType: S } ]',
  '      KeySchema: [ { AttributeName: id, KeyType: HASH } ]',
  '      ProvisionedThroughput: { ReadCapacityUnits: 1000, WriteCapacityUnits: 40000 }',
  '      StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }',
];

const worker = (f: number): string[] => [
  `  Worker${f}:`,
  '    Type: AWS::Serverless::Function',
  '    Properties:',
  `      Events: { Changes: { Type: DynamoDB, Properties: { Stream: !GetAtt Table${1 + ((f - 1) % TABLES)}.StreamArn, StartingPosition: LATEST, BatchSize: 10 } } }`,
];
