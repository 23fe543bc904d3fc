/**
 * The journal as readable lines: when, and what, in at most 100 characters. For the command line and
 * for tests; the page's own log has sentences of its own. Rules: [R10] in SPEC.md.
 */
import type { Command } from '../../engine/definition.ts';
import {
  ALARM_STATES,
  Entry,
  type EntryKind,
  type JournalEntry,
} from '../../engine/kernel/journal.ts';
import type { Simulation } from '../../engine/simulation.ts';
import { changeKindName, type World } from '../../engine/world.ts';
import { effectDefinition, effectStep, functionOfEffect } from '../effectSteps.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { codeLines } from './codeLines.ts';
import {
  DISCARD_REASONS,
  EFFECT_OUTCOMES,
  FAILURE_REASONS,
  MISS_REASONS,
  REQUEST_ORIGINS,
  WINDOW_ENDS,
} from './ledgerWords.ts';

const WIDTH = 100;

/** Lines from one entry to another; all of them by default. */
export function* ledger(
  { world }: Pick<Simulation, 'world'>,
  from = 0,
  to = world.journal.length,
): Generator<string> {
  for (let number = from; number < to; number++) {
    const entry = world.journal.read(number);
    const line = `${clock(entry.at)}  ${LINES[entry.kind](world, entry)}`;
    yield line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
  }
}

/** `0:01:02.003` since the lab's first instant, cut to milliseconds. */
function clock(us: number): string {
  const ms = Math.floor(us / 1_000);
  const part = (unit: number, of: number, width: number): string =>
    String(Math.floor(ms / unit) % of).padStart(width, '0');
  const hours = Math.floor(ms / 3_600_000);
  return `${hours}:${part(60_000, 60, 2)}:${part(1_000, 60, 2)}.${part(1, 1_000, 3)}`;
}

type Line = (world: World, entry: JournalEntry) => string;

const item = ({ items, state }: World, number: number): string =>
  number < 0
    ? 'an item'
    : `${state.tables[items.table.get(number)]!.id} ${items.label.get(number)}`;
const itemOf = (world: World, change: number): string =>
  item(world, world.changes.item.get(change));
const change = (world: World, number: number): string =>
  `${itemOf(world, number)} ${changeKindName(world.changes.kind.get(number))}`;

/** `Orders shard 2`. */
function shard(world: World, number: number): string {
  const { tables, streams, kinesisStreams, shards } = world.state;
  const { kind, stream } = shards[number]!;
  const { id } =
    kind === 'KinesisStream' ? kinesisStreams[stream]! : tables[streams[stream]!.table]!;
  return `${id} ${shardLabel(world, number)}`;
}

/** `OrderProcessor at Orders shard 2`. */
function consumer(world: World, number: number): string {
  const reader = world.state.consumers[number]!;
  return `${world.state.mappings[reader.mapping]!.id} at ${shard(world, reader.shard)}`;
}

const table = ({ state }: World, number: number): string => state.tables[number]!.id;
const mapping = ({ state }: World, number: number): string => state.mappings[number]!.id;
/** `Orders of 2026-01-05T09:00:00.000`. */
const stream = (world: World, number: number): string => {
  const { table: of, label } = world.state.streams[number]!;
  return `${table(world, of)} of ${label}`;
};
const target = ({ state }: World, number: number): string => state.targets[number]!.id;
const poll = ({ state }: World, poller: number, number: number): string =>
  `${state.pollers[poller]!.id} poll ${number + 1}`;

/** `records 3 to 5`, or `record 3`: ordinals from, to (not included). */
const records = (from: number, to: number): string => {
  if (to === from) return 'no record';
  return to - from === 1 ? `record ${from}` : `records ${from} to ${to - 1}`;
};

function batch(world: World, invocation: number): string {
  const { invocations } = world;
  const from = invocations.from.get(invocation);
  const what = records(from, invocations.to.get(invocation));
  return `${consumer(world, invocations.consumer.get(invocation))}: ${what}`;
}

function effect(world: World, number: number): string {
  const fn = world.state.functions[functionOfEffect(world, number)]!;
  return `${fn.id} ${effectDefinition(world, number).do}`;
}

/** `Processor Enqueue`: what a marker is for. */
function step(world: World, { a: number }: JournalEntry): string {
  const { do: kind, fn } = effectStep(world, number);
  return `${fn.id} ${kind}`;
}

function fault({ state }: World, number: number): string {
  const { kind, target: struck, match } = state.faults[number]!;
  return `${struck}: ${kind}${match === null ? '' : ` of ${JSON.stringify(match)}`}`;
}

function command({ call, input }: Command): string {
  const of = input.TableName ?? input.UUID ?? input.target ?? input.table ?? '';
  return `${call} ${String(of)}`.trim();
}

/** One line for each kind of entry. */
const LINES: Readonly<Record<EntryKind, Line>> = {
  [Entry.commandGiven]: (w, e) => `command ${command(w.commands.get(e.a))}`,
  [Entry.writeSent]: (w, e) => `${item(w, e.c)} write sent`,
  [Entry.itemPut]: (w, e) => `${itemOf(w, e.a)} put: ${kindOf(w, e.a)}`,
  [Entry.itemUpdated]: (w, e) => `${itemOf(w, e.a)} updated: ${kindOf(w, e.a)}`,
  [Entry.itemDeleted]: (w, e) => `${itemOf(w, e.a)} deleted: ${kindOf(w, e.a)}`,
  [Entry.noOpWritten]: (w, e) => `${item(w, e.b)} written without a change: no record`,
  [Entry.conditionFailed]: (w, e) => `${item(w, e.b)} not written: its condition failed`,
  [Entry.callFailed]: (w, e) => `call failed: ${w.errors.get(e.b)}`,
  [Entry.streamRecordAppended]: (w, e) => `${shard(w, e.b)} record ${e.c}: ${change(w, e.a)}`,
  [Entry.recordsTrimmed]: (w, e) => `${shard(w, e.a)} ${records(e.b, e.c)} fell off`,
  [Entry.shardOpened]: (w, e) =>
    `${shard(w, e.a)} opened${e.b < 0 ? '' : ` after ${shard(w, e.b)}`}`,
  [Entry.shardClosed]: (w, e) => `${shard(w, e.a)} closed`,
  [Entry.changeSentToKinesis]: (w, e) =>
    `${w.state.kinesisStreams[e.b]!.id} sent ${change(w, e.a)}${e.c === 0 ? '' : ' once more'}`,
  [Entry.kinesisRecordAppended]: (w, e) => `${shard(w, e.b)} record ${e.c}: ${change(w, e.d)}`,
  [Entry.batchSent]: (w, e) => `${batch(w, e.a)} sent${e.c === 0 ? '' : ' again'}`,
  [Entry.invocationStarted]: (w, e) => `${batch(w, e.a)} begun`,
  [Entry.invocationSucceeded]: (w, e) => `${batch(w, e.a)} succeeded`,
  [Entry.invocationFailed]: (w, e) =>
    `${batch(w, e.a)} failed: ${FAILURE_REASONS[e.c]}${e.d < 0 ? '' : ` (${itemOf(w, e.d)})`}`,
  [Entry.retryScheduled]: (w, e) =>
    `${consumer(w, e.a)}: attempt ${e.b} failed, next in ${e.d / 1_000} s`,
  [Entry.recordsDiscarded]: (w, e) =>
    `${consumer(w, e.a)}: ${records(e.b, e.c)} given up, ${DISCARD_REASONS[e.d]}`,
  [Entry.recordsExpired]: (w, e) => `${consumer(w, e.a)}: ${records(e.b, e.c)} expired unread`,
  [Entry.consumerStarted]: (w, e) => `${consumer(w, e.a)}: began to read`,
  [Entry.shardDrained]: (w, e) => `${consumer(w, e.a)}: read to its end`,
  [Entry.invocationThrottled]: (w, e) => `${consumer(w, e.a)}: throttled`,
  [Entry.batchBisected]: (w, e) =>
    `${consumer(w, e.a)}: split into ${records(e.b, e.c)} and ${records(e.c, e.d)}`,
  [Entry.onFailureSent]: (w, e) => `${consumer(w, e.c)}: on-failure document to ${target(w, e.b)}`,
  [Entry.mappingUpdated]: (w, e) => `${w.state.mappings[e.a]!.id}: settings changed`,
  [Entry.effectSent]: (w, e) => `${effect(w, e.a)} to ${target(w, e.b)} sent: ${itemOf(w, e.c)}`,
  [Entry.effectCompleted]: (w, e) =>
    `${effect(w, e.a)} at ${target(w, e.b)} ${EFFECT_OUTCOMES[e.d]}: ${itemOf(w, e.c)}`,
  [Entry.effectFailed]: (w, e) =>
    `${effect(w, e.a)} at ${target(w, e.b)} failed: ${itemOf(w, e.c)}`,
  [Entry.markerWritten]: (w, e) => `${step(w, e)} marked as done: ${itemOf(w, e.c)}`,
  [Entry.markerFound]: (w, e) => `${step(w, e)} not done, its marker is there: ${itemOf(w, e.c)}`,
  [Entry.pollStarted]: (w, e) => `${poll(w, e.a, e.b)} begun`,
  [Entry.pageScanned]: (w, e) => `${poll(w, e.a, e.b)}: page ${e.c + 1}, ${e.d} items read`,
  [Entry.imageReturned]: (w, e) =>
    `${poll(w, e.a, e.b)} saw ${change(w, e.c)}${e.d === 0 ? '' : ' again'}`,
  [Entry.changeMissed]: (w, e) =>
    `${poll(w, e.a, e.b)} missed ${change(w, e.c)}: ${MISS_REASONS[e.d]}`,
  [Entry.pollEnded]: (w, e) => `${poll(w, e.a, e.b)} ended: ${e.c} images`,
  [Entry.pageThrottled]: (w, e) => `${poll(w, e.a, e.b)}: page ${e.c + 1} throttled`,
  [Entry.shardReadThrottled]: (w, e) =>
    `${consumer(w, e.a)}: read throttled, ${e.c} mappings read the shard`,
  [Entry.faultStarted]: (w, e) => `${fault(w, e.a)} begins`,
  [Entry.faultEnded]: (w, e) => `${fault(w, e.a)} ends`,
  [Entry.trafficChanged]: (w, e) =>
    `${w.definition.traffic[e.a]!.table}: traffic is now ${e.b / 1_000} a second`,
  [Entry.itemsRead]: (w, e) => `${table(w, e.b)}: ${e.c} items read, ${e.d / 2} read units`,
  [Entry.tableCreated]: (w, e) => `${table(w, e.a)} is being created`,
  [Entry.tableDeleted]: (w, e) => `${table(w, e.a)} is being deleted`,
  [Entry.tableSettled]: (w, e) => `${table(w, e.a)} is ${w.state.tables[e.a]!.status}`,
  [Entry.throughputChanged]: (w, e) => `${table(w, e.a)}: throughput changed`,
  [Entry.streamEnabled]: (w, e) => `stream ${stream(w, e.a)} enabled`,
  [Entry.streamDisabled]: (w, e) => `stream ${stream(w, e.a)} disabled`,
  [Entry.shardIteratorIssued]: (w, e) => `${shard(w, e.b)}: iterator at record ${e.c}`,
  [Entry.streamRead]: (w, e) =>
    `${shard(w, e.b)}: ${e.c === e.d ? 'nothing' : records(e.c, e.d)} returned to a reader`,
  [Entry.writeThrottled]: (w, e) => `${item(w, e.b)} not written: throttled`,
  [Entry.readThrottled]: (w, e) => `${table(w, e.b)} not read: throttled`,
  [Entry.transactionCommitted]: (_w, e) => `transaction ${e.a} committed: ${e.b} actions`,
  [Entry.transactionCancelled]: (_w, e) => `transaction ${e.a} cancelled by action ${e.b}`,
  [Entry.timeToLiveChanged]: (w, e) => `${table(w, e.a)}: time to live ${e.b ? 'on' : 'off'}`,
  [Entry.expiryReached]: (w, e) => `${item(w, e.b)} has expired and is still there`,
  [Entry.itemExpired]: (w, e) => `${item(w, e.b)} expired: deleted by time to live`,
  [Entry.streamingDestinationChanged]: (w, e) =>
    `${table(w, e.a)}: ${w.state.kinesisStreams[e.b]!.id} ${e.c ? 'fed' : 'no longer fed'}`,
  [Entry.mappingCreated]: (w, e) => `${mapping(w, e.a)} is being created`,
  [Entry.mappingEnabled]: (w, e) => `${mapping(w, e.a)} enabled`,
  [Entry.mappingDisabled]: (w, e) => `${mapping(w, e.a)} disabled`,
  [Entry.mappingDeleted]: (w, e) => `${mapping(w, e.a)} deleted`,
  [Entry.mappingUpdating]: (w, e) => `${mapping(w, e.a)} is being updated`,
  [Entry.lanesChanged]: (w, e) =>
    `${mapping(w, e.a)} at ${shard(w, e.b)}: ${e.c} lanes from record ${e.d} on`,
  [Entry.windowClosed]: (w, e) =>
    `${consumer(w, e.a)}: window of ${e.c} records over, ${WINDOW_ENDS[e.d]}`,
  [Entry.eventRouted]: (w, e) =>
    `${w.definition.eventRules![e.a]!.id} matched ${itemOf(w, w.effects.change.get(e.b))}: to ${e.c < 0 ? w.state.functions[e.d]!.id : target(w, e.c)}`,
  [Entry.alarmChanged]: (w, e) =>
    `${w.state.alarms[e.a]!.id} is ${ALARM_STATES[e.b]}, after ${ALARM_STATES[e.c]}`,
  [Entry.alarmActionSent]: (w, e) => `${w.state.alarms[e.a]!.id} told ${target(w, e.b)}`,
  [Entry.recordsRedriven]: (w, e) =>
    `${shard(w, e.b)}: ${records(e.c, e.d)} read again for on-failure document ${e.a}`,
  [Entry.requestSent]: (w, e) => `${request(w, e)} sent: ${REQUEST_ORIGINS[e.c]}`,
  [Entry.requestStarted]: (w, e) =>
    `${request(w, e)} begun${e.c > 1 ? `, attempt ${e.c}` : ''}${e.d ? ' after a cold start' : ''}`,
  [Entry.requestSucceeded]: (w, e) => `${request(w, e)} succeeded`,
  [Entry.requestFailed]: (w, e) => `${request(w, e)} failed: ${FAILURE_REASONS[e.c]}`,
  [Entry.requestThrottled]: (w, e) => `${request(w, e)} throttled`,
  [Entry.requestRetryScheduled]: (_w, e) =>
    `request ${e.a}: attempt ${e.b} failed, next in ${e.c / 1_000} s`,
  [Entry.requestDropped]: (w, e) =>
    `request ${e.a} given up, ${FAILURE_REASONS[e.c]}${e.b < 0 ? '' : `: to ${target(w, e.b)}`}`,
  [Entry.functionCreated]: (w, e) => `${w.state.functions[e.a]!.id} created`,
  [Entry.functionUpdated]: (w, e) => `${w.state.functions[e.a]!.id}: settings changed`,
  [Entry.functionDeleted]: (w, e) => `${w.state.functions[e.a]!.id} deleted`,
  ...codeLines,
  [Entry.recordsPassedOver]: (w, e) =>
    `${mapping(w, e.a)}: ${records(e.c, e.d)} of ${shard(w, e.b)} came before it was enabled`,
};

/** `Processor, request 3`. */
const request = ({ state }: World, { a, b }: JournalEntry): string =>
  `${state.functions[b]!.id}, request ${a}`;

const kindOf = (world: World, number: number): string =>
  changeKindName(world.changes.kind.get(number));
