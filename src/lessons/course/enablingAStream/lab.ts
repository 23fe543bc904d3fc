/** The lab of lesson 3: customers in a table whose stream is enabled, refused, disabled and enabled again. */

const update = (at: string, id: string, city: string) => `
      - At: ${at}
        Call: dynamodb:UpdateItem
        Input:
          TableName: Customers
          Key: { id: { S: "${id}" } }
          UpdateExpression: "SET city = :city"
          ExpressionAttributeValues: { ":city": { S: ${city} } }`;

const stream = (at: string, specification: string) => `
      - At: ${at}
        Call: dynamodb:UpdateTable
        Input: { TableName: Customers, StreamSpecification: { ${specification} } }`;

export const lab = `AWSTemplateFormatVersion: '2010-09-09'
Description: A table of customers whose stream is enabled after the first of them

Metadata:
  Shardscope:
    Version: 1
    Title: A stream is enabled
    Start: 2026-01-05T09:00:00Z
    Until: 10m
    Items:
      Customers:
        - { id: { S: "customer#1" }, name: { S: Ada }, city: { S: Athens } }
        - { id: { S: "customer#2" }, name: { S: Ben }, city: { S: Bern } }
        - { id: { S: "customer#3" }, name: { S: Cleo }, city: { S: Cairo } }
    Commands:
      - At: 1s
        Call: dynamodb:PutItem
        Input: { TableName: Customers, Item: { id: { S: "customer#4" }, name: { S: Dora }, city: { S: Dublin } } }${[
          stream('3s', 'StreamEnabled: true, StreamViewType: NEW_IMAGE'),
          update('12s', 'customer#1', 'Aarhus'),
          stream('15s', 'StreamEnabled: true, StreamViewType: NEW_AND_OLD_IMAGES'),
          stream('20s', 'StreamEnabled: false'),
          update('40s', 'customer#2', 'Basel'),
        ].join('')}

Resources:
  Customers:
    Type: AWS::DynamoDB::Table
    Properties:
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
`;
