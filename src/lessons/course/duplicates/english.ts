/** The words of lesson 16. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'once-and-once': {
      title: 'Once in the stream',
      text: [
        'Each change stands once in the stream. But a function may be given it more than once: when an attempt fails, when a half is split off, when a mapping is changed. This is called *at least once*.',
        '`Worker` does three things for an order. It puts a message into the queue `packing.fifo`, it puts the order into the search index, and it sends a mail.',
        'It can also crash.',
      ],
    },
    'the-crash': {
      title: 'Crashed on the way',
      text: [
        'Three orders come in, as one batch. While the function is at work its environment is lost: some of the effects have happened, others have not. Lambda gets no answer, so a second later it gives the whole batch to a new environment, and that one gets through.',
      ],
      question: {
        ask: 'What will be wrong afterwards?',
        choices: {
          mails: 'Customers got the same mail twice',
          messages: 'There are more than three messages in the queue',
          index: 'The search index does not show what the table has',
        },
        after: [
          'The second attempt knows nothing of the first, and does everything again: {targets.Mails.repeatedEffects} mails and {targets.Packing.repeatedEffects} messages too many.',
          'The index is as it should be. A document is stored under the key of its order, and to store it again changes nothing. Such an effect is *idempotent*: done twice is as good as done once. A mail is not, and SES has no way to say “you have sent this already”.',
        ],
      },
    },
    'mark-first': {
      title: 'Make a note first?',
      text: [
        'An obvious remedy: before it sends a mail, the function notes in a table which change it is for, a *marker*. If the note is there already, it does not send.',
        'So it does now. Another order comes in, `order#4`, and the environment is lost once more: after the note, before the mail.',
      ],
      question: {
        ask: 'How many mails will the customer of order#4 get?',
        choices: { one: 'One', two: 'Two', none: 'None' },
        worlds: {
          one: 'Here the environment is not lost.',
          two: 'Here the note is made last, after the mail, and the environment is lost between the two.',
        },
        after: [
          'The second attempt finds the note, believes it, and does not send. Lambda counts the record as done. Nothing failed, and nobody will ever know.',
          'A marker that is written first makes at most once of at least once. Written last it can repeat, but does not lose. Where both matter, effect and note have to be one: in one transaction, or in a service that knows the repeat by a key.',
        ],
      },
    },
    'your-guard': {
      title: 'Now you',
      text: [
        'A FIFO queue is such a service. It takes a deduplication id with each message, and a message whose id it has seen is not stored again. The sequence number of the record is a good id: a repeat has the same.',
        'The function does not send one yet. At 09:00:45 three orders will come in, and the environment will be lost again.',
      ],
      task: {
        ask: 'Choose the name `Worker` on its card, then Change settings. For the first effect, `Enqueue`, choose the guard `FifoDeduplication`, and apply.',
        hint: 'Time goes two seconds in one. The step is done when the batch was tried again, got through, and only three messages have been added. If the orders came before your change, start the step again.',
        done: 'The repeats were sent, and the queue did not take them. Mails were repeated as before: SES has no such id.',
      },
    },
    'five-minutes': {
      title: 'How long it remembers',
      text: [
        'At 09:01:10 one more order comes in, and this time the function is lost at every attempt, for six and a half minutes. Each attempt sends the message for `packing.fifo` first. By the end it has been tried more than ten times.',
      ],
      question: {
        ask: 'How many messages will there be for this one order?',
        choices: {
          one: 'One: the queue knows the id',
          two: 'Two',
          each: 'One for each attempt',
        },
        worlds: {
          one: 'Here the function works again after three minutes.',
          each: 'Here no deduplication id is sent.',
        },
        after: [
          'A FIFO queue remembers an id for five minutes. The attempt after that was taken for something new.',
          'So it guards against the repeats of an impatient moment, not against a mapping that tries for an hour. For that, keep the note yourself, for at least as long as a record can come again.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'Nothing delivers exactly once into the world outside. What can be had is at least once, and effects that bear it: stored under a key, refused by version or id, or noted together with what they do.',
        'This was the last lesson of this part. You have seen a change from its write to its effects, and most of what can happen on the way. Now practise: the questions of the exams are waiting, each with a world behind it.',
      ],
    },
  },
};
