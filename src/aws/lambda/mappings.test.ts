/** Event source mappings through the door: refusals, and what changes show. */
import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  put,
} from '../../engine/testing/definitions.ts';
import { type LabDoor, labDoor, type Output } from '../testing/labDoor.ts';

const create = 'lambda:CreateEventSourceMapping';
const update = 'lambda:UpdateEventSourceMapping';
const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:failures';
const TARGETS = [
  { id: 'Failures', name: 'failures', kind: 'SQS' as const },
  { id: 'Fifo', name: 'failures.fifo', kind: 'SQS' as const },
  { id: 'Told', name: 'told', kind: 'SNS' as const },
  { id: 'Kept', name: 'kept', kind: 'S3' as const },
  { id: 'Index', name: 'index', kind: 'OpenSearch' as const },
];
const lab = () => labDoor({ functions: [aFunction()], targets: TARGETS });

const streamOf = ({ ask }: LabDoor): string =>
  ask('dynamodb:DescribeTable', { TableName: 'Orders' }).Table.LatestStreamArn;
const inputFor = (door: LabDoor, more: object = {}): Output => ({
  FunctionName: 'Processor',
  EventSourceArn: streamOf(door),
  StartingPosition: 'TRIM_HORIZON',
  ...more,
});

const filters = (...patterns: string[]) => ({
  FilterCriteria: { Filters: patterns.map((Pattern) => ({ Pattern })) },
});
const onFailure = (Destination: string) => ({ DestinationConfig: { OnFailure: { Destination } } });
const constraint = (member: string, value: unknown, must: string) =>
  `ValidationException: 1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${must}`;
const atMost = (member: string, most: number) => [
  constraint(member, most + 1, `have value less than or equal to ${most}`),
];
const invalid = (text: string) => `InvalidParameterValueException: ${text}`;
const unsupported = (name: string) =>
  invalid(`Unsupported ${name} parameter for given event source mapping type.`);

describe('[E10] [E52] CreateEventSourceMapping refuses', () => {
  it.each<[object, string]>([
    [{ BatchSize: 10_001 }, atMost('batchSize', 10_000)[0]!],
    [{ BatchSize: 0 }, constraint('batchSize', 0, 'have value greater than or equal to 1')],
    [{ MaximumBatchingWindowInSeconds: 301 }, atMost('maximumBatchingWindowInSeconds', 300)[0]!],
    [{ ParallelizationFactor: 11 }, atMost('parallelizationFactor', 10)[0]!],
    [
      { ParallelizationFactor: 0 },
      constraint('parallelizationFactor', 0, 'have value greater than or equal to 1'),
    ],
    [{ MaximumRetryAttempts: 10_001 }, atMost('maximumRetryAttempts', 10_000)[0]!],
    [
      { MaximumRetryAttempts: -2 },
      constraint('maximumRetryAttempts', -2, 'have value greater than or equal to -1'),
    ],
    [{ MaximumRecordAgeInSeconds: 604_801 }, atMost('maximumRecordAgeInSeconds', 604_800)[0]!],
    [{ TumblingWindowInSeconds: 901 }, atMost('tumblingWindowInSeconds', 900)[0]!],
    [
      { FunctionResponseTypes: ['Other'] },
      constraint(
        'functionResponseTypes.1.member',
        'Other',
        'satisfy enum value set: [ReportBatchItemFailures]',
      ),
    ],
    [
      { StartingPosition: 'NOW' },
      constraint(
        'startingPosition',
        'NOW',
        'satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]',
      ),
    ],
    [
      { StartingPosition: null },
      invalid(
        "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.",
      ),
    ],
    [{ EventSourceArn: null }, invalid('Unrecognized event source.')],
    [{ FunctionName: 'Nobody' }, invalid('Function does not exist')],
    [filters('single-string'), invalid('Invalid filter pattern definition.')],
    [filters('[{"eventName": ["INSERT"=123}]'), invalid('Invalid filter pattern definition.')],
    [filters('{"eventName": "INSERT"}'), invalid('Invalid filter pattern definition.')],
    [filters(''), invalid('Invalid filter pattern definition.')],
    [
      filters(...Array<string>(6).fill('{"eventName":["INSERT"]}')),
      invalid('FilterCriteria has 6 filters, and the most are 5.'),
    ],
    [
      { DestinationConfig: { OnSuccess: { Destination: QUEUE } } },
      unsupported('DestinationConfig'),
    ],
    [{ ScalingConfig: { MaximumConcurrency: 2 } }, unsupported('ScalingConfig')],
    [{ ProvisionedPollerConfig: { MinimumPollers: 1 } }, unsupported('ProvisionedPollerConfig')],
    [onFailure(`${QUEUE}.fifo`), invalid(`The destination ARN ${QUEUE}.fifo is invalid.`)],
    [onFailure(`${QUEUE}-none`), invalid(`The destination ARN ${QUEUE}-none is invalid.`)],
    [
      onFailure('arn:aws:es:us-east-1:123456789012:index'),
      invalid('The destination ARN arn:aws:es:us-east-1:123456789012:index is invalid.'),
    ],
  ])('%j', async (more, message) => {
    const door = await lab();
    expect(door.refusal(create, inputFor(door, more))).toBe(message);
    expect(door.ask('lambda:ListEventSourceMappings', {}).EventSourceMappings).toEqual([]);
  });

  it.each([0, 1, 59])('a MaximumRecordAgeInSeconds of %i', async (age) => {
    const door = await lab();
    expect(door.refusal(create, inputFor(door, { MaximumRecordAgeInSeconds: age }))).toMatch(
      /^InvalidParameterValueException: /,
    );
  });

  it('AT_TIMESTAMP of a DynamoDB stream, and one without or in the future', async () => {
    const door = await labDoor({
      functions: [aFunction()],
      kinesisStreams: [{ id: 'Changes', name: 'changes', shardCount: 1, retentionHours: 24 }],
    });
    const position = { StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: 1 };
    expect(door.refusal(create, inputFor(door, position))).toBe(
      invalid(`Unsupported starting position for arn type: ${streamOf(door)}`),
    );
    const EventSourceArn = 'arn:aws:kinesis:us-east-1:123456789012:stream/changes';
    const later = { ...position, EventSourceArn, StartingPositionTimestamp: 4e9 };
    expect(door.refusal(create, inputFor(door, later))).toMatch(/future/);
    const none = { StartingPosition: 'AT_TIMESTAMP', EventSourceArn };
    expect(door.refusal(create, inputFor(door, none))).toMatch(/'startingPositionTimestamp'/);
    door.ask(create, inputFor(door, { ...position, EventSourceArn }));
  });

  it.each([
    ['arn:aws:sqs:us-east-1:123456789012:failures'],
    ['arn:aws:sns:us-east-1:123456789012:told'],
    ['arn:aws:s3:::kept'],
  ])('but takes %s as a destination', async (arn) => {
    const door = await lab();
    const made = door.ask(create, inputFor(door, onFailure(arn)));
    expect(made.DestinationConfig).toEqual({ OnFailure: { Destination: arn } });
  });
});

describe('[E37] UpdateEventSourceMapping', () => {
  it('shows the new settings at once, Updating; a second change and a delete are refused', async () => {
    const door = await lab();
    const { UUID } = door.ask(create, inputFor(door));
    expect(door.refusal(update, { UUID, BatchSize: 5 })).toBe(
      'ResourceInUseException: Cannot update the event source mapping because it is in use.',
    );
    door.wait(20);
    const changed = door.ask(update, {
      UUID,
      BatchSize: 5,
      ...onFailure(QUEUE),
      ...filters('{"a":[1]}'),
    });
    expect(changed).toMatchObject({
      State: 'Updating',
      BatchSize: 5,
      DestinationConfig: { OnFailure: { Destination: QUEUE } },
      FilterCriteria: { Filters: [{ Pattern: '{"a":[1]}' }] },
    });
    expect(door.simulation.world.state.mappings[0]!.batchSize).toBe(100);
    expect(door.refusal('lambda:DeleteEventSourceMapping', { UUID })).toBe(
      'ResourceInUseException: Cannot delete the event source mapping because it is in use.',
    );
    door.wait(20);
    expect(door.ask('lambda:GetEventSourceMapping', { UUID })).toMatchObject({
      State: 'Enabled',
      BatchSize: 5,
    });
    const cleared = door.ask(update, { UUID, DestinationConfig: { OnFailure: {} } });
    expect(cleared.DestinationConfig).toEqual({ OnFailure: {} });
  });

  it('[E13] goes through Disabling, Disabled, Enabling and Enabled, Deleting and nothing', async () => {
    const door = await lab();
    const { UUID } = door.ask(create, inputFor(door, { Enabled: false }));
    const stateNow = () => door.ask('lambda:GetEventSourceMapping', { UUID }).State;
    const states = [stateNow()];
    const then = (state?: string) => {
      if (state) states.push(state);
      door.wait(20);
      states.push(stateNow());
    };
    then();
    then(door.ask(update, { UUID, Enabled: true }).State);
    then(door.ask(update, { UUID, Enabled: false }).State);
    states.push(door.ask('lambda:DeleteEventSourceMapping', { UUID }).State);
    door.wait(20);
    expect(states).toEqual(
      'Creating Disabled Enabling Enabled Disabling Disabled Deleting'.split(' '),
    );
    expect(door.refusal('lambda:GetEventSourceMapping', { UUID })).toBe(
      'ResourceNotFoundException: The resource you requested does not exist.',
    );
  });
});

it('[E51] a pipe’s function is given the records as a list', async () => {
  const given: unknown[] = [];

  const simulation = await openSimulation(
    aDefinition({
      tables: [aTable()],
      functions: [aFunction()],
      eventSourceMappings: [aMapping({ pipe: { id: 'Pipe' } })],
    }),
    {
      Processor: (event) => {
        given.push(event);
        return { kind: 'response', payload: null };
      },
    },
  );
  simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
  simulation.runUntil(atSeconds(10));
  expect(given).toEqual([[expect.objectContaining({ eventName: 'INSERT' })]]);
});
