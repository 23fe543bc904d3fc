/** The lab of lesson 2: a shop's orders, an index that follows the stream, and a scan every 30 seconds. */

/** Epoch milliseconds, as the shop's clock shows them when it writes. */
const START_MS = Date.UTC(2026, 0, 5, 9);
const stamp = (seconds: number) => `{ N: "${START_MS + seconds * 1_000}" }`;

const put = (seconds: number, id: string, status: string) => `
      - At: ${seconds}s
        Call: dynamodb:PutItem
        Input: { TableName: Orders, Item: { id: { S: "${id}" }, status: { S: ${status} }, updated_at: ${stamp(seconds)} } }`;

const remove = (seconds: number, id: string) => `
      - At: ${seconds}s
        Call: dynamodb:DeleteItem
        Input: { TableName: Orders, Key: { id: { S: "${id}" } } }`;

/** Old orders, none of which changes while the lesson lasts. */
const archive = Array.from(
  { length: 200 },
  (_, n) => `
        - { id: { S: "archive#${n + 1}" }, status: { S: delivered }, updated_at: ${stamp(-86_400)} }`,
);

export const lab = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: Orders that are followed by a stream, and asked for by a scan

Metadata:
  Shardscope:
    Version: 1
    Title: Told, or asking again and again
    Start: 2026-01-05T09:00:00Z
    Until: 10m
    Items:
      Orders:${archive.join('')}
    Commands:${[
      put(5, 'order#1', 'placed'),
      put(12, 'order#1', 'paid'),
      put(20, 'order#1', 'shipped'),
      put(35, 'order#2', 'placed'),
      remove(50, 'order#1'),
      put(52, 'order#2', 'paid'),
    ].join('')}
    Functions:
      Indexer:
        Effects:
          - { Do: IndexDocuments, Target: OrderSearch, Idempotency: ExternalVersion }
        ColdStartMs: 0
    Pollers:
      Scan: { Table: Orders, Every: 30s, Watermark: updated_at }

Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      ProvisionedThroughput: { ReadCapacityUnits: 25, WriteCapacityUnits: 5 }
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES

  Indexer:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => {
          for (const record of event.Records) console.log(record.eventName, record.dynamodb.Keys);
        };
      Timeout: 10
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 10

  OrderSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
`;
