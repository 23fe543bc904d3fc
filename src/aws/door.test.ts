import { beforeEach, describe, expect, it } from 'vitest';
import { aFunction, aTable, Entry, entriesOf } from '../engine/testing/definitions.ts';
import { type LabDoor, labDoor } from './testing/labDoor.ts';

const Key = (id: string) => ({ id: { S: id } });
const NULL_TABLE =
  "Value null at 'tableName' failed to satisfy constraint: Member must not be null";

describe('writes and reads by key', () => {
  let lab: LabDoor;
  beforeEach(async () => {
    lab = await labDoor();
  });
  const put = (Item: object, more = {}) =>
    lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item, ...more });
  const get = (id: string, more = {}) =>
    lab.ask('dynamodb:GetItem', { TableName: 'Orders', Key: Key(id), ...more });

  it('[T8] answer only what is asked for', () => {
    expect(put({ ...Key('a'), n: { N: '1.50' } })).toEqual({});
    expect(get('a')).toEqual({ Item: { ...Key('a'), n: { N: '1.5' } } });
    expect(get('b')).toEqual({});
    expect(get('a', { ProjectionExpression: 'n' })).toEqual({ Item: { n: { N: '1.5' } } });
    expect(put(Key('a'), { ReturnValues: 'ALL_OLD' }).Attributes).toEqual({
      ...Key('a'),
      n: { N: '1.5' },
    });
    expect(put(Key('new'), { ReturnValues: 'ALL_OLD' })).toEqual({});
  });

  it('[P7] cost half a unit per 4 KB, a whole one when consistent, also where nothing is', () => {
    put({ ...Key('large'), text: { S: 'x'.repeat(5_000) } });
    const units = (id: string, more = {}) =>
      get(id, { ReturnConsumedCapacity: 'TOTAL', ...more }).ConsumedCapacity;
    expect(units('large')).toEqual({ TableName: 'Orders', CapacityUnits: 1 });
    expect(units('large', { ConsistentRead: true }).CapacityUnits).toBe(2);
    expect(units('nothing').CapacityUnits).toBe(0.5);
    expect(lab.simulation.world.state.tables[0]!.readUnits).toBe(3.5);
  });

  it('[T8] return what an update touched, before or after', () => {
    put({ ...Key('a'), x: { N: '1' }, m: { M: { y: { N: '1' }, z: { N: '2' } } } });
    const update = (ReturnValues: string) =>
      lab.ask('dynamodb:UpdateItem', {
        TableName: 'Orders',
        Key: Key('a'),
        UpdateExpression: 'SET x = x + :one, m.y = m.y + :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
        ReturnValues,
      }).Attributes;
    expect(update('UPDATED_OLD')).toEqual({ x: { N: '1' }, m: { M: { y: { N: '1' } } } });
    expect(update('UPDATED_NEW')).toEqual({ x: { N: '3' }, m: { M: { y: { N: '3' } } } });
    expect(update('ALL_OLD').x).toEqual({ N: '3' });
    expect(update('ALL_NEW')).toMatchObject({ ...Key('a'), x: { N: '5' } });
    expect(update('NONE')).toBeUndefined();
  });

  it('[T3] refuse a failed condition, with the item where it is asked for', () => {
    put(Key('a'));
    const input = {
      TableName: 'Orders',
      Item: Key('a'),
      ConditionExpression: 'attribute_not_exists(id)',
    };
    expect(lab.answer('dynamodb:PutItem', input)).toEqual({
      ok: false,
      error: {
        name: 'ConditionalCheckFailedException',
        message: 'The conditional request failed',
        statusCode: 400,
      },
    });
    const asked = { ...input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
    expect(lab.answer('dynamodb:PutItem', asked)).toMatchObject({
      error: { extra: { Item: Key('a') } },
    });
  });

  it('neither keep nor change what they are given', () => {
    const input = { TableName: 'Orders', Item: { ...Key('a'), l: { L: [{ S: 'x' }] } } };
    lab.ask('dynamodb:PutItem', input);
    input.Item.l.L[0]!.S = 'changed';
    const held = lab.simulation.world.commands.get(0).input as typeof input;
    expect(held.Item.l.L[0]!.S).toBe('x');
  });

  it.each([
    [
      'PutItem',
      { Item: Key('a') },
      `ValidationException: 1 validation error detected: ${NULL_TABLE}`,
    ],
    [
      'PutItem',
      {},
      `ValidationException: 2 validation errors detected: ${NULL_TABLE}; Value null at 'item' failed to satisfy constraint: Member must not be null`,
    ],
    [
      'PutItem',
      { TableName: 5 },
      'SerializationException: NUMBER_VALUE cannot be converted to String',
    ],
    ['GetItem', { TableName: 'Orders', Key: 'a' }, 'SerializationException: Unexpected field type'],
    [
      'GetItem',
      { TableName: 'Orders', Key: Key('a'), ReturnConsumedCapacity: 'ALL' },
      "ValidationException: 1 validation error detected: Value 'ALL' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]",
    ],
    [
      'GetItem',
      { TableName: 'Nowhere', Key: Key('a') },
      'ResourceNotFoundException: Requested resource not found',
    ],
    [
      'GetItem',
      { TableName: 'Orders', Key: { other: { S: 'a' } } },
      'ValidationException: The provided key element does not match the schema',
    ],
    [
      'PutItem',
      { TableName: 'Orders', Item: Key('a'), ReturnValues: 'ALL_NEW' },
      'ValidationException: ReturnValues can only be ALL_OLD or NONE',
    ],
    [
      'DescribeTable',
      { TableName: 'Nowhere' },
      'ResourceNotFoundException: Requested resource not found: Table: Nowhere not found',
    ],
    ['Nonsense', {}, 'UnknownOperationException: Operation Nonsense of dynamodb is not there.'],
  ])('[T9] %s %j is refused: %s', (operation, input, words) => {
    expect(lab.refusal(`dynamodb:${operation}`, input)).toBe(words);
  });
});

describe('tables', () => {
  const definition = {
    TableName: 'Users',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
  };

  it('[T6] are CREATING for some seconds, and then there', async () => {
    const lab = await labDoor({ tables: [] });
    const { TableDescription } = lab.ask('dynamodb:CreateTable', definition);
    expect(TableDescription).toMatchObject({
      TableName: 'Users',
      TableStatus: 'CREATING',
      ItemCount: 0,
      TableArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/Users',
    });
    const put = { TableName: 'Users', Item: Key('a') };
    expect(lab.refusal('dynamodb:PutItem', put)).toMatch(/^ResourceNotFoundException/);
    expect(lab.refusal('dynamodb:CreateTable', definition)).toBe(
      'ResourceInUseException: Table already exists: Users',
    );
    lab.wait(6);
    lab.ask('dynamodb:PutItem', put);
    expect(lab.ask('dynamodb:ListTables', {})).toEqual({ TableNames: ['Users'] });
    const deleted = lab.ask('dynamodb:DeleteTable', { TableName: 'Users' });
    expect(deleted.TableDescription.TableStatus).toBe('DELETING');
    lab.wait(6);
    expect(lab.ask('dynamodb:ListTables', {})).toEqual({ TableNames: [] });
    lab.ask('dynamodb:CreateTable', definition);
    lab.wait(6);
    expect(lab.ask('dynamodb:GetItem', { TableName: 'Users', Key: Key('a') })).toEqual({});
  });

  it('[T23] tell their warm throughput and since when they are on demand, once they are made', async () => {
    const lab = await labDoor({ tables: [] });
    const { ProvisionedThroughput, ...table } = definition;
    const described = () => lab.ask('dynamodb:DescribeTable', { TableName: 'Users' }).Table;
    const change = (more: object) =>
      lab.ask('dynamodb:UpdateTable', { TableName: 'Users', ...more }).TableDescription;
    const { TableDescription: made } = lab.ask('dynamodb:CreateTable', {
      ...table,
      BillingMode: 'PAY_PER_REQUEST',
    });
    expect(made.BillingModeSummary).toEqual({ BillingMode: 'PAY_PER_REQUEST' });
    expect(made.WarmThroughput).toBeUndefined();
    lab.wait(6);
    const since = described().BillingModeSummary.LastUpdateToPayPerRequestDateTime;
    expect(since).toBe(made.CreationDateTime);
    const provisioned = change({ BillingMode: 'PROVISIONED', ProvisionedThroughput });
    expect(provisioned.BillingModeSummary).toMatchObject({ BillingMode: 'PROVISIONED' });
    expect(provisioned.WarmThroughput.Status).toBe('ACTIVE');
    lab.wait(6);
    const raised = { ReadUnitsPerSecond: 13_000, WriteUnitsPerSecond: 5_000 };
    const warmed = change({ WarmThroughput: raised });
    expect(warmed.WarmThroughput).toEqual({ ...raised, Status: 'UPDATING' });
    lab.wait(6);
    const again = change({ BillingMode: 'PAY_PER_REQUEST' });
    expect(again.WarmThroughput).toEqual({ ...raised, Status: 'ACTIVE' });
    expect(again.BillingModeSummary.LastUpdateToPayPerRequestDateTime).toBeGreaterThan(since);
  });

  it('[T7] switch their stream on once and off once; each time it is another stream', async () => {
    const lab = await labDoor({ tables: [aTable()] });
    const set = (StreamSpecification: object) => ({ TableName: 'Orders', StreamSpecification });
    const on = set({ StreamEnabled: true, StreamViewType: 'KEYS_ONLY' });
    const off = set({ StreamEnabled: false });
    expect(lab.refusal('dynamodb:UpdateTable', on)).toBe(
      'ValidationException: Table already has an enabled stream: TableName: Orders',
    );
    const first = lab.ask('dynamodb:DescribeTable', { TableName: 'Orders' }).Table.LatestStreamArn;
    lab.ask('dynamodb:UpdateTable', off);
    expect(lab.refusal('dynamodb:UpdateTable', on)).toMatch(/^ResourceInUseException/);
    lab.wait(6);
    expect(lab.refusal('dynamodb:UpdateTable', off)).toMatch(/^ValidationException/);
    const { TableDescription } = lab.ask('dynamodb:UpdateTable', on);
    expect(TableDescription.LatestStreamArn).not.toBe(first);
    expect(TableDescription.TableStatus).toBe('UPDATING');
    const { Streams } = lab.ask('dynamodbstreams:ListStreams', { TableName: 'Orders' });
    expect(Streams.map((s: { StreamArn: string }) => s.StreamArn)).toEqual([
      first,
      TableDescription.LatestStreamArn,
    ]);
    lab.wait(86_400);
    expect(lab.ask('dynamodbstreams:ListStreams', {}).Streams).toHaveLength(1);
  });

  it('[P6] get partitions for more throughput, and lose none for less', async () => {
    const lab = await labDoor({
      tables: [aTable({ billing: { readCapacityUnits: 5, writeCapacityUnits: 5 } })],
    });
    const set = (units: number) => ({
      TableName: 'Orders',
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: units },
    });
    const { partitions } = lab.simulation.world.state.tables[0]!;
    expect(partitions).toHaveLength(1);
    lab.ask('dynamodb:UpdateTable', set(3_500));
    expect(lab.simulation.world.state.tables[0]!.partitions).toHaveLength(4);
    lab.wait(6);
    expect(lab.refusal('dynamodb:UpdateTable', set(3_500))).toMatch(/will not change/);
    lab.ask('dynamodb:UpdateTable', set(5));
    expect(lab.simulation.world.state.tables[0]!.partitions).toHaveLength(4);
  });
});

describe('the two commands that study guides print', () => {
  it('[E12] work as they are, and what is written meanwhile is missed and told of', async () => {
    const lab = await labDoor({
      startAtMs: 1_749_945_600_000, // 2025-06-15T00:00:00Z
      tables: [{ ...aTable(), stream: undefined } as never],
      functions: [aFunction({ id: 'OrderProcessor', name: 'OrderProcessor' })],
    });
    lab.ask('dynamodb:UpdateTable', {
      TableName: 'Orders',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
    const created = lab.ask('lambda:CreateEventSourceMapping', {
      FunctionName: 'OrderProcessor',
      EventSourceArn:
        'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2025-06-15T00:00:00.000',
      StartingPosition: 'LATEST',
      BatchSize: 100,
    });
    expect(created).toMatchObject({ State: 'Creating', BatchSize: 100, MaximumRetryAttempts: -1 });
    lab.wait(1);
    lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item: Key('missed') });
    lab.wait(10);
    lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item: Key('seen') });
    lab.wait(10);
    const { world } = lab.simulation;
    expect(world.state.mappings[0]!.meters).toMatchObject({ succeeded: 1, received: 1 });
    expect(entriesOf(world, Entry.recordsPassedOver)).toHaveLength(1);
    expect(lab.ask('lambda:GetEventSourceMapping', { UUID: created.UUID }).State).toBe('Enabled');
  });
});

describe('an event source mapping', () => {
  it('[E13] stands still while it is disabled, [E11] and all of it takes some seconds', async () => {
    const lab = await labDoor({ functions: [aFunction()] });
    const { LatestStreamArn } = lab.ask('dynamodb:DescribeTable', { TableName: 'Orders' }).Table;
    const { UUID } = lab.ask('lambda:CreateEventSourceMapping', {
      FunctionName: 'Processor',
      EventSourceArn: LatestStreamArn,
      StartingPosition: 'TRIM_HORIZON',
    });
    const state = () => lab.ask('lambda:GetEventSourceMapping', { UUID }).State;
    const put = (id: string) =>
      lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item: { id: { S: id } } });
    const { meters } = lab.simulation.world.state.mappings[0]!;
    put('a');
    expect(lab.refusal('lambda:DeleteEventSourceMapping', { UUID })).toMatch(
      /^ResourceInUseException/,
    );
    lab.wait(10);
    expect([state(), meters.succeeded]).toEqual(['Enabled', 1]);
    lab.ask('lambda:UpdateEventSourceMapping', { UUID, Enabled: false });
    expect(state()).toBe('Disabling');
    lab.wait(10);
    put('b');
    lab.wait(60);
    expect([state(), meters.succeeded]).toEqual(['Disabled', 1]);
    lab.ask('lambda:UpdateEventSourceMapping', { UUID, Enabled: true });
    lab.wait(10);
    expect([state(), meters.succeeded]).toEqual(['Enabled', 2]);
    lab.ask('lambda:DeleteEventSourceMapping', { UUID });
    lab.wait(10);
    put('c');
    lab.wait(10);
    expect(meters.succeeded).toBe(2);
    expect(lab.ask('lambda:ListEventSourceMappings', {})).toEqual({ EventSourceMappings: [] });
    expect(lab.answer('lambda:GetEventSourceMapping', { UUID })).toMatchObject({
      error: { name: 'ResourceNotFoundException', statusCode: 404 },
    });
  });

  it('[E11] is refused for a stream or function that is not there, and a second time', async () => {
    const lab = await labDoor({ functions: [aFunction()] });
    const input = (more: object) => ({
      FunctionName: 'Processor',
      EventSourceArn: lab.simulation.world.state.streams[0]!.arn,
      StartingPosition: 'LATEST',
      ...more,
    });
    const create = 'lambda:CreateEventSourceMapping';
    const nowhere =
      'arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2025-02-22T03:03:25.490';
    expect(lab.refusal(create, input({ EventSourceArn: nowhere }))).toBe(
      `InvalidParameterValueException: Stream not found: ${nowhere}`,
    );
    expect(lab.refusal(create, input({ FunctionName: 'Nobody' }))).toBe(
      'InvalidParameterValueException: Function does not exist',
    );
    const filter = { Filters: [{ Pattern: 'single-string' }] };
    expect(lab.refusal(create, input({ FilterCriteria: filter }))).toBe(
      'InvalidParameterValueException: Invalid filter pattern definition.',
    );
    lab.ask(create, input({}));
    expect(lab.refusal(create, input({}))).toMatch(/^ResourceConflictException/);
  });
});

describe('functions', () => {
  it('[T9] can be looked at', async () => {
    const lab = await labDoor({ functions: [aFunction({ timeoutMs: 15_000, memoryMb: 256 })] });
    const [listed] = lab.ask('lambda:ListFunctions', {}).Functions;
    expect(listed).toMatchObject({ FunctionName: 'Processor', Timeout: 15, MemorySize: 256 });
    const one = { FunctionName: listed.FunctionArn };
    expect(lab.ask('lambda:GetFunctionConfiguration', one)).toEqual(listed);
    expect(lab.ask('lambda:GetFunction', one).Configuration).toEqual(listed);
    expect(lab.answer('lambda:GetFunction', { FunctionName: 'Nobody' })).toMatchObject({
      error: { name: 'ResourceNotFoundException', statusCode: 404 },
    });
  });
});
