/** What a teacher may say in lesson 14. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'one-lane': [
    'Half a minute. Thirty changes come in a second, ten are handled. Ask what they would do. Most say: more shards. Nobody can order them.',
  ],
  'how-many-lanes': [
    'They look for a setting, and each value runs in a world of its own. Three lanes would be enough on paper; ask why a little more is needed. (The lanes do not get equal shares.)',
  ],
  'ten-lanes': [
    'Change the factor on the card and let time run. Watch several batches of one shard in flight. Ask what it costs: the same work, done at the same time.',
  ],
  'one-customer': [
    'This is where good texts are wrong. For a DynamoDB stream the order kept is that of each item, both parts of the key. “Per partition key” is Kinesis.',
    'Then its other side: two orders of one customer may overtake each other. Ask whether that would matter at work.',
  ],
  'one-order': [
    'Vote quickly. One item is one lane, so ten lanes are as slow as one. Ask what would help: larger batches, a quicker function, fewer writes.',
  ],
  'what-holds': [
    'Several. “More than one open shard” is the trap: lanes are the mapping’s, the stream knows nothing of them.',
  ],
  'what-you-saw': [
    'One sentence each: when does the factor help, and when not at all? Many items; one hot item.',
  ],
};
