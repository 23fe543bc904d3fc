import type { SimulationDefinition } from '../src/engine/definition.ts';
import { readLab } from '../src/lab/readLab.ts';

const PLAIN = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Metadata:
  Shardscope:
    Version: 1
    Seed: 15
    Start: 2026-01-05T09:00:00Z
    Traffic:
      - Table: Orders
        PerSecond: 100
        Arrival: Poisson
        Keys: { Count: 500, Distribution: Uniform, Prefix: "order#" }
        Mix: { Insert: 15, Modify: 65, Remove: 12, NoOp: 8 }
        ItemBytes: 300
    Functions:
      Reader:
        DurationMs: { P50: 150, P99: 600 }
        ColdStartMs: 0
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
  Reader:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      CodeUri: ./reader
      Events:
        Changes:
          Type: DynamoDB
          Properties: { Stream: !GetAtt Orders.StreamArn, StartingPosition: TRIM_HORIZON, BatchSize: 100 }
`;

/** The same traffic as of the orders lab, and nothing but a table, its stream and one function that reads it. */
export function plainLab(): SimulationDefinition {
  const reading = readLab(PLAIN);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  return reading.definition;
}
