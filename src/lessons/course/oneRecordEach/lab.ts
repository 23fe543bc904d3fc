/** The lab of lesson 9: accounts, a batch, two transfers, and a session that expires. */

/** Epoch seconds of nine o'clock, when the lab begins. */
const NINE = Date.UTC(2026, 0, 5, 9) / 1_000;

const account = (id: string, balance: number) =>
  `{ id: { S: "${id}" }, balance: { N: "${balance}" } }`;

const put = (at: string, item: string) => `
      - { At: ${at}, Call: dynamodb:PutItem, Input: { TableName: Accounts, Item: ${item} } }`;

/** From savings to checking, if savings has as much as that. */
const transfer = (at: string, amount: number) => `
      - At: ${at}
        Call: dynamodb:TransactWriteItems
        Input:
          TransactItems:
            - Update:
                TableName: Accounts
                Key: { id: { S: "savings#1" } }
                UpdateExpression: SET balance = balance - :amount
                ConditionExpression: balance >= :amount
                ExpressionAttributeValues: { ":amount": { N: "${amount}" } }
            - Update:
                TableName: Accounts
                Key: { id: { S: "checking#1" } }
                UpdateExpression: SET balance = balance + :amount
                ExpressionAttributeValues: { ":amount": { N: "${amount}" } }`;

export const lab = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: Accounts, a batch, two transfers and a session that expires

Metadata:
  Shardscope:
    Version: 1
    Title: What one call becomes
    Start: 2026-01-05T09:00:00Z
    Until: 4h
    Commands:${[
      put('1s', account('savings#1', 100)),
      put('1500ms', account('checking#1', 20)),
    ].join('')}
      - At: 5s
        Call: dynamodb:BatchWriteItem
        Input:
          RequestItems:
            Accounts:
              - { PutRequest: { Item: ${account('savings#2', 50)} } }
              - { PutRequest: { Item: ${account('checking#2', 5)} } }
              - { PutRequest: { Item: ${account('savings#1', 100)} } }${[
                transfer('8s', 30),
                transfer('11s', 1_000),
                put('14s', `{ id: { S: "session#1" }, ttl: { N: "${NINE + 30}" } }`),
              ].join('')}
    Functions:
      Ledger:
        Effects:
          - { Do: AuditLog, Target: Bookings }
        ColdStartMs: 0

Resources:
  Accounts:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
      TimeToLiveSpecification: { AttributeName: ttl, Enabled: true }
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES

  Ledger:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => {
          for (const record of event.Records) console.log(record.eventName, record.userIdentity);
        };
      Timeout: 10
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Accounts.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 10

  Bookings:
    Type: AWS::S3::Bucket
`;
