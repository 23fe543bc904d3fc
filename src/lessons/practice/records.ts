/** Practice: what is in a record, how large it is, and what gives the order. */
import { calls, is } from '../shorthand.ts';
import { ordersLab, put, remove, update } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';
import { DEVELOPER, INTERVIEW } from './shorthand.ts';

const VIEW = 'Resources.Orders.Properties.StreamSpecification.StreamViewType';
const VIEWS = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'] as const;
const of = (member: string) => `lastRecord.Orders.${member}`;
const note = 'Please ring twice. '.repeat(53).slice(0, 1_000);
const placed = put('1s', 'order#1', { status: 'placed', note });
const withView = (StreamViewType: string) => ({ StreamSpecification: { StreamViewType } });

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'size-of-a-record',
    claims: ['12.12'],
    exams: [DEVELOPER, { exam: 'DEA-C01', domain: 1 }],
    lab: ordersLab({ commands: [placed, update('4s', 'order#1', { status: 'paid' })] }),
    from: '3s',
    until: '6s',
    rules: ['S14', 'S11'],
    question: { kind: 'estimate', measure: of('sizeBytes'), within: 1.3 },
    words: {
      title: 'Four letters of an order',
      text: [
        '`order#1` has a note of 1,000 letters. An update sets its status to `paid`. The stream has `NEW_AND_OLD_IMAGES`.',
      ],
      ask: 'What is SizeBytes of the record of this update?',
      unit: 'bytes',
      after: [
        'The key and both images, each with the note in it. It is neither the size of the item nor that of the change.',
      ],
    },
  },
  {
    id: 'small-records',
    claims: ['12.12'],
    exams: [{ exam: 'SAA-C03', domain: 4 }],
    lab: ordersLab({
      table: withView('NEW_AND_OLD_IMAGES'),
      commands: [placed, update('4s', 'order#1', { status: 'paid' })],
    }),
    until: '6s',
    rules: ['S14', 'S11'],
    question: {
      kind: 'setting',
      path: VIEW,
      offered: VIEWS,
      goal: [{ measure: of('sizeBytes'), atMost: 100 }],
    },
    words: {
      title: 'Records that fit anywhere',
      text: [
        'Orders have notes of 1,000 letters. A function only has to know which orders have changed; it reads them from the table when it needs them.',
      ],
      ask: 'Which view type keeps records below 100 bytes?',
      after: [
        '`KEYS_ONLY` has no image, so the size of the item does not matter. What the function reads then is the order as it is by that time, not as the change left it.',
      ],
    },
  },
  {
    id: 'what-was-deleted',
    claims: [],
    exams: [DEVELOPER, { exam: 'DEA-C01', domain: 2 }],
    lab: ordersLab({
      table: withView('NEW_IMAGE'),
      commands: [placed, remove('4s', 'order#1')],
    }),
    until: '6s',
    rules: ['S11'],
    question: {
      kind: 'setting',
      path: VIEW,
      offered: VIEWS,
      goal: [is(of('oldImage'), 1)],
    },
    words: {
      title: 'What was deleted',
      text: [
        'An archive has to keep every order that is deleted, as it was. It learns of deletes from the stream.',
      ],
      ask: 'Choose a view type with which it can.',
      after: [
        'A REMOVE has no new image. `OLD_IMAGE` and `NEW_AND_OLD_IMAGES` carry the order as it was; with the other two only its key is left.',
      ],
    },
  },
  {
    id: 'members-of-an-insert',
    claims: [],
    exams: [DEVELOPER, INTERVIEW],
    lab: ordersLab({ commands: [placed] }),
    until: '4s',
    rules: ['S11'],
    question: {
      kind: 'several',
      choices: [
        { id: 'keys', holds: [is(of('keys'), 1)] },
        { id: 'new', holds: [is(of('newImage'), 1)] },
        {
          id: 'old',
          holds: [is(of('oldImage'), 1)],
          world: calls(placed, update('2s', 'order#1', { status: 'paid' })),
        },
        { id: 'who', holds: [is(of('userIdentity'), 1)] },
      ],
    },
    words: {
      title: 'A new order',
      text: ['The stream has `NEW_AND_OLD_IMAGES`. A new order is put.'],
      ask: 'What does its record carry?',
      choices: {
        keys: 'Keys',
        new: 'NewImage',
        old: 'OldImage',
        who: 'userIdentity, with the role that made the call',
      },
      worlds: { old: 'Here the order is also paid.' },
      after: [
        'An INSERT has no old image, whatever the view type. Who made a call is in no record; only services such as time to live are named.',
      ],
    },
  },
  {
    id: 'digits-of-a-sequence-number',
    claims: ['12.14'],
    exams: [{ exam: 'DVA-C02', domain: 4 }],
    lab: ordersLab({ commands: [placed] }),
    until: '4s',
    rules: ['S12'],
    question: {
      kind: 'one',
      choices: [
        { id: 'exact', holds: [{ measure: of('sequenceDigits'), atMost: 15 }] },
        { id: 'rounded', holds: [{ measure: of('sequenceDigits'), atLeast: 17 }] },
      ],
    },
    words: {
      title: 'Which is later?',
      text: [
        'A function in JavaScript keeps the highest sequence number of each order. It compares with `Number(a) > Number(b)`. A `Number` keeps about 16 digits.',
      ],
      ask: 'Can it tell any two sequence numbers apart?',
      choices: { exact: 'Yes', rounded: 'No' },
      after: [
        'They have 21 to 40 digits; here {lastRecord.Orders.sequenceDigits}. Compare them as `BigInt`, or by length and then as text.',
      ],
    },
  },
  {
    id: 'two-in-a-second',
    claims: ['12.13'],
    exams: [
      { exam: 'DEA-C01', domain: 1 },
      { exam: 'DVA-C02', domain: 4 },
    ],
    lab: ordersLab({
      commands: [
        placed,
        update('4200ms', 'order#1', { status: 'packed' }),
        update('4700ms', 'order#1', { status: 'shipped' }),
      ],
    }),
    until: '6s',
    rules: ['S13', 'S12'],
    question: {
      kind: 'one',
      choices: [
        {
          id: 'time',
          holds: [is(of('sameSecond'), 0)],
          world: calls(
            placed,
            update('4200ms', 'order#1', { status: 'packed' }),
            update('5200ms', 'order#1', { status: 'shipped' }),
          ),
        },
        { id: 'tie', holds: [is(of('sameSecond'), 1)] },
      ],
    },
    words: {
      title: 'Packed and shipped',
      text: [
        '`order#1` is packed at 09:00:04.2 and shipped at 09:00:04.7. A reader has lost their order, and looks at `ApproximateCreationDateTime`.',
      ],
      ask: 'Will it tell which came first?',
      choices: { time: 'Yes, the times differ', tie: 'No, they are the same' },
      worlds: { time: 'Here a whole second lies between the two.' },
      after: [
        'It is in whole seconds, rounded down. The sequence number gives the order of the changes of an item.',
      ],
    },
  },
];
