/** What a teacher may say in lesson 12. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'all-or-nothing': [
    'Half a minute, as a reminder. Ask what the mapping knows: that the batch failed. Not where.',
  ],
  halves: [
    'Let them count on paper: eight, four, two, one. Then the second half of the answer: the bad order is found, and still it is tried again and again.',
    'The misconception is that Bisect removes the poison. It only isolates it.',
  ],
  'let-it-go': [
    'Ask which setting is missing. `MaximumRetryAttempts` is -1: no end. Choose the batch on the card, change the setting, and wait: the pause before the next attempt has grown.',
  ],
  'splits-are-free': [
    'The nice question of this lesson: three splits, two retries. Whoever counts splits as attempts answers “all eight”.',
    'Ask what Bisect does cost. Look at the shipments that were repeated.',
  ],
  'say-which': [
    'Read the answer that the function gives aloud: one sequence number. Then vote. “Only it” forgets that order is kept.',
    'What if the function names something else, a message id say? Then the whole batch fails. People who come from queues do that.',
  ],
  'what-you-saw': [
    'Compare the two in a table on the board: what each needs, what each costs. Neither gives up; that is the next lesson.',
  ],
};
