/** A lab of all that at-least-once delivery does to one effect: for setting seven ways to write it side by side. */
export const sevenWays = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: Orders that are passed on to a warehouse, by a function to which everything happens once

Metadata:
  Shardscope:
    Version: 1
    Title: One effect, seven ways to write it
    Seed: 16
    Start: 2026-01-05T09:00:00Z
    Until: 75m

    Traffic:
      - Table: Orders
        For: 4m
        PerSecond: 0.5
        Arrival: Poisson
        Keys: { Count: 12, Distribution: Uniform, Prefix: "order#" }
        Mix: { Insert: 20, Modify: 70, Remove: 10, NoOp: 0 }
        ItemBytes: 200

    Functions:
      Dispatch:
        Effects:
          - { Do: Enqueue, Target: Shipments }
        DurationMs: { P50: 400, P99: 700 }
        ColdStartMs: 0

    Faults:
      - { At: 10s, For: 2s, Kind: CrashAfterEffect, Target: Dispatch }
      - { At: 25s, For: 2s, Kind: CrashAfterEffect, Target: Dispatch }
      - { At: 40s, For: 2s, Kind: CrashAfterEffect, Target: Dispatch }
      - { At: 70s, For: 2s, Kind: CrashAfterEffect, Target: Dispatch }
      - { At: 215s, For: 2s, Kind: CrashAfterEffect, Target: Dispatch }
      - { At: 55s, For: 3s, Kind: Slow, Target: Dispatch, Factor: 8 }  # longer than its timeout
      - { At: 90s, For: 3s, Kind: Slow, Target: Dispatch, Factor: 8 }
      - { At: 230s, For: 3s, Kind: Slow, Target: Dispatch, Factor: 8 }
      - { At: 2m, For: 60s, Kind: Poison, Target: Dispatch, Match: { id: { S: "big#1" } } }
      - { At: 2m, For: 60s, Kind: Poison, Target: Dispatch, Match: { id: { S: "big#2" } } }

    Commands:
      - At: 125s  # cannot be processed, and is given up with its batch: document 0
        Call: dynamodb:PutItem
        Input: { TableName: Orders, Item: { id: { S: "big#1" }, status: { S: placed } } }
      - At: 150s  # document 1
        Call: dynamodb:PutItem
        Input: { TableName: Orders, Item: { id: { S: "big#2" }, status: { S: placed } } }
      - At: 200s  # a newer state of the one, and the end of the other
        Call: dynamodb:PutItem
        Input: { TableName: Orders, Item: { id: { S: "big#1" }, status: { S: paid } } }
      - At: 200s
        Call: dynamodb:DeleteItem
        Input: { TableName: Orders, Key: { id: { S: "big#2" } } }
      - At: 270s  # redriven twice at once: two environments have the same records
        Call: shardscope:Redrive
        Input: { document: 0 }
      - At: 270s
        Call: shardscope:Redrive
        Input: { document: 0 }
      - At: 9m  # more than five minutes after what had been done of it
        Call: shardscope:Redrive
        Input: { document: 1 }
      - At: 70m  # more than an hour after
        Call: shardscope:Redrive
        Input: { document: 0 }

Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PROVISIONED
      ProvisionedThroughput: { ReadCapacityUnits: 50, WriteCapacityUnits: 50 }
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES

  Dispatch:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => console.log(event.Records.length);
      Timeout: 1
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 20
            MaximumBatchingWindowInSeconds: 3
            MaximumRetryAttempts: 3
            DestinationConfig:
              OnFailure:
                Type: SQS
                Destination: !GetAtt GivenUp.Arn

  Shipments:
    Type: AWS::SQS::Queue

  GivenUp:
    Type: AWS::SQS::Queue
`;
