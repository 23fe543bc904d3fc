/**
 * Invocations that no event source mapping makes: Invoke, the rules of an event bus, the enrichment of
 * a pipe, a redrive. One whose caller waits begins at once or is refused; one whose caller does not
 * waits in Lambda's own queue, is tried again there, and at last goes to the dead-letter queue.
 *
 *     sent ──▶ due ──▶ running ──▶ succeeded
 *               ▲ ▲       │
 *      throttled┘ └retry──┴──▶ dropped (dead-letter queue)
 *
 * Rules: [F10] Invoke, [F11] asynchronous retries, [D22] functions of rules, [E50] enrichment.
 */
import { ItemError } from '../../item/itemError.ts';
import { draw, Purpose, within } from '../../kernel/draw.ts';
import { EventKind } from '../../kernel/eventKind.ts';
import { Entry, FailureReason } from '../../kernel/journal.ts';
import { after, type Duration, instant } from '../../kernel/time.ts';
import {
  ASYNC_EVENT_LIFE,
  ASYNC_RETRIES,
  ASYNC_RETRY_AFTER,
  ASYNC_THROTTLE_FIRST,
  ASYNC_THROTTLE_MOST,
  INVOKE_TRANSIT_LEAST,
  INVOKE_TRANSIT_MOST,
} from '../../limits.ts';
import {
  InvocationOutcome,
  RequestOrigin,
  type RunningInvocation,
  type World,
} from '../../world.ts';
import { requestIdOf } from '../mapping/onFailureDocument.ts';
import { takeEnvironment, throttleReason } from './environment.ts';
import type { HandlerResult } from './handler.ts';
import { beginRun } from './plannedRun.ts';
import { planRequest } from './requestRun.ts';

/** What a caller who waits is told. */
export interface RequestAnswer {
  /** Absent where the function answers. */
  functionError?: 'Unhandled';
  /** The function's answer, or what Lambda says of its failure. */
  payload: unknown;
}

function addRequest(world: World, fn: number, origin: number, by: number, rule: number): number {
  const { requests } = world;
  const request = requests.function.push(fn);
  requests.origin.push(origin);
  requests.by.push(by);
  requests.rule.push(rule);
  requests.sentAt.push(world.now);
  return request;
}

/** Sends a request on its way to its function. */
export function sendRequest(
  world: World,
  fn: number,
  origin: number,
  by: number,
  cause: number,
  rule = -1,
): number {
  const request = addRequest(world, fn, origin, by, rule);
  const drawn = draw(world.definition.seed, Purpose.requestTransit, fn, request);
  const transit = within(drawn, INVOKE_TRANSIT_LEAST, INVOKE_TRANSIT_MOST) as Duration;
  world.journal.append(world.now, Entry.requestSent, request, fn, origin, transit, cause);
  world.queue.schedule(after(world.now, transit), EventKind.requestDue, request, 1, 0);
  return request;
}

/**
 * Invokes a function at once. It runs on in virtual time; the answer is known now [F10].
 * @throws ItemError TooManyRequestsException where it is throttled.
 */
export function requestNow(
  world: World,
  fn: number,
  origin: number,
  by: number,
  cause: number,
): { request: number; answer: RequestAnswer } {
  const throttle = throttleReason(world, fn);
  const request = addRequest(world, fn, origin, by, -1);
  world.journal.append(world.now, Entry.requestSent, request, fn, origin, 0, cause);
  if (throttle !== null) {
    world.journal.append(world.now, Entry.requestThrottled, request, fn, 0);
    world.outcomes.request.set(request, InvocationOutcome.failed);
    const refusal = new ItemError('TooManyRequestsException', 'Rate Exceeded.');
    refusal.extra = { Reason: throttle };
    throw refusal;
  }
  const run = startRequest(world, request, 1);
  return { request, answer: answerOf(world, request, run) };
}

/** A request has reached its function, or comes again. */
export function onRequestDue(
  world: World,
  request: number,
  attempt: number,
  throttles: number,
): void {
  const { requests, state, journal } = world;
  const fn = requests.function.get(request);
  if (state.functions[fn]!.isDeleted) {
    drop(world, request, FailureReason.deleted);
    return;
  }
  if (throttleReason(world, fn) === null) {
    startRequest(world, request, attempt);
    return;
  }
  const isQueued = isAsynchronous(world, request);
  const span = Math.min(ASYNC_THROTTLE_FIRST * (1 << Math.min(throttles, 10)), ASYNC_THROTTLE_MOST);
  const again = after(world.now, span as Duration);
  const lives = again < after(instant(requests.sentAt.get(request)), ASYNC_EVENT_LIFE);
  const comesAgain = isQueued && lives;
  journal.append(world.now, Entry.requestThrottled, request, fn, comesAgain ? 1 : 0);
  if (comesAgain) {
    world.queue.schedule(again, EventKind.requestDue, request, attempt, throttles + 1);
  } else if (isQueued) drop(world, request, FailureReason.throttle);
  else finish(world, request, FailureReason.throttle);
}

/** Whether its caller does not wait for it. */
function isAsynchronous(world: World, request: number): boolean {
  const origin = world.requests.origin.get(request);
  return origin === RequestOrigin.event || origin === RequestOrigin.rule;
}

function startRequest(world: World, request: number, attempt: number): RunningInvocation {
  const fn = world.requests.function.get(request);
  const { requestStarted } = Entry;
  if (world.codeService && world.state.functions[fn]!.code >= 0) {
    world.journal.append(world.now, requestStarted, request, fn, attempt, 0);
    world.outcomes.begunAt.set(request, world.now);
    return world.codeService.service.beginRequest(world, request, attempt);
  }
  const coldStart = takeEnvironment(world, fn);
  world.journal.append(world.now, requestStarted, request, fn, attempt, coldStart > 0 ? 1 : 0);
  world.outcomes.begunAt.set(request, world.now);
  const run = planRequest(world, request, attempt, coldStart);
  beginRun(world, run);
  return run;
}

/** A request's invocation is over. */
export function endRequest(
  world: World,
  request: number,
  run: RunningInvocation,
  reason: number,
  blame: number,
): void {
  const { journal, outcomes } = world;
  if (reason === 0) {
    journal.append(world.now, Entry.requestSucceeded, request, run.function);
    outcomes.request.set(request, InvocationOutcome.succeeded);
    finish(world, request, 0);
    return;
  }
  journal.append(world.now, Entry.requestFailed, request, run.function, reason, blame);
  const isTimeout = reason === FailureReason.timeout;
  outcomes.request.set(request, isTimeout ? InvocationOutcome.timedOut : InvocationOutcome.failed);
  if (!isAsynchronous(world, request)) finish(world, request, reason);
  else if (run.attempt > ASYNC_RETRIES) drop(world, request, reason);
  else {
    // [F11] A minute, then two.
    const span = (ASYNC_RETRY_AFTER * run.attempt) as Duration;
    const { requestRetryScheduled } = Entry;
    journal.append(world.now, requestRetryScheduled, request, run.attempt, span / 1_000);
    const again = after(world.now, span);
    world.queue.schedule(again, EventKind.requestDue, request, run.attempt + 1, 0);
  }
}

/** [F11] Gives a queued event up: it goes to the function's dead-letter queue, or is lost. */
function drop(world: World, request: number, reason: number): void {
  const { state, journal, requests, outcomes } = world;
  const { deadLetterTarget } = state.functions[requests.function.get(request)]!.settings;
  const target = state.targets.findIndex(({ id }) => id === deadLetterTarget);
  if (target >= 0) state.targets[target]!.size++;
  if (outcomes.request.get(request) === InvocationOutcome.running) {
    outcomes.request.set(request, InvocationOutcome.failed);
  }
  journal.append(world.now, Entry.requestDropped, request, target, reason);
}

/** Tells whoever waits for it. */
function finish(world: World, request: number, reason: number): void {
  if (reason !== 0) world.outcomes.request.set(request, InvocationOutcome.failed);
  if (world.requests.origin.get(request) !== RequestOrigin.enrichment) return;
  const invocation = world.requests.by.get(request);
  world.queue.schedule(world.now, EventKind.enriched, invocation, reason, request);
}

/** What the caller of a request that has begun is going to be told. */
function answerOf(world: World, request: number, run: RunningInvocation): RequestAnswer {
  const { reason } = run;
  const answer = world.outcomes.answer.get(request);
  const result: HandlerResult | null = answer === 0 ? null : world.answers.get(answer - 1);
  if (reason === 0) {
    return { payload: result?.kind === 'response' ? (result.payload ?? null) : null };
  }
  const functionError = 'Unhandled';
  if (reason === FailureReason.error && result?.kind === 'error') {
    const { errorType, errorMessage } = result;
    return { functionError, payload: { errorType, errorMessage, trace: [] } };
  }
  const id = requestIdOf(world, REQUEST_IDS + request);
  const { timeoutMs } = world.state.functions[run.function]!.settings;
  if (reason === FailureReason.timeout) {
    const errorMessage = `RequestId: ${id} Error: Task timed out after ${(timeoutMs / 1_000).toFixed(2)} seconds`;
    return { functionError, payload: { errorType: 'Sandbox.Timedout', errorMessage } };
  }
  if (reason === FailureReason.crash) {
    const errorMessage = `RequestId: ${id} Error: Runtime exited with error: exit status 1`;
    return { functionError, payload: { errorType: 'Runtime.ExitError', errorMessage } };
  }
  const errorMessage =
    reason === FailureReason.poison ? 'A record cannot be processed.' : 'The function failed.';
  return { functionError, payload: { errorType: 'Error', errorMessage, trace: [] } };
}

/** Ids of requests are drawn apart from those of invocations. */
const REQUEST_IDS = 500_000_000;
