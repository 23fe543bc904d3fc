/** The words of lesson 13. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'three-settings': {
      title: 'Three settings against an endless wait',
      text: [
        'A mapping can be told when to give up. `MaximumRetryAttempts` says how often a batch is tried again. `MaximumRecordAgeInSeconds` says how old a record may become. Both are -1 unless somebody sets them: never.',
        'The third says who learns of it: an *on-failure destination*. It can be a queue, a topic or a bucket. Here it is the queue `DeadLetters`.',
        'The mapping of `Worker` has `MaximumRetryAttempts` 2. It gathers for one second.',
      ],
    },
    'in-the-queue': {
      title: 'Five orders, one of them bad',
      text: [
        'Five orders come in and make one batch. `order#3` is a poison record. Bisect is off, so the batch is tried, and tried again, as a whole. Then the mapping gives it up.',
      ],
      question: {
        ask: 'What will be in the queue?',
        choices: {
          five: 'Five messages: each of the orders',
          one: 'One message, about the batch',
          none: 'Nothing',
        },
        worlds: {
          five: 'Here BatchSize is 1, nothing is tried again, and the function fails at every order: five batches are given up.',
          none: 'Here the mapping has no on-failure destination. The function has a dead-letter queue instead, and gets nothing in it: that one is for asynchronous invocations.',
        },
        after: [
          'One message for what was given up together. It says why, `RetryAttemptsExhausted`, how often the function was invoked, and where the records lie: the shard, the first and the last sequence number. The records themselves are not in it. A topic gets the same. Only a bucket gets the records too.',
          'If you like, choose the queue and read the message. The shard has moved on: {consumers.Worker.records.discarded} orders were given up, four of them good.',
        ],
      },
    },
    'how-many-attempts': {
      title: 'Count them',
      text: ['`MaximumRetryAttempts` was 2, and nothing was throttled.'],
      question: {
        ask: 'How many times was the function invoked with this batch?',
        unit: 'invocations',
        after: [
          'The first attempt is no retry. So it is one more than the setting says, and the message in the queue has the same number as `approximateInvokeCount`.',
        ],
      },
    },
    throttled: {
      title: 'Nobody at home',
      text: [
        'From 09:00:20 on there is no room to run the function in: for thirty seconds every invocation is *throttled*. That happens when all the concurrency of an account, or of a function, is used up. At 09:00:21 three orders come in.',
      ],
      question: {
        ask: 'What will have become of them at 09:02?',
        choices: {
          'given-up': 'They were given up after two retries',
          late: 'They are shipped, late',
          waits: 'They still wait',
        },
        worlds: {
          'given-up': 'Here the function runs in these thirty seconds, and fails.',
          waits: 'Here it is throttled for ten minutes.',
        },
        after: [
          'A throttled invocation never ran, so it uses up no attempt. Lambda asks again until there is room: {consumers.Worker.invocations.throttled} times here.',
          'Only age ends that: the maximum age, if there is one, or the 24 hours of the stream.',
        ],
      },
    },
    'too-old': {
      title: 'Too old',
      text: [
        'At 09:02 the mapping is set anew: no limit of retries, and `MaximumRecordAgeInSeconds` 60, the least that AWS allows.',
        'At 09:02:20 the function breaks, for a hundred seconds. At 09:02:21 one order comes in, `order#9`.',
      ],
      question: {
        ask: 'What will become of order#9?',
        choices: {
          'two-retries': 'Two retries, then it is given up',
          'a-minute': 'It is tried for about a minute, then it is given up',
          shipped: 'It is shipped as soon as the function works again',
        },
        worlds: {
          'two-retries': 'Here MaximumRetryAttempts is 2 as before: what comes first, counts.',
          shipped: 'Here there is no maximum age either.',
        },
        after: [
          'When the next attempt was due, the order was more than 60 seconds old. So it was given up, and the second message in the queue says `RecordAgeExceeded`.',
          'On a DynamoDB stream more than 86,400 seconds is as good as never: by then the record has expired.',
        ],
      },
    },
    redrive: {
      title: 'Now you',
      text: [
        'The function works again. `order#9` was given up, but it is not gone: the message says where it lies in the stream. To read it from there and give it to the function once more is a *redrive*.',
      ],
      task: {
        ask: 'Redrive the later of the two messages: choose the name `DeadLetters` on the queue’s card, find the message that says `RecordAgeExceeded`, and press its Redrive.',
        hint: 'Go back to the lesson, and time goes on. On AWS this is a small program of your own: read the message, get the records from the shard, invoke the function. The step is done when order#9 is shipped.',
        done: 'It is shipped. Mind that this happens outside of the stream: orders that came later were there first.',
      },
    },
    'a-day-later': {
      title: 'A day later',
      text: [
        'The first message is still in the queue: a queue keeps messages for four days unless told otherwise, and up to fourteen. The next day the function is mended, so that it can bear `order#3`. And 25 hours after the first orders somebody redrives that message.',
      ],
      question: {
        ask: 'What happens?',
        choices: {
          shipped: 'The orders are shipped at last',
          gone: 'The records cannot be read any more',
          fails: 'The function fails at order#3 once more',
        },
        worlds: {
          shipped: 'Here it is redriven an hour before the day is over.',
          fails: 'Here it is redriven in time, but nobody has mended the function.',
        },
        after: [
          'The message points into the stream, and the stream keeps 24 hours. What it pointed at is gone, and `GetRecords` says `TrimmedDataAccessException`. The message lives longer than what it is about.',
          'So redrive within the day, or let the destination be a bucket: it gets the records themselves.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'Retries count failures, not throttles; the first attempt is not one of them. Age counts whatever the reason. Giving up costs the whole batch, unless it was cut smaller first, and it tells the destination of the mapping.',
        'With Bisect, two or three retries, a maximum age and a destination, a poison record costs minutes instead of a day, and is not forgotten.',
      ],
    },
  },
};
