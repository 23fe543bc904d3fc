/** The words of lesson 6. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'four-shards': {
      title: 'A shard for each partition',
      text: [
        'The table has four partitions, and its stream four *shards*: each shard takes the changes of one partition, one after another. (AWS does not promise one shard per partition. It is what people see.)',
        'At one second past nine eight orders are placed, two in each partition. The function `Packing` needs about 0.4 seconds a time.',
      ],
      question: {
        ask: 'How many invocations of Packing will run at the same time?',
        choices: {
          one: 'One: a stream is a queue, and a queue has one end',
          four: 'Four',
          eight: 'Eight, one for each order',
        },
        worlds: { one: 'Here the table is small enough for one partition, and so has one shard.' },
        after: [
          'Each shard is read by itself, and one batch of it is under way at a time. So shards are what a stream has of speed: with four of them, four batches at once.',
          'You cannot ask for more shards. DynamoDB has as many as the table needs.',
        ],
      },
    },
    'one-fails': {
      title: 'An order that cannot be packed',
      text: [
        'Now `order#20` is placed, and Packing fails at it each time. After it come five changes: two of `order#14`, which is of the same partition, and one each of `order#1`, `order#2` and `order#3`, which are of the three others.',
      ],
      question: {
        ask: 'How many of the five will be packed by 09:00:12?',
        choices: {
          none: 'None: all that came later waits',
          others: 'Three, those of the other shards',
          all: 'All five: only order#20 itself fails',
        },
        worlds: {
          none: 'Here there is one partition, and so one shard.',
          all: 'Here the five changes are of orders in the three other partitions.',
        },
        after: [
          'A batch that fails is tried again, and its shard waits for it. `order#14` has nothing to do with the failure. It waits because it is in the same shard. The other shards go on.',
        ],
      },
    },
    'who-waits': {
      title: 'Overtaken',
      text: [
        'Look at the stream. `order#20` was placed at 09:00:06, and it keeps failing. `order#3` was paid four seconds later, and that has long been packed.',
        'So a later change has overtaken an earlier one, and nothing is wrong with that. DynamoDB promises an order for each *item*: changes of the same item come in the order in which they were made. Between items it promises nothing.',
        'People often say “ordered by partition key”. That is more than the promise. Inside a shard you will see an order across items, but do not build on it.',
      ],
    },
    'two-more': {
      title: 'Paid and shipped, all the same',
      text: [
        'The shop knows nothing of the failure. At 09:00:16 `order#20` is paid, and a second later shipped. Let time run.',
        '{consumers.Packing.records.pending} changes wait in this shard now. The function has been called with `order#20` alone, again and again, with longer and longer pauses. It must not see “shipped” before it has seen “placed”.',
      ],
    },
    'heal-it': {
      title: 'Now you',
      text: ['Repair the function, and see in which order the waiting changes go.'],
      task: {
        ask: 'On the card of Packing the button Poison is lit. Press it, to heal what fails. Then let time run.',
        hint: 'The card says when the next attempt is due: each pause is twice as long as the last. The step is done when nothing waits any more.',
        done: 'All of them, from the oldest on. The next step goes on in the lesson’s own world, at 09:00:45.',
      },
    },
    'what-held': {
      title: 'Looking back',
      text: [
        'Fourteen changes and more have come through four shards, and one of these stood still for half a minute.',
      ],
      question: {
        ask: 'What held, all the time?',
        choices: {
          item: 'Changes of the same order were handled in the order in which they were made',
          kept: 'Every change was handled in the end',
          table: 'No change was handled before an earlier one of the table',
          soon: 'Every change was handled within two seconds',
        },
        after: [
          'The first is the promise. The second follows from trying again, as long as the records live. The other two nobody promises: one change took more than half a minute.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'A stream is not one queue but several, one for each partition. Each is read in its order, one batch at a time; they do not wait for each other.',
        'What goes wrong in one shard stops that shard and nothing else. And what you may rely on is the order of changes of one item.',
        'Shards do not live for ever. Where they come from and what follows them is the next lesson.',
      ],
    },
  },
};
