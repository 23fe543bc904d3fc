/** What a teacher may say in lesson 16. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'once-and-once': [
    'One minute. Ask who writes code on the assumption that each record comes once. Name the three effects of Worker: a message, a document, a mail.',
  ],
  'the-crash': [
    'Several. “The index is wrong” is the one to discuss: storing the same document again changes nothing. Ask which of their own effects are like the index, and which like the mail.',
  ],
  'mark-first': [
    'Let them propose a remedy before you show it; somebody will say “note it first”. Then vote. No mail at all, and nothing failed.',
    'Play both worlds: without the loss, and with the note last. There it is two mails. Ask which they would rather have.',
  ],
  'your-guard': [
    'Choose the function’s name, then the guard for the first effect. Ask why the sequence number is a good id: a repeat has the same, a new change another.',
  ],
  'five-minutes': [
    '“One” trusts the queue for ever. It remembers for five minutes. Ask how long a mapping can go on trying, and who has to remember that long.',
  ],
  'what-you-saw': [
    'Close with the sentence: at least once, and effects that bear it. Then send them to the practice questions; *Compare* shows seven ways to write the same work, on the same failures.',
  ],
};
