/**
 * A handler's calls: each leaves, arrives at its service, is carried out there, and its answer travels
 * back. What has left happens, even when the handler is no longer there to hear of it.
 *
 * Rules: [H4] calls take time.
 */
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry, FailureReason } from '../kernel/journal.ts';
import { after, microseconds, milliseconds } from '../kernel/time.ts';
import type { HandlerWish } from '../lambda/codeService.ts';
import { HANDLER_CALL_LEAST, HANDLER_CALL_MOST } from '../limits.ts';
import type { EnvironmentState, RunningInvocation, World } from '../world.ts';
import { answerTargetCall, sendEffects } from './targetCalls.ts';

/** A wish of a handler goes on its way; a timer only takes its time. */
export function sendCall(
  world: World,
  run: RunningInvocation,
  environment: EnvironmentState,
  { id, afterUs, service, operation, input }: HandlerWish,
): void {
  const { invocation } = run;
  const { calls, callOfEffect } = world.code;
  const call = { environment: environment.id, invocation, id, service, operation, input };
  if (service === 'timer') {
    const row = calls.push({ ...call, effects: [] });
    const at = after(world.now, microseconds(afterUs + milliseconds(Number(input))));
    world.queue.schedule(at, EventKind.handlerCallReturns, row);
    return;
  }
  const drawn = draw(world.definition.seed, Purpose.handlerCall, environment.id, id);
  const transit = afterUs + within(drawn, HANDLER_CALL_LEAST, HANDLER_CALL_MOST) * run.code!.slow;
  const effects = sendEffects(world, run, { service, operation, input, transit });
  const row = calls.push({ ...call, effects });
  for (const effect of effects) callOfEffect.set(effect, row + 1);
  const { journal } = world;
  const entry = journal.append(world.now, Entry.handlerCallSent, row, invocation, transit);
  const arrival = after(world.now, microseconds(transit));
  world.queue.schedule(arrival, EventKind.handlerCallArrives, row, entry);
}

/** The call has reached its service. */
export function onCallArrives(world: World, row: number, cause: number): void {
  const { answerOf, answers, calls } = world.code;
  const { environment, invocation, id, service, operation, input } = calls.get(row);
  const answer =
    answerTargetCall(world, row, cause) ??
    world.codeService!.answerCall(service, operation, JSON.parse(input));
  answerOf.set(row, answers.push(JSON.stringify(answer)) + 1);
  const drawn = draw(world.definition.seed, Purpose.handlerAnswer, environment, id);
  const run = world.state.running.find((one) => one.invocation === invocation);
  const transit = within(drawn, HANDLER_CALL_LEAST, HANDLER_CALL_MOST) * (run?.code?.slow ?? 1);
  const refused = answer.ok ? 0 : 1;
  const { handlerCallAnswered } = Entry;
  world.journal.append(world.now, handlerCallAnswered, row, invocation, refused, transit, cause);
  const back = after(world.now, microseconds(transit));
  world.queue.schedule(back, EventKind.handlerCallReturns, row);
  if (!run?.code || run.code.isOver || !answer.ok) return;
  run.code.done++;
  if (run.code.done !== run.code.crashAfter) return;
  run.code.isOver = true;
  const { crash } = FailureReason;
  world.queue.schedule(world.now, EventKind.invocationEnds, invocation, crash, -1);
}
