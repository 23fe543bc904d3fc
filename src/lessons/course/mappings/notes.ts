/** What a teacher may say in lesson 10. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  between: [
    'One minute. Ask who calls the function. “The stream” is the usual answer, and it calls nobody. Point to the mapping: it is drawn at the top of the function’s card.',
  ],
  'one-order': [
    'Follow one order. Then ask when the second batch of this shard may go out: when the answer to the first has come. That is how order is kept.',
  ],
  'twelve-at-once': [
    '`BatchSize` sounds like an exact size. It is the most that a batch may hold. Let them reckon: five, five, two.',
    'Somebody will say that 1,000 is the most for DynamoDB streams. It was, until 2021.',
  ],
  patience: [
    'Let it run and ask what the card says while the mapping changes. It reads nothing then. How long that takes is our assumption.',
  ],
  'the-window': [
    'Have them name the three things that end a batch before the vote: time, size, count. “None” thinks that a batch waits until it is full.',
    'After the reveal ask for the price: fewer invocations, and the first order of each window waits.',
  ],
  'the-newcomer': [
    '`LATEST` sounds like the safe choice. Vote. Nearly everybody counts from the moment at which the mapping was made.',
    'Play the world of `TRIM_HORIZON`: all 47. Ask what a function must bear then. (What is old.)',
  ],
  'your-batches': [
    'Ask for the two settings before anybody opens the card. Why two? With `BatchSize` 1 a batch is full at once; the window is set to 0 so that nothing is left to wait for.',
    'If the six came before the change was made, start the step again; that is no failure.',
  ],
  'what-you-saw': [
    'Ask each to choose: a search index for people who wait, and a nightly report. Which batch, which window? Two minutes well spent.',
  ],
};
