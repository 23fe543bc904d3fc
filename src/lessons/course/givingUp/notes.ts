/** What a teacher may say in lesson 13. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'three-settings': [
    'One minute. Read the three settings off the mapping, and say what each is unless somebody sets it: never, never, nobody.',
  ],
  'in-the-queue': [
    '“Five messages” comes from queues. Vote, then open the message on the queue’s card and look for the orders: they are not in it, only where they lie.',
    'If somebody asks for the function’s dead-letter queue: play that world. It gets nothing; it is for asynchronous invocations.',
  ],
  'how-many-attempts': [
    'Quick. The first attempt is no retry. Then show the same number in the message.',
  ],
  throttled: [
    'Ask for the difference between an attempt that fails and one that never begins. Throttled invocations use up nothing, so the orders are late and not lost.',
  ],
  'too-old': [
    'Two settings are at work. Ask which counts first here: there is no limit of retries, so the age. Play the other world, and it is the other way round.',
    'Sixty seconds is the least that AWS allows.',
  ],
  redrive: [
    'Open the queue, find the second message, press Redrive. Say what this is on AWS: a small program of your own. Ask what about order: what came later was there first.',
  ],
  'a-day-later': [
    'The message is there, what it points at is not. Two lives again: days for a message in a queue, 24 hours for a record. Ask which destination would have helped. (A bucket gets the records.)',
  ],
  'what-you-saw': [
    'Let each write down the four settings that they would give a mapping at work, and compare. Ask about the one that most leave out: the destination.',
  ],
};
