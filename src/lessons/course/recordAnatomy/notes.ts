/** What a teacher may say in lesson 4. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'one-record': [
    'One minute. Open the Inspector and read the record from the outside in: what happened, in which stream, and then, under `dynamodb`, the change.',
    'Ask where the old image is. It is not empty; it is not there. Code that reads it without looking fails at the first new item.',
  ],
  'the-update': [
    'The misconception is the difference: many expect that the new image holds only what was set. Let them vote, then compare the two images line by line.',
  ],
  'the-delete': [
    'Ask what an archive would need, and whether this record has it. The old image is the last chance to see the item.',
    '`userIdentity` is the trap: it sounds as if it said who called. It is there only when a service made the change; lesson 9 shows that.',
  ],
  'the-size': [
    'Numbers first, then run. The usual estimates are four bytes (the change) and about a thousand (the item). It is about twice the item, since both images carry the note.',
    'If somebody asks why it matters: one answer of `GetRecords` holds 1 MB at most.',
  ],
  'the-number': [
    'Ask how they would sort these two records. By time? Both say the same second. So the number, and here the question begins.',
    'The mistake is `Number(…)` in JavaScript: it rounds without a word. Two different numbers can then look the same. Compare as `BigInt`.',
  ],
  'your-turn': [
    'Let somebody say which call makes a record with an old image and no new one, before anybody touches the form.',
  ],
  'what-you-saw': [
    'Ask for three members and what each is good for: images for the content, the sequence number for order within an item, the time for people. Nobody should leave thinking that the time orders records.',
  ],
};
