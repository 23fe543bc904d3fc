/** The lab of lesson 5: devices that report to an on-demand table, one of them far too often. */

const reading = (seconds: number, at: number) => `
      - At: ${seconds}s
        Call: dynamodb:PutItem
        Input: { TableName: Readings, Item: { device: { S: "device#7" }, at: { N: "${at}" }, celsius: { N: "21" } } }`;

export const lab = `AWSTemplateFormatVersion: '2010-09-09'
Description: Devices that write their readings, one of them far too often

Metadata:
  Shardscope:
    Version: 1
    Title: Partitions, and a key that is too hot for one
    Start: 2026-01-05T09:00:00Z
    Until: 10m
    Commands:${[1, 3, 5, 7].map((seconds, n) => reading(seconds, n + 1)).join('')}
    Traffic:
      - Table: Readings  # four hundred devices, each of them once
        From: 20s
        For: 20s
        Count: 400
        Keys: { Count: 4000, Distribution: Uniform, Prefix: "sensor#" }
        Mix: { Insert: 1 }
        ItemBytes: 200
      - Table: Readings  # 12 writes of nearly 100 KB a second, nearly all to camera#0
        From: 60s
        For: 316s
        PerSecond: 12
        Keys: { Count: 40, Distribution: Hot, Share: 0.95, HotKeys: 1, Prefix: "camera#" }
        Mix: { Insert: 1, Modify: 500 }
        ItemBytes: 98000

Resources:
  Readings:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - { AttributeName: device, AttributeType: S }
        - { AttributeName: at, AttributeType: N }
      KeySchema:
        - { AttributeName: device, KeyType: HASH }
        - { AttributeName: at, KeyType: RANGE }
      StreamSpecification:
        StreamViewType: NEW_IMAGE
`;
