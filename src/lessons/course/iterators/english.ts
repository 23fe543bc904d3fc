/** The words of lesson 8. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'five-records': {
      title: 'Reading by hand',
      text: [
        'Five orders are placed within five seconds. Let time run. Their records lie in the stream, and nobody reads them: the function `Report` is there, but its reading is switched off.',
        'So you read by hand. That takes two calls. `GetShardIterator` gives a *shard iterator*: a place in one shard. `GetRecords` gives what lies from there on, at most 1,000 records or 1 MB, and the iterator to go on with. Neither takes anything of the table’s capacity.',
      ],
    },
    'take-one': {
      title: 'Now you',
      text: ['Ask for an iterator at the oldest record. This place is called *TRIM_HORIZON*.'],
      task: {
        ask: 'Open the Console (or press T) and run: `aws dynamodbstreams get-shard-iterator --stream-arn arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-05T09:00:00.000 --shard-id shardId-00000001767603600000-b3e36c24 --shard-iterator-type TRIM_HORIZON`',
        hint: 'Tab completes names, the ARN too. If you like, read with it: `aws dynamodbstreams get-records --shard-iterator` and the text that you were given.',
        done: 'An iterator hangs under the shard, at the record that it points at. Its face empties as it ages.',
      },
    },
    'at-a-time': {
      title: 'Where can one begin?',
      text: [
        'There are four places to begin: at the oldest record (`TRIM_HORIZON`), after the newest (*LATEST*), at a sequence number, or after one. A program asks for `LATEST` now.',
        'Another wants everything since three seconds past nine. For Kinesis Data Streams there is an `AT_TIMESTAMP` for this. It tries that here.',
      ],
      question: {
        ask: 'What will it be given?',
        choices: {
          given: 'An iterator like any other',
          refused: 'A refusal',
        },
        worlds: { given: 'Here it asks for `TRIM_HORIZON`.' },
        after: [
          'A stream of DynamoDB cannot be entered at a time. Who wants to begin at a time begins at the oldest record and passes over what is too early.',
        ],
      },
    },
    'too-old': {
      title: 'Seventeen minutes later',
      text: [
        'The first program has its iterator of `LATEST`, taken at 16 seconds past nine, and keeps it. `order#6` is placed at half a minute past nine. At 09:17 the program comes back and calls `GetRecords`.',
      ],
      question: {
        ask: 'What will it get?',
        choices: {
          sixth: 'order#6, and what came since',
          empty: 'An empty answer',
          refused: 'A refusal',
        },
        worlds: {
          sixth: 'Here it comes back after ten minutes.',
          empty: 'Here it comes back after ten minutes, and nobody has placed an order.',
        },
        after: [
          'An iterator is good for 15 minutes; then it is an `ExpiredIteratorException`. The records are still there. The program has to ask for another iterator, after the last sequence number that it has seen. So a reader should remember sequence numbers, not iterators.',
          'And an empty answer is no end. It says that nothing is there yet, and brings the iterator to ask again with.',
        ],
      },
    },
    'switched-off': {
      title: 'A day off',
      text: [
        'About four orders come in an hour, day and night. `Report` stays switched off until ten o’clock the next morning, for 25 hours. Then it is switched on, and begins at the oldest record.',
      ],
      question: {
        ask: 'What will Report get?',
        choices: {
          all: 'Every order: a stream keeps what has not been read',
          some: 'The orders of the last 24 hours',
          none: 'Nothing: what came while it was off has passed by',
        },
        worlds: {
          all: 'Here it is switched on after twenty hours.',
          none: 'Here nobody switches it on.',
        },
        after: [
          'A record stays for 24 hours, read or not, and then it falls off. This is *retention*. It cannot be made longer, whatever you may have read of seven days: those are of Kinesis Data Streams.',
          '{consumers.Report.records.succeeded} orders were reported. {consumers.Report.records.expired} were too old: no error, no message, just gone. A reader that stands still for a day loses data.',
        ],
      },
    },
    trimmed: {
      title: 'The first order',
      text: [
        'Somebody has noted the sequence number of the very first record, and now asks for an iterator at it: `AT_SEQUENCE_NUMBER`.',
      ],
      question: {
        ask: 'What will the answer be?',
        choices: {
          next: 'An iterator at the oldest record that is left',
          refused: 'A refusal',
        },
        worlds: { next: 'Here the call asks for `TRIM_HORIZON`.' },
        after: [
          '`TrimmedDataAccessException`: what has fallen off cannot be asked for, and DynamoDB does not quietly give you something else instead. This is how a reader can learn that it has missed something.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'An iterator is a place in one shard, good for 15 minutes. A sequence number is good as long as its record lives. A record lives for 24 hours.',
        'Lambda takes and renews iterators for you. What it cannot do is read what has fallen off. So what matters is how far behind a reader is, and 24 hours is the end of its patience.',
      ],
    },
  },
};
