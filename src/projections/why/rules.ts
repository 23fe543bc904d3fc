/** The rule by which each kind of entry had to happen. */
import {
  ALARM_STATES,
  EffectOutcome,
  Entry,
  FailureReason,
  type JournalEntry,
  WindowEnd,
} from '../../engine/kernel/journal.ts';
import { RequestOrigin, type World } from '../../engine/world.ts';
import { effectDefinition, effectStep } from '../effectSteps.ts';
import type { RuleId } from '../ruleTexts.ts';
import { leftAnEffect } from '../sentences/consumerSentences.ts';
import { isOneMore } from './causes.ts';

type Rule = RuleId | ((world: World, entry: JournalEntry, number: number) => RuleId | null);

/** What is done again, by its effect; and what refused to be. */
const REPEATS: Readonly<Record<string, RuleId>> = {
  IndexDocuments: 'D1',
  AuditLog: 'D3',
  Notify: 'D5',
};
const STALE: Readonly<Record<string, RuleId>> = { IndexDocuments: 'D2', Enqueue: 'D6' };

const WINDOWS: Readonly<Record<number, RuleId>> = {
  [WindowEnd.time]: 'E40',
  [WindowEnd.shard]: 'E43',
  [WindowEnd.early]: 'E42',
};

const ORIGINS: Readonly<Record<number, RuleId>> = {
  [RequestOrigin.event]: 'F11',
  [RequestOrigin.rule]: 'D22',
  [RequestOrigin.enrichment]: 'E50',
  [RequestOrigin.redrive]: 'E45',
};

const ofRequests: Partial<Record<number, Rule>> = {
  [Entry.requestStarted]: (world, { a: request, c: attempt }) =>
    attempt > 1 ? 'F11' : (ORIGINS[world.requests.origin.get(request)] ?? 'F10'),
  [Entry.requestSucceeded]: 'F1',
  [Entry.requestFailed]: (world, { a: request, c: reason }) =>
    reason === FailureReason.timeout
      ? 'F5'
      : reason === FailureReason.crash
        ? 'F4'
        : (ORIGINS[world.requests.origin.get(request)] ?? 'F10'),
  [Entry.requestThrottled]: (_, { c: comesAgain }) => (comesAgain > 0 ? 'F11' : 'F7'),
  [Entry.requestRetryScheduled]: 'F11',
  [Entry.requestDropped]: 'F11',
  [Entry.functionCreated]: 'F12',
  [Entry.functionUpdated]: 'F13',
  [Entry.functionDeleted]: 'F13',
};

/** By the name of AWS's error, where a rule is about it. */
const REFUSALS: Readonly<Record<string, RuleId>> = {
  TrimmedDataAccessException: 'S21',
  ExpiredIteratorException: 'S19',
  LimitExceededException: 'S24',
  TransactionCanceledException: 'T12',
  ProvisionedThroughputExceededException: 'P2',
  InvalidParameterValueException: 'E10',
  TooManyRequestsException: 'F7',
};

/** Of tables, streams and mappings that come, change and go, and of reads. */
const ofSetup: Partial<Record<number, Rule>> = {
  [Entry.tableCreated]: 'T6',
  [Entry.tableDeleted]: 'T6',
  [Entry.tableSettled]: 'T6',
  [Entry.throughputChanged]: 'P6',
  [Entry.streamEnabled]: 'T5',
  [Entry.streamDisabled]: 'S16',
  [Entry.callFailed]: (world, { b: error }) =>
    REFUSALS[world.errors.get(error).split(':')[0]!] ?? 'B1',
  [Entry.trafficChanged]: 'L43',
  [Entry.itemsRead]: 'P8',
  [Entry.shardIteratorIssued]: 'S20',
  [Entry.streamRead]: 'S18',
  [Entry.transactionCommitted]: 'T12',
  [Entry.transactionCancelled]: 'T12',
  [Entry.timeToLiveChanged]: 'T16',
  [Entry.expiryReached]: 'T14',
  [Entry.streamingDestinationChanged]: 'K20',
  [Entry.mappingCreated]: 'E11',
  [Entry.mappingEnabled]: 'E11',
  [Entry.mappingDisabled]: 'E13',
  [Entry.mappingDeleted]: 'E11',
  [Entry.mappingUpdating]: 'E37',
  [Entry.mappingUpdated]: 'E37',
  [Entry.recordsPassedOver]: 'E12',
  [Entry.lanesChanged]: 'E39',
};

const RULES: Partial<Record<number, Rule>> = {
  [Entry.commandGiven]: 'T4',
  [Entry.itemPut]: 'T2',
  [Entry.itemUpdated]: 'T2',
  [Entry.itemDeleted]: 'T2',
  [Entry.itemExpired]: 'T14',
  [Entry.noOpWritten]: 'T1',
  [Entry.conditionFailed]: 'T3',
  [Entry.writeThrottled]: 'P2',
  [Entry.readThrottled]: 'P2',
  [Entry.shardOpened]: (world, { a: shard, b: parent }) =>
    parent >= 0 ? 'S4' : world.state.shards[shard]!.kind === 'DynamoDbStream' ? 'S2' : 'K2',
  [Entry.shardClosed]: (world, { a: shard }) => {
    const { kind } = world.state.shards[shard]!;
    const children = world.state.shards.filter((child) => child.parent === shard).length;
    if (kind !== 'DynamoDbStream') return null;
    return children === 0 ? 'S16' : children > 1 ? 'P4' : 'S7';
  },
  [Entry.consumerStarted]: (world, { b: shard }) =>
    world.state.shards[shard]!.parent >= 0 ? 'E4' : 'E32',
  [Entry.shardDrained]: 'E4',
  [Entry.streamRecordAppended]: 'S1',
  [Entry.recordsTrimmed]: 'S6',
  [Entry.changeSentToKinesis]: (_, { c: copy, d: transit }) =>
    copy > 0 ? 'K4' : transit > 1_000_000 ? 'K5' : 'K3',
  [Entry.kinesisRecordAppended]: (world, { a }) =>
    world.kinesisRecords.copy.get(a) > 0 ? 'K4' : 'K1',
  [Entry.invocationStarted]: (world, { a }) => (world.invocations.attempt.get(a) > 1 ? 'E5' : 'E1'),
  [Entry.invocationSucceeded]: 'E3',
  [Entry.invocationFailed]: (world, entry, number) => {
    if (entry.c === FailureReason.timeout) return 'F5';
    if (entry.c === FailureReason.partial) return 'E30';
    const isCrash = entry.c === FailureReason.crash && leftAnEffect(world, entry, number);
    return isCrash ? 'F4' : 'E5';
  },
  [Entry.retryScheduled]: 'E6',
  [Entry.batchBisected]: 'E29',
  [Entry.recordsDiscarded]: 'E7',
  [Entry.recordsExpired]: 'E8',
  [Entry.invocationThrottled]: 'E9',
  [Entry.effectCompleted]: (world, { a: effect, d: outcome }, number) => {
    const { do: kind } = effectDefinition(world, effect);
    if (outcome === EffectOutcome.stale && STALE[kind] !== undefined) return STALE[kind];
    return isOneMore(world, number) ? (REPEATS[kind] ?? 'F4') : 'F3';
  },
  [Entry.effectFailed]: 'D7',
  [Entry.faultStarted]: 'F6',
  [Entry.faultEnded]: 'F6',
  [Entry.pollStarted]: 'W3',
  [Entry.pollEnded]: 'W2',
  [Entry.imageReturned]: 'W3',
  [Entry.changeMissed]: 'W4',
  [Entry.pageThrottled]: 'W8',
  [Entry.onFailureSent]: 'E26',
  [Entry.recordsRedriven]: 'E45',
  [Entry.windowClosed]: (_, { d: end }) => WINDOWS[end] ?? 'E41',
  [Entry.markerWritten]: (world, { a: step }) =>
    effectStep(world, step).idempotency === 'Marker' ? 'D10' : 'D11',
  [Entry.markerFound]: 'D12',
  [Entry.eventRouted]: 'D20',
  [Entry.alarmChanged]: (_, { b: state }) =>
    ALARM_STATES[state] === 'INSUFFICIENT_DATA' ? 'M3' : 'M2',
  [Entry.alarmActionSent]: 'M4',
  ...ofRequests,
  ...ofSetup,
};

/** The rule behind an entry, or null where a chain has nothing to say of it. */
export function ruleOf(world: World, entry: JournalEntry, number: number): RuleId | null {
  const rule = RULES[entry.kind];
  return typeof rule === 'function' ? rule(world, entry, number) : (rule ?? null);
}
