/** What a teacher may say in lesson 2. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'two-ways': [
    'One minute. Ask who has written a job that asks a table every so often what is new. Most have. Ask what they asked for: usually an attribute such as `updated_at`, as here.',
    'Name both readers on the stage before anything moves: the function behind the stream, and the scan at the bottom with its clock.',
  ],
  'told-at-once': [
    'Let it run and follow the one order. Ask who knows of it now, and who does not. The scan’s clock shows how long it still waits.',
    'Somebody may ask whether Lambda does not poll too. It does, about four times a second for each shard, and nobody has to write or tune that.',
  ],
  'three-states': [
    'Vote before it runs. Many say “all three”, for the order has been in all three states. The question is what can be read at one instant.',
    'After the reveal play the world of seven seconds: there all three are seen, at more than four times the reading. Ask how often one would have to ask to be sure. (However often: two updates can always come between two looks.)',
  ],
  'the-delete': [
    'Several can be right. The misconception is that a delete is a change like any other, and that a scan for changes returns it. Ask what the scan would have to return: the item is not there.',
    'If somebody knows a remedy (a flag instead of a delete, a copy to compare with), ask what it costs. Both can be tried under *Compare*.',
  ],
  'the-price': [
    'Have them write down a number before anybody speaks. Most estimate what was returned, or one pass over the table. It is two passes, over everything.',
    'The sentence to keep: you pay for what is read, not for what is returned. A filter comes after the reading.',
  ],
  'delete-one': [
    'Let somebody choose the order to be taken away. In a presentation going on deletes `archive#7` for you; by hand it is N, then Delete, then an order.',
    'Ask before it is done: in which of the two readers will you see it, and when?',
  ],
  'the-next-look': [
    'Half a minute. Let it run, and ask somebody to read aloud what the scan says that it could not see. The delete of the last step is among it.',
  ],
  'what-you-saw': [
    'Ask for the trade in one sentence: asking more often loses less and costs more, asking less often the other way round.',
    'Then ask when a scan is right all the same: where the present state is all one wants, and minutes do not matter. It is no wrong tool, only a wrong way to learn of changes.',
  ],
};
