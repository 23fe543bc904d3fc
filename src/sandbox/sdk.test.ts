/** Calls of handlers: what stands in for the SDKs, what the lab answers, and when. */
import { describe, expect, it } from 'vitest';
import { answerOf, resultsOf, runHandler } from './testing/handlerLab.ts';

const MODULE =
  "import { DynamoDBClient, PutItemCommand, GetItemCommand, ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';";
const DOCUMENTS =
  "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; import { DynamoDBDocumentClient, DynamoDBDocument, GetCommand, PutCommand, UpdateCommand, ScanCommand, paginateScan } from '@aws-sdk/lib-dynamodb'; const db = DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });";
const handler = (body: string): string => `export const handler = async (event) => { ${body} };`;

describe('a handler’s calls of DynamoDB', () => {
  it('[H4] take virtual time and come back with what the table holds', async () => {
    const code = `${MODULE} const db = new DynamoDBClient({});
      ${handler(`const before = Date.now();
        await db.send(new PutItemCommand({ TableName: 'Totals', Item: { id: { S: 't' }, n: { N: '7' }, b: { B: new Uint8Array([1, 2]) } } }));
        const { Item } = await db.send(new GetItemCommand({ TableName: 'Totals', Key: { id: { S: 't' } } }));
        return { n: Item.n, b: [...Item.b.B], took: Date.now() - before };`)}`;
    const answer = (await answerOf(code)) as { took: number };
    expect(answer).toMatchObject({ n: { N: '7' }, b: [1, 2] });
    expect(answer.took).toBeGreaterThan(5);
    expect(answer.took).toBeLessThan(50);
  });

  it('[H4] throw AWS’s errors by their classes', async () => {
    const code = `${MODULE} const db = new DynamoDBClient({});
      ${handler(`try {
          await db.send(new PutItemCommand({ TableName: 'Orders', Item: { id: { S: 'a' } }, ConditionExpression: 'attribute_not_exists(id)' }));
        } catch (error) {
          return [error instanceof ConditionalCheckFailedException, error instanceof Error, error.name, error.message, error.$metadata.httpStatusCode];
        }`)}`;
    expect(await answerOf(code)).toEqual([
      true,
      true,
      'ConditionalCheckFailedException',
      'The conditional request failed',
      400,
    ]);
  });

  it('[H4] through the document client are plain values', async () => {
    const code = `${DOCUMENTS} ${handler(`
      await db.send(new PutCommand({ TableName: 'Totals', Item: { id: 't', list: [1, 'x', null, true], set: new Set(['p', 'q']), map: { a: 1.5 }, gone: undefined } }));
      await db.send(new UpdateCommand({ TableName: 'Totals', Key: { id: 't' }, UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 2 } }));
      const { Item } = await db.send(new GetCommand({ TableName: 'Totals', Key: { id: 't' } }));
      const all = []; for await (const page of paginateScan({ client: db }, { TableName: 'Totals' })) all.push(...page.Items);
      return { ...Item, set: [...Item.set], all: all.length };`)}`;
    expect(await answerOf(code)).toEqual({
      id: 't',
      list: [1, 'x', null, true],
      set: ['p', 'q'],
      map: { a: 1.5 },
      n: 2,
      all: 1,
    });
  });

  it('[H4] of version 2 of the SDK, by promise and by callback', async () => {
    const code = {
      'index.js': `const AWS = require('aws-sdk'); const db = new AWS.DynamoDB.DocumentClient();
        exports.handler = async () => {
          await db.put({ TableName: 'Totals', Item: { id: 't', n: 1 } }).promise();
          const { Item } = await new Promise((done, fail) => db.get({ TableName: 'Totals', Key: { id: 't' } }, (e, d) => e ? fail(e) : done(d)));
          const code = await db.get({ TableName: 'Nowhere', Key: { id: 't' } }).promise().catch((error) => error.code);
          return [Item.n, code];
        };`,
    };
    expect(await answerOf(code)).toEqual([1, 'ResourceNotFoundException']);
  });

  it('[H4] together are under way together', async () => {
    const code = `${DOCUMENTS} ${handler(`const before = Date.now();
      await Promise.all(Array.from({ length: 20 }, (_, i) => db.send(new PutCommand({ TableName: 'Totals', Item: { id: 't' + i } }))));
      return Date.now() - before;`)}`;
    expect(await answerOf(code)).toBeLessThan(13);
  });
});

describe('a handler’s calls of targets', () => {
  it('[H11] [H10] are effects for the records that they mention', async () => {
    const code = `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
      import { S3Client, PutObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3'; import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
      import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'; import { Client } from '@opensearch-project/opensearch';
      const search = new Client({ node: 'https://opensearch' }); const s3 = new S3Client({});
      ${handler(`const done = []; for (const { dynamodb: { Keys: { id: { S: id } } } } of event.Records) {
        done.push(typeof (await new SQSClient({}).send(new SendMessageCommand({ QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/sqs', MessageBody: id }))).MessageId);
        await new SNSClient({}).send(new PublishCommand({ TopicArn: 'arn:aws:sns:us-east-1:123456789012:sns', Message: id }));
        await s3.send(new PutObjectCommand({ Bucket: 's3', Key: 'orders/' + id, Body: 'body of ' + id }));
        done.push(await (await s3.send(new GetObjectCommand({ Bucket: 's3', Key: 'orders/' + id }))).Body.transformToString());
        await new SESv2Client({}).send(new SendEmailCommand({ FromEmailAddress: 'shop@example.com', Destination: { ToAddresses: [id] }, Content: {} }));
        await new SFNClient({}).send(new StartExecutionCommand({ stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:stepfunctions', name: id }));
        await search.index({ index: 'orders', id, body: { id } });
      } return done;`)}`;
    const simulation = await runHandler({
      code,
      ids: ['a', 'b'],
      mapping: { maximumBatchingWindowMs: 1_000 },
    });
    expect(resultsOf(simulation).flat()).toContain('body of a');
    const { targets } = simulation.world.state;
    expect(
      targets.map(({ id, size, effects, repeatedEffects }) => [id, size, effects, repeatedEffects]),
    ).toEqual(
      ['OpenSearch', 'S3', 'SNS', 'SES', 'SQS', 'StepFunctions'].map((id) => [id, 2, 2, 0]),
    );
    const credited = Array.from({ length: 12 }, (_, i) => simulation.world.effects.change.get(i));
    expect(credited.filter((change) => change === 0)).toHaveLength(6);
  });

  it('[H11] are refused like AWS refuses them', async () => {
    const code = `import { S3Client, PutObjectCommand, GetObjectCommand, NoSuchKey } from '@aws-sdk/client-s3'; import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
      const s3 = new S3Client({}); const sfn = new SFNClient({}); const start = () => sfn.send(new StartExecutionCommand({ stateMachineArn: 'arn:x:stepfunctions', name: 'one' }));
      ${handler(`const of = (p) => p.then(() => 'ok', (e) => e.name);
        return [await of(s3.send(new PutObjectCommand({ Bucket: 'nowhere', Key: 'k' }))), await s3.send(new GetObjectCommand({ Bucket: 's3', Key: 'k' })).catch((e) => e instanceof NoSuchKey), await of(start()), await of(start())];`)}`;
    expect(await answerOf(code)).toEqual(['NoSuchBucket', true, 'ok', 'ExecutionAlreadyExists']);
  });

  it('[H4] leave their effects behind when the invocation fails later', async () => {
    const code = `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; const sqs = new SQSClient({}); let n = 0;
      ${handler("await sqs.send(new SendMessageCommand({ QueueUrl: 'sqs', MessageBody: 'a' })); if (n++ < 2) throw new Error('later'); ")}`;
    const { world } = await runHandler({ code }, 20);
    const queue = world.state.targets.find(({ id }) => id === 'SQS')!;
    expect(queue).toMatchObject({ size: 3, effects: 3, repeatedEffects: 2 });
    expect(world.state.mappings[0]!.meters).toMatchObject({
      failed: 2,
      succeededInvocations: 1,
      duplicates: 2,
    });
  });

  it('[H11] [D6] [D2] know FIFO de-duplication and external versions', async () => {
    const code = `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; import { Client } from '@opensearch-project/opensearch'; const sqs = new SQSClient({}); const search = new Client({});
      ${handler(`const put = (version) => search.index({ index: 'o', id: 'a', version, version_type: 'external', body: { version } }).then(() => 200, (e) => e.$metadata.httpStatusCode);
        for (let i = 0; i < 3; i++) await sqs.send(new SendMessageCommand({ QueueUrl: 'sqs', MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: 'a' }));
        return [await put(5), await put(4), await put(5), await put(6)];`)}`;
    const simulation = await runHandler({ code });
    expect(resultsOf(simulation)[0]).toEqual([200, 409, 409, 200]);
    expect(simulation.world.state.targets.find(({ id }) => id === 'SQS')).toMatchObject({
      size: 1,
      staleEffects: 2,
    });
  });
});

it('[E30] reports batch item failures', async () => {
  const code = handler(
    "return { batchItemFailures: event.Records.filter((r) => r.dynamodb.Keys.id.S === 'bad').map((r) => ({ itemIdentifier: r.dynamodb.SequenceNumber })) };",
  );
  const { world } = await runHandler(
    { code, ids: ['bad'], mapping: { reportBatchItemFailures: true, maximumRetryAttempts: 1 } },
    20,
  );
  expect(world.state.mappings[0]!.meters).toMatchObject({ partial: 2, discarded: 1 });
});
