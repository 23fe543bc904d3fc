/** The words of lesson 14. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'one-lane': {
      title: 'More than one batch can carry',
      text: [
        'Sixty customers have an order each, and change it again and again: thirty changes a second. The function needs a second for a batch, and a batch holds ten. The table has one partition, so all this goes through one shard.',
        'One batch of a shard is in flight at a time. Let ten seconds pass, and look at the shard.',
      ],
    },
    'how-many-lanes': {
      title: 'Several lanes for one shard',
      text: [
        'Ten changes a second are processed, thirty arrive. You cannot give a DynamoDB stream more shards; AWS makes them as it makes partitions.',
        'But a mapping can read one shard in several *lanes*. `ParallelizationFactor` says in how many, from 1 to 10: so many batches of a shard may be in flight at the same time.',
      ],
      question: {
        ask: 'With which `ParallelizationFactor` from the beginning would no more than 60 changes wait after half a minute?',
        after: [
          'Thirty a second need three lanes that are never idle, and a little more, for the lanes do not get equal shares. With 2 the shard falls behind too, only more slowly.',
          'Here it is 1, and {consumers.Worker.records.pending} changes wait. Larger batches would help as well, or a quicker function. A longer timeout would not: nothing here runs out of time.',
        ],
      },
    },
    'ten-lanes': {
      title: 'Now you',
      text: [
        'The changes still come, thirty a second, until 09:01:10. Help the mapping to catch up.',
      ],
      task: {
        ask: 'Set `ParallelizationFactor` to 10: choose `batch 10` on the card of Worker, then Change settings, and apply.',
        hint: 'Time goes three seconds in one. The step is done when batches ran side by side and no more than 60 changes wait.',
        done: 'Ten lanes, and up to ten execution environments of the function. Each costs what it costs alone: you pay for the same work, done at the same time.',
      },
    },
    'one-customer': {
      title: 'One customer, many orders',
      text: [
        'The table’s key has two parts: the partition key `customer` and the sort key `order`. From 09:01:20 on a single customer places twenty orders a second, for a quarter of a minute. The partition key is the same in all of them, the items are not. There are ten lanes.',
      ],
      question: {
        ask: 'What will become of these changes?',
        choices: {
          behind: 'They pile up: one partition key goes through one lane',
          'keeps-up': 'They are spread over the lanes, and hardly any waits',
        },
        worlds: {
          behind: 'Here the factor was set back to 1.',
        },
        after: [
          'For a DynamoDB stream Lambda keeps the order of each item, that is of partition key and sort key together. Many texts say “per partition key”; that is so for Kinesis.',
          'It has another side: two orders of the same customer may be processed at the same time, and the later one first. Who needs the order across a customer’s items stays with one lane.',
        ],
      },
    },
    'one-order': {
      title: 'One order, many changes',
      text: [
        'From 09:01:40 on a single order is changed, twenty times a second, for a quarter of a minute. There are still ten lanes.',
      ],
      question: {
        ask: 'And now?',
        choices: {
          behind: 'They pile up',
          'keeps-up': 'They are spread over the lanes',
        },
        worlds: {
          'keeps-up': 'Here the changes are of sixty orders.',
        },
        after: [
          'All changes of one item go through one lane, one batch after another, or their order would be lost. {consumers.Worker.records.pending} wait. A *hot* item is as slow with ten lanes as with one.',
          'What helps is larger batches, a quicker function, or fewer writes to that item.',
        ],
      },
    },
    'what-holds': {
      title: 'Looking back',
      text: ['Nothing more is written. Let the last changes be processed.'],
      question: {
        ask: 'Which of these hold?',
        choices: {
          'item-order': 'No change came before an earlier one of the same item',
          'more-shards': 'The stream has more than one open shard by now',
          'at-once': 'Five batches or more of one shard ran at the same time',
        },
        after: [
          'At most {mappings.Worker.mostAtOnce} ran at once, out of one shard. Lanes are the mapping’s; the stream knows nothing of them.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'With `ParallelizationFactor` a shard is read in up to ten lanes. It helps where many items change, and the order of each item is kept. It helps a single hot item not at all.',
        'The cheapest record is one that the function need not see. That is the next lesson.',
      ],
    },
  },
};
