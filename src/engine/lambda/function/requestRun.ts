/**
 * How the invocation of a request will go, decided when it begins.
 *
 * Rules: [F1] duration, [F4] failures leave their effects behind, [F5] timeout, [F10] Invoke.
 */
import { draw, Purpose } from '../../kernel/draw.ts';
import { FailureReason } from '../../kernel/journal.ts';
import type { RunningInvocation, World } from '../../world.ts';
import type { WindowEvent } from '../events/event.ts';
import { callsOf } from './marker.ts';
import { endInTime, letFail, plainRun } from './plannedRun.ts';
import { requestChanges, requestEvent } from './requestEvent.ts';

/** Attempts at one request that draw apart. */
const ATTEMPTS = 8;

export function planRequest(
  world: World,
  request: number,
  attempt: number,
  coldStart: number,
): RunningInvocation {
  const fn = world.requests.function.get(request);
  const { id, settings } = world.state.functions[fn]!;
  const changes = requestChanges(world, request);
  const calls = callsOf(settings.effects);
  const perRecord = calls?.length ?? settings.effects.length;
  const steps = changes.length * perRecord;
  const { seed } = world.definition;
  const drawn = draw(seed, Purpose.requestDuration, fn, request * ATTEMPTS + attempt);
  const run: RunningInvocation = {
    ...plainRun(world, fn, drawn, steps, coldStart),
    invocation: -1 - request,
    changes,
    calls,
    attempt,
  };
  const handler = world.handlers[id];
  if (handler) {
    // A handler takes whatever event it is given.
    const result = handler(requestEvent(world, request) as WindowEvent);
    world.outcomes.answer.set(request, world.answers.push(result) + 1);
    run.effects = 0;
    if (result.kind === 'error') run.reason = FailureReason.error;
  }
  letFail(world, run, perRecord);
  endInTime(world, run);
  return run;
}
