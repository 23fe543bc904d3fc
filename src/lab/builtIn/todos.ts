/** The smallest lab: one item is put, changed, and put again as it is. */
export const todos = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: One to-do, put, completed, and written again without a change

Metadata:
  Shardscope:
    Version: 1
    Title: One to-do and its two changes
    Seed: 1
    Until: 10m

    Commands:
      - At: 200ms
        Call: dynamodb:PutItem
        Input:
          TableName: Todos
          Item:
            TodoID: { S: T1001 }
            Task: { S: Task 1 }
            DueDate: { S: "2024-03-25" }
            Status: { S: In Progress }
      - At: 1200ms
        Call: dynamodb:UpdateItem
        Input:
          TableName: Todos
          Key: { TodoID: { S: T1001 } }
          UpdateExpression: "SET #status = :status"
          ExpressionAttributeNames: { "#status": Status }
          ExpressionAttributeValues: { ":status": { S: completed } }
      - At: 2200ms  # the same again: nothing changes, so the stream gets no record
        Call: dynamodb:PutItem
        Input:
          TableName: Todos
          Item:
            TodoID: { S: T1001 }
            Task: { S: Task 1 }
            DueDate: { S: "2024-03-25" }
            Status: { S: completed }

    Functions:
      TodoIndexer:
        Effects:
          - { Do: IndexDocuments, Target: TodoSearch, Idempotency: ExternalVersion }

Resources:
  Todos:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: TodoID
          AttributeType: S
      KeySchema:
        - AttributeName: TodoID
          KeyType: HASH
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES

  TodoIndexer:
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
            Stream: !GetAtt Todos.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 10

  TodoSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: todos
      ClusterConfig: { InstanceType: t3.small.search, InstanceCount: 1 }
      EBSOptions: { EBSEnabled: true, VolumeSize: 10 }
`;
