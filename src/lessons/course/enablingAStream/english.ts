/** The words of lesson 3. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'no-stream': {
      title: 'A table without a stream',
      text: [
        '`Customers` is a table like any other. Three customers are in it, and a fourth, Dora, is put after one second. Let time run.',
        'The put is stored, and that is all. Nothing is written down about it, for a table has no stream until somebody enables one.',
      ],
    },
    enable: {
      title: 'The stream is enabled',
      text: [
        'Now the owner calls `UpdateTable` with `StreamEnabled=true`. For a few seconds the stream is `ENABLING`. Then it has an ARN of its own, which ends with the instant at which it was made.',
        'Nobody writes while this happens.',
      ],
      question: {
        ask: 'Four customers are in the table. How many records will the new stream hold?',
        choices: {
          four: 'Four, one for each customer',
          one: 'One: only Dora was put by a call that we saw',
          none: 'None',
        },
        worlds: {
          four: 'Here the stream is enabled first, and the four customers are put afterwards.',
          one: 'Here the stream is enabled first, and then Dora is put.',
        },
        after: [
          'A stream holds changes that are made after it was enabled. It is not a copy of the table. The four customers are drawn hollow, because no record tells of them.',
          'Who needs them too must read the table once: an export or a scan, called a *backfill*.',
        ],
      },
    },
    'an-old-item': {
      title: 'An old customer moves',
      text: [
        'Ada, `customer#1`, was in the table before the stream was. Now she moves from Athens to Aarhus.',
      ],
      question: {
        ask: 'What will the stream get?',
        choices: {
          insert: 'An INSERT: it hears of Ada for the first time',
          modify: 'A MODIFY',
          nothing: 'Nothing: it does not know Ada',
        },
        worlds: {
          insert: 'Here a customer is put who was not in the table.',
          nothing: 'Here Ada “moves” to Athens, where she lives already.',
        },
        after: [
          'The name of the event says what happened in the table, not what the stream has heard of. A reader may meet a `MODIFY` of an item that it has never seen.',
        ],
      },
    },
    'what-it-tells': {
      title: 'What this record can tell',
      text: [
        'When a stream is enabled, its *view type* is chosen: what each record carries of the item. There are four: `KEYS_ONLY`, `NEW_IMAGE`, `OLD_IMAGE` and `NEW_AND_OLD_IMAGES`. Our owner chose `NEW_IMAGE`.',
      ],
      question: {
        ask: 'What can a reader learn from the record of Ada’s move?',
        choices: {
          which: 'Which customer it was',
          now: 'Where she lives now',
          before: 'Where she lived before',
          who: 'Who made the change',
        },
        worlds: {
          before: 'Here the stream was enabled with `NEW_AND_OLD_IMAGES`.',
        },
        after: [
          'The key is in every record, whatever the view type. The old image is not in this one. Who made the call is in none: if a reader has to know, the application must write it into the item.',
          'Choose the diamond in the stream and open the Inspector: it shows this change under each of the four view types.',
        ],
      },
    },
    edit: {
      title: 'Changing one’s mind',
      text: [
        'It turns out that a reader needs the old address as well. So the owner calls `UpdateTable` again, with `NEW_AND_OLD_IMAGES`. The stream is on.',
      ],
      question: {
        ask: 'What will DynamoDB do?',
        choices: {
          changes: 'Change the view type, for records from now on',
          second: 'Make another stream',
          refuses: 'Refuse the call',
        },
        worlds: {
          second: 'Here the first stream is disabled before the call.',
        },
        after: [
          'A stream’s view type cannot be edited. The call is a `ValidationException`, and the stream stays as it is. (An older guide speaks of `ResourceInUseException`; today’s API reference does not.)',
        ],
      },
    },
    disable: {
      title: 'Off',
      text: [
        'So the stream has to be disabled first: `StreamEnabled=false`. Let time run.',
        'Its shard closes, and nothing is added to it any more. Ada’s record can still be read, until it is 24 hours old. Nobody can remove it earlier.',
      ],
    },
    'your-turn': {
      title: 'Now you',
      text: ['Enable a stream that carries both images.'],
      task: {
        ask: 'Open the Console (or press T) and run: `aws dynamodb update-table --table-name Customers --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES`',
        hint: 'Tab completes names as you type. The step is done when a stream has been enabled.',
        done: 'A new stream, with an ARN of its own. The next step goes on in the lesson’s own world, where it was enabled at half a minute past nine.',
      },
    },
    'both-images': {
      title: 'Another stream',
      text: [
        'Ben moves from Bern to Basel. Let time run.',
        'His record comes into the new stream, with both images. Ada’s is still in the old one. Nothing leads from one to the other: a Lambda function that was set to read the old ARN would hear nothing of Ben, and would say nothing about it.',
      ],
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'A stream is enabled on a table and holds what changes from then on. It does not hold what was there before, nor who made a change, nor reads, nor anything older than 24 hours.',
        'Its view type decides what a record carries, for as long as the stream lives. Another view type means another stream, another ARN, and every reader set up anew. So think of your readers before you choose.',
      ],
    },
  },
};
