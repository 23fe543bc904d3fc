/** Practice: time to live, and what the stream tells of it. */
import { added, calls, is } from '../shorthand.ts';
import { MAPPING, ordersLab, put, remove, update } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';
import { DEVELOPER } from './shorthand.ts';

const NINE = Date.UTC(2026, 0, 5, 9) / 1_000;
const EXPIRED = 'tables.Orders.writes.ttlDelete';
const REMOVE = 'streams.Orders.records.REMOVE';

const table = { TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } };
/** Expires half a minute past nine. */
const session = put('1s', 'session#1', { ttl: NINE + 30 });
/** Time to live deletes within two seconds, sooner than AWS promises. */
const soon = { TimeToLiveDelayMs: { P50: 1_000, P99: 2_000 } };
const SOON = ['Metadata.Shardscope.TimeToLiveDelayMs={ P50: 1000, P99: 2000 }'];

const pattern = (id: string, value: object) => ({
  id,
  value: { Filters: [{ Pattern: JSON.stringify(value) }] },
});

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'expired-at-the-minute',
    claims: ['11.18'],
    exams: [DEVELOPER, { exam: 'SAA-C03', domain: 4 }],
    lab: ordersLab({ table, commands: [session] }),
    until: '60s',
    rules: ['T14'],
    question: {
      kind: 'one',
      choices: [
        { id: 'gone', holds: [is(EXPIRED, 1), is('tables.Orders.items', 0)], world: SOON },
        { id: 'there', holds: [is(EXPIRED, 0), is('tables.Orders.items', 1)] },
      ],
    },
    words: {
      title: 'Half a minute after its time',
      text: [
        '`session#1` has a time to live of 09:00:30. Time to live is enabled for the attribute.',
      ],
      ask: 'Where is it at 09:01:00?',
      choices: { gone: 'It has been deleted', there: 'It is still in the table' },
      worlds: { gone: 'Here DynamoDB deletes within two seconds, which AWS does not promise.' },
      after: [
        'DynamoDB deletes some time after the item has expired, typically within two days. Until then every read returns it, so readers have to leave out what has expired.',
      ],
    },
  },
  {
    id: 'an-expiry-put-off',
    claims: ['11.18'],
    exams: [DEVELOPER],
    lab: ordersLab({
      table,
      commands: [session, update('60s', 'session#1', { ttl: NINE + 864_000 })],
      section: { Until: '49h' },
    }),
    from: '50s',
    until: '48h',
    rules: ['T14'],
    question: {
      kind: 'one',
      choices: [
        { id: 'saved', holds: [is('tables.Orders.items', 1), is(EXPIRED, 0)] },
        { id: 'gone', holds: [is(EXPIRED, 1)], world: calls(session) },
      ],
    },
    words: {
      title: 'Too late?',
      text: [
        '`session#1` expired half a minute past nine, and is still in the table. At 09:01 somebody comes back, and the application moves its time to live ten days ahead.',
      ],
      ask: 'Where will the session be two days later?',
      choices: {
        saved: 'In the table: the new time counts',
        gone: 'Deleted: what has expired has expired',
      },
      worlds: { gone: 'Here nobody comes back.' },
      after: [
        'Until it is deleted, an expired item may be changed like any other. Moving or removing the attribute saves it.',
      ],
    },
  },
  {
    id: 'milliseconds-for-seconds',
    claims: ['11.18'],
    exams: [{ exam: 'DVA-C02', domain: 4 }],
    lab: ordersLab({
      table,
      commands: [put('1s', 'session#1', { ttl: (NINE + 30) * 1_000 })],
      section: { ...soon, Until: '49h' },
    }),
    until: '48h',
    rules: ['T14'],
    question: {
      kind: 'one',
      choices: [
        { id: 'gone', holds: [is(EXPIRED, 1)], world: calls(session) },
        { id: 'there', holds: [is(EXPIRED, 0)] },
      ],
    },
    words: {
      title: 'A time in milliseconds',
      text: [
        'An application sets `ttl` to `Date.now() + 30000`: milliseconds since 1970, half a minute ahead.',
      ],
      ask: 'Will the item have been deleted two days later?',
      choices: { gone: 'Yes', there: 'No' },
      worlds: { gone: 'Here the time is in seconds.' },
      after: [
        'Time to live is read as seconds. A number of milliseconds is some fifty thousand years ahead.',
      ],
    },
  },
  {
    id: 'who-deleted-it',
    claims: ['11.19'],
    exams: [{ exam: 'DEA-C01', domain: 2 }, DEVELOPER],
    lab: ordersLab({ table, commands: [session], section: soon }),
    from: '20s',
    until: '60s',
    rules: ['T15', 'S11'],
    question: {
      kind: 'several',
      choices: [
        { id: 'old', holds: [is('lastRecord.Orders.oldImage', 1)] },
        { id: 'new', holds: [is('lastRecord.Orders.newImage', 1)] },
        {
          id: 'service',
          holds: [is('lastRecord.Orders.userIdentity', 1)],
        },
        { id: 'none', holds: [added(REMOVE, 0)] },
      ],
    },
    words: {
      title: 'Deleted by nobody',
      text: [
        '`session#1` expires half a minute past nine and is deleted soon after. The stream carries both images.',
      ],
      ask: 'What does the stream get?',
      choices: {
        old: 'A record with the session as it was',
        new: 'A record with a new image',
        service: 'A record that names DynamoDB as the one who did it',
        none: 'Nothing, for nobody called DeleteItem',
      },
      after: [
        'A REMOVE with `userIdentity`: type `Service`, principal `dynamodb.amazonaws.com`. In a global table only the Region in which time to live ran has that mark.',
      ],
    },
  },
  {
    id: 'the-price-of-expiry',
    claims: ['11.18'],
    exams: [{ exam: 'SAA-C03', domain: 4 }],
    lab: ordersLab({ table, commands: [session], section: soon }),
    from: '20s',
    until: '60s',
    rules: ['T15'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'one',
          holds: [added('tables.Orders.wcu', 1)],
          world: calls(session, remove('31s', 'session#1')),
        },
        { id: 'none', holds: [added('tables.Orders.wcu', 0), is(EXPIRED, 1)] },
      ],
    },
    words: {
      title: 'What expiry costs',
      text: ['A session of a few bytes is deleted by time to live.'],
      ask: 'How many write units does the delete use?',
      choices: { one: 'One, as a DeleteItem would', none: 'None' },
      worlds: {
        one: 'Here the application deletes the session itself, just after it has expired.',
      },
      after: [
        'Deletes by time to live use no write units of the table. (Replicated into other Regions of a global table they do.)',
      ],
    },
  },
  {
    id: 'archive-what-expired',
    claims: ['11.20'],
    exams: [
      { exam: 'DEA-C01', domain: 2 },
      { exam: 'SAA-C03', domain: 3 },
    ],
    lab: ordersLab({
      table,
      commands: [session, put('2s', 'order#1'), remove('20s', 'order#1')],
      section: soon,
    }),
    until: '60s',
    rules: ['T15', 'E22'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.FilterCriteria`,
      offered: [
        pattern('remove', { eventName: ['REMOVE'] }),
        pattern('service', {
          userIdentity: { type: ['Service'], principalId: ['dynamodb.amazonaws.com'] },
        }),
        pattern('ttl', { dynamodb: { NewImage: { ttl: { N: [{ exists: true }] } } } }),
      ],
      goal: [
        is('consumers.Indexer.records.succeeded', 1),
        is('lastRecord.Orders.userIdentity', 1),
        is('mappings.Indexer.oldestWaitingMs', 0),
        { measure: 'consumers.Indexer.latencyMs.max', atMost: 20_000 },
        is('targets.OrderSearch.size', 0),
      ],
    },
    words: {
      title: 'Keep what expires',
      text: [
        'Expired sessions are to be archived, and nothing else. The table also has orders, some of which are deleted by the application. A function reads the stream and writes what it gets to the archive.',
      ],
      ask: 'Which filter of its mapping gives it the expired sessions only?',
      choices: {
        remove: 'eventName is REMOVE',
        service: 'userIdentity is the service DynamoDB',
        ttl: 'The new image has a ttl',
      },
      after: [
        'Every delete is a REMOVE; only those by time to live name DynamoDB. No scan is needed, which would come too early for some and too late for others.',
      ],
    },
  },
];
