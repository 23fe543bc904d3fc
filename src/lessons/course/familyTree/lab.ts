/** The lab of lesson 7: a table of one partition over a day and more, a split, and a function that fails for a while. */

export const lab = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: The shards of one small table over a day and more

Metadata:
  Shardscope:
    Version: 1
    Title: Parents and children
    Start: 2026-01-05T00:00:00Z
    Until: 26h
    Traffic:  # an order every thousand seconds
      - Table: Orders
        PerSecond: 0.001
        Keys: { Count: 1000, Prefix: "order#" }
        Mix: { Insert: 1 }
        ItemBytes: 200
    Functions:
      Packing:
        Effects:
          - { Do: AuditLog, Target: Parcels }
        ColdStartMs: 0
    Faults:
      - { At: 330m, For: 60m, Target: Packing, Kind: Error }

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

  Packing:
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
            BatchSize: 10

  Parcels:
    Type: AWS::S3::Bucket
`;
