/** What a teacher may say in lesson 3. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'no-stream': [
    'Half a minute. Four customers, and nothing that would tell of them. Ask: if we switch the stream on now, will it tell of Dora, who came a second ago? Leave it open.',
  ],
  enable: [
    'Vote. “Four” comes from thinking of a stream as a copy of the table. “One” comes from thinking that it remembers what has just happened. Have one of each camp say why.',
    'The hollow marks on the table are the point: no record tells of these items. Ask what one does who needs them as well. (Reads the table once: an export or a scan.)',
  ],
  'an-old-item': [
    'The usual mistake is to think that the stream keeps a list of what it knows. It does not: the event’s name says what happened to the item in the table.',
    'What follows for programmers: a reader can get a `MODIFY` of something that it has never seen. Ask what their code would do then.',
  ],
  'what-it-tells': [
    'Several are right. “Where she lived before” is the one to talk about: with `NEW_IMAGE` nobody can tell what was replaced. Play its world, and the old address is there.',
    '“Who made the change” surprises people who know audit logs. If it matters, the application has to write it into the item.',
  ],
  edit: [
    'Ask who would dare to do this on a Friday. Then vote. Most expect that the setting changes from now on.',
    'If somebody names `ResourceInUseException`: an older guide does so too; the text says what today’s API reference says.',
  ],
  disable: [
    'Let it run, and ask whether Ada’s record is gone. It is still there, and will be until it is 24 hours old. Switching off does not empty a stream.',
  ],
  'your-turn': [
    'Let somebody dictate the command; the Console completes names with Tab. Ask before it is sent: will the new stream have the old one’s ARN?',
  ],
  'both-images': [
    'Half a minute. Ask where Ben’s record is, and where Ada’s. Then: which of them hears a function that was set up yesterday? It goes on reading the old ARN, without an error.',
  ],
  'what-you-saw': [
    'Have them say what a stream does not hold: what was before, who did it, reads, anything older than 24 hours.',
    'A good closing question: which view type would you choose if you did not know your readers yet? Ask for the price of that choice, and leave it: the size of records comes in the next lesson.',
  ],
};
