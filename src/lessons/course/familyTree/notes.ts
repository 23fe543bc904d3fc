/** What a teacher may say in lesson 7. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'one-shard': [
    'Three hours in a few seconds. Open the Inspector on the stream’s name: a family of one so far. Show that the id carries the time at which the shard was made.',
  ],
  'five-hours': [
    'Almost everybody says that nothing happens, for nothing gives a reason. Then the shard closes and has a child.',
    'Be honest about it: AWS’s guide does not mention the four hours. It is what people have seen, and what we assume. A reader that lists shards only once goes deaf.',
  ],
  'it-fails': [
    'Half a minute. Packing stands still, and orders wait in the shard. Ask them to remember that; it matters in two steps.',
  ],
  'your-split': [
    'Ask how many partitions 1,500 writes a second need. Then the command, in the Console. Nobody can ask for a split as such; raising the throughput leads to one.',
  ],
  'who-first': [
    'An order, not a choice. Give them a minute to discuss it in pairs. The misconception is that a child is read as soon as it has something.',
    'Ask why it must wait: an item that changed in the parent may change again in the child. Parents first keeps it in order.',
  ],
  'a-day': [
    'An estimate. Help with: how many are open, how often does each close? Then let a day go by. Point out that the oldest records have fallen off.',
  ],
  'what-you-saw': [
    'Ask for the rule in four words: parents first, then children. Lambda and the Kinesis Client Library keep it for you; a reader of one’s own has to keep it too.',
  ],
};
