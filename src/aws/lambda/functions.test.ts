import { describe, expect, it } from 'vitest';
import { aFunction, aMapping, Entry, entriesOf } from '../../engine/testing/definitions.ts';
import { labDoor } from '../testing/labDoor.ts';

const ROLE = 'arn:aws:iam::123456789012:role/lambda-role';
const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:';
const making = (more: object = {}) => ({
  FunctionName: 'Auditor',
  Runtime: 'nodejs22.x',
  Handler: 'index.handler',
  Role: ROLE,
  Code: { ZipFile: btoa('zip') },
  ...more,
});
const create = 'lambda:CreateFunction';
const refused = (member: string, value: unknown, constraint: string) =>
  `ValidationException: 1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${constraint}`;

describe('[F12] CreateFunction', () => {
  it('makes a function that only logs, listed and described from then on', async () => {
    const lab = await labDoor();
    const made = lab.answer(
      create,
      making({ Timeout: 10, MemorySize: 256, Description: 'audits' }),
    );
    expect(made).toMatchObject({
      ok: true,
      statusCode: 201,
      output: {
        FunctionName: 'Auditor',
        FunctionArn: `${ARN}Auditor`,
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: ROLE,
        Timeout: 10,
        MemorySize: 256,
        Description: 'audits',
        CodeSize: 3,
        State: 'Active',
        Version: '$LATEST',
      },
    });
    const described = lab.ask('lambda:GetFunction', { FunctionName: `${ARN}Auditor` });
    expect(described.Configuration.CodeSha256).toMatch(/^[\w+/]{43}=$/);
    expect(lab.ask('lambda:ListFunctions', {}).Functions).toHaveLength(1);
  });

  it.each([
    [
      'a memory below the least',
      { MemorySize: 127 },
      refused('memorySize', 127, 'have value greater than or equal to 128'),
    ],
    [
      'a memory above the most',
      { MemorySize: 10_241 },
      refused('memorySize', 10_241, 'have value less than or equal to 10240'),
    ],
    ['no time', { Timeout: 0 }, refused('timeout', 0, 'have value greater than or equal to 1')],
    [
      'a time above 15 minutes',
      { Timeout: 901 },
      refused('timeout', 901, 'have value less than or equal to 900'),
    ],
    [
      'no handler',
      { Handler: null },
      'InvalidParameterValueException: Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    ],
    [
      'a queue that is not there',
      { DeadLetterConfig: { TargetArn: 'arn:aws:sqs:us-east-1:123456789012:none' } },
      'InvalidParameterValueException: The target ARN arn:aws:sqs:us-east-1:123456789012:none is not a queue or a topic of this lab.',
    ],
  ])('refuses %s', async (_, more, message) => {
    const lab = await labDoor();
    expect(lab.refusal(create, making(more))).toBe(message);
    expect(lab.ask('lambda:ListFunctions', {}).Functions).toEqual([]);
  });

  it('refuses a name that is taken, and takes it again after a delete', async () => {
    const lab = await labDoor();
    lab.ask(create, making());
    const again = lab.answer(create, making());
    expect(again).toMatchObject({
      error: {
        name: 'ResourceConflictException',
        statusCode: 409,
        message: 'Function already exist: Auditor',
      },
    });
    expect(lab.answer('lambda:DeleteFunction', { FunctionName: 'Auditor' })).toMatchObject({
      statusCode: 204,
    });
    expect(lab.answer('lambda:GetFunction', { FunctionName: 'Auditor' })).toMatchObject({
      error: {
        name: 'ResourceNotFoundException',
        statusCode: 404,
        message: `Function not found: ${ARN}Auditor`,
      },
    });
    lab.ask(create, making());
  });

  it('takes a stream’s records through a mapping', async () => {
    const lab = await labDoor();
    lab.ask(create, making());
    const { Table } = lab.ask('dynamodb:DescribeTable', { TableName: 'Orders' });
    lab.ask('lambda:CreateEventSourceMapping', {
      FunctionName: 'Auditor',
      EventSourceArn: Table.LatestStreamArn,
      StartingPosition: 'TRIM_HORIZON',
    });
    lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item: { id: { S: 'a' } } });
    lab.wait(30);
    expect(lab.simulation.world.state.mappings[0]!.meters.succeeded).toBe(1);
  });
});

describe('[F13] a function', () => {
  it('that is changed has another timeout and memory, from then on', async () => {
    const lab = await labDoor({
      functions: [aFunction({ durationMs: { p50: 1_500, p99: 1_600 } })],
    });
    const name = { FunctionName: 'Processor' };
    expect(lab.ask('lambda:Invoke', name).FunctionError).toBeUndefined();
    lab.wait(5);
    const changed = lab.ask('lambda:UpdateFunctionConfiguration', {
      ...name,
      Timeout: 1,
      MemorySize: 512,
    });
    expect(changed).toMatchObject({ Timeout: 1, MemorySize: 512 });
    const { FunctionError, Payload } = lab.ask('lambda:Invoke', name);
    expect(FunctionError).toBe('Unhandled');
    expect(JSON.parse(Payload)).toMatchObject({ errorType: 'Sandbox.Timedout' });
    expect(JSON.parse(Payload).errorMessage).toMatch(
      /^RequestId: [\w-]{36} Error: Task timed out after 1.00 seconds$/,
    );
  });

  it('that is gone leaves its mapping, which finds nothing to invoke and loses nothing', async () => {
    const lab = await labDoor({ functions: [aFunction()], eventSourceMappings: [aMapping()] });
    lab.ask('lambda:DeleteFunction', { FunctionName: 'Processor' });
    lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item: { id: { S: 'a' } } });
    lab.wait(300);
    const { UUID } = lab.ask('lambda:ListEventSourceMappings', {}).EventSourceMappings[0];
    const mapping = lab.ask('lambda:GetEventSourceMapping', { UUID });
    expect(mapping).toMatchObject({
      State: 'Enabled',
      LastProcessingResult: 'PROBLEM: Function not found.',
    });
    expect(lab.simulation.world.state.mappings[0]!.meters).toMatchObject({
      started: 0,
      discarded: 0,
    });
  });
});

describe('[F9] reserved concurrency', () => {
  const name = { FunctionName: 'Processor' };

  it('is put, got and deleted', async () => {
    const lab = await labDoor({ functions: [aFunction()] });
    expect(lab.ask('lambda:GetFunctionConcurrency', name)).toEqual({});
    const put = { ...name, ReservedConcurrentExecutions: 5 };
    expect(lab.ask('lambda:PutFunctionConcurrency', put)).toEqual({
      ReservedConcurrentExecutions: 5,
    });
    expect(lab.ask('lambda:GetFunction', name).Concurrency).toEqual({
      ReservedConcurrentExecutions: 5,
    });
    expect(lab.answer('lambda:DeleteFunctionConcurrency', name)).toMatchObject({
      statusCode: 204,
      output: {},
    });
    expect(lab.ask('lambda:GetFunctionConcurrency', name)).toEqual({});
  });

  it('leaves at least 100 to the functions without one', async () => {
    const lab = await labDoor({
      functions: [aFunction(), aFunction({ id: 'Other', name: 'Other' })],
    });
    const put = 'lambda:PutFunctionConcurrency';
    lab.ask(put, { ...name, ReservedConcurrentExecutions: 500 });
    expect(lab.refusal(put, { FunctionName: 'Other', ReservedConcurrentExecutions: 401 })).toBe(
      "InvalidParameterValueException: Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
    );
    lab.ask(put, { FunctionName: 'Other', ReservedConcurrentExecutions: 400 });
    expect(lab.refusal(put, { ...name, ReservedConcurrentExecutions: -1 })).toBe(
      refused('reservedConcurrentExecutions', -1, 'have value greater than or equal to 0'),
    );
  });

  it('of zero stops a mapping without losing its place; without it the mapping goes on', async () => {
    const lab = await labDoor({ functions: [aFunction()], eventSourceMappings: [aMapping()] });
    lab.ask('lambda:PutFunctionConcurrency', { ...name, ReservedConcurrentExecutions: 0 });
    lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item: { id: { S: 'a' } } });
    lab.wait(60);
    const { meters } = lab.simulation.world.state.mappings[0]!;
    expect(meters).toMatchObject({ started: 0, succeeded: 0 });
    expect(meters.throttled).toBeGreaterThan(20);
    lab.ask('lambda:DeleteFunctionConcurrency', name);
    lab.wait(5);
    expect(lab.simulation.world.state.mappings[0]!.meters.succeeded).toBe(1);
  });
});

describe('[F10] Invoke', () => {
  const name = { FunctionName: 'Processor' };
  const lab = () => labDoor({ functions: [aFunction({ coldStartMs: 100 })] });

  it('answers at once; the invocation goes on for as long as it lasts', async () => {
    const { ask, wait, simulation } = await lab();
    expect(ask('lambda:Invoke', { ...name, Payload: '{"a":1}' })).toEqual({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      Payload: 'null',
    });
    expect(simulation.world.state.functions[0]!.running).toBe(1);
    wait(5);
    expect(simulation.world.state.functions[0]!.running).toBe(0);
    expect(entriesOf(simulation.world, Entry.requestSucceeded)).toHaveLength(1);
  });

  it('as Event answers 202 and is carried out later; as DryRun 204 and not at all', async () => {
    const { answer, wait, simulation } = await lab();
    const event = answer('lambda:Invoke', { ...name, InvocationType: 'Event' });
    expect(event).toMatchObject({ ok: true, output: { StatusCode: 202 } });
    const dry = answer('lambda:Invoke', { ...name, InvocationType: 'DryRun' });
    expect(dry).toMatchObject({ ok: true, output: { StatusCode: 204 } });
    wait(5);
    expect(entriesOf(simulation.world, Entry.requestStarted)).toHaveLength(1);
  });

  it('tells of a function that fails', async () => {
    const { ask, simulation } = await lab();
    simulation.submit({
      call: 'shardscope:StartFault',
      input: { kind: 'Error', target: 'Processor' },
    });
    const { StatusCode, FunctionError, Payload } = ask('lambda:Invoke', name);
    expect([StatusCode, FunctionError]).toEqual([200, 'Unhandled']);
    expect(JSON.parse(Payload)).toMatchObject({ errorType: 'Error' });
  });

  it('is refused where the function is throttled, does not exist or is given no JSON', async () => {
    const { ask, answer, refusal } = await lab();
    ask('lambda:PutFunctionConcurrency', { ...name, ReservedConcurrentExecutions: 0 });
    expect(answer('lambda:Invoke', name)).toMatchObject({
      error: {
        name: 'TooManyRequestsException',
        message: 'Rate Exceeded.',
        statusCode: 429,
        extra: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
      },
    });
    expect(refusal('lambda:Invoke', { FunctionName: 'Nobody' })).toBe(
      `ResourceNotFoundException: Function not found: ${ARN}Nobody`,
    );
    expect(refusal('lambda:Invoke', { ...name, Payload: '{' })).toMatch(
      /^InvalidRequestContentException: Could not parse request body into json: /,
    );
  });
});
