/** Small labs for page tests: one table, one function, and what a test is about. */

export interface LabParts {
  title: string;
  /** Properties of the event source mapping, indented as they stand. */
  mapping?: string;
  /** Lines under `Metadata.Shardscope`. */
  shardscope?: string;
  /** Properties of the function. */
  function?: string;
  /** More resources. */
  resources?: string;
}

const lines = (text: string, indent: number): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');

/** A template with a table of orders, a stream and a function that reads it. */
export function mappingLab(parts: LabParts): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Metadata:
  Shardscope:
    Version: 1
    Title: ${parts.title}
    Seed: 5
    Start: 2026-01-05T09:00:00Z
${lines(parts.shardscope ?? '', 4)}
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Timeout: 10
${lines(parts.function ?? '', 6)}
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: TRIM_HORIZON
${lines(parts.mapping ?? 'BatchSize: 10', 12)}
${lines(parts.resources ?? '', 2)}
`;
}

/** Traffic on few items, so that a shard gets many records. */
export const someTraffic = (perSecond: number): string => `Traffic:
  - Table: Orders
    PerSecond: ${perSecond}
    Keys: { Count: 12, Prefix: "order#" }
    Mix: { Insert: 5, Modify: 95, Remove: 0, NoOp: 0 }
    Attributes:
      - { total: { N: "5" } }
      - { total: { N: "250" } }`;

/** One item fails every batch that holds it. */
export const poisoned = (at: string): string => `Faults:
  - { At: ${at}, Kind: Poison, Target: Worker, Match: { id: { S: "order#3" } } }`;

export const deadQueue = `DeadLetters:
  Type: AWS::SQS::Queue`;

export const deadBucket = `DeadBucket:
  Type: AWS::S3::Bucket`;
