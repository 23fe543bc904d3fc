/** Lambda's operations as people reach them: with the SDK's client, and on the command line. */
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  GetFunctionConcurrencyCommand,
  InvokeCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { aFunction } from '../../engine/testing/definitions.ts';
import { completeCli } from '../cli/completeCli.ts';
import { runCli } from '../cli/runCli.ts';
import { labDoor } from '../testing/labDoor.ts';
import { createRequestHandler } from '../wire/requestHandler.ts';

const FunctionName = 'Processor';

describe('[A10] [F10] the SDK’s client', () => {
  async function client() {
    const { door } = await labDoor({ functions: [aFunction()] });
    return new LambdaClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
      maxAttempts: 1,
      requestHandler: createRequestHandler({ seed: 1, call: door.call }),
    });
  }

  it('creates, changes, reserves for, invokes and deletes a function', async () => {
    const lambda = await client();
    const made = await lambda.send(
      new CreateFunctionCommand({
        FunctionName: 'New',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::123456789012:role/r',
        Code: { ZipFile: Uint8Array.of(1, 2, 3) },
      }),
    );
    expect(made).toMatchObject({
      FunctionName: 'New',
      CodeSize: 3,
      $metadata: { httpStatusCode: 201 },
    });
    const New = { FunctionName: 'New' };
    const changed = await lambda.send(
      new UpdateFunctionConfigurationCommand({ ...New, Timeout: 9 }),
    );
    expect(changed.Timeout).toBe(9);
    await lambda.send(
      new PutFunctionConcurrencyCommand({ ...New, ReservedConcurrentExecutions: 0 }),
    );
    const reserved = await lambda.send(new GetFunctionConcurrencyCommand(New));
    expect(reserved.ReservedConcurrentExecutions).toBe(0);
    await expect(lambda.send(new InvokeCommand(New))).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
      $metadata: { httpStatusCode: 429 },
    });
    await lambda.send(new DeleteFunctionConcurrencyCommand(New));
    const gone = await lambda.send(new DeleteFunctionCommand(New));
    expect(gone.$metadata.httpStatusCode).toBe(204);
  });

  it('[H13] gives a function the files of a zip', async () => {
    const lambda = await client();
    const files = {
      'index.mjs': strToU8('export const handler = async () => 1;'),
      'lib/a.bin': Uint8Array.of(255),
    };
    const ZipFile = zipSync(files);
    const saved = await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
    expect(saved).toMatchObject({
      FunctionName,
      CodeSize: ZipFile.length,
      LastUpdateStatus: 'Successful',
    });
    await expect(
      lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: Uint8Array.of(1, 2) })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: 'Could not unzip uploaded file. Please check your file, then try to upload again.',
    });
    await expect(
      lambda.send(new UpdateFunctionCodeCommand({ FunctionName, S3Bucket: 'b', S3Key: 'k' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  });

  it('reads the payload of an Invoke, and what stands beside it in headers', async () => {
    const lambda = await client();
    const answer = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: new TextEncoder().encode('{"ü":1}') }),
    );
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
    expect(answer.Payload?.transformToString()).toBe('null');
    const event = await lambda.send(new InvokeCommand({ FunctionName, InvocationType: 'Event' }));
    expect(event.StatusCode).toBe(202);
    const unread = lambda.send(new InvokeCommand({ FunctionName, Payload: Uint8Array.of(123) }));
    await expect(unread).rejects.toMatchObject({ name: 'InvalidRequestContentException' });
    const nobody = lambda.send(new InvokeCommand({ FunctionName: 'Nobody' }));
    await expect(nobody).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
  });
});

describe('[A12] [F10] the command line', () => {
  async function shell() {
    const { door } = await labDoor({ functions: [aFunction()] });
    return async (line: string) => (await runCli(`aws lambda ${line}`, door.call)).text;
  }

  it.each([
    ['JSON', `'{"Records":[]}' out.json`],
    ['JSON, with a file first', `'{"Records":[]}'`],
    ['base64', 'eyJSZWNvcmRzIjpbXX0= /dev/stdout'],
    ['JSON, said to be raw', `'{}' --cli-binary-format raw-in-base64-out out.json`],
  ])('invokes with a payload of %s', async (what, rest) => {
    const run = await shell();
    const file = what.endsWith('first') ? ' out.json' : '';
    expect(
      JSON.parse(await run(`invoke${file} --function-name Processor --payload ${rest}`)),
    ).toEqual({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      Payload: 'null',
    });
  });

  it('reserves concurrency, and prints a refusal', async () => {
    const run = await shell();
    const put =
      'put-function-concurrency --function-name Processor --reserved-concurrent-executions';
    expect(JSON.parse(await run(`${put} 0`))).toEqual({ ReservedConcurrentExecutions: 0 });
    expect(await run('invoke --function-name Processor out.json')).toBe(
      'An error occurred (TooManyRequestsException) when calling the Invoke operation: Rate Exceeded.',
    );
    expect(await run('delete-function-concurrency --function-name Processor')).toBe('');
    expect(await run('create-function --function-name New --role r --code ZipFile=AQID')).toContain(
      'ValidationException',
    );
  });

  it('[A16] helps and completes', async () => {
    const run = await shell();
    expect(await run('invoke help')).toContain('--payload');
    expect(completeCli('aws lambda put-f', 16).candidates.map(({ text }) => text)).toEqual([
      'put-function-concurrency',
    ]);
  });
});
