/**
 * An event bus and its rules: an event that arrives is shown to every rule of the bus, and goes on to
 * the targets of those whose pattern matches.
 *
 * Left out for now: retries and dead-letter queues of rules, archives, what an invoked function does.
 * Rules: [D20] rules and patterns, [D21] what an event says.
 */
import { Entry } from '../kernel/journal.ts';
import { eventRecord } from '../lambda/eventRecord.ts';
import { type EventPattern, parsePattern } from '../lambda/filter.ts';
import type { World } from '../world.ts';

/** An event as a bus has it; what is left out is the same for all. */
export interface BusEvent {
  source: string;
  'detail-type': string;
  region: string;
  account: string;
  detail: unknown;
}

export function createRules(world: World): void {
  for (const { id } of world.definition.eventRules ?? []) {
    world.state.eventRules.push({ id, matched: 0, invoked: 0 });
  }
}

/** [D20] Shows the event that an effect brought to the rules of its bus. */
export function routeEvent(world: World, effect: number, bus: number, cause: number): void {
  const { eventRules = [] } = world.definition;
  if (eventRules.length === 0) return;
  const { id } = world.state.targets[bus]!;
  const event = busEvent(world, effect);
  for (const [number, rule] of eventRules.entries()) {
    if (rule.bus !== id || !rule.enabled || !patternOf(rule.pattern)(event)) continue;
    world.state.eventRules[number]!.matched++;
    for (const target of rule.targets) deliver(world, number, effect, target, cause);
  }
}

function deliver(world: World, rule: number, effect: number, id: string, cause: number): void {
  const { state, journal } = world;
  const target = state.targets.findIndex((one) => one.id === id);
  const fn = state.functions.findIndex((one) => one.id === id);
  if (target >= 0) state.targets[target]!.size++;
  else state.eventRules[rule]!.invoked++;
  journal.append(world.now, Entry.eventRouted, rule, effect, target, fn, cause);
}

/** [D21] The record as the event's detail; a pipe names itself, a function its table (assumed). */
export function busEvent(world: World, effect: number): BusEvent {
  const { effects, invocations, state, definition, changes } = world;
  const invocation = effects.invocation.get(effect);
  const consumer = state.consumers[invocations.consumer.get(invocation)]!;
  const mapping = state.mappings[consumer.mapping]!;
  const { pipe, name } = definition.functions[mapping.function]!;
  const change = effects.change.get(effect);
  const isDynamoDb = mapping.sourceKind === 'DynamoDbStream';
  const table = state.tables[changes.table.get(change)]!;
  return {
    source: pipe ? (pipe.source ?? `Pipe ${name}`) : table.name,
    'detail-type': pipe
      ? (pipe.detailType ?? `Event from aws:${isDynamoDb ? 'dynamodb' : 'kinesis'}`)
      : 'Item change',
    region: definition.region,
    account: definition.accountId,
    detail: recordOf(world, invocation, change),
  };
}

/** The record of the change among those of the invocation. */
function recordOf(world: World, invocation: number, change: number): unknown {
  const { invocations, state, shardRecords, kinesisRecords } = world;
  const { shard } = state.consumers[invocations.consumer.get(invocation)]!;
  const isDynamoDb = state.shards[shard]!.kind === 'DynamoDbStream';
  const to = invocations.to.get(invocation);
  for (let ordinal = invocations.from.get(invocation); ordinal < to; ordinal++) {
    const row = shardRecords[shard]!.get(ordinal);
    if ((isDynamoDb ? row : kinesisRecords.change.get(row)) !== change) continue;
    const record = eventRecord(world, shard, ordinal);
    if (!('kinesis' in record)) return record;
    const { kinesis, ...rest } = record;
    return { ...kinesis, ...rest };
  }
  return null;
}

const parsed = new Map<string, EventPattern>();

/** Parsed once per text: derived, so not part of the state. */
function patternOf(text: string): EventPattern {
  let pattern = parsed.get(text);
  if (!pattern) {
    if (parsed.size > 100) parsed.clear();
    pattern = parsePattern(text);
    parsed.set(text, pattern);
  }
  return pattern;
}
