/** What a teacher may say in lesson 1. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'the-table': [
    'Half a minute. Ask who has used a table in DynamoDB, and who has ever had to find out what changed in one. Name the three things on the stage from left to right: table, stream, function.',
    'Say that time stands still until you let it run. Nothing that follows is a film: a simulator computes it, and anybody can open the same step on a device of their own (Q shows the code).',
  ],
  'the-put': [
    'Let it run and say nothing for the first seconds. Then follow the circle with a finger: writer, table, stream, function, index. Run it a second time if somebody asks where it went.',
    'The point to make: the table stored the item and the record came into the stream at the same instant. The function learned of it later. Two clocks, one change.',
  ],
  'the-update': [
    'Have them vote before anything moves, and ask one person of each camp why. The usual mistake is the pair: whoever knows triggers or diffs of files expects a removal and an insertion.',
    'After the reveal, see the world with the pair: there the application really deletes and puts again. Same item in the end, two records instead of one. What the stream says depends on what was called.',
  ],
  'two-images': [
    'Choose the diamond on the stage and read the two images aloud: only `Status` differs. Ask what a reader could not tell with the new image alone. (What it was before, so also which index entries are out of date.)',
    'If somebody asks: the view type is chosen when the stream is enabled, and lesson 3 chooses it wrongly on purpose.',
  ],
  'the-same-again': [
    'This is the question that most get wrong, also people with years of experience. Let the vote stand for a moment and ask: who pays for a write that changes nothing?',
    'The misconception is “one call, one record”. After the reveal: the write was carried out and is paid for, {tables.Todos.writes.noOp} is counted at the table, and the stream is silent. A reader cannot count calls by counting records.',
  ],
  'your-own': [
    'Ask somebody to name a key that is not in the table. Going on puts `T1002` for you; if you would rather do it by hand, leave the presentation (Esc), press N, and come back with *Present*.',
    'What if it is a key that exists? Then it is a MODIFY, or nothing at all if every attribute is the same: the two steps before.',
  ],
  'which-of-them': [
    'Several can be right: have them raise a hand for each line that holds. Whoever followed the last question gets this one; it is here so that everybody has said it once.',
  ],
  'what-you-saw': [
    'Have one of them say the sentence in their own words: one committed change of one item, one record; no change, no record. Then ask how somebody would fare who may only look at the table every thirty seconds, and leave the question open: it is the next lesson.',
  ],
};
