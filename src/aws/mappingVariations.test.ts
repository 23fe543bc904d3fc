/**
 * What the recorded cases leave open: the same sequences with other views, sizes, positions, handlers
 * and destinations. What is expected is what AWS documents; the rule's number says where.
 */
import { describe, expect, it } from 'vitest';
import type { FunctionHandler } from '../engine/lambda/function/handler.ts';
import { carryOut, type Step } from './testing/callSequence.ts';
import type { Output } from './testing/labDoor.ts';
import {
  createFunction,
  createMapping,
  createTable,
  ECHO,
  ON_FAILURE,
  put,
  RAISE,
  returns,
  streamOn,
  TARGETS,
  text,
} from './testing/recordedCases.ts';
import { PROVISIONED } from './testing/recordedStreamCases.ts';

const more = {
  targets: [
    ...TARGETS,
    { id: 'Topic', name: 'topic', kind: 'SNS' as const },
    { id: 'Bucket', name: 'bucket', kind: 'S3' as const },
  ],
};
const REPORTS = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
const QUICK = { MaximumRetryAttempts: 1, ...ON_FAILURE };
const to = (Destination: string) => ({ DestinationConfig: { OnFailure: { Destination } } });
/** One partition, so that all records are in one shard. */
const table = (view: Parameters<typeof streamOn>[0] = 'NEW_AND_OLD_IMAGES'): Step[] => [
  createTable('id', { ...PROVISIONED, ...streamOn(view) }),
  { until: 'ACTIVE' },
];
const item = (id: string): Step => put({ id: text(id) });
const items = (...ids: string[]): Step[] => ids.map(item);
const update = (input: object): Step => ({
  call: 'lambda:UpdateEventSourceMapping',
  input: { UUID: '$mapping', ...input },
});
const updateTable = (StreamSpecification: object): Step => ({
  call: 'dynamodb:UpdateTable',
  input: { TableName: 'recorded', StreamSpecification },
});
const ready: Step = { until: 'Enabled' };
const read: Step[] = [{ wait: 90 }, { read: 'log' }, { read: 'messages' }];

async function play(steps: Step[], handler: FunctionHandler = ECHO) {
  const { seen } = await carryOut([createFunction, ...steps, ...read], { handler, more });
  const [log, { Messages }] = seen.slice(-2).map(({ answer }) => answer) as [Output[], Output];
  const batches = log.map(({ Records }) =>
    Records.map((r: Output) => r.dynamodb.Keys.id.S).join(''),
  );
  const documents = Messages.map(({ Body }: Output) => Body);
  const told = documents.map(({ requestContext, responseContext, DDBStreamBatchInfo }: Output) =>
    [
      requestContext.condition,
      requestContext.approximateInvokeCount,
      responseContext?.functionError,
      DDBStreamBatchInfo.batchSize,
    ].join(' '),
  );
  const refusals = seen
    .filter(({ statusCode }) => statusCode >= 300)
    .map(({ answer, statusCode }) => {
      const { Error: refused } = answer as Output;
      return `${statusCode} ${refused.Code}: ${refused.Message}`;
    });
  return { batches, documents, told, refusals, log, seen };
}

/** A mapping that reads five records which were there before it, as one batch. */
const five = (mapping: object): Step[] => [
  ...table(),
  ...items('a', 'b', 'c', 'd', 'e'),
  createMapping(mapping),
  ready,
];

/** Fails whenever one of these records is in the batch. */
const poisonedBy =
  (ids: string): FunctionHandler =>
  (event) =>
    (event.Records as Output[]).some((r) => ids.includes(r.dynamodb.Keys.id.S))
      ? { kind: 'error', errorType: 'Error', errorMessage: 'no' }
      : { kind: 'response', payload: null };

/** Reports those of its records that are named, in this order. */
const reporting =
  (ids: string): FunctionHandler =>
  (event) => {
    const records = event.Records as Output[];
    const found = [...ids].flatMap((id) => records.filter((r) => r.dynamodb.Keys.id.S === id));
    const batchItemFailures = found.map((r) => ({ itemIdentifier: r.dynamodb.SequenceNumber }));
    return { kind: 'response', payload: { batchItemFailures } };
  };

describe('[S11] [S14] [E33] views', () => {
  // {id: "a"} has 3 bytes, {id: "a", n: 12} has 6.
  it.each([
    ['KEYS_ONLY', ['', '', ''], [3, 3, 3]],
    ['NEW_IMAGE', ['NewImage', 'NewImage', ''], [6, 9, 3]],
    ['OLD_IMAGE', ['', 'OldImage', 'OldImage'], [3, 6, 9]],
    ['NEW_AND_OLD_IMAGES', ['NewImage', 'NewImage OldImage', 'OldImage'], [6, 12, 9]],
  ] as const)('%s of an insert, a change and a delete', async (view, images, sizes) => {
    const Key = { id: text('a') };
    const { log } = await play([
      ...table(view),
      put(Key),
      put({ ...Key, n: { N: '12' } }),
      { call: 'dynamodb:DeleteItem', input: { TableName: 'recorded', Key } },
      createMapping({ BatchSize: 3 }),
      ready,
    ]);
    const records = log.flatMap(({ Records }) => Records) as Output[];
    const has = ({ dynamodb }: Output) =>
      ['NewImage', 'OldImage'].filter((name) => name in dynamodb).join(' ');
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    expect(records.map(has)).toEqual(images);
    expect(records.map(({ dynamodb }) => dynamodb.SizeBytes)).toEqual(sizes);
    expect(records.every(({ dynamodb }) => dynamodb.StreamViewType === view)).toBe(true);
  });
});

describe('[E1] [E30] [E36] [E29] batches and answers', () => {
  const all = ['abcde'];
  const retry = (payload: unknown) => returns({ batchItemFailures: payload });
  it.each<[string, object, FunctionHandler, string[], string[]]>([
    ['all at once', {}, ECHO, all, []],
    ['two by two', { BatchSize: 2 }, ECHO, ['ab', 'cd', 'e'], []],
    [
      'no retry',
      { ...QUICK, MaximumRetryAttempts: 0 },
      RAISE,
      all,
      ['RetryAttemptsExhausted 1 Unhandled 5'],
    ],
    ['one retry', QUICK, RAISE, [...all, ...all], ['RetryAttemptsExhausted 2 Unhandled 5']],
    ['an object', REPORTS, returns({}), all, []],
    ['null for a list', REPORTS, retry(null), all, []],
    ['an empty list', REPORTS, retry([]), all, []],
    ['an answer without being asked', QUICK, retry([{ itemIdentifier: '' }]), all, []],
    [
      'null for an identifier',
      { ...QUICK, ...REPORTS },
      retry([{ itemIdentifier: null }]),
      [...all, ...all],
      ['RetryAttemptsExhausted 2  5'],
    ],
    [
      'an identifier of no record',
      { ...QUICK, ...REPORTS },
      retry([{ itemIdentifier: '123456789012345678901' }]),
      [...all, ...all],
      ['RetryAttemptsExhausted 2  5'],
    ],
    [
      'a number for an identifier',
      { ...QUICK, ...REPORTS },
      retry([{ itemIdentifier: 7 }]),
      [...all, ...all],
      ['RetryAttemptsExhausted 2  5'],
    ],
    [
      'null for a failure',
      { ...QUICK, ...REPORTS },
      retry([null]),
      [...all, ...all],
      ['RetryAttemptsExhausted 2  5'],
    ],
    [
      'the lowest of several',
      { ...QUICK, ...REPORTS },
      reporting('ecd'),
      ['abcde', 'cde', 'cde'],
      ['RetryAttemptsExhausted 2  3'],
    ],
    [
      'the last one',
      { ...QUICK, ...REPORTS },
      reporting('e'),
      ['abcde', 'e', 'e'],
      ['RetryAttemptsExhausted 2  1'],
    ],
    [
      'the first one',
      { ...QUICK, ...REPORTS },
      reporting('a'),
      ['abcde', 'abcde'],
      ['RetryAttemptsExhausted 2  5'],
    ],
    [
      'halves of an odd batch',
      { ...QUICK, MaximumRetryAttempts: 0, BisectBatchOnFunctionError: true },
      poisonedBy('d'),
      ['abcde', 'abc', 'de', 'd', 'e'],
      ['RetryAttemptsExhausted 1 Unhandled 1'],
    ],
    [
      'two poisoned records',
      { ...QUICK, MaximumRetryAttempts: 0, BisectBatchOnFunctionError: true },
      poisonedBy('ae'),
      ['abcde', 'abc', 'ab', 'a', 'b', 'c', 'de', 'd', 'e'],
      ['RetryAttemptsExhausted 1 Unhandled 1', 'RetryAttemptsExhausted 1 Unhandled 1'],
    ],
    [
      'halves or a report: the report cuts',
      { ...QUICK, ...REPORTS, BisectBatchOnFunctionError: true },
      reporting('e'),
      ['abcde', 'e', 'e'],
      ['RetryAttemptsExhausted 2  1'],
    ],
  ])('%s', async (_, mapping, handler, batches, told) => {
    const found = await play(five(mapping), handler);
    expect(found.batches).toEqual(batches);
    expect(found.told).toEqual(told);
  });

  it('[E7] [E26] too old: as many attempts as there was time for', async () => {
    const found = await play(five({ ...ON_FAILURE, MaximumRecordAgeInSeconds: 60 }), RAISE);
    expect(found.told).toEqual([`RecordAgeExceeded ${found.batches.length} Unhandled 5`]);
    expect(new Set(found.batches)).toEqual(new Set(all));
  });

  it('the order of an input’s members does not count', async () => {
    const input = { BatchSize: 2, MaximumRetryAttempts: 0, ...REPORTS, ...ON_FAILURE };
    const reversed = Object.fromEntries(Object.entries(input).reverse());
    const answers = await Promise.all([play(five(input)), play(five(reversed))]);
    expect(answers[0]!.seen).toEqual(answers[1]!.seen);
  });
});

describe('[E26] destinations', () => {
  it.each([
    ['arn:aws:sqs:us-east-1:111111111111:failures', false],
    ['arn:aws:sns:us-east-1:111111111111:topic', false],
    ['arn:aws:s3:::bucket', true],
  ])('%s is told, with the records themselves: %s', async (arn, withRecords) => {
    const { documents, log } = await play(five({ MaximumRetryAttempts: 0, ...to(arn) }), RAISE);
    expect(documents).toHaveLength(1);
    expect(documents[0].payload).toEqual(withRecords ? log[0] : undefined);
    const { startSequenceNumber, endSequenceNumber } = documents[0].DDBStreamBatchInfo;
    const numbers = log[0]!.Records.map((r: Output) => r.dynamodb.SequenceNumber);
    expect([startSequenceNumber, endSequenceNumber]).toEqual([numbers[0], numbers[4]]);
  });

  it('none is told after it was taken away', async () => {
    const taken = [update({ DestinationConfig: { OnFailure: {} } }), ready, item('f')];
    const { told } = await play([...five({ ...QUICK }), { wait: 20 }, ...taken], RAISE);
    expect(told).toEqual(['RetryAttemptsExhausted 2 Unhandled 5']);
  });
});

describe('[E12] [E13] [E37] [E11] lives of mappings', () => {
  const gone = '404 ResourceNotFoundException: The resource you requested does not exist.';
  const inUse = (verb: string) =>
    `400 ResourceInUseException: Cannot ${verb} the event source mapping because it is in use.`;
  const remove: Step = { call: 'lambda:DeleteEventSourceMapping', input: { UUID: '$mapping' } };
  const get: Step = { call: 'lambda:GetEventSourceMapping', input: { UUID: '$mapping' } };
  const filter = (pattern: object) => ({
    FilterCriteria: { Filters: [{ Pattern: JSON.stringify(pattern) }] },
  });
  const change = (id: string): Step => put({ id: text(id), n: { N: '1' } });
  const latest = createMapping({ StartingPosition: 'LATEST' });

  it.each<[string, Step[], string[], string[]]>([
    [
      'LATEST passes over what was there',
      [...table(), item('a'), latest, ready, item('b')],
      ['b'],
      [],
    ],
    [
      'and what is written while it is Creating',
      [...table(), latest, item('a'), ready, item('b')],
      ['b'],
      [],
    ],
    [
      'TRIM_HORIZON does not',
      [...table(), item('a'), createMapping({}), item('b'), ready],
      ['ab'],
      [],
    ],
    [
      'an update before Enabled',
      [...table(), createMapping({}), update({ BatchSize: 1 }), ready],
      [],
      [inUse('update')],
    ],
    [
      'a delete while Creating',
      [...table(), createMapping({}), remove, ready],
      [],
      [inUse('delete')],
    ],
    [
      'a deleted one reads no more',
      [...table(), createMapping({}), ready, remove, { wait: 10 }, item('a'), get],
      [],
      [gone],
    ],
    [
      'one made disabled waits until it is enabled',
      [
        ...table(),
        createMapping({ Enabled: false }),
        { wait: 10 },
        item('a'),
        update({ Enabled: true }),
      ],
      ['a'],
      [],
    ],
    [
      'one disabled goes on where it stood',
      [
        ...five({}),
        { wait: 5 },
        update({ Enabled: false }),
        { wait: 10 },
        item('f'),
        { wait: 60 },
        update({ Enabled: true }),
      ],
      ['abcde', 'f'],
      [],
    ],
    [
      'another batch size holds from the next batch on',
      [
        ...five({}),
        { wait: 5 },
        update({ BatchSize: 1, Enabled: false }),
        { wait: 10 },
        ...items('f', 'g'),
        update({ Enabled: true }),
      ],
      ['abcde', 'f', 'g'],
      [],
    ],
    [
      'other filters hold from then on',
      [
        ...table(),
        createMapping(filter({ eventName: ['INSERT'] })),
        ready,
        item('a'),
        change('a'),
        { wait: 5 },
        update(filter({ eventName: ['MODIFY'] })),
        ready,
        item('b'),
        change('b'),
      ],
      ['a', 'b'],
      [],
    ],
    [
      'filters are taken away by none',
      [
        ...table(),
        createMapping(filter({ eventName: ['REMOVE'] })),
        ready,
        item('a'),
        { wait: 5 },
        update({ FilterCriteria: {} }),
        ready,
        item('b'),
      ],
      ['b'],
      [],
    ],
    [
      'the records of a deleted table are still read',
      [
        ...table(),
        item('a'),
        { call: 'dynamodb:DeleteTable', input: { TableName: 'recorded' } },
        createMapping({}),
        ready,
      ],
      ['a'],
      [],
    ],
    [
      'a stream enabled again is another one',
      [
        ...table(),
        createMapping({}),
        ready,
        item('a'),
        { wait: 5 },
        updateTable({ StreamEnabled: false }),
        { until: 'ACTIVE' },
        updateTable({ StreamEnabled: true, StreamViewType: 'KEYS_ONLY' }),
        { until: 'ACTIVE' },
        item('b'),
      ],
      ['a'],
      [],
    ],
    [
      'which a second mapping reads',
      [
        ...table(),
        createMapping({}),
        ready,
        updateTable({ StreamEnabled: false }),
        { until: 'ACTIVE' },
        updateTable({ StreamEnabled: true, StreamViewType: 'KEYS_ONLY' }),
        { until: 'ACTIVE' },
        createMapping({}),
        ready,
        item('b'),
      ],
      ['b'],
      [],
    ],
    [
      'a disabled stream can still be read',
      [
        ...table(),
        item('a'),
        updateTable({ StreamEnabled: false }),
        { until: 'ACTIVE' },
        createMapping({}),
        ready,
      ],
      ['a'],
      [],
    ],
    [
      'reserved zero loses nothing and costs no attempt',
      [
        ...table(),
        createMapping(QUICK),
        ready,
        {
          call: 'lambda:PutFunctionConcurrency',
          input: { FunctionName: 'Function', ReservedConcurrentExecutions: 0 },
        },
        item('a'),
        { wait: 300 },
        { call: 'lambda:DeleteFunctionConcurrency', input: { FunctionName: 'Function' } },
      ],
      ['a'],
      [],
    ],
  ])('%s', async (_, steps, batches, refused) => {
    const found = await play(steps);
    expect(found.batches).toEqual(batches);
    expect(found.refusals).toEqual(refused);
    expect(found.told).toEqual([]);
  });

  it('a second one of the same function and stream is refused, and says which is the first', async () => {
    const { refusals } = await play([...table(), createMapping({}), ready, createMapping({})]);
    expect(refusals[0]).toMatch(/^409 ResourceConflictException: .* with UUID [0-9a-f-]{36}$/);
  });

  it.each([
    'Function',
    'Function:$LATEST',
    '111111111111:function:Function',
    'arn:aws:lambda:us-east-1:111111111111:function:Function',
  ])('a function may be called %s', async (FunctionName) => {
    const { batches } = await play(five({ FunctionName }));
    expect(batches).toEqual(['abcde']);
  });

  const nowhere =
    'arn:aws:dynamodb:us-east-1:111111111111:table/recorded/stream/2020-01-01T00:00:00.000';
  const invalid = (words: string) => `400 InvalidParameterValueException: ${words}`;
  it.each([
    [{ EventSourceArn: nowhere }, invalid(`Stream not found: ${nowhere}`)],
    [
      { EventSourceArn: nowhere.replace('us-east-1', 'eu-west-1') },
      invalid(`Stream not found: ${nowhere.replace('us-east-1', 'eu-west-1')}`),
    ],
    [
      { EventSourceArn: 'recorded' },
      /^400 ValidationException: .*'recorded' at 'eventSourceArn' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:/,
    ],
    [
      { EventSourceArn: 'arn:aws:dynamodb:us-east-1:111111111111:table/recorded' },
      invalid('Unrecognized event source.'),
    ],
    [{ EventSourceArn: 'arn:aws:s3:::bucket' }, invalid('Unrecognized event source.')],
    [
      { StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: 1 },
      /^400 InvalidParameterValueException: Unsupported starting position for arn type: arn:/,
    ],
    [{ FunctionName: 'Nobody' }, invalid('Function does not exist')],
    [
      to('recorded'),
      /^400 ValidationException: .*'recorded' at 'destinationConfig.onFailure.destination' failed to satisfy constraint/,
    ],
  ])('%j is refused', async (mapping, words) => {
    const { refusals } = await play([...table(), createMapping(mapping)]);
    expect(refusals).toEqual([typeof words === 'string' ? words : expect.stringMatching(words)]);
  });
});
