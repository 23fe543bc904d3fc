/** What a teacher may say in lesson 5. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'four-partitions': [
    'One minute. Ask who has seen a partition of DynamoDB. Nobody has; AWS does not show them. Here they are drawn, and the Inspector on the table’s name draws the ring of hashes.',
    'The question of the lesson: who decides where a reading lies?',
  ],
  'one-device': [
    '“One in each” is the answer of people who know load balancers. Vote, then play the world with four devices.',
    'Point out that our hash is not AWS’s, which is not public. What matters is that it is always the same for the same key.',
  ],
  'many-devices': [
    'An estimate. Whoever says 100 has understood it; whoever asks “exactly?” even better. Ask why it is not exactly a quarter: chance, which evens out with more keys.',
  ],
  'your-turn': [
    'Have them bet on a partition for a device of their own before it is put. Put a second reading of the same device afterwards: the same partition.',
  ],
  'too-hot': [
    'The question with the largest spread. The table has room for more than three times as much, and still writes are refused. Ask where that room is: in the other partitions.',
    'Play the world in which each picture has a key of its own. Same load, nothing refused.',
  ],
  'the-split': [
    'Let the five minutes run and watch the number of partitions. That it takes five minutes is our assumption; say so, the text does too.',
    'Ask what they expect now for the camera, and go straight on.',
  ],
  'after-the-split': [
    'People expect a split to cure it. One key with one item lies in one partition, however many there are.',
    'What if we pay for more? Nothing changes for this key. More keys do it: `camera#0/1`, `camera#0/2`.',
  ],
  'what-you-saw': [
    'Ask each to name the partition key of a table at work, and whether one value of it is much busier than the rest. That is worth two minutes.',
  ],
};
