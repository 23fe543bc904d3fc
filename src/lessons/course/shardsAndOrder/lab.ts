/** The lab of lesson 6: orders in four shards, and a function that cannot handle one of them. */

const put = (at: string, id: string) => `
      - At: ${at}
        Call: dynamodb:PutItem
        Input: { TableName: Orders, Item: { id: { S: "${id}" }, status: { S: placed } } }`;

const update = (at: string, id: string, status: string) => `
      - At: ${at}
        Call: dynamodb:UpdateItem
        Input:
          TableName: Orders
          Key: { id: { S: "${id}" } }
          UpdateExpression: "SET #s = :s"
          ExpressionAttributeNames: { "#s": status }
          ExpressionAttributeValues: { ":s": { S: ${status} } }`;

/** Orders 8, 10, 14 and 20 are of the first partition, 1 and 7 of the second, 2 and 13 of the third, 3 and 4 of the fourth. */
export const lab = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: Orders in four shards, one of which cannot be packed

Metadata:
  Shardscope:
    Version: 1
    Title: Four shards, four orders of events
    Start: 2026-01-05T09:00:00Z
    Until: 10m
    Commands:${[
      ...[1, 2, 3, 4, 7, 8, 10, 13].map((n) => put('1s', `order#${n}`)),
      put('6s', 'order#20'),
      put('7s', 'order#14'),
      update('8s', 'order#1', 'paid'),
      update('9s', 'order#2', 'paid'),
      update('9500ms', 'order#14', 'paid'),
      update('10s', 'order#3', 'paid'),
      update('16s', 'order#20', 'paid'),
      update('17s', 'order#20', 'shipped'),
    ].join('')}
    Functions:
      Packing:
        Effects:
          - { Do: AuditLog, Target: Parcels }
        DurationMs: { P50: 400, P99: 500 }
        ColdStartMs: 0
    Faults:
      - { At: 5s, Target: Packing, Kind: Poison, Match: { id: { S: "order#20" } } }

Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES

  Packing:
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

  Parcels:
    Type: AWS::S3::Bucket
`;
