/**
 * An invocation of a function's own code. It computes until it waits for calls, goes on as each is
 * answered, and is over when it has answered itself, when its time is, or when its environment breaks.
 *
 *   begins → computes ⇄ waits → answers → (the rest of its own time) → ends
 *
 * Rules: [H1] what is run, [H3] time, [H5] errors, [H6] endless loops and memory, [F6] faults.
 */
import { chance, draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { hashText } from '../kernel/hash.ts';
import { isoText } from '../kernel/isoText.ts';
import { Entry, FailureReason } from '../kernel/journal.ts';
import { after, epochMs, microseconds, milliseconds } from '../kernel/time.ts';
import type { HandlerEnd, HandlerTurn } from '../lambda/codeService.ts';
import { activeFault } from '../lambda/function/environment.ts';
import { letFail, membersOfRun, plainRun } from '../lambda/function/plannedRun.ts';
import { requestChanges } from '../lambda/function/requestEvent.ts';
import { readAnswer } from '../lambda/mapping/answer.ts';
import { requestIdOf } from '../lambda/mapping/onFailureDocument.ts';
import type { CodeRun, EnvironmentState, RunningInvocation, World } from '../world.ts';
import { sendCall } from './calls.ts';
import { addEvent, enterEnvironment, environmentOf, leaveEnvironment } from './environments.ts';
import { inputOf } from './input.ts';

/** An invocation has arrived at a function with code. */
export function beginCode(world: World, number: number, invocation: number): void {
  const { environment, coldStart } = enterEnvironment(world, number, invocation);
  const drawn = draw(world.definition.seed, Purpose.functionDuration, number, invocation);
  const members = membersOfRun(world, invocation);
  const { from, to } = world.invocations;
  const records = members?.length ?? to.get(invocation) - from.get(invocation);
  const run = { ...plainRun(world, number, drawn, 0, coldStart), invocation, members };
  letFail(world, run, 0);
  start(world, run, environment, crashPoint(world, number, invocation, records));
}

/** Attempts at one request that draw apart. */
const ATTEMPTS = 8;

/** [H9] A request has arrived at a function with code. */
export function beginRequestCode(
  world: World,
  request: number,
  attempt: number,
): RunningInvocation {
  const number = world.requests.function.get(request);
  const invocation = -1 - request;
  const { environment, coldStart } = enterEnvironment(world, number, invocation);
  const ordinal = request * ATTEMPTS + attempt;
  const drawn = draw(world.definition.seed, Purpose.requestDuration, number, ordinal);
  const changes = requestChanges(world, request);
  const run = { ...plainRun(world, number, drawn, 0, coldStart), invocation, changes, attempt };
  letFail(world, run, 0);
  start(world, run, environment, 0);
  return run;
}

/** Puts a run under way: its code after half of the function's own time, and the end of its time. */
export function start(
  world: World,
  run: RunningInvocation,
  environment: EnvironmentState,
  crashAfter: number,
): void {
  const { queue, state } = world;
  const ends = EventKind.invocationEnds;
  const own = run.endAt - run.startAt;
  const before = Math.floor(own / 2);
  const code: CodeRun = {
    environment: environment.id,
    isOver: false,
    hasBegun: false,
    isLost: false,
    restUs: own - before,
    slow: activeFault(world, run.function, 'Slow')?.factor ?? 1,
    crashAfter,
    done: 0,
    credited: [],
  };
  run.code = code;
  state.running.push(run);
  if (run.reason !== 0) {
    // A fault strikes before the code has done anything.
    code.isOver = true;
    queue.schedule(run.endAt, ends, run.invocation, run.reason, run.blame);
    return;
  }
  const { timeoutMs } = world.state.functions[run.function]!.settings;
  run.endAt = after(run.startAt, milliseconds(timeoutMs));
  queue.schedule(run.endAt, ends, run.invocation, FailureReason.timeout, -1);
  queue.schedule(after(run.startAt, microseconds(before)), EventKind.codeBegins, run.invocation);
}

/** [F6] After how many of its calls an invocation crashes, or 0. */
function crashPoint(world: World, number: number, invocation: number, records: number): number {
  const { seed } = world.definition;
  const crash = activeFault(world, number, 'CrashAfterEffect');
  if (!crash) return 0;
  if (!chance(draw(seed, Purpose.crash, number, invocation), crash.probability)) return 0;
  return within(draw(seed, Purpose.crashPoint, number, invocation), 1, Math.max(1, records));
}

export const runOf = (world: World, invocation: number): RunningInvocation | undefined =>
  world.state.running.find((one) => one.invocation === invocation);

/** The code is given its event, after what it has missed while it was frozen. */
export function onCodeBegins(world: World, invocation: number): void {
  const run = runOf(world, invocation);
  const environment = run?.code && environmentOf(world, run.code.environment);
  if (!run?.code || !environment || run.code.isOver) return;
  run.code.hasBegun = true;
  addEvent(world, environment, {
    kind: 'begin',
    invocation,
    leftUs: run.endAt - world.now,
    ...inputOf(world, run),
  });
  takeTurn(world, run, environment);
  for (const call of environment.held.splice(0)) goOn(world, environment, call);
}

/** A call's answer has come back to its environment. */
export function onCallReturns(world: World, call: number): void {
  const environment = environmentOf(world, world.code.calls.get(call).environment);
  if (!environment) return;
  const run = environment.isBusy ? runOf(world, environment.invocation) : undefined;
  if (!run?.code?.hasBegun || run.code.isOver) environment.held.push(call);
  else goOn(world, environment, call);
}

function goOn(world: World, environment: EnvironmentState, call: number): void {
  const run = runOf(world, environment.invocation);
  if (!run?.code || run.code.isOver) {
    environment.held.push(call);
    return;
  }
  addEvent(world, environment, { kind: 'answer', call, leftUs: run.endAt - world.now });
  takeTurn(world, run, environment);
}

function takeTurn(world: World, run: RunningInvocation, environment: EnvironmentState): void {
  const turn = world.codeService!.runner.turn(world, environment.id);
  const { invocation } = run;
  for (const text of turn.log) world.code.lines.push({ invocation, at: world.now, text });
  for (const wish of turn.wishes) sendCall(world, run, environment, wish);
  if (turn.end) finish(world, run, environment, turn, turn.end);
}

/** The code has answered; what is left of the function's own time goes by. */
function finish(
  world: World,
  run: RunningInvocation,
  environment: EnvironmentState,
  { log, elapsedUs }: HandlerTurn,
  end: HandlerEnd,
): void {
  const { invocation, code } = run;
  code!.isOver = true;
  if (end.kind === 'endless') return; // its time runs out
  const isError = end.kind === 'error';
  const { payload } = end;
  const row = world.code.results.push({ invocation, at: world.now, isError, payload });
  const hash = hashText(log.join('\n'), hashText(payload)) | 0;
  world.journal.append(world.now, Entry.handlerEnded, invocation, row, hash, environment.id);
  code!.isLost = end.kind === 'error' && end.isFatal;
  run.reason = isError ? FailureReason.error : 0;
  if (!isError && invocation >= 0) readAnswer(world, run, JSON.parse(payload));
  const at = after(world.now, microseconds(elapsedUs + (isError ? 0 : code!.restUs)));
  if (at >= run.endAt) return; // too late
  const ends = EventKind.invocationEnds;
  if (invocation < 0) answerRequest(world, -1 - invocation, isError, payload);
  world.queue.schedule(at, ends, invocation, run.reason, run.blame);
}

/** What whoever made the request is told. */
function answerRequest(world: World, request: number, isError: boolean, text: string): void {
  const payload: unknown = JSON.parse(text);
  const { errorType, errorMessage } = (payload ?? {}) as Record<string, unknown>;
  const result = isError
    ? { kind: 'error' as const, errorType: String(errorType), errorMessage: String(errorMessage) }
    : { kind: 'response' as const, payload };
  world.outcomes.answer.set(request, world.answers.push(result) + 1);
}

/** The invocation is over, however it ended. */
export function endCode(world: World, run: RunningInvocation, reason: number): void {
  if (reason === FailureReason.timeout) noteTimeOut(world, run);
  const isGone = reason === FailureReason.timeout || reason === FailureReason.crash;
  const isLost = run.code!.isLost;
  // A crash or a time-out has taken its environment off the count already.
  if (isLost && !isGone) world.state.functions[run.function]!.environments--;
  leaveEnvironment(world, run.code!.environment, isLost || isGone);
}

/** What Lambda writes to the log of a function whose time has run out. */
function noteTimeOut(world: World, { invocation, function: number }: RunningInvocation): void {
  const { timeoutMs } = world.state.functions[number]!.settings;
  const at = isoText(epochMs(world.definition.startAtMs, world.now));
  const seconds = `${Math.floor(timeoutMs / 1_000)}.${String(timeoutMs % 1_000)
    .padStart(3, '0')
    .slice(0, 2)}`;
  const text = `${at}Z ${requestIdOf(world, invocation)} Task timed out after ${seconds} seconds`;
  world.code.lines.push({ invocation, at: world.now, text });
}
