/** The words of lesson 12. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'all-or-nothing': {
      title: 'One bad order of eight',
      text: [
        'Eight orders come in, and a window of one second gathers them into one batch. `order#6` is a poison record: the function throws when it meets it.',
        'Let time run, and see what you know from the last lesson: the batch fails as a whole. Five orders are shipped each time, and the mapping does not know it.',
      ],
    },
    halves: {
      title: 'Cut it in halves',
      text: [
        'Now `BisectBatchOnFunctionError` is switched on. From then on a batch that fails is split in two, a *bisect*: first the one half is tried, then the other. A half that fails is split again.',
        'Eight orders; the sixth is bad.',
      ],
      question: {
        ask: 'How many times will a batch be split until order#6 is alone in its own?',
        choices: { one: 'Once', three: 'Three times', seven: 'Seven times' },
        worlds: {
          one: 'Here BatchSize is 2: order#6 has only one other order in its batch.',
          seven:
            'Here all eight orders fail, and each is given up at once: until every one of them has been alone.',
        },
        after: [
          'Eight, four, two, one: each split halves what is left to doubt. A batch of 1,024 takes ten.',
          'Now {consumers.Worker.records.succeeded} orders are done with, all that stood before the bad one. But {consumers.Worker.records.pending} still wait: `order#6` itself, tried again and again, and the two behind it. Bisect finds the poison. It does not take it away.',
        ],
      },
    },
    'let-it-go': {
      title: 'Now you',
      text: [
        'Alone in its batch, `order#6` can be given up without harm to others. For that the mapping has to be told how often to try: `MaximumRetryAttempts`. It is -1, so there is no end.',
      ],
      task: {
        ask: 'Set `MaximumRetryAttempts` to 2: choose `batch 100` on the card of Worker, then Change settings. Apply, and let time run until nothing waits.',
        hint: 'Time goes two seconds in one, and the pauses between attempts grow: the one that counts comes within half a minute. The step is done when order#6 was given up and the two behind it are done with.',
        done: 'One order given up, seven shipped. Without Bisect these settings would have cost all eight.',
      },
    },
    'splits-are-free': {
      title: 'Two retries, three splits',
      text: [
        'Eight more orders come in, `order#11` to `order#18`, and the sixth of them is bad again. Bisect is on, and `MaximumRetryAttempts` is 2. To find the bad one takes three splits, and that is one more than two.',
      ],
      question: {
        ask: 'What will be given up?',
        choices: {
          'only-sixteen': 'Only order#16',
          'all-eight': 'All eight: after two retries it is over',
        },
        worlds: { 'all-eight': 'Here Bisect is off.' },
        after: [
          'A split uses up no attempt. Only when `order#16` was alone did the counting go on: the first time, and two retries.',
          'What Bisect does cost is repeats. Orders ahead of the bad one were in several halves that failed, and were shipped again each time: {targets.Shipments.repeatedEffects} times in all so far.',
        ],
      },
    },
    'say-which': {
      title: 'Let the function say',
      text: [
        'A function knows best where it stopped. With `ReportBatchItemFailures` it may answer with a list of what failed, a *partial failure*, instead of throwing. Each is named by its sequence number, as `itemIdentifier`.',
        'Bisect is off again, and there is no end to retries. Eight orders come, `order#21` to `order#28`. The function ships two, cannot bear `order#23`, stops, and reports it.',
      ],
      question: {
        ask: 'What will the next invocation be given?',
        choices: {
          'only-it': 'Only order#23: it alone was reported',
          'from-there': 'order#23 and all that come after it: six',
          'all-eight': 'All eight: a batch is a batch',
        },
        worlds: {
          'only-it': 'Here the bad one is order#28, the last. It is the only one from there on.',
          'all-eight':
            'Here ReportBatchItemFailures is not set, so whatever the function answers, the batch fails as a whole.',
        },
        after: [
          'The lowest sequence number reported is where reading goes on. Everything before it is done with; everything from it on comes again, whether it was done or not. That keeps the order.',
          'So a function should stop at the first failure, or be able to bear repeats. And it must name the sequence number: an identifier that is not of the batch, such as the message id one would report to a queue, makes the whole batch fail.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'Bisect needs nothing of the function, costs repeats, and finds a bad record in a few splits, which are not counted as attempts. A partial failure needs code, and wastes less.',
        'Neither of them ends the trying. When should a mapping give up, and who learns of it? That is the next lesson.',
      ],
    },
  },
};
