/** Practice: how often a mapping tries, and how old a record may become. */
import { atLeast, atMost, is } from '../shorthand.ts';
import { MAPPING, ordersLab, put } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const SUCCEEDED = 'consumers.Indexer.records.succeeded';
const DISCARDED = 'consumers.Indexer.records.discarded';
const EXPIRED = 'consumers.Indexer.records.expired';
const PENDING = 'consumers.Indexer.records.pending';
const FAILED = 'consumers.Indexer.invocations.failed';

const fault = (Kind: string, more: object = {}) => ({ Target: 'Indexer', Kind, ...more });
const bad = fault('Poison', { Match: { id: { S: 'order#2' } } });
const three = [put('1s', 'order#1'), put('2s', 'order#2'), put('3s', 'order#3')];

const developer = { exam: 'DVA-C02', domain: 4 } as const;
const engineer = { exam: 'DEA-C01', domain: 3 } as const;
const architect = { exam: 'SAA-C03', domain: 2 } as const;

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'an-hour-of-errors',
    claims: ['11.9', '12.10'],
    exams: [developer, architect],
    lab: ordersLab({ commands: [put('1s', 'order#1')], section: { Faults: [fault('Error')] } }),
    until: '1h',
    rules: ['E5', 'E7'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'skipped',
          holds: [atLeast(DISCARDED, 1)],
          world: [`${MAPPING}.MaximumRetryAttempts=3`],
        },
        { id: 'lost', holds: [atLeast(EXPIRED, 1)] },
        { id: 'tried', holds: [is(PENDING, 1)] },
      ],
    },
    words: {
      title: 'An hour of errors',
      text: [
        'An order is put. The function fails every time it is invoked, and nobody notices for an hour. The mapping’s settings were left as they are.',
      ],
      ask: 'What has become of the order’s record?',
      choices: {
        skipped: 'It was skipped after three attempts',
        lost: 'It has expired',
        tried: 'It is still being tried',
      },
      worlds: { skipped: 'Here MaximumRetryAttempts is 3.' },
      after: [
        'Without a setting there is no limit: the record is tried until it succeeds or expires after 24 hours. There were {consumers.Indexer.invocations.failed} failed invocations so far.',
        'That an older answer of the API showed 10,000 does not make it the default: today it is -1.',
      ],
    },
  },
  {
    id: 'five-retries',
    claims: ['11.9'],
    exams: [developer],
    lab: ordersLab({
      commands: [put('1s', 'order#1')],
      mapping: { MaximumRetryAttempts: 5 },
      section: { Faults: [fault('Error')] },
    }),
    until: '10m',
    rules: ['E7'],
    question: { kind: 'estimate', measure: FAILED, within: 1 },
    words: {
      title: 'Five retries',
      text: ['`MaximumRetryAttempts` is 5. The function fails at the one record every time.'],
      ask: 'How many times is the function invoked with it?',
      unit: 'invocations',
      after: ['The first attempt is no retry: one and five.'],
    },
  },
  {
    id: 'twenty-minutes-down',
    claims: ['12.8', '12.10'],
    exams: [developer, { exam: 'DOP-C02', domain: 3 }],
    lab: ordersLab({
      commands: [put('1s', 'order#1')],
      section: { Faults: [fault('Error', { For: '20m' })] },
    }),
    until: '25m',
    rules: ['E7', 'E6'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.MaximumRetryAttempts`,
      offered: [-1, 3, 10_000, { id: '604800', value: 604_800, refused: true }],
      goal: [is(SUCCEEDED, 1)],
    },
    words: {
      title: 'Twenty minutes down',
      text: [
        'A service that the function needs is down for twenty minutes. An order that was put in the first second must be indexed afterwards, without help.',
      ],
      ask: 'With which `MaximumRetryAttempts` is it?',
      choices: { '-1': '-1, as it is unless told otherwise' },
      after: [
        'Three retries are over after a few seconds. -1 has no end but the 24 hours of the stream, and 10,000 is the most that can be set. 604,800 is the most of another setting, the maximum age in seconds; a guide of 2023 had mixed them up.',
      ],
    },
  },
  {
    id: 'not-too-old',
    claims: ['12.9'],
    exams: [developer, engineer],
    lab: ordersLab({
      commands: [put('1s', 'order#1'), put('2s', 'order#2'), put('40s', 'order#3')],
      mapping: { BatchSize: 1 },
      section: { Faults: [bad] },
    }),
    until: '3m',
    rules: ['E7'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.MaximumRecordAgeInSeconds`,
      offered: [
        -1,
        { id: '0', value: 0, refused: true },
        { id: '30', value: 30, refused: true },
        60,
        3_600,
        { id: '700000', value: 700_000, refused: true },
      ],
      goal: [is(SUCCEEDED, 2)],
    },
    words: {
      title: 'Not too old',
      text: [
        'The function cannot bear `order#2`. `order#3` is put forty seconds later and stands behind it. Retries have no limit.',
      ],
      ask: 'With which `MaximumRecordAgeInSeconds` is `order#3` indexed within three minutes?',
      choices: { '-1': '-1, as it is unless told otherwise' },
      after: [
        'A record that is older than the limit when its next attempt is due is given up. AWS takes -1, or 60 to 604,800 seconds; 0 and 30 are refused.',
      ],
    },
  },
  {
    id: 'what-comes-first',
    claims: ['11.9', '12.9'],
    exams: [engineer],
    lab: ordersLab({
      commands: [put('1s', 'order#1')],
      mapping: { MaximumRetryAttempts: 100, MaximumRecordAgeInSeconds: 60 },
      section: { Faults: [fault('Error')] },
    }),
    until: '10m',
    rules: ['E7'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'retries',
          holds: [atLeast(FAILED, 101), is(DISCARDED, 1)],
        },
        { id: 'age', holds: [atMost(FAILED, 100), is(DISCARDED, 1)] },
        {
          id: 'neither',
          holds: [is(PENDING, 1)],
          world: [`${MAPPING}.MaximumRecordAgeInSeconds=3600`],
        },
      ],
    },
    words: {
      title: 'What comes first',
      text: [
        '`MaximumRetryAttempts` is 100, `MaximumRecordAgeInSeconds` is 60. The function fails at every attempt, for ten minutes and longer.',
      ],
      ask: 'What ends the trying within these ten minutes?',
      choices: {
        retries: 'The retries: all hundred are used up',
        age: 'The age',
        neither: 'Nothing: both must be reached',
      },
      worlds: { neither: 'Here the maximum age is an hour.' },
      after: [
        'Whichever comes first. Since the pauses between attempts grow, a hundred of them take much longer than a minute: there were {consumers.Indexer.invocations.failed}.',
      ],
    },
  },
  {
    id: 'behind-the-bad-one',
    claims: ['11.9'],
    exams: [developer, { exam: 'DOP-C02', domain: 5 }],
    lab: ordersLab({ commands: three, mapping: { BatchSize: 1 }, section: { Faults: [bad] } }),
    until: '2m',
    lookAt: ['stream:Orders'],
    rules: ['E5'],
    question: {
      kind: 'broken',
      works: [is('targets.OrderSearch.size', 3)],
      parts: [
        {
          card: 'stream:Orders',
          mend: ['Resources.Orders.Properties.StreamSpecification.StreamViewType=NEW_IMAGE'],
        },
        { id: 'code', card: 'function:Indexer', mend: ['Metadata.Shardscope.Faults=[]'] },
        { id: 'batch', card: 'function:Indexer', mend: [`${MAPPING}.BatchSize=100`] },
        {
          id: 'timeout',
          card: 'function:Indexer',
          mend: ['Resources.Indexer.Properties.Timeout=900'],
        },
      ],
    },
    words: {
      title: 'Two orders missing',
      text: [
        'Three orders were put, one after the other. After two minutes only the first can be found. The iterator age rises.',
      ],
      ask: 'Which part has to be mended, so that all three are found?',
      choices: {
        code: 'The function’s code, which fails at order#2',
        batch: 'The batch size',
        timeout: 'The timeout',
      },
      worlds: {
        'stream:Orders': 'Here the view type is NEW_IMAGE.',
        code: 'Here the function can bear order#2.',
        batch: 'Here a batch holds 100 records.',
        timeout: 'Here an invocation may last 15 minutes.',
      },
      after: [
        '`order#3` is held up by `order#2`, since order within a shard is kept. Settings can make the mapping give `order#2` up, and then `order#3` is found; only better code finds all three.',
      ],
    },
  },
];
