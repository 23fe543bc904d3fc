/** The lab of lesson 8: a stream that is read by hand, and a function that was switched off for more than a day. */

const put = (at: string, id: string) => `
      - At: ${at}
        Call: dynamodb:PutItem
        Input: { TableName: Orders, Item: { id: { S: "${id}" }, status: { S: placed } } }`;

export const STREAM_ARN =
  'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-05T09:00:00.000';

export const lab = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: Orders in a stream that is read by hand, and by a function that sleeps for too long

Metadata:
  Shardscope:
    Version: 1
    Title: Iterators, and a day that is over
    Start: 2026-01-05T09:00:00Z
    Until: 26h
    Commands:${[1, 2, 3, 4, 5].map((n) => put(`${n}s`, `order#${n}`)).join('')}
    Traffic:  # four orders an hour
      - Table: Orders
        From: 15m
        PerSecond: 0.001
        Keys: { Count: 1000, Prefix: "night#" }
        Mix: { Insert: 1 }
        ItemBytes: 200
    Functions:
      Report:
        Effects:
          - { Do: AuditLog, Target: Reports }
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
        StreamViewType: NEW_IMAGE

  Report:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => {
          for (const record of event.Records) console.log(record.dynamodb.Keys);
        };
      Timeout: 10
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 100
            Enabled: false

  Reports:
    Type: AWS::S3::Bucket
`;
