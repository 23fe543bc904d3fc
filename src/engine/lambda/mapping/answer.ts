/** What a function's answer means for its batch: item failures, and the state of a tumbling window. */

import { FailureReason } from '../../kernel/journal.ts';
import { changeOf } from '../../streams/shard.ts';
import type { RunningInvocation, WindowState, World } from '../../world.ts';
import { itemIdentifierOf } from '../events/eventRecord.ts';
import { recordsOfInvocation } from './batch.ts';
import { readBatchResponse } from './batchResponse.ts';

/**
 * Sets a run's reason, and what it blames, by what its function has answered.
 * @param payload as read from JSON.
 */
export function readAnswer(world: World, run: RunningInvocation, payload: unknown): void {
  const consumer = world.state.consumers[world.invocations.consumer.get(run.invocation)]!;
  if (consumer.tumbling && !keepsState(run, payload, consumer.tumbling)) {
    run.reason = FailureReason.error;
    return;
  }
  if (!world.state.mappings[consumer.mapping]!.reportBatchItemFailures) return;
  const ordinals = recordsOfInvocation(world, run.invocation);
  const identifiers = ordinals.map((o) => itemIdentifierOf(world, consumer.shard, o));
  const response = readBatchResponse(payload, identifiers);
  if (response.kind === 'success') return;
  run.reason = FailureReason.partial;
  const failed = response.kind === 'partial' ? response.failedFrom : 0;
  run.failedFrom = ordinals[failed]!;
  if (response.kind === 'partial') run.blame = changeOf(world, consumer.shard, run.failedFrom);
}

/** [E41] An answer without a state is a failure, but for the last of a window. */
function keepsState(run: RunningInvocation, payload: unknown, tumbling: WindowState): boolean {
  const { state } = (payload ?? {}) as { state?: unknown };
  const isObject = typeof state === 'object' && state !== null && !Array.isArray(state);
  if (isObject) run.windowState = JSON.stringify(state);
  return isObject || tumbling.isFinal;
}
