/** What a teacher may say in lesson 8. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'five-records': [
    'One minute. Nobody reads here, so the class does. Two calls: a place, and what lies from there on. Ask where they think that the place is kept. (In the iterator, which the reader holds.)',
  ],
  'take-one': [
    'Let somebody run the command in the Console. If there is time, read with the iterator too, and read once more with the one that comes back.',
  ],
  'at-a-time': [
    'Whoever knows Kinesis Data Streams says yes. That is the trap: `AT_TIMESTAMP` is theirs. Ask how one would do it here: begin at the oldest record and pass over what is too early.',
  ],
  'too-old': [
    'Two numbers are confused all the time: 15 minutes for an iterator, 24 hours for a record. Have them say both before the vote.',
    'Play the world with the empty answer as well: empty is no end.',
  ],
  'switched-off': [
    'The most expensive misconception of the course: “a stream keeps what was not read”. Vote, then let the day go by.',
    'Ask how anybody would have noticed. No error, no message; only what is missing.',
  ],
  trimmed: [
    'Ask what a friendly service would do, and what an honest one. Here it refuses, and so a reader can learn that it has missed something.',
  ],
  'what-you-saw': [
    'Three lives: iterator 15 minutes, record 24 hours, sequence number as long as its record. Let somebody write them down.',
  ],
};
