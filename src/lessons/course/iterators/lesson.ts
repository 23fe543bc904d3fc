/** Lesson 8: shard iterators, where reading begins, and what is over after 24 hours. */
import type { Lesson } from '../../lesson.ts';
import { added, calls, is } from '../../shorthand.ts';
import { lab, STREAM_ARN } from './lab.ts';

const ISSUED = 'log.shardIteratorIssued';
const READ = 'log.streamRead';
const EXPIRED = 'consumers.Report.records.expired';

/** The first shard of the stream, and the number of its first record: of this lab and seed. */
const SHARD_ID = 'shardId-00000001767603600000-b3e36c24';
const FIRST = '1000000000000000000279';

const refused = (call: string, error: string) => `refused.dynamodbstreams:${call}.${error}`;

const iterator = (At: string, ShardIteratorType: string, SequenceNumber?: string) => ({
  At,
  Call: 'dynamodbstreams:GetShardIterator',
  Input: {
    StreamArn: STREAM_ARN,
    ShardId: SHARD_ID,
    ShardIteratorType,
    ...(SequenceNumber !== undefined && { SequenceNumber }),
  },
});
/** A read at the place that an iterator of 16 seconds past nine points at: after the fifth order. */
const read = (At: string) => ({
  At,
  Call: 'dynamodbstreams:GetRecords',
  Input: { ShardIterator: `${STREAM_ARN}|1|${btoa('0.5.16000000.-1.'.padEnd(48, '.'))}` },
});
const put = (At: string, id: string) => ({
  At,
  Call: 'dynamodb:PutItem',
  Input: { TableName: 'Orders', Item: { id: { S: id }, status: { S: 'placed' } } },
});
const enable = (At: string) => ({
  At,
  Call: 'lambda:UpdateEventSourceMapping',
  Input: { UUID: 'Report', Enabled: true },
});

const orders = [1, 2, 3, 4, 5].map((n) => put(`${n}s`, `order#${n}`));
const commands = (...more: object[]): string[] => calls(...orders, ...more);
const told = [iterator('16s', 'LATEST'), put('30s', 'order#6')];

export const lesson: Lesson = {
  id: 'iterators',
  lab: lab.replace(
    '    Traffic:',
    `${[
      iterator('16s', 'LATEST'),
      iterator('18s', 'AT_TIMESTAMP'),
      put('30s', 'order#6'),
      read('17m'),
      enable('25h'),
      iterator('1502m', 'AT_SEQUENCE_NUMBER', FIRST),
    ]
      .map((command) => `      - ${JSON.stringify(command)}\n`)
      .join('')}    Traffic:`,
  ),
  seed: 1,
  steps: [
    {
      id: 'five-records',
      until: '8s',
      reaches: [is('shards.Orders.records', 5)],
      lookAt: ['stream:Orders'],
      rules: ['S20', 'S31'],
    },
    {
      id: 'take-one',
      until: '15s',
      lookAt: ['stream:Orders'],
      rules: ['S19', 'S20'],
      task: {
        check: [{ measure: ISSUED, since: 'step', atLeast: 1 }],
        example: iterator('12s', 'TRIM_HORIZON'),
      },
    },
    {
      id: 'at-a-time',
      until: '25s',
      lookAt: ['stream:Orders'],
      rules: ['S20'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'given',
            holds: [added(ISSUED, 2)],
            world: commands(iterator('16s', 'LATEST'), iterator('18s', 'TRIM_HORIZON')),
          },
          {
            id: 'refused',
            holds: [added(refused('GetShardIterator', 'ValidationException'), 1)],
          },
        ],
      },
    },
    {
      id: 'too-old',
      until: '1030s',
      seconds: 8,
      lookAt: ['stream:Orders'],
      rules: ['S19'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'sixth',
            holds: [added(READ, 1), { measure: 'shards.Orders.records', atLeast: 6 }],
            world: commands(...told, read('10m')),
          },
          {
            id: 'empty',
            holds: [added(READ, 1), is('shards.Orders.records', 5)],
            world: [
              ...commands(iterator('16s', 'LATEST'), read('10m')),
              'Metadata.Shardscope.Traffic.0.From=1h',
            ],
          },
          { id: 'refused', holds: [added(refused('GetRecords', 'ExpiredIteratorException'), 1)] },
        ],
      },
    },
    {
      id: 'switched-off',
      until: '1501m',
      seconds: 10,
      lookAt: ['function:Report'],
      rules: ['S6', 'E8'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'all',
            holds: [is(EXPIRED, 0), { measure: 'consumers.Report.records.succeeded', atLeast: 50 }],
            world: commands(enable('20h')),
          },
          {
            id: 'some',
            holds: [
              { measure: EXPIRED, atLeast: 1 },
              { measure: 'consumers.Report.records.succeeded', atLeast: 1 },
            ],
          },
          { id: 'none', holds: [is('consumers.Report.records.succeeded', 0)], world: commands() },
        ],
      },
    },
    {
      id: 'trimmed',
      until: '1503m',
      seconds: 4,
      lookAt: ['stream:Orders'],
      rules: ['S21', 'S6'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'next',
            holds: [added(ISSUED, 1)],
            world: commands(...told, enable('25h'), iterator('1502m', 'TRIM_HORIZON')),
          },
          {
            id: 'refused',
            holds: [added(refused('GetShardIterator', 'TrimmedDataAccessException'), 1)],
          },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['stream:Orders', 'function:Report'] },
  ],
  goals: [
    { law: 'OrderKept', of: 'Report' },
    { law: 'EffectsOnce', of: 'Report' },
  ],
};
