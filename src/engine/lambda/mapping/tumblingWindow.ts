/**
 * Tumbling windows: stretches of time, one after the other, in which a function carries a state from
 * batch to batch. Each lane of a shard has its own; it opens with its first record and ends with one
 * more invocation, which brings no records.
 *
 * Rules: [E40] boundaries by the time of the record, [E41] the last invocation, [E42] a state that is
 * too large, [E43] a window ends with its shard.
 */
import { isoText } from '../../kernel/isoText.ts';
import { epochMs, type Instant, instant, milliseconds } from '../../kernel/time.ts';
import { STREAM_DELAY_MOST } from '../../limits.ts';
import { recordAt } from '../../streams/shard.ts';
import type { ConsumerState, RunningInvocation, WindowState, World } from '../../world.ts';

/** What a function of a mapping with tumbling windows is told beside the records. */
export interface WindowMembers {
  window: { start: string; end: string };
  state: Record<string, unknown>;
  shardId: string;
  eventSourceARN: string;
  isFinalInvokeForWindow: boolean;
  isWindowTerminatedEarly: boolean;
}

/** [E40] Epoch milliseconds at which the window of a record begins. */
export function windowStartMs(world: World, consumer: ConsumerState, ordinal: number): number {
  const { tumblingUs } = world.state.mappings[consumer.mapping]!;
  const at = epochMs(world.definition.startAtMs, recordAt(world, consumer.shard, ordinal));
  const span = tumblingUs / 1_000;
  return Math.floor(at / span) * span;
}

/** Opens the window that begins then, unless it is open. */
export function openWindow(world: World, consumer: ConsumerState, startMs: number): void {
  if (consumer.tumbling) return;
  const span = world.state.mappings[consumer.mapping]!.tumblingUs / 1_000;
  consumer.tumbling = {
    startMs,
    endMs: startMs + span,
    state: '{}',
    records: 0,
    isFinal: false,
    isTerminatedEarly: false,
  };
}

/** When all records of a window can be read. */
export function windowEndsAt(world: World, consumer: ConsumerState, startMs: number): Instant {
  const { tumblingUs, sourceKind } = world.state.mappings[consumer.mapping]!;
  const end = milliseconds(startMs - world.definition.startAtMs) + tumblingUs;
  return instant(end + (sourceKind === 'DynamoDbStream' ? STREAM_DELAY_MOST : 0));
}

/** The members of the event; a state that is no JSON object never gets here. */
export function windowMembers(world: World, consumer: ConsumerState): WindowMembers | null {
  const { tumbling } = consumer;
  if (!tumbling) return null;
  const { state } = world;
  const { id, kind, stream } = state.shards[consumer.shard]!;
  const source = kind === 'DynamoDbStream' ? state.streams[stream]! : state.kinesisStreams[stream]!;
  return {
    window: { start: secondsText(tumbling.startMs), end: secondsText(tumbling.endMs) },
    state: JSON.parse(tumbling.state) as Record<string, unknown>,
    shardId: id,
    eventSourceARN: source.arn,
    isFinalInvokeForWindow: tumbling.isFinal,
    isWindowTerminatedEarly: tumbling.isTerminatedEarly,
  };
}

const secondsText = (ms: number): string => `${isoText(ms).slice(0, 19)}Z`;

/** A function without code of its own counts its records. */
export function countedState(tumbling: WindowState, records: number): string {
  const { count } = JSON.parse(tumbling.state) as { count?: number };
  return JSON.stringify({ count: (count ?? 0) + records });
}

/** How many of a run's records count as processed: all, or those before the failure it reports. */
export function processedBy(world: World, run: RunningInvocation): number {
  const { invocations } = world;
  const from = invocations.from.get(run.invocation);
  const to = run.failedFrom < 0 ? invocations.to.get(run.invocation) : run.failedFrom;
  return run.members ? run.members.filter((ordinal) => ordinal < to).length : to - from;
}
