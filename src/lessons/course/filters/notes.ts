/** What a teacher may say in lesson 15. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'a-pattern': [
    'One minute. Read the pattern aloud: names as in the event, each value in a list of alternatives.',
  ],
  'what-of-the-rest': [
    'Several. The wrong ones are “they wait” and “the destination is told”. To be filtered out is no failure, and nobody hears of it. That cuts both ways.',
  ],
  numbers: [
    'The trap that costs people an afternoon. A number stands in a record as text, and `numeric` does not match text. No error, nothing received. Let them be wrong, then read the record in the Inspector.',
  ],
  'two-patterns': [
    'Have them go through the four records one by one, aloud: within a pattern all must hold, of several patterns one.',
  ],
  'who-deleted': [
    'Ask how one would archive what has expired without a scan. The record says who deleted: `userIdentity`. Play the world in which only deletes by hand are wanted.',
    'What if the stream carries no old image? Then there is nothing to archive.',
  ],
  'your-filter': [
    'Let somebody write the pattern without looking it up. Common slips: the type `S` forgotten, the value not in a list. Start the step again if the orders came first.',
  ],
  'what-you-saw': [
    'Ask for the danger in one sentence: a filter that is too narrow loses records silently. How would you notice?',
  ],
};
