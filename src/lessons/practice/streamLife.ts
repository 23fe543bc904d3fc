/** Practice: how a stream is enabled, how long it keeps what, and where reading begins. */
import { added, atLeast, calls, is } from '../shorthand.ts';
import {
  call,
  disableStream,
  MAPPING,
  ordersLab,
  placed,
  put,
  STREAM_ARN,
  setStream,
  setWriteUnits,
} from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';
import { DEVELOPER, INTERVIEW } from './shorthand.ts';

const SUCCEEDED = 'consumers.Indexer.records.succeeded';
const EXPIRED = 'consumers.Indexer.records.expired';

const enable = (at: string) =>
  setStream(at, { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' });
const switchOn = (at: string) =>
  call(at, 'lambda:UpdateEventSourceMapping', { UUID: 'Indexer', Enabled: true });
const refusedUpdate = (error: string) => `refused.dynamodb:UpdateTable.${error}`;
/** A read with an iterator of 3 seconds past nine, at the first record. */
const read = (Limit: number) =>
  call('4s', 'dynamodbstreams:GetRecords', {
    Limit,
    ShardIterator: `${STREAM_ARN}|1|${btoa('0.0.3000000.-1.'.padEnd(48, '.'))}`,
  });

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'a-day-and-an-hour',
    claims: ['11.1'],
    exams: [{ exam: 'SAA-C03', domain: 2 }, INTERVIEW],
    lab: ordersLab({
      mapping: { Enabled: false },
      commands: [placed, switchOn('25h')],
      section: { Until: '26h' },
    }),
    until: '1502m',
    rules: ['S6', 'E8'],
    question: {
      kind: 'one',
      choices: [
        { id: 'indexed', holds: [is(SUCCEEDED, 1)], world: calls(placed, switchOn('23h')) },
        { id: 'lost', holds: [is(EXPIRED, 1)] },
      ],
    },
    words: {
      title: 'Off for a day',
      text: [
        'A function is switched off for repairs, an order is put just then, and 25 hours later the function is switched on again. It reads from the oldest record.',
      ],
      ask: 'What becomes of the order?',
      choices: { indexed: 'It is indexed, late', lost: 'The function never hears of it' },
      worlds: { indexed: 'Here the function is switched on after 23 hours.' },
      after: [
        'A stream keeps a record for 24 hours. No setting makes that longer; for up to 365 days there is Kinesis Data Streams.',
      ],
    },
  },
  {
    id: 'seven-days',
    claims: ['11.1'],
    exams: [
      { exam: 'DEA-C01', domain: 1 },
      { exam: 'DBS-C01', domain: 3 },
    ],
    lab: ordersLab({
      mapping: { Enabled: false },
      commands: [placed, put('23h', 'order#2'), put('30h', 'order#3')],
      section: { Until: '50h' },
    }),
    until: '48h',
    rules: ['S6'],
    question: { kind: 'estimate', measure: 'shards.Orders.records', within: 1 },
    words: {
      title: 'What can still be read',
      text: [
        'Nobody reads the stream. Orders are put after one second, after 23 hours and after 30 hours.',
      ],
      ask: 'How many of the three records can be read after 48 hours?',
      unit: 'records',
      after: ['Only what is younger than 24 hours, read or not.'],
    },
  },
  {
    id: 'another-view-type',
    claims: ['11.2', '12.24'],
    exams: [DEVELOPER, { exam: 'Interview', domain: 2 }],
    lab: ordersLab({
      table: { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } },
      commands: [placed, enable('10s')],
    }),
    from: '5s',
    until: '20s',
    rules: ['T7', 'S16'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'changed',
          holds: [is(refusedUpdate('ValidationException'), 0), added('log.streamEnabled', 1)],
          world: calls(placed, disableStream('2s'), enable('10s')),
        },
        {
          id: 'in-use',
          holds: [atLeast(refusedUpdate('ResourceInUseException'), 1)],
          world: calls(placed, setWriteUnits('9900ms', 10), enable('10s')),
        },
        { id: 'invalid', holds: [is(refusedUpdate('ValidationException'), 1)] },
      ],
    },
    words: {
      title: 'Old images, please',
      text: [
        'The stream was enabled with `NEW_IMAGE`. Now old images are wanted, so somebody calls `UpdateTable` with `StreamEnabled=true` and `NEW_AND_OLD_IMAGES`.',
      ],
      ask: 'What is the answer?',
      choices: {
        changed: 'Success: a stream with old images',
        'in-use': 'ResourceInUseException',
        invalid: 'ValidationException',
      },
      worlds: {
        changed: 'Here the stream was disabled before.',
        'in-use': 'Here the table is just being updated for another reason.',
      },
      after: [
        'A view type cannot be edited. The stream is disabled first; what is enabled then is another stream, with another ARN, and mappings have to be made for it. (Texts of 2023 still say ResourceInUseException.)',
      ],
    },
  },
  {
    id: 'a-stream-enabled-again',
    claims: ['12.23', '11.2'],
    exams: [
      { exam: 'DVA-C02', domain: 4 },
      { exam: 'DOP-C02', domain: 5 },
    ],
    lab: ordersLab({
      commands: [placed, disableStream('5s'), enable('15s'), put('30s', 'order#2')],
    }),
    from: '25s',
    until: '40s',
    rules: ['S16'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'follows',
          holds: [added('targets.OrderSearch.size', 1)],
          world: calls(placed, put('30s', 'order#2')),
        },
        { id: 'silent', holds: [added('targets.OrderSearch.size', 0)] },
      ],
    },
    words: {
      title: 'Off and on again',
      text: [
        'A function reads the stream of Orders. The stream is disabled and, ten seconds later, enabled again. Then `order#2` is put.',
      ],
      ask: 'Will `order#2` be indexed?',
      choices: { follows: 'Yes: it is the stream of the same table', silent: 'No' },
      worlds: { follows: 'Here the stream was left as it was.' },
      after: [
        'The new stream has its own ARN. The mapping goes on watching the old one, which says nothing more, and no error tells you.',
      ],
    },
  },
  {
    id: 'begin-at-a-time',
    claims: ['11.3'],
    exams: [{ exam: 'DEA-C01', domain: 1 }, DEVELOPER],
    lab: ordersLab({ commands: [placed, put('2s', 'order#2')] }),
    until: '10s',
    rules: ['S20'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.StartingPosition`,
      offered: ['TRIM_HORIZON', { id: 'AT_TIMESTAMP', value: 'AT_TIMESTAMP', refused: true }],
      goal: [is(SUCCEEDED, 2)],
    },
    words: {
      title: 'From nine o’clock on',
      text: ['A function is to get every order from nine o’clock on, when the stream was enabled.'],
      ask: 'Which starting position can its mapping have?',
      choices: { AT_TIMESTAMP: 'AT_TIMESTAMP, with the time of nine o’clock' },
      after: [
        'Only mappings of Kinesis know AT_TIMESTAMP. A DynamoDB stream is read from its oldest record or after its newest.',
      ],
    },
  },
  {
    id: 'an-idle-shard',
    claims: ['12.6'],
    exams: [{ exam: 'DBS-C01', domain: 4 }, INTERVIEW],
    lab: ordersLab({ commands: [placed], section: { Until: '6h' } }),
    from: '3h',
    until: '5h',
    rules: ['S7', 'S4'],
    question: {
      kind: 'one',
      choices: [
        { id: 'stays', holds: [added('log.shardClosed', 0)] },
        { id: 'rolls', holds: [added('log.shardClosed', 1), is('shards.Orders.open', 1)] },
        {
          id: 'splits',
          holds: [is('shards.Orders.open', 2)],
          world: calls(placed, setWriteUnits('4h', 1_500)),
        },
      ],
    },
    words: {
      title: 'Nothing to do',
      text: ['A table of one partition has had one write at nine. It is noon, and nobody writes.'],
      ask: 'What becomes of the shard by two o’clock?',
      choices: {
        stays: 'Nothing: a shard lives until load splits it',
        rolls: 'It closes, and one child takes its place',
        splits: 'It closes, and two children take its place',
      },
      worlds: { splits: 'Here the table’s capacity is raised so that it needs two partitions.' },
      after: [
        'Shards are also closed after about four hours, load or no load. (Others have seen it; AWS’s guide is silent. We assume it.) So readers must look for children.',
      ],
    },
  },
  {
    id: 'two-thousand-records',
    claims: ['12.7'],
    exams: [DEVELOPER],
    lab: ordersLab({ commands: [placed, read(2_000)] }),
    from: '3s',
    until: '6s',
    rules: ['S18'],
    question: {
      kind: 'one',
      choices: [
        { id: 'given', holds: [added('log.streamRead', 1)], world: calls(placed, read(1_000)) },
        {
          id: 'refused',
          holds: [is('refused.dynamodbstreams:GetRecords.LimitExceededException', 1)],
        },
      ],
    },
    words: {
      title: 'A limit of 2,000',
      text: [
        'A program calls `GetRecords` of a DynamoDB stream with `Limit` 2,000. One record is there.',
      ],
      ask: 'What will it get?',
      choices: { given: 'The one record', refused: 'LimitExceededException' },
      worlds: { given: 'Here the limit is 1,000.' },
      after: [
        'One answer has at most 1,000 records, or 1 MB, and a higher limit is refused. (An old page about .NET still says 2,000.)',
      ],
    },
  },
  {
    id: 'what-was-there-before',
    claims: ['12.32'],
    exams: [{ exam: 'DEA-C01', domain: 1 }, INTERVIEW],
    lab: ordersLab({
      section: {
        Items: { Orders: ['a', 'b', 'c'].map((name) => ({ id: { S: `old#${name}` } })) },
      },
      commands: [placed],
    }),
    until: '10s',
    rules: ['T5'],
    question: {
      kind: 'one',
      choices: [
        { id: 'one', holds: [is('targets.OrderSearch.size', 1)] },
        {
          id: 'four',
          holds: [is('targets.OrderSearch.size', 4)],
          world: calls(placed, ...['a', 'b', 'c'].map((name) => put('2s', `new#${name}`))),
        },
      ],
    },
    words: {
      title: 'A full table',
      text: [
        'Three old orders are in the table when its stream is enabled. A function with `TRIM_HORIZON` indexes what the stream tells it. Then one more order is put.',
      ],
      ask: 'How many orders can be found?',
      choices: { one: 'One', four: 'Four: TRIM_HORIZON begins at the very beginning' },
      worlds: { four: 'Here three more new orders are put.' },
      after: [
        'A stream holds changes, and only since it was enabled. What was there before needs an export or a scan beside it.',
      ],
    },
  },
];
