/** The lab of lesson 4: two orders of a shop, and an audit that keeps every record of theirs. */

const command = (at: string, call: string, input: string) => `
      - At: ${at}
        Call: dynamodb:${call}
        Input: { TableName: Orders, ${input} }`;

const status = (at: string, id: string, value: string) =>
  command(
    at,
    'UpdateItem',
    `Key: { id: { S: "${id}" } }, UpdateExpression: "SET #s = :s", ExpressionAttributeNames: { "#s": status }, ExpressionAttributeValues: { ":s": { S: ${value} } }`,
  );

/** A note of a thousand letters. */
const note = 'Please ring twice. '.repeat(53).slice(0, 1_000);

export const lab = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: Orders whose records are kept by an audit

Metadata:
  Shardscope:
    Version: 1
    Title: What is in a record
    Start: 2026-01-05T09:00:00Z
    Until: 10m
    Commands:${[
      command('1s', 'PutItem', 'Item: { id: { S: "order#1" }, status: { S: placed } }'),
      status('3200ms', 'order#1', 'paid'),
      command('5200ms', 'DeleteItem', 'Key: { id: { S: "order#1" } }'),
      command(
        '6500ms',
        'PutItem',
        `Item: { id: { S: "order#2" }, status: { S: placed }, note: { S: "${note}" } }`,
      ),
      status('7500ms', 'order#2', 'paid'),
      status('9200ms', 'order#2', 'packed'),
      status('9700ms', 'order#2', 'shipped'),
    ].join('')}
    Functions:
      Audit:
        Effects:
          - { Do: AuditLog, Target: AuditBucket }
        ColdStartMs: 0

Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES

  Audit:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => {
          for (const record of event.Records) console.log(JSON.stringify(record));
        };
      Timeout: 10
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 10

  AuditBucket:
    Type: AWS::S3::Bucket
`;
