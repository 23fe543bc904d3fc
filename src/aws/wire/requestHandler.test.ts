import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { LambdaClient, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '../door.ts';
import { createRequestHandler } from './requestHandler.ts';

const client = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  maxAttempts: 1,
};
const put = new PutItemCommand({
  TableName: 'Orders',
  Item: { id: { S: 'ü' }, image: { B: Uint8Array.of(1, 2) } },
});

function handlerThat(answer: CallAnswer) {
  const asked: unknown[][] = [];
  const requestHandler = createRequestHandler({
    seed: 7,
    call: async (...call) => {
      asked.push(call);
      return answer;
    },
  });
  return { requestHandler, asked };
}

describe('[A10] a client of the SDK with the door as its requestHandler', () => {
  it('calls, and reads the answer', async () => {
    const { requestHandler, asked } = handlerThat({
      ok: true,
      output: { Attributes: { image: { B: 'AQI=' }, n: { N: '1' } } },
      statusCode: 200,
    });
    const output = await new DynamoDBClient({ ...client, requestHandler }).send(put);
    expect(asked).toEqual([
      [
        'dynamodb',
        'PutItem',
        { TableName: 'Orders', Item: { id: { S: 'ü' }, image: { B: 'AQI=' } } },
      ],
    ]);
    expect(output.Attributes).toEqual({ image: { B: Uint8Array.of(1, 2) }, n: { N: '1' } });
    expect(output.$metadata).toMatchObject({ httpStatusCode: 200, attempts: 1 });
    expect(output.$metadata.requestId).toMatch(/^[0-9A-V]{52}$/);
  });

  it('throws AWS’s own errors', async () => {
    const { requestHandler } = handlerThat({
      ok: false,
      error: {
        name: 'ConditionalCheckFailedException',
        message: 'The conditional request failed',
        statusCode: 400,
        extra: { Item: { id: { S: '1' } } },
      },
    });
    const failing = new DynamoDBClient({ ...client, requestHandler }).send(put);
    await expect(failing).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      Item: { id: { S: '1' } },
    });
  });

  it('speaks REST too', async () => {
    const { requestHandler, asked } = handlerThat({
      ok: true,
      output: { EventSourceMappings: [{ UUID: 'u', LastModified: 1_767_603_600 }] },
      statusCode: 200,
    });
    const output = await new LambdaClient({ ...client, requestHandler }).send(
      new ListEventSourceMappingsCommand({ FunctionName: 'F', MaxItems: 5 }),
    );
    expect(asked).toEqual([
      ['lambda', 'ListEventSourceMappings', { FunctionName: 'F', MaxItems: 5 }],
    ]);
    expect(output.EventSourceMappings![0]!.LastModified).toEqual(new Date('2026-01-05T09:00:00Z'));
  });
});
