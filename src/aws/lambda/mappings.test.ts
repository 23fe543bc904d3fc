/** Event source mappings through the door: answers recorded from AWS, refusals, and what changes show. */
import { existsSync, readFileSync } from 'node:fs';
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

const FILE = `${process.env.SHARED_DIR ?? '../shared'}/recorded/lambda-event-source-mapping-dynamodb.json`;
const recorded = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : null;
if (!recorded) console.log(`skipped: there are no recordings at ${FILE}`);

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

/** A recording with its volatile values as wild cards. */
function pattern(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('<') ? expect.anything() : value;
  if (Array.isArray(value)) return value.map(pattern);
  if (typeof value !== 'object' || value === null) return value;
  const { ResponseMetadata: _, ...members } = value as Output;
  return Object.fromEntries(Object.entries(members).map(([name, inner]) => [name, pattern(inner)]));
}
const contentOf = (name: string) => recorded[name]['recorded-content'];

describe.skipIf(!recorded)('answers recorded from AWS', () => {
  it.each([
    ['test_dynamodb_event_source_mapping', {}],
    [
      'test_dynamodb_event_source_mapping_with_on_failure_destination_config',
      { DestinationConfig: { OnFailure: { Destination: QUEUE } } },
    ],
    [
      'test_dynamodb_report_batch_item_failures',
      {
        BatchSize: 3,
        MaximumRetryAttempts: 3,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        DestinationConfig: { OnFailure: { Destination: QUEUE } },
      },
    ],
    [
      'test_dynamodb_event_filter[numeric_filter]',
      {
        FilterCriteria: {
          Filters: [
            {
              Pattern: JSON.stringify({
                dynamodb: {
                  NewImage: {
                    numericFilter: { N: [{ numeric: ['>', 100] }, { 'anything-but': '101' }] },
                  },
                },
              }),
            },
          ],
        },
      },
    ],
  ])('[E10] to CreateEventSourceMapping: %s', async (name, more) => {
    const door = await lab();
    const usual = { BatchSize: 1, MaximumBatchingWindowInSeconds: 1, MaximumRetryAttempts: 1 };
    const answer = door.answer(create, inputFor(door, { ...usual, ...more }));
    const wanted = contentOf(name).create_event_source_mapping_response;
    expect(answer).toMatchObject({ ok: true, statusCode: wanted.ResponseMetadata.HTTPStatusCode });
    const { FilterCriteria, ...others } = wanted;
    const { output } = answer as { output: Output };
    expect(output).toEqual({
      ...(pattern(others) as Output),
      ...(FilterCriteria && { FilterCriteria: output.FilterCriteria }),
    });
    const texts = (criteria: Output | undefined) =>
      criteria?.Filters.map(({ Pattern }: Output) =>
        typeof Pattern === 'string' ? JSON.parse(Pattern) : Pattern,
      );
    expect(texts(output.FilterCriteria)).toEqual(texts(FilterCriteria));
  });

  it('[E11] a mapping outlives its table', async () => {
    const door = await lab();
    const EventSourceArn = streamOf(door);
    door.ask(create, inputFor(door));
    door.wait(20);
    door.ask('dynamodb:DeleteTable', { TableName: 'Orders' });
    door.wait(60);
    const listed = door.ask('lambda:ListEventSourceMappings', { EventSourceArn });
    const wanted = contentOf('test_deletion_event_source_mapping_with_dynamodb');
    expect(listed).toEqual(pattern(wanted.list_event_source_mapping_result));
  });

  it('[E23] [E11] what is refused', async () => {
    const door = await lab();
    const nowhere =
      'arn:aws:dynamodb:us-east-1:123456789012:table/test-table-4a53f4e8/stream/2025-02-22T03:03:25.490';
    expect(door.refusal(create, inputFor(door, { EventSourceArn: nowhere }))).toBe(
      `InvalidParameterValueException: Stream not found: ${nowhere}`,
    );
    const { error } = contentOf('test_esm_with_not_existing_dynamodb_stream');
    expect(error.Error?.Code ?? error.Code).toBe('InvalidParameterValueException');
  });
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
