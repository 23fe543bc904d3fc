/** The words of lesson 2. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'two-ways': {
      title: 'Told, or asking',
      text: [
        'A shop keeps its orders in the table `Orders`. {tables.Orders.items} old ones are in it already. Two programs want to know what changes.',
        'One reads the table’s *stream* and keeps a search index. The other *polls*: every 30 seconds it scans the whole table and asks for orders whose `updated_at` is later than its last look. Such an attribute is called a *watermark*. The shop sets it whenever it writes.',
        'Polling needs no stream, no shards and no function. Why not leave it at that?',
      ],
    },
    'told-at-once': {
      title: 'The first order',
      text: [
        'At five seconds past nine `order#1` is placed. Watch who learns of it, and when.',
        'The stream’s record is read within a second, and the order can be found. Lambda looks into each shard about four times a second, so nobody has to decide how often to ask. The scan has not looked once yet.',
      ],
    },
    'three-states': {
      title: 'Placed, paid, shipped',
      text: [
        'Before the scan looks for the first time, at 09:00:30, the order is paid and then shipped. So it has been in three states: placed, paid, shipped.',
      ],
      question: {
        ask: 'How many of the three states will the scan return?',
        choices: {
          all: 'All three',
          last: 'Only the last',
          none: 'None of them',
        },
        worlds: {
          all: 'Here the scan looks every seven seconds: more than four times the reading, for the same order.',
          none: 'Here the scan looks once a minute, and has not looked yet.',
        },
        after: [
          'A table holds an item as it is, not as it was. What was replaced between two looks is gone: {pollers.Scan.missed.collapsed} states were never seen. The stream has a record for each.',
          'If somebody must be told when an order is paid, this scan will not tell them.',
        ],
      },
    },
    'the-delete': {
      title: 'An order is withdrawn',
      text: [
        'A second order comes in and is paid. In between, `order#1` is deleted. Then the scan looks again, at 09:01:00.',
      ],
      question: {
        ask: 'Who will know by 09:01:01 that order#1 is gone?',
        choices: {
          stream: 'The stream: it has a REMOVE record',
          index: 'The search index: it holds one order, the other',
          scan: 'The scan: it misses no delete',
        },
        after: [
          'A scan returns items. What is deleted is no item any more, so there is nothing to return and no `updated_at` to compare. Of the deletes so far the scan has missed {pollers.Scan.missed.deletes}.',
          'There are ways around it: mark orders as deleted instead of deleting them, or compare the whole table with a copy. Both can be tried under Compare.',
        ],
      },
    },
    'the-price': {
      title: 'What a look costs',
      text: [
        'The scan has looked twice. It has returned {pollers.Scan.seen} orders that had changed.',
        'Its filter, `updated_at` later than the last look, is applied after the items were read.',
      ],
      question: {
        ask: 'How many items did it have to read, and pay for, to find them?',
        unit: 'items read',
        after: [
          'A scan reads every item of the table, each time it looks, whether anything has changed or not. You pay for what is read, not for what is returned. A table of ten times the size costs ten times as much to ask, with the same few changes in it.',
        ],
      },
    },
    'delete-one': {
      title: 'Now you',
      text: ['Take an order away yourself, and see what becomes of the news.'],
      task: {
        ask: 'Delete any of the old orders: open New item (or press N), choose Delete, choose an order, and delete it.',
        hint: 'Close the form (Esc), and time goes on by itself. The step is done when the REMOVE is in the stream.',
        done: 'The stream has it. The next step goes on in the lesson’s own world, where archive#7 has been deleted.',
      },
    },
    'the-next-look': {
      title: 'The next look',
      text: [
        'At 09:01:30 the scan looks for the third time. Let time run, and look at what it has missed.',
      ],
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'Of {streams.Orders.records.INSERT + streams.Orders.records.MODIFY + streams.Orders.records.REMOVE} changes the function was told every one. The scan returned {pollers.Scan.seen}, and read {pollers.Scan.itemsEvaluated} items for them.',
        'Asking more often makes the loss smaller and the bill larger. Asking less often does the opposite. A stream leaves you no such choice to make.',
        'A scan is still right where the present state is all you want, and minutes do not matter.',
      ],
    },
  },
};
