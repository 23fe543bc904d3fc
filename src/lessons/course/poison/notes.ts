/** What a teacher may say in lesson 11. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'all-is-well': [
    'Half a minute. Say that nothing was set: these are the defaults. What comes is what everybody gets who creates a mapping and changes nothing.',
  ],
  'the-first-error': [
    'The most common wrong answer is three tries, from asynchronous invocations and other services. The next is that only the bad record is tried again.',
    'Ask who has got a mail twice, and then look at the number of mails that were repeated. The first four of the batch are done again with each attempt.',
  ],
  'twelve-more': [
    'Several hold. Let them look at the four shards before the reveal: one stands, three go on. Then the iterator age: this is the number to have an alarm on.',
  ],
  'how-often': [
    'An estimate. Write the instants on the board: each pause is twice the last, up to a minute. The doubling is an assumption; AWS does not publish it, and the rule says so.',
  ],
  'heal-it': [
    'Press Poison on the card. Nothing happens at once, and that is the lesson in it: the next attempt has to be due. Ask what waits, and let it drain.',
  ],
  'nobody-heals': [
    'Ask how long it can go on. Then let 25 hours pass. It ends, but not because Lambda gives up: the records leave the stream.',
    'The count of lost records is larger than one. Ask why: the batch, and what waited behind it.',
  ],
  'what-you-saw': [
    'Have them say what stops (a shard), for how long (until mended, or 24 hours), and what is lost. Then ask which settings they would want. The next two lessons have them.',
  ],
};
