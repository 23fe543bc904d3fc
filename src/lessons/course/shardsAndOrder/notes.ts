/** What a teacher may say in lesson 6. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'four-shards': [
    'Ask before the vote: what is a stream, one queue or several? Whoever says one queue will answer “one”. Its world has one partition, and there it is true.',
    'If somebody wants more shards: nobody can order them. The table’s partitions decide.',
  ],
  'one-fails': [
    'Let them vote and ask for a reason. “All five” thinks of records one by one; “none” thinks of one queue. It is the shard that waits.',
    'Look at `order#14` with them: it has nothing to do with the failure, and waits all the same.',
  ],
  'who-waits': [
    'Slow down here. Ask: has something gone wrong, if a later change was handled before an earlier one? Nothing has. The promise is about each item.',
    'People say “ordered by partition key”. Ask what AWS promises, and let them find the difference.',
  ],
  'two-more': [
    'Ask what would happen if `order#20` were skipped: it would be shipped before it was placed, for this reader. That is why the shard waits.',
  ],
  'heal-it': [
    'Before the button is pressed: in which order will the waiting changes go? Then press Poison on the card and let time run. The pauses have grown, so it does not begin at once.',
  ],
  'what-held': [
    'Several hold. The wrong ones are the interesting ones: an order over the whole table, and a bound on the time. Nobody promises either.',
  ],
  'what-you-saw': [
    'Have them finish the sentence: a failing record stops …, and nothing else. (Its shard.) The next lesson asks where shards come from.',
  ],
};
