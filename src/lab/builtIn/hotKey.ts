/** A lab of one key that everybody writes to: its partition gets hot, refuses, and splits. */
export const hotKey = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: A leaderboard in which nearly every write goes to one player

Metadata:
  Shardscope:
    Version: 1
    Title: A hot key splits its partition
    Seed: 15
    Start: 2026-01-05T09:00:00Z
    Until: 12m

    Traffic:  # 300 writes of 4 KB a second, 93 of 100 to one key: more than the 1,000 units of a partition
      - Table: Scores
        PerSecond: 300
        Arrival: Poisson
        Keys: { Count: 40, Distribution: Hot, Share: 0.93, HotKeys: 1, Prefix: "player#" }
        Mix: { Insert: 1, Modify: 2000, Remove: 0, NoOp: 0 }
        ItemBytes: 3900

    Functions:
      Ranking:
        Effects:
          - { Do: AuditLog, Target: Ranks }
        DurationMs: { P50: 20, P99: 60 }
        ColdStartMs: 0

Resources:
  Scores:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
      StreamSpecification:
        StreamViewType: NEW_IMAGE

  Ranking:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => console.log(event.Records.length);
      Timeout: 10
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Scores.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 1000

  Ranks:
    Type: AWS::S3::Bucket
`;
