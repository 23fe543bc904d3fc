/** The words of lesson 4. */
import type { LessonWords } from '../../lesson.ts';

const members = {
  keys: '`Keys`: the key of the order',
  new: '`NewImage`: the order as it is now',
  old: '`OldImage`: the order as it was',
  who: '`userIdentity`: who changed it',
};

export const english: LessonWords = {
  steps: {
    'one-record': {
      title: 'One record, member by member',
      text: [
        'A shop puts `order#1`. Let time run. Then choose the circle in the stream and open the Inspector: it shows the record as a function gets it. The line above the stage brings you back.',
        'On the outside it says what happened (`eventName`), to which stream it belongs (`eventSourceARN`), and has an id of its own (`eventID`). Inside, under `dynamodb`, is the change: its keys, its images, its *sequence number*, its size, and when it was made.',
        'This stream carries both images. But an order that is new has never been anything else, so its record has no `OldImage`: it is not empty, it is not there.',
      ],
    },
    'the-update': {
      title: 'The order is paid',
      text: ['Now `status` is set from `placed` to `paid`.'],
      question: {
        ask: 'Which of these will its record have?',
        choices: members,
        after: [
          'Both images, each of them whole: not only the attribute that was set. What has changed is for the reader to find out, by comparing the two.',
        ],
      },
    },
    'the-delete': {
      title: 'The order is withdrawn',
      text: ['Next, `order#1` is deleted.'],
      question: {
        ask: 'Which of these will the record of the delete have?',
        choices: members,
        worlds: { new: 'Here the order is paid instead of being deleted.' },
        after: [
          'A `REMOVE` has the old image and no new one. It is the last chance to see what the item was. A stream of `NEW_IMAGE` would say no more than its key.',
          'Nothing says who deleted it. `userIdentity` is there only when a service has made the change, as when an item expires. You will meet that in lesson 9.',
        ],
      },
    },
    'the-size': {
      title: 'How large is a record?',
      text: [
        'Somebody places `order#2` with a note of 1,000 letters, and pays at once. The update sets four letters: `paid`.',
        'Each record says how large it is: `SizeBytes`.',
      ],
      question: {
        ask: 'How many bytes will the record of the payment have?',
        unit: 'bytes',
        after: [
          '`SizeBytes` counts the key and the images that are present. The note is in the old image and in the new one, so it counts twice. It is neither the size of the item nor that of the change.',
          'With `KEYS_ONLY` it would be about ten bytes. One answer of `GetRecords` holds at most 1 MB, so images decide how many records fit in.',
        ],
      },
    },
    'the-number': {
      title: 'When, and in which order',
      text: [
        'The order is packed and then shipped, half a second apart: 09:00:09.2 and 09:00:09.7. A record’s `ApproximateCreationDateTime` is in whole seconds, rounded down. So both will say 09:00:09, and the time cannot tell which was first.',
        'Sequence numbers can. They rise with every change of an item. They come as text, all digits.',
      ],
      question: {
        ask: 'A JavaScript `Number` holds about 16 digits exactly. Will it hold such a sequence number?',
        choices: {
          fits: 'Yes, exactly',
          rounds: 'No: it rounds, and two of them may look the same',
        },
        after: [
          'Here a sequence number has {lastRecord.Orders.sequenceDigits} digits; AWS allows 21 to 40. Compare them as `BigInt`, or by length and then as text.',
          'Look at the two latest records in the Inspector: the same second, and different numbers.',
        ],
      },
    },
    'your-turn': {
      title: 'Now you',
      text: ['Make a record that has an old image and no new one.'],
      task: {
        ask: 'Delete an order: open New item (or press N), choose Delete, then `order#2`, and delete it.',
        hint: 'Close the form (Esc), and time goes on by itself. Then choose the cross in the stream, and look at its record.',
        done: 'There is its `REMOVE`, with the whole order in the old image. The next step goes on in the lesson’s own world, where `order#2` has been deleted too.',
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'A record says what happened, to which key, and, where there is one and the view type carries it, how the item was and how it is. `INSERT` has no old image, `REMOVE` no new one.',
        'Its size is that of its key and images. Its time is a whole second, good for people. Its sequence number is what a program goes by, within one item.',
        'The audit’s bucket has kept {targets.AuditBucket.size} objects, one for each record, each named by its sequence number.',
      ],
    },
  },
};
