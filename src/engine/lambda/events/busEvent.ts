/**
 * What an event on an EventBridge bus says.
 *
 * Rules: [D21] source, detail-type and detail.
 */
import { isoText } from '../../kernel/isoText.ts';
import { epochMs, instant } from '../../kernel/time.ts';
import { changeOf } from '../../streams/shard.ts';
import type { World } from '../../world.ts';
import { requestIdOf } from '../mapping/onFailureDocument.ts';
import { enrichedEvent, pipeRecord } from './enrichment.ts';

export interface BusEvent {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  /** Whole seconds. */
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
}

/** [D21] The record as the event's detail; a pipe names itself, a function its table (assumed). */
export function busEvent(world: World, effect: number): BusEvent {
  const { effects, definition } = world;
  const change = effects.change.get(effect);
  const { source, detailType, detail } = saidOf(world, effect, change);
  const at = epochMs(definition.startAtMs, instant(effects.sentAt.get(effect)));
  return {
    version: '0',
    id: requestIdOf(world, 1_000_000_000 + effect),
    'detail-type': detailType,
    source,
    account: definition.accountId,
    time: `${isoText(at).slice(0, 19)}Z`,
    region: definition.region,
    resources: [],
    detail,
  };
}

interface Said {
  source: string;
  detailType: string;
  detail: unknown;
}

function saidOf(world: World, effect: number, change: number): Said {
  const { changes, state } = world;
  const { name: table } = state.tables[changes.table.get(change)]!;
  const invocation = world.effects.invocation.get(effect);
  if (invocation < 0) {
    // A function that was itself invoked by a rule: the record as the table's own stream has it.
    const [shard, ordinal] = [changes.shard.get(change), changes.ordinal.get(change)];
    const detail = shard < 0 ? null : pipeRecord(world, shard, ordinal);
    return { source: table, detailType: 'Item change', detail };
  }
  const { mapping, shard } = state.consumers[world.invocations.consumer.get(invocation)]!;
  const { function: fn, sourceKind } = state.mappings[mapping]!;
  const { pipe, name } = state.functions[fn]!.settings;
  const from = sourceKind === 'DynamoDbStream' ? 'dynamodb' : 'kinesis';
  return {
    source: pipe ? (pipe.source ?? `Pipe ${name}`) : table,
    detailType: pipe ? (pipe.detailType ?? `Event from aws:${from}`) : 'Item change',
    detail: enrichedEvent(world, invocation, change) ?? recordOf(world, invocation, shard, change),
  };
}

/** The record of the change among those of the invocation. */
function recordOf(world: World, invocation: number, shard: number, change: number): unknown {
  const { invocations } = world;
  const to = invocations.to.get(invocation);
  for (let ordinal = invocations.from.get(invocation); ordinal < to; ordinal++) {
    if (changeOf(world, shard, ordinal) === change) return pipeRecord(world, shard, ordinal);
  }
  return null;
}
