/** What a teacher may say in lesson 9. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'two-accounts': [
    'Half a minute. Two accounts, one function. Announce what comes: calls that make no record, calls that make several, and a record without a call.',
  ],
  'your-no-op': [
    'Have somebody put the account as it is. Look for the hollow mark on the partition. Ask who pays: the write is charged like any other.',
  ],
  'a-batch': [
    'Ask what a batch saves. Round trips, and nothing else. “One” thinks of the call, “three” of the puts; the stream counts changes.',
  ],
  'a-transfer': [
    'In the table it is one instant. Ask whether a reader can see half of a transfer. It can: two records, in two shards, read by themselves.',
    'The thread on the stage is ours. If somebody asks how a reader could know: by a number that both items carry.',
  ],
  cancelled: [
    'Several hold. The cost surprises people: nothing was changed, and still it is charged, in a transaction twice. Ask what a loop of failing conditions would cost.',
  ],
  'a-session': [
    'Vote, then let it run. Expired is not deleted. Ask what a login would do wrong that trusts the table alone.',
  ],
  'gone-at-last': [
    'The question is whether the stream tells of a delete that nobody called for. It does, and it says who: `userIdentity`.',
    'The time it takes is assumed here, and the text says so. What AWS says is “typically within two days”.',
  ],
  'what-you-saw': [
    'Ask for the count of each: no-op, batch of three, transfer, cancelled, expiry. Whoever gets them all needs no summary.',
  ],
};
