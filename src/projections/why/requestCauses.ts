/** What entries came of that tell of an invocation which no event source mapping made. */
import { Entry, FailureReason } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import {
  type Causes,
  faultAt,
  faultBehind,
  lastBefore,
  lastOf,
  refusedCallOf,
} from './lookBack.ts';

/** Where a request's latest attempt began. */
export const requestStarted = (world: World, before: number, request: number): number[] =>
  lastBefore(
    world,
    before,
    [Entry.requestStarted],
    ({ a }) => a === request,
    world.requests.sentAt.get(request),
  );

/** What the same request came of before: its last failure, or that it was sent. */
const sentOrFailed = lastOf(Entry.requestFailed, Entry.requestSent);

const throttled: Causes = (world, entry, number, change) => [
  ...sentOrFailed(world, entry, number, change),
  ...faultAt(world, number, world.state.functions[entry.b]!.id, ['Throttle']),
];

const failed: Causes = (world, { a: request, b: fn, c: reason, d: blame }, number) => {
  const begun = requestStarted(world, number, request);
  const broken =
    reason === FailureReason.effect
      ? refusedCallOf(world, number, -1 - request)
      : faultBehind(world, begun[0] ?? number, fn, reason, blame);
  return [...begun, ...broken];
};

export const requestCauses: Partial<Record<number, Causes>> = {
  [Entry.requestStarted]: sentOrFailed,
  [Entry.requestSucceeded]: (world, { a }, number) => requestStarted(world, number, a),
  [Entry.requestFailed]: failed,
  [Entry.requestThrottled]: throttled,
  [Entry.requestRetryScheduled]: lastOf(Entry.requestFailed),
  [Entry.requestDropped]: lastOf(Entry.requestFailed, Entry.requestThrottled, Entry.requestSent),
};
