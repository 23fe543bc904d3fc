/** A lab of functions with code of their own, in both languages: they read and write a table, wait and fail by chance. */
export const handlerLab = `
Transform: AWS::Serverless-2016-10-31
Metadata:
  Shardscope:
    Version: 1
    Seed: 5
    Until: 1m
    Traffic: [ { Table: Orders, PerSecond: 4, Keys: { Count: 20, Prefix: "order#" } } ]
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [ { AttributeName: id, AttributeType: S } ]
      KeySchema: [ { AttributeName: id, KeyType: HASH } ]
      StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
  Totals:
    Type: AWS::Serverless::SimpleTable
  Work:
    Type: AWS::SQS::Queue
  Counter:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Events:
        Changes:
          Type: DynamoDB
          Properties: { Stream: !GetAtt Orders.StreamArn, StartingPosition: TRIM_HORIZON, BatchSize: 10 }
      InlineCode: |
        const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
        const { DynamoDBDocumentClient, GetCommand, PutCommand } = require('@aws-sdk/lib-dynamodb');
        const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');
        const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
        const sqs = new SQSClient({});
        const Key = { id: 'all' };
        exports.handler = async (event) => {
          for (const { dynamodb } of event.Records) {
            const { Item } = await db.send(new GetCommand({ TableName: 'Totals', Key }));
            if (Math.random() < 0.1) await new Promise((done) => setTimeout(done, 20 * Math.random()));
            if (Math.random() < 0.02) throw new Error('by chance');
            const n = (Item?.n ?? 0) + 1;
            await db.send(new PutCommand({ TableName: 'Totals', Item: { ...Key, n, at: Date.now(), root: Math.sqrt(n) } }));
            await sqs.send(new SendMessageCommand({ QueueUrl: 'Work', MessageBody: JSON.stringify(dynamodb.Keys) }));
          }
          console.log(event.Records.length, Math.random());
        };
  Scorer:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Events:
        Changes:
          Type: DynamoDB
          Properties: { Stream: !GetAtt Orders.StreamArn, StartingPosition: TRIM_HORIZON, BatchSize: 20 }
      InlineCode: |
        import math, random, time, uuid
        import boto3
        totals = boto3.resource('dynamodb').Table('Totals')
        seen = set()
        def handler(event, context):
            item = totals.get_item(Key={'id': 'scores'}).get('Item', {})
            if random.random() < 0.1: time.sleep(random.random() / 20)
            if random.random() < 0.05: raise RuntimeError('by chance')
            seen.update(record['dynamodb']['Keys']['id']['S'] for record in event['Records'])
            n = int(item.get('n', 0)) + len(event['Records'])
            totals.put_item(Item={'id': 'scores', 'n': n, 'at': int(time.time() * 1000), 'root': str(math.sqrt(n))})
            print(sorted(seen)[:3], list(seen)[:3], uuid.uuid4(), hash('x'))
`;
