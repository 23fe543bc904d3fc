/** The rules of SPEC.md that explain what is inspected, each in a short sentence. */
export interface RuleText {
  id: string;
  text: string;
  /** Shortened from SPEC.md: documented, recorded, assumed or ours. */
  provenance: 'documented' | 'recorded' | 'assumed' | 'ours';
}

const RULES = {
  T1: ['A write that changes nothing makes no record.', 'documented'],
  T2: [
    'A write to a new key is an INSERT, to an old one a MODIFY; a delete is a REMOVE.',
    'recorded',
  ],
  T4: ['A call takes 8 to 24 ms to the table.', 'assumed'],
  T5: [
    'What was there before the stream was enabled is in no record until it changes.',
    'documented',
  ],
  T12: ['A transaction’s changes reach readers of the stream one by one.', 'documented'],
  T14: ['An item is deleted some time after its time to live has passed.', 'documented'],
  T15: ['The record of such a delete carries the service’s identity.', 'documented'],
  P10: ['A partition that stays near its limit splits, beside its one hot key.', 'assumed'],
  P1: ['The hash of the partition key chooses the partition.', 'documented'],
  P2: ['A partition serves 1,000 write units and 3,000 read units a second.', 'documented'],
  P3: ['A new on-demand table has four partitions.', 'assumed'],
  P4: ['A partition may split in two; partitions never merge.', 'documented'],
  P5: ['A write costs a unit per started kilobyte of the larger image.', 'documented'],
  S1: ['Each change makes exactly one record in the stream.', 'documented'],
  S2: ['A stream has one open shard per partition.', 'assumed'],
  S4: ['A shard names its parent; a roll gives one child, a split two.', 'documented'],
  S5: ['The records of one item are in the order of its changes.', 'documented'],
  S6: ['A record falls off 24 hours after it was written.', 'documented'],
  S7: ['A shard hands over to a child about every four hours.', 'assumed'],
  S8: ['A record can be read 40 to 120 ms after its commit.', 'assumed'],
  S11: ['The view type decides which images a record has.', 'recorded'],
  S12: ['Sequence numbers rise with every change of an item.', 'documented'],
  S13: ['ApproximateCreationDateTime is in whole seconds.', 'documented'],
  S14: ['SizeBytes counts the keys and the images that are present.', 'recorded'],
  S19: ['A shard iterator is good for 15 minutes.', 'documented'],
  K1: ['Kinesis always gets both images, and no sequence number of the item.', 'documented'],
  K2: ['The MD5 of the partition key chooses the Kinesis shard.', 'assumed'],
  K3: ['A change takes about 120 ms to the data stream.', 'assumed'],
  K4: ['Some changes are written to the data stream twice.', 'documented'],
  K5: ['Some changes are overtaken on their way to the data stream.', 'documented'],
  K6: ['A change costs a capture unit per started kilobyte.', 'documented'],
  E1: ['A batch goes out when it is full or its window is over.', 'documented'],
  E2: ['A shard of a DynamoDB stream is polled four times a second.', 'documented'],
  E3: ['One batch of a shard is in flight at a time.', 'documented'],
  E4: ['A shard is read after its parent has been read to its end.', 'documented'],
  E5: ['A failed batch is tried again as a whole, and its shard waits.', 'documented'],
  E6: ['The pause before a retry doubles from one second to a minute.', 'assumed'],
  E7: ['After the last retry, or past the maximum age, records are given up.', 'documented'],
  E8: ['Records that fall off before they succeed are lost to the mapping.', 'documented'],
  E9: ['A throttled invocation uses up no attempt.', 'documented'],
  E11: [
    'Making or changing a mapping takes three to eight seconds; on AWS often longer.',
    'assumed',
  ],
  E12: ['LATEST passes over what was written before the mapping was Enabled.', 'documented'],
  E22: ['Patterns are alternatives; the fields of one pattern must all match.', 'documented'],
  E24: ['A number is a text in the event, so numeric never matches it.', 'recorded'],
  E26: ['One document tells the destination of what was given up, and why.', 'recorded'],
  E27: [
    'With ParallelizationFactor the records of one item stay in one lane, in order.',
    'documented',
  ],
  E28: ['What matches no filter is dropped before the invocation, and passed.', 'documented'],
  E29: ['A failed batch is split in halves; a split uses up no attempt.', 'documented'],
  E30: ['The lowest sequence number reported is where reading goes on.', 'recorded'],
  E31: ['One GetRecords call brings at most 1,000 records.', 'documented'],
  E32: ['TRIM_HORIZON begins at the oldest record, LATEST after the newest.', 'documented'],
  E36: ['An identifier that is not of the batch means that all failed.', 'recorded'],
  E37: ['An update takes effect when it is done; until then nothing is read.', 'documented'],
  E38: ['A batch goes out before its event exceeds 6 MB.', 'documented'],
  E45: ['What was given up can be read again while its records live.', 'documented'],
  F1: ['How long an invocation lasts is drawn between median and 99th percentile.', 'ours'],
  F2: ['A new execution environment costs a cold start.', 'documented'],
  F3: ['Effects are carried out in order, record by record.', 'ours'],
  F4: ['What a failed invocation has done stays done, and is done again.', 'documented'],
  F5: ['An invocation ends at its timeout; what it has done stays done.', 'documented'],
  F6: ['A fault begins and ends at an instant, and changes no draw of anything else.', 'ours'],
  D1: ['A document is named by its item’s key.', 'documented'],
  D2: ['With external versions only a newer change replaces a document.', 'documented'],
  D3: ['An audit object is named by the sequence number: a repeat writes over it.', 'ours'],
  D4: ['The index remembers a delete for 60 seconds.', 'documented'],
  D5: ['An e-mail is sent each time somebody asks for it.', 'documented'],
  D6: ['A FIFO queue accepts a message once in five minutes.', 'documented'],
  D7: ['A call to an unavailable target fails, and with it the invocation.', 'ours'],
  W1: ['A scan reads pages of 1 MB, before its filter.', 'documented'],
  W2: ['A scan pays for what it evaluates, not for what it returns.', 'documented'],
  W3: ['Each poll asks for what was written after the last one began.', 'ours'],
  W4: ['Each change is seen, missed for one reason, or not decided yet.', 'ours'],
} as const satisfies Record<string, readonly [string, RuleText['provenance']]>;

export type RuleId = keyof typeof RULES;

export const ruleIds = Object.keys(RULES) as RuleId[];

export const ruleTexts = (...ids: RuleId[]): RuleText[] =>
  ids.map((id) => ({ id, text: RULES[id][0], provenance: RULES[id][1] }));
