/** A lab to be finished from the command line, as study guides have it: a table, a function, no stream yet. */
export const studyGuide = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: A table and a function that the command line is to connect

Metadata:
  Shardscope:
    Version: 1
    Title: Connect them from the command line
    Seed: 15
    Start: 2025-06-15T00:00:00Z
    Until: 10m

    Items:  # in the table before it has a stream: no record will ever tell of them
      Orders:
        - { id: { S: T0998 }, Status: { S: delivered } }
        - { id: { S: T0999 }, Status: { S: delivered } }

    Traffic:
      - Table: Orders
        PerSecond: 1
        Arrival: Steady
        Keys: { Count: 20, Distribution: Uniform, Prefix: "order#" }
        Mix: { Insert: 30, Modify: 60, Remove: 10, NoOp: 0 }
        ItemBytes: 200

    Functions:
      OrderProcessor:
        Effects:
          - { Do: AuditLog, Target: AuditBucket }
        DurationMs: { P50: 50, P99: 200 }
        ColdStartMs: 300

Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: Orders
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH

  OrderProcessor:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: OrderProcessor
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => {
          for (const record of event.Records) console.log(record.eventName, record.dynamodb.Keys);
        };
      MemorySize: 128
      Timeout: 10

  AuditBucket:
    Type: AWS::S3::Bucket
`;
