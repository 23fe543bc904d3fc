/** The lab that the page opens with: orders that sync to search, are audited and confirmed by mail. */
export const orders = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: Orders that sync to a search index, to an audit log and to the customer's mailbox

Metadata:
  Shardscope:
    Version: 1
    Title: Orders that sync to search
    Seed: 15
    Start: 2026-01-05T09:00:00Z
    Until: 10m

    Items:  # in the table before its stream was enabled
      Orders:
        - { id: { S: "archive#1" }, status: { S: delivered }, total: { N: "24.90" } }
        - { id: { S: "archive#2" }, status: { S: delivered }, total: { N: "112.00" } }
        - { id: { S: "archive#3" }, status: { S: returned }, total: { N: "18.50" } }
        - { id: { S: "archive#4" }, status: { S: delivered }, total: { N: "7.25" } }
        - { id: { S: "archive#5" }, status: { S: delivered }, total: { N: "64.00" } }
        - { id: { S: "archive#6" }, status: { S: delivered }, total: { N: "39.95" } }
        - { id: { S: "archive#7" }, status: { S: cancelled }, total: { N: "250.00" } }
        - { id: { S: "archive#8" }, status: { S: delivered }, total: { N: "15.75" } }
        - { id: { S: "archive#9" }, status: { S: delivered }, total: { N: "88.10" } }
        - { id: { S: "archive#10" }, status: { S: returned }, total: { N: "42.00" } }
        - { id: { S: "archive#11" }, status: { S: delivered }, total: { N: "5.60" } }
        - { id: { S: "archive#12" }, status: { S: delivered }, total: { N: "73.30" } }

    Traffic:
      - Table: Orders
        PerSecond: 3
        Arrival: Poisson
        Keys: { Count: 40, Distribution: Uniform, Prefix: "order#" }
        Mix: { Insert: 15, Modify: 65, Remove: 12, NoOp: 8 }
        ItemBytes: 300

    Commands:  # T1001 has no updated_at, so the scan below can never find it
      - At: 20s
        Call: dynamodb:PutItem
        Input:
          TableName: Orders
          Item:
            id: { S: T1001 }
            Task: { S: Task 1 }
            DueDate: { S: "2024-03-25" }
            Status: { S: In Progress }

    Functions:
      OrderProcessor:
        Effects:
          - { Do: IndexDocuments, Target: ProductIndex, Idempotency: ExternalVersion }
          - { Do: AuditLog, Target: AuditBucket }
          - { Do: Notify, Target: Confirmations }
        DurationMs: { P50: 150, P99: 600 }
        ColdStartMs: 0

    Pollers:
      ThirtySecondScan: { Table: Orders, Every: 30s, Watermark: updated_at }

Parameters:
  SenderAddress:
    Type: String
    Default: orders@example.com
    Description: The verified address that confirmations are sent from

Resources:
  Orders:
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
        StreamViewType: NEW_AND_OLD_IMAGES

  OrderProcessor:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => {
          for (const record of event.Records) console.log(record.eventName, record.dynamodb.Keys);
        };
      MemorySize: 256
      Timeout: 10
      Events:
        Changes:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 10

  ProductIndex:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: products
      ClusterConfig: { InstanceType: t3.small.search, InstanceCount: 1 }
      EBSOptions: { EBSEnabled: true, VolumeSize: 10 }

  AuditBucket:
    Type: AWS::S3::Bucket

  Confirmations:
    Type: AWS::SES::EmailIdentity
    Properties:
      EmailIdentity: !Ref SenderAddress
`;
