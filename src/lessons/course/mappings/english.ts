/** The words of lesson 10. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    between: {
      title: 'Who carries a record to a function?',
      text: [
        'A stream does not call anybody. A function does not read anything. Between the two stands an *event source mapping*, a part of Lambda: it polls the stream’s shards, and calls the function with what it finds.',
        'Here it is drawn as part of the function’s card. `batch 5` is one of its settings: with one call it brings at most five records.',
        'A second function, `Newcomer`, has no mapping. So nothing ever calls it.',
      ],
    },
    'one-order': {
      title: 'One order',
      text: [
        'An order is placed. Four times a second the mapping looks into the shard. When it finds a record it calls the function, or *invokes* it, with a list of records, the *batch*, and waits for its answer.',
        'Only when the answer has come is the next batch of this shard sent. That is how order is kept.',
      ],
    },
    'twelve-at-once': {
      title: 'Twelve at once',
      text: [
        'At three seconds past nine twelve orders come in, within a twentieth of a second. The mapping’s `BatchSize` is 5, and it has no batching window.',
      ],
      question: {
        ask: 'How many invocations will it take to bring these twelve?',
        choices: {
          one: 'One: they are all there',
          three: 'Three',
          twelve: 'Twelve, one for each order',
        },
        worlds: {
          one: 'Here BatchSize is 100, which is what it is unless somebody sets it.',
          twelve: 'Here BatchSize is 1.',
        },
        after: [
          'Five, five, and the two that are left. `BatchSize` is the most that a batch may hold, not what it waits for: from 1 to 10,000, and 100 unless you say otherwise. Each invocation is paid for, so large batches cost less.',
          'Older texts say that 1,000 is the most for a DynamoDB stream. It was, until 2021. What stays at 1,000 is the answer of one `GetRecords` call.',
        ],
      },
    },
    patience: {
      title: 'A mapping that waits',
      text: [
        'Now the mapping is changed: `BatchSize` 100, and a *batching window* of ten seconds, `MaximumBatchingWindowInSeconds`. With a window, a mapping that has found a record does not send it at once. It goes on gathering.',
        'A change of a mapping is not done at once either. Until it is, the mapping is `Updating` and reads nothing. Here that takes three to eight seconds, which is our assumption; on AWS it can take minutes.',
      ],
    },
    'the-window': {
      title: 'One order a second',
      text: [
        'For half a minute an order comes in every second: 30 in all. A batch may hold 100, and the window is ten seconds.',
      ],
      question: {
        ask: 'How many times will the function be invoked?',
        choices: {
          thirty: '30 times, once for each order',
          three: '3 times, about ten orders each',
          none: 'Not at all: there are never 100',
        },
        worlds: {
          thirty: 'Here the window is 0: what is found is sent.',
          none: 'Here the window is 300 seconds, the longest that there is, and it is not over yet.',
        },
        after: [
          'A batch goes out when the first of three things happens: its window is over, it is full, or its event would exceed 6 MB.',
          'You have paid for three invocations instead of thirty. And the first order of each window has waited more than ten seconds until it could be found. This is the trade of a window.',
        ],
      },
    },
    'the-newcomer': {
      title: 'Somebody comes later',
      text: [
        'At 09:01:00 the second function gets a mapping too. Whoever makes one has to name its *starting position*. `TRIM_HORIZON` begins at the oldest record that the stream still has. `LATEST` begins after the newest. This one says `LATEST`.',
        'A new mapping is `Creating` for some seconds. In these seconds three orders come in. At 09:01:11, when it is `Enabled`, one more does. By then there have been 47 in all.',
      ],
      question: {
        ask: 'How many of them will Newcomer receive?',
        choices: {
          all: 'All 47',
          four: 'Four: those since the mapping was made',
          one: 'One: the last',
        },
        worlds: {
          all: 'Here it says TRIM_HORIZON.',
          four: 'Here the three orders come in only when the mapping is Enabled.',
        },
        after: [
          'At `LATEST` a mapping begins where the stream ends at the moment at which it can read. What was written while it was being made is before that, and passed over, without an error.',
          'So `LATEST` is not the safe choice, though it sounds like it. `TRIM_HORIZON` misses nothing that the stream still holds; a function has to bear what is old, then.',
        ],
      },
    },
    'your-batches': {
      title: 'Now you',
      text: [
        'At 09:01:30 six orders will come in together. As the mapping of `Indexer` is set now, they would wait ten seconds and go out as one batch.',
      ],
      task: {
        ask: 'See to it that each of the six has an invocation of its own. Choose `batch 100` on the card of Indexer, then Change settings. Set `BatchSize` to 1 and `MaximumBatchingWindowInSeconds` to 0, and apply.',
        hint: 'Close the settings, and time goes on by itself, two seconds in one. The step is done when six invocations have begun. If the six were there before your change, start the step again.',
        done: 'Six orders, six invocations. Order is kept all the same: each began when the one before had ended.',
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'A mapping polls, gathers a batch, invokes, and waits for the answer. `BatchSize` and the window say when a batch goes out: many small ones arrive sooner, few large ones cost less. The starting position says where reading begins, once, when the mapping is made.',
        'So far every answer was a good one. The next lesson is about the others.',
      ],
    },
  },
};
