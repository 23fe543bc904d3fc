/** The words of lesson 9. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'two-accounts': {
      title: 'Two accounts',
      text: [
        'A bank keeps its accounts in a table of four partitions. `savings#1` has 100, `checking#1` has 20. A function books what the stream tells it. Let time run.',
        'So far each call has made one record. In this lesson one call makes none, or several, and one record comes without any call.',
      ],
    },
    'your-no-op': {
      title: 'Now you',
      text: ['Begin with a write that makes none.'],
      task: {
        ask: 'Put `checking#1` as it is: open New item (or press N), unfold `Item`, choose `checking#1`, change nothing, and put it.',
        hint: 'Close the form (Esc), and time goes on by itself. Look for the hollow mark on the partition: a write that changed nothing. If three puts have come in between, start this step again.',
        done: 'Stored as it was: a *no-op*. It cost a write unit like any other, and the stream has nothing of it. So the function was not invoked either.',
      },
    },
    'a-batch': {
      title: 'Three puts in one call',
      text: [
        'A `BatchWriteItem` puts three items: `savings#2` and `checking#2`, which are new, and `savings#1` with the 100 that it has.',
      ],
      question: {
        ask: 'How many records will this one call make?',
        choices: {
          one: 'One: it is one call',
          two: 'Two',
          three: 'Three: it is three puts',
        },
        worlds: {
          one: 'Here the batch holds one new account and `savings#1` as it is.',
          three: 'Here the three balances are all different from what is there.',
        },
        after: [
          'A batch saves round trips, and nothing else. Each of its writes stands for itself: one record for each item that changed. No record says that they came together.',
        ],
      },
    },
    'a-transfer': {
      title: 'A transfer',
      text: [
        'Thirty go from `savings#1` to `checking#1` in one *transaction*: `TransactWriteItems` carries out both updates or neither. The two accounts are in different partitions.',
      ],
      question: {
        ask: 'What will the stream get?',
        choices: {
          one: 'One record of the transfer',
          two: 'Two records',
          shards: 'The records are in different shards',
        },
        worlds: { one: 'Here the transaction has one update in it.' },
        after: [
          'In the table the transfer happens at one instant. In the stream it is two records, in two shards, which are read by themselves. So a reader can have seen that the 30 are gone, and not yet where they went.',
          'While they travel, the stage holds the two together with a thread. The thread is ours: in the records nothing connects them. A reader that has to know must find it in the items, say as a transfer number that both carry.',
        ],
      },
    },
    cancelled: {
      title: 'A transfer that cannot be',
      text: [
        'Another transfer asks for 1,000. It has a *condition*: the savings must suffice. They do not, so the whole transaction is cancelled.',
      ],
      question: {
        ask: 'What will come of it?',
        choices: {
          half: 'A record for checking#1, whose update had no condition',
          nothing: 'No record at all',
          free: 'It costs nothing',
          paid: 'It costs write units all the same',
        },
        after: [
          'What changes nothing makes no record. But it has been looked at, and that is charged: as much as if it had been done, and in a transaction twice as much. A single write whose condition fails is charged too.',
        ],
      },
    },
    'a-session': {
      title: 'A session that expires',
      text: [
        'At 09:00:14 `session#1` is put. Its attribute `ttl` holds a time, in seconds since 1970: half a minute past nine. The table has been told that this is its *time to live*, so DynamoDB will delete the item when that has passed.',
      ],
      question: {
        ask: 'Where will session#1 be at 09:01:00, half a minute after its time?',
        choices: {
          gone: 'Deleted',
          there: 'Still in the table',
        },
        worlds: { gone: 'Here DynamoDB deletes within two seconds, which it does not promise.' },
        after: [
          'Expired is not deleted. DynamoDB deletes some time later, “typically within two days”, as its API reference puts it. Until then the item is read and counted like any other; the clock on it is ours. Whoever must not see it has to compare the time when reading.',
        ],
      },
    },
    'gone-at-last': {
      title: 'Gone at last',
      text: [
        'Let four hours go by. (How long it takes is assumed here: eight minutes in the middle, two days at most. This item waits longer than most.)',
      ],
      question: {
        ask: 'Nobody has called DeleteItem. What will the stream tell?',
        choices: {
          same: 'A REMOVE like any other',
          marked: 'A REMOVE that says who did it',
          none: 'Nothing: there was no call',
        },
        worlds: {
          same: 'Here the application deletes the session itself.',
          none: 'Here no session was put.',
        },
        after: [
          'It is a change, so there is a record: `REMOVE`, with the old image. And this one has a `userIdentity`: type `Service`, principal `dynamodb.amazonaws.com`. By this a reader can tell what has expired from what was deleted, and, for example, keep it in an archive.',
          'The delete cost no write units.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'The stream counts changes of items, never calls. A no-op and a cancelled transaction make no record. A batch and a transaction make one for each item that changed, and nothing holds them together. An expired item makes one when it is deleted at last.',
        '{streams.Accounts.records.INSERT + streams.Accounts.records.MODIFY + streams.Accounts.records.REMOVE} records in all. You know now what a stream holds. Who reads it, and how, is what the next lessons are about.',
      ],
    },
  },
};
