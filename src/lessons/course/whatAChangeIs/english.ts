/** The words of lesson 1. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'the-table': {
      title: 'A table, and those who want to know',
      text: [
        'This is `Todos`, a DynamoDB *table*. It holds *items*. Each item is a set of attributes, and one of them is its *key*: `TodoID`. No two items of the table have the same key. So far the table is empty.',
        'Next to it is the table’s *stream*. Whatever changes in the table is written down there, change by change. A Lambda function reads the stream and keeps a search index up to date.',
        'Nobody has written anything yet. Time stands still until you let it run.',
      ],
    },
    'the-put': {
      title: 'A new item',
      text: [
        'An application calls `PutItem` with a key that the table does not have: `T1001`. Let time run, ten times slower than life, and follow the circle.',
        'The write travels to the table and is stored. In the same moment a *record* of it enters the stream. A new item makes an `INSERT` record, drawn as a circle. A little later the function has read it, and the to-do can be found in the index.',
      ],
    },
    'the-update': {
      title: 'The to-do is completed',
      text: [
        'Next the application calls `UpdateItem` and sets `Status` from `In Progress` to `completed`. Before you see it happen: what do you expect?',
      ],
      question: {
        ask: 'What will the stream get from this update?',
        choices: {
          pair: 'A REMOVE for the old to-do and an INSERT for the new one',
          modify: 'One MODIFY',
          insert: 'One more INSERT, with the to-do as it is now',
          nothing: 'Nothing: a stream tells only of new items',
        },
        worlds: {
          pair: 'Here the application deletes the to-do and puts it again, instead of updating it.',
          insert: 'Here the application puts a second to-do under another key.',
          nothing: 'Here the update sets the Status that the to-do has already.',
        },
        after: [
          'The item was there before and is there afterwards, so it was modified: one `MODIFY` record, drawn as a diamond. A `PutItem` over a key that exists gives a `MODIFY` too, never a pair of records.',
          'The stream now has {streams.Todos.records.INSERT} INSERT and {streams.Todos.records.MODIFY} MODIFY.',
        ],
      },
    },
    'two-images': {
      title: 'What is in the record',
      text: [
        'A record can carry the item as it was, the *old image*, and as it is now, the *new image*. This stream was enabled with `NEW_AND_OLD_IMAGES`, so its `MODIFY` has both. A reader can tell what changed without asking the table.',
        'If you like, choose the diamond in the stream and open the Inspector. The line above the stage brings you back here.',
        'Both records are of the same to-do, so they stand in the stream in the order in which they happened. A reader meets the `INSERT` before the `MODIFY`.',
      ],
    },
    'the-same-again': {
      title: 'The same once more',
      text: [
        'Applications often save what has not changed. Now this one calls `PutItem` with exactly the attributes that `T1001` has already.',
      ],
      question: {
        ask: 'What will the stream get from this put?',
        choices: {
          modify: 'One MODIFY, whose two images are the same',
          nothing: 'Nothing',
          insert: 'One INSERT',
        },
        worlds: {
          modify: 'Here the put brings another Status.',
          insert: 'Here the put has another key.',
        },
        after: [
          'Nothing has changed, so there is nothing to tell: no record. The write itself was carried out and is paid for like any other. The table counts {tables.Todos.writes.noOp} such write.',
          'Whoever counts on one record for each call will wait in vain.',
        ],
      },
    },
    'your-own': {
      title: 'Now you',
      text: ['Make a change of your own, and see what becomes of it.'],
      task: {
        ask: 'Put a new to-do: open New item (or press N), give it a `TodoID` that the table does not have, and put it.',
        hint: 'Close the form (Esc), and time goes on by itself. The step is done when your record is in the stream.',
        done: 'There it is: your put made an INSERT record. What you did belongs to this step. The next one goes on in the lesson’s own world, where a to-do T1002 has been put.',
      },
    },
    'which-of-them': {
      title: 'Looking back',
      text: [
        'Four writes have reached the table: a put of `T1001`, its update, the same put once more, and a put of `T1002`.',
      ],
      question: {
        ask: 'Which kinds of write have made a record?',
        choices: {
          new: 'A put of a new key',
          changed: 'An update that changes an attribute',
          same: 'A put of exactly what is there',
        },
        after: [
          'Four writes, and {streams.Todos.records.INSERT + streams.Todos.records.MODIFY + streams.Todos.records.REMOVE} records.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'A *change* is one committed modification of one item. Each change makes exactly one record in the stream: `INSERT`, `MODIFY` or `REMOVE`. A write that changes nothing makes none.',
        'The function was told of every change, in order, without asking the table. How would somebody fare who has to ask? That is the next lesson.',
      ],
    },
  },
};
