/**
 * What would have had to be different for what tables, streams, shards, mappings and alarms did, by the
 * entries that tell of it.
 */
import { ALARM_STATES, Entry, WindowEnd } from '../../engine/kernel/journal.ts';
import { whyWords as words } from '../words/whyWords.ts';
import { always, type Unless } from './unless.ts';

const called = always(() => words.noCommand);

const unlessAlarmed: Unless = (world, { a: alarm, b: state }) => {
  const { metric, threshold, datapointsToAlarm, evaluationPeriods } =
    world.definition.alarms![alarm]!;
  switch (ALARM_STATES[state]) {
    case 'ALARM':
      return [
        words.fewerBreaches(datapointsToAlarm, evaluationPeriods),
        words.otherThreshold(metric, threshold),
      ];
    case 'OK':
      return [words.moreBreaches(datapointsToAlarm, evaluationPeriods)];
    default:
      return [words.someData(evaluationPeriods)];
  }
};

const unlessClosed: Unless = (world, { a: shard }) => {
  const children = world.state.shards.filter(({ parent }) => parent === shard).length;
  if (children === 0) return [words.streamStays];
  return [children > 1 ? words.unsplitPartition : words.rolls];
};

const byWindowEnd: Readonly<Record<number, () => string>> = {
  [WindowEnd.time]: () => words.longerWindow,
  [WindowEnd.shard]: () => words.windowShard,
  [WindowEnd.early]: () => words.smallerState,
  [WindowEnd.failed]: () => words.keptState,
};

export const unlessSetUp: Partial<Record<number, Unless>> = {
  [Entry.callFailed]: always(() => words.notRefused),
  [Entry.itemsRead]: called,
  [Entry.shardIteratorIssued]: called,
  [Entry.streamRead]: called,
  [Entry.trafficChanged]: called,
  [Entry.tableCreated]: called,
  [Entry.tableDeleted]: called,
  [Entry.throughputChanged]: called,
  [Entry.tableSettled]: always(() => words.unchangedTable),
  [Entry.timeToLiveChanged]: called,
  [Entry.expiryReached]: always(() => words.expiresLater),
  [Entry.transactionCommitted]: always(() => words.allOrNothing),
  [Entry.transactionCancelled]: always((_, { b: action }) => words.nothingAgainst(action + 1)),
  [Entry.streamEnabled]: called,
  [Entry.streamDisabled]: called,
  [Entry.streamingDestinationChanged]: called,
  [Entry.shardClosed]: unlessClosed,
  [Entry.shardDrained]: always(() => words.shardStays),
  [Entry.mappingCreated]: called,
  [Entry.mappingDeleted]: called,
  [Entry.mappingUpdating]: called,
  [Entry.mappingUpdated]: always(() => words.notUpdated),
  [Entry.mappingEnabled]: always(() => words.notEnabled),
  [Entry.mappingDisabled]: always(() => words.notDisabled),
  [Entry.recordsPassedOver]: always(() => words.fromHorizon),
  [Entry.lanesChanged]: always(() => words.sameLanes),
  [Entry.windowClosed]: always((_, { d: end }) => (byWindowEnd[end] ?? (() => words.noFault))()),
  [Entry.onFailureSent]: always(() => words.noDocument),
  [Entry.recordsRedriven]: called,
  [Entry.markerWritten]: always(() => words.noMarker),
  [Entry.markerFound]: always(() => words.markerGone),
  [Entry.functionCreated]: called,
  [Entry.functionUpdated]: called,
  [Entry.functionDeleted]: called,
  [Entry.alarmChanged]: unlessAlarmed,
  [Entry.alarmActionSent]: always(() => words.noAction),
};
