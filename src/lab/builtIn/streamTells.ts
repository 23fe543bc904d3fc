/** A lab of what a stream tells and what it does not: transactions, expiry, no-ops, items from before. */
export const streamTells = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: Accounts and sessions, for looking at what a stream tells and what it leaves out

Metadata:
  Shardscope:
    Version: 1
    Title: What a stream tells, and what it does not
    Seed: 15
    Start: 2026-01-05T09:00:00Z
    Until: 30m

    Items:  # in the table before its stream was enabled
      Accounts:
        - { id: { S: "savings#1" }, balance: { N: "100" } }
        - { id: { S: "checking#1" }, balance: { N: "20" } }
        - { id: { S: "closed#1" }, balance: { N: "0" } }
        - { id: { S: "closed#2" }, balance: { N: "0" } }
        - { id: { S: "closed#3" }, balance: { N: "0" } }

    Commands:
      - At: 4s  # sessions that expire, from 9:00:20 on
        Call: dynamodb:PutItem
        Input: { TableName: Accounts, Item: { id: { S: "session#1" }, ttl: { N: "1767603620" } } }
      - At: 5s
        Call: dynamodb:PutItem
        Input: { TableName: Accounts, Item: { id: { S: "session#2" }, ttl: { N: "1767603625" } } }
      - At: 6s
        Call: dynamodb:PutItem
        Input: { TableName: Accounts, Item: { id: { S: "session#3" }, ttl: { N: "1767603630" } } }
      - At: 7s
        Call: dynamodb:PutItem
        Input: { TableName: Accounts, Item: { id: { S: "session#4" }, ttl: { N: "1767603635" } } }
      - At: 8s  # put again as it is: no record
        Call: dynamodb:PutItem
        Input: { TableName: Accounts, Item: { id: { S: "session#1" }, ttl: { N: "1767603620" } } }
      - At: 12s  # a transfer: two records in two shards
        Call: dynamodb:TransactWriteItems
        Input:
          TransactItems:
            - Update:
                TableName: Accounts
                Key: { id: { S: "savings#1" } }
                UpdateExpression: SET balance = balance - :amount
                ExpressionAttributeValues: { ":amount": { N: "30" } }
            - Update:
                TableName: Accounts
                Key: { id: { S: "checking#1" } }
                UpdateExpression: SET balance = balance + :amount
                ExpressionAttributeValues: { ":amount": { N: "30" } }

    Functions:
      Ledger:
        Effects:
          - { Do: AuditLog, Target: Bookings }
        DurationMs: { P50: 150, P99: 600 }
        ColdStartMs: 0

Resources:
  Accounts:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
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
