/** One table, two streams: the same changes through DynamoDB Streams and through Kinesis. */
export const kinesis = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: The same changes through DynamoDB Streams and through a Kinesis data stream

Metadata:
  Shardscope:
    Version: 1
    Title: A stream and Kinesis, side by side
    Seed: 8
    Until: 5m

    Traffic:
      - Table: Orders
        PerSecond: 4
        Keys: { Count: 12, Distribution: Uniform, Prefix: "order#" }
        Mix: { Insert: 25, Modify: 65, Remove: 10 }
        ItemBytes: 300

    Functions:
      StreamIndexer:
        Effects:
          - { Do: IndexDocuments, Target: FromStream }
      KinesisIndexer:
        Effects:
          - { Do: IndexDocuments, Target: FromKinesis }

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
      KinesisStreamSpecification:
        StreamArn: !GetAtt Changes.Arn
        ApproximateCreationDateTimePrecision: MICROSECOND

  Changes:
    Type: AWS::Kinesis::Stream
    Properties:
      ShardCount: 2
      RetentionPeriodHours: 24

  StreamIndexer:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => console.log(event.Records.length);
      Timeout: 10
      Events:
        Stream:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 10

  KinesisIndexer:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => console.log(event.Records.length);
      Timeout: 10
      Events:
        Changes:
          Type: Kinesis
          Properties:
            Stream: !GetAtt Changes.Arn
            StartingPosition: TRIM_HORIZON
            BatchSize: 10

  FromStream:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: from-stream
      ClusterConfig: { InstanceType: t3.small.search, InstanceCount: 1 }
      EBSOptions: { EBSEnabled: true, VolumeSize: 10 }

  FromKinesis:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: from-kinesis
      ClusterConfig: { InstanceType: t3.small.search, InstanceCount: 1 }
      EBSOptions: { EBSEnabled: true, VolumeSize: 10 }
`;
