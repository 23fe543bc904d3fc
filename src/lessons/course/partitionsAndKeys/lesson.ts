/** Lesson 5: what decides where an item lies, and what a partition can bear. */
import type { Lesson } from '../../lesson.ts';
import { added, addedAtLeast, calls, is } from '../../shorthand.ts';
import { lab } from './lab.ts';

const REFUSED = 'partitions.Readings.throttledWrites';
const EMPTY = 'shards.Readings.empty';

const put = (At: string, device: string, at: number) => ({
  At,
  Call: 'dynamodb:PutItem',
  Input: {
    TableName: 'Readings',
    Item: { device: { S: device }, at: { N: String(at) }, celsius: { N: '19' } },
  },
});

/** Four devices of as many partitions. */
const apart = ['device#7', 'device#1', 'device#4', 'device#3'];
/** Each picture has a key of its own. */
const MANY_KEYS = ['Metadata.Shardscope.Traffic.1.Mix={"Insert":1}'];

export const lesson: Lesson = {
  id: 'partitions-and-keys',
  lab,
  seed: 1,
  steps: [
    { id: 'four-partitions', lookAt: ['table:Readings'], rules: ['P3', 'P1'] },
    {
      id: 'one-device',
      until: '9s',
      lookAt: ['table:Readings'],
      rules: ['P1'],
      question: {
        kind: 'one',
        choices: [
          {
            id: 'spread',
            holds: [is(EMPTY, 0)],
            world: calls(...apart.map((device, n) => put(`${2 * n + 1}s`, device, 1))),
          },
          { id: 'together', holds: [is(EMPTY, 3)] },
          {
            id: 'halves',
            holds: [is(EMPTY, 2)],
            world: calls(
              ...[0, 0, 1, 1].map((device, n) => put(`${2 * n + 1}s`, apart[device]!, n + 1)),
            ),
          },
        ],
      },
    },
    {
      id: 'many-devices',
      until: '41s',
      reaches: [{ measure: 'tables.Readings.items', atLeast: 400 }],
      lookAt: ['table:Readings'],
      rules: ['P1'],
      question: { kind: 'estimate', measure: 'tables.Readings.partitions.1.items', within: 1.3 },
    },
    {
      id: 'your-turn',
      until: '55s',
      lookAt: ['table:Readings'],
      rules: ['P1'],
      task: {
        check: [
          { measure: 'calls.dynamodb:PutItem', since: 'step', atLeast: 1 },
          { measure: 'streams.Readings.records.INSERT', since: 'step', atLeast: 1 },
        ],
        example: put('50s', 'device#9', 1),
      },
    },
    {
      id: 'too-hot',
      until: '70s',
      seconds: 8,
      lookAt: ['table:Readings'],
      rules: ['P2', 'P5'],
      question: {
        kind: 'one',
        choices: [
          { id: 'all', holds: [added(REFUSED, 0)], world: MANY_KEYS },
          {
            id: 'some',
            holds: [addedAtLeast(REFUSED, 1), is('partitions.Readings.open', 4)],
          },
          { id: 'splits', holds: [{ measure: 'partitions.Readings.open', atLeast: 5 }] },
        ],
      },
    },
    {
      id: 'the-split',
      until: '366s',
      seconds: 10,
      reaches: [{ measure: 'partitions.Readings.open', atLeast: 5 }],
      lookAt: ['table:Readings', 'stream:Readings'],
      rules: ['P10', 'P4'],
    },
    {
      id: 'after-the-split',
      until: '375s',
      lookAt: ['table:Readings'],
      rules: ['P2', 'P10'],
      question: {
        kind: 'one',
        choices: [
          { id: 'cured', holds: [added(REFUSED, 0)] },
          { id: 'goes-on', holds: [addedAtLeast(REFUSED, 1)] },
        ],
      },
    },
    { id: 'what-you-saw', lookAt: ['table:Readings'] },
  ],
  goals: [],
};
