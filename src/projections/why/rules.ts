/** The rule by which each kind of entry had to happen. */
import { Entry, FailureReason, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { effectDefinition } from '../effectSteps.ts';
import type { RuleId } from '../ruleTexts.ts';
import { isOneMore } from './causes.ts';

type Rule = RuleId | ((world: World, entry: JournalEntry, number: number) => RuleId | null);

const REPEATS: Readonly<Record<string, RuleId>> = {
  IndexDocuments: 'D1',
  AuditLog: 'D3',
  Notify: 'D5',
  Enqueue: 'D6',
};

const RULES: Partial<Record<number, Rule>> = {
  [Entry.commandGiven]: 'T4',
  [Entry.itemPut]: 'T2',
  [Entry.itemUpdated]: 'T2',
  [Entry.itemDeleted]: 'T2',
  [Entry.itemExpired]: 'T2',
  [Entry.noOpWritten]: 'T1',
  [Entry.conditionFailed]: 'T3',
  [Entry.writeThrottled]: 'P2',
  [Entry.readThrottled]: 'P2',
  [Entry.pageThrottled]: 'P2',
  [Entry.shardOpened]: (world, { a: shard, b: parent }) =>
    parent >= 0 ? 'S4' : world.state.shards[shard]!.kind === 'DynamoDbStream' ? 'S2' : null,
  [Entry.consumerStarted]: (world, { b: shard }) =>
    world.state.shards[shard]!.parent >= 0 ? 'E4' : 'E32',
  [Entry.streamRecordAppended]: 'S1',
  [Entry.recordsTrimmed]: 'S6',
  [Entry.changeSentToKinesis]: (_, { c: copy, d: transit }) =>
    copy > 0 ? 'K4' : transit > 1_000_000 ? 'K5' : 'K3',
  [Entry.kinesisRecordAppended]: 'K1',
  [Entry.invocationStarted]: (world, { a }) => (world.invocations.attempt.get(a) > 1 ? 'E5' : 'E1'),
  [Entry.invocationSucceeded]: 'E3',
  [Entry.invocationFailed]: (_, { c: reason }) =>
    reason === FailureReason.timeout ? 'F5' : reason === FailureReason.crash ? 'F4' : 'E5',
  [Entry.retryScheduled]: 'E6',
  [Entry.batchBisected]: 'E5',
  [Entry.recordsDiscarded]: 'E7',
  [Entry.recordsExpired]: 'E8',
  [Entry.invocationThrottled]: 'E9',
  [Entry.effectCompleted]: (world, { a: effect }, number) =>
    isOneMore(world, number) ? (REPEATS[effectDefinition(world, effect).do] ?? 'F4') : 'F3',
  [Entry.effectFailed]: 'D7',
  [Entry.faultStarted]: 'F6',
  [Entry.faultEnded]: 'F6',
  [Entry.pollStarted]: 'W3',
  [Entry.pollEnded]: 'W2',
  [Entry.imageReturned]: 'W1',
  [Entry.changeMissed]: 'W4',
};

/** The rule behind an entry, or null where a chain has nothing to say of it. */
export function ruleOf(world: World, entry: JournalEntry, number: number): RuleId | null {
  const rule = RULES[entry.kind];
  return typeof rule === 'function' ? rule(world, entry, number) : (rule ?? null);
}
