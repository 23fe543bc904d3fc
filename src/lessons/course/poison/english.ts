/** The words of lesson 11. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'all-is-well': {
      title: 'A function that sends mails',
      text: [
        'For each order `Worker` sends a mail to the customer. The table has four partitions, so the stream has four shards, and the mapping reads them side by side. None of its settings was changed: up to 100 records in a batch, no window, and nothing said about errors.',
        'Let the first eight orders come.',
      ],
    },
    'the-first-error': {
      title: 'The first error',
      text: [
        'A function *fails* when it throws, when it runs out of its time, or when it crashes. Lambda does not know at which record; it only knows that no good answer came.',
        'Now 24 orders come in. One of them, `order#12`, has something that the function cannot bear: it throws whenever it sees it. In its shard that order comes in a batch of nine, as the fifth.',
      ],
      question: {
        ask: 'What becomes of the batch?',
        choices: {
          'others-pass': 'The other eight are done with; only order#12 is tried again',
          'whole-batch': 'All nine are tried again, and again, for as long as we look',
          'three-tries': 'Lambda tries three times, then it skips the batch',
        },
        worlds: {
          'others-pass':
            'Here the mapping was told to halve what fails, and to give up at once what cannot be halved. Lesson 12 is about that.',
          'three-tries':
            'Here somebody has set MaximumRetryAttempts to 2. The mapping gives up all nine, though eight of them were good.',
        },
        after: [
          'The batch succeeds or fails as a whole. It is tried again until it succeeds, and by default there is no number of *retries* after which Lambda gives up. “Three times” is how other services count, and asynchronous invocations.',
          'The four orders ahead of `order#12` had their mails sent before it failed. What is done stays done, and is done again: so far {targets.Mails.repeatedEffects} mails were sent that had been sent before.',
        ],
      },
    },
    'twelve-more': {
      title: 'Twelve more orders',
      text: [
        'A record that fails however often it is tried is called a *poison record*, or poison pill. Twelve more orders come in now, for all four shards.',
        'How late a mapping is, is told by its *iterator age*: the age of the last record of a batch when it is sent.',
      ],
      question: {
        ask: 'Which of these will be so at 09:01:00?',
        choices: {
          'other-shards': 'Orders in the other three shards are done with',
          'same-shard': 'In the shard of order#12, everything but order#12 is done with',
          age: 'The iterator age has risen above 20 seconds',
          paid: 'The function goes on failing, and each time is an invocation',
        },
        after: [
          'One shard waits, three go on. Whatever comes behind the poison waits with it, because order within a shard is kept: {consumers.Worker.records.pending} orders by now.',
          'Each attempt is an invocation, and is paid for. A rising iterator age is the sign to watch: set an alarm on it.',
        ],
      },
    },
    'how-often': {
      title: 'How often it is tried',
      text: [
        'Between two attempts Lambda pauses, longer each time. AWS does not publish how long. Here the first pause is one second, and each is twice as long as the one before, up to a minute. That is an assumption, and the rule below says so.',
        'The batch was sent for the first time at 09:00:05.',
      ],
      question: {
        ask: 'How many times will it have been tried by 09:02:00, the first time counted?',
        unit: 'attempts',
        after: [
          'At 5, 6, 8, 12, 20, 36 and 68 seconds past nine, and a little more for the attempts themselves. By now {targets.Mails.repeatedEffects} mails were repeated.',
        ],
      },
    },
    'heal-it': {
      title: 'Now you',
      text: [
        'As a rule one mends the function: a new version that bears the record, or puts it aside. Here `Poison` is a switch on the function’s card, and it is on.',
      ],
      task: {
        ask: 'Heal the function: press `Poison` on the card of Worker, so that it is off. Then let time run until nothing waits.',
        hint: 'Time goes two seconds in one. Nothing happens before the next attempt is due, at about 09:02:09. The step is done when no record is pending.',
        done: 'The next attempt succeeded, the shard moved on, and what had waited behind was done with at once. Nothing was lost, and each order was kept in its place.',
      },
    },
    'nobody-heals': {
      title: 'And if nobody comes?',
      text: [
        'At 09:05 the same happens with another order, `order#57`. This time nobody mends anything, and nothing else is written. Let 25 hours pass.',
      ],
      question: {
        ask: 'How does it end?',
        choices: {
          never: 'It does not end: the batch is still being tried',
          expire: 'The records leave the stream after 24 hours, and are lost to the function',
          attempts: 'Lambda gives the batch up after a number of attempts',
        },
        worlds: {
          attempts:
            'Here somebody has set MaximumRetryAttempts to 100: after an hour and a half the batch is given up, for that reason and no other.',
        },
        after: [
          'A record lives for 24 hours in the stream. Then it *expires*, tried or not. {consumers.Worker.records.expired} records are lost to the function: the poison, all that was in its batch, and what waited behind.',
          'Until then there were {consumers.Worker.invocations.failed} failed invocations, and {targets.Mails.repeatedEffects} mails too many.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'One failing record makes its batch fail, and its batch holds up its shard, and no other. With a mapping’s defaults this goes on until somebody mends the function, or until the records expire.',
        'There are settings against it. The next lesson cuts the batch smaller, the one after it gives up in time.',
      ],
    },
  },
};
