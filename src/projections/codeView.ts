/** What a function runs, what its code has written and answered, and what became of test events. */
import type { FunctionCode } from '../engine/functionCode.ts';
import { InvocationOutcome, RequestOrigin } from '../engine/logs.ts';
import type { World } from '../engine/world.ts';
import { isoOf } from './inspect/inspection.ts';

/** A line of a function's log. */
export interface CodeLine {
  /** ISO time. */
  at: string;
  text: string;
  isError: boolean;
  /** In the code's own files, where the line tells of one. */
  place: CodePlace | null;
}

export interface CodePlace {
  file: string;
  /** From 1. */
  line: number;
}

/** A test event, and what came of it. */
export interface TestRun {
  request: number;
  at: string;
  state: 'underWay' | 'succeeded' | 'failed';
  /** What it was given, and what it returned or threw: JSON texts. */
  event: string;
  result: string | null;
  log: CodeLine[];
  calls: { name: string; input: string; answer: string | null; isRefused: boolean }[];
}

export interface CodeView {
  /** Null: it carries out its effects. */
  code: FunctionCode | null;
  /** Where the latest failure was, until an invocation succeeds. */
  failure: { text: string; place: CodePlace | null } | null;
  /** The latest lines, oldest first. */
  log: CodeLine[];
  /** The latest test events, newest first. */
  tests: TestRun[];
}

const MOST_LINES = 200;
const MOST_LOOKED_AT = 5_000;
const MOST_TESTS = 5;
const MOST_CALLS = 100;

/** @param number of the function. */
export function codeView(world: World, number: number): CodeView {
  const { code: row } = world.state.functions[number]!;
  const code = row < 0 ? null : world.code.sources.get(row);
  const files = Object.keys(code?.files ?? {});
  return {
    code,
    failure: failureOf(world, number, files),
    log: linesWhere(world, files, MOST_LINES, (of) => functionOf(world, of) === number),
    tests: testsOf(world, number, files),
  };
}

function functionOf({ requests, invocations, state }: World, invocation: number): number {
  if (invocation < 0) return requests.function.get(-1 - invocation);
  return state.mappings[state.consumers[invocations.consumer.get(invocation)]!.mapping]!.function;
}

/** The newest lines of which something holds, oldest first. */
function linesWhere(
  world: World,
  files: readonly string[],
  most: number,
  holds: (invocation: number) => boolean,
): CodeLine[] {
  const { lines } = world.code;
  const found: CodeLine[] = [];
  const first = Math.max(0, lines.length - MOST_LOOKED_AT);
  for (let row = lines.length - 1; row >= first && found.length < most; row--) {
    const { invocation, at, text } = lines.get(row);
    if (!holds(invocation)) continue;
    const isError =
      /\tERROR\t|^\[ERROR\]|Task timed out|Runtime exited|^Computes without end/u.test(text);
    const shown = text.replace(/^\S+Z\t[0-9a-f-]*\t/u, '').replace(/\r/gu, '\n');
    const place = isError ? placeIn(text, files) : null;
    found.push({ at: isoOf(world, at)!, text: shown, isError, place });
  }
  return found.reverse();
}

/** The innermost line of the function's own files that a trace names. */
export function placeIn(trace: string, files: readonly string[]): CodePlace | null {
  const python = [...trace.matchAll(/File \\?"(?:\/var\/task\/)?([^"\\]+)\\?", line (\d+)/gu)];
  const ordered = [...trace.matchAll(/(?:\/var\/task)?\/?([\w./-]+\.(?:[mc]?js|py)):(\d+)/gu)];
  for (const [, file, line] of [...python.reverse(), ...ordered]) {
    const named = file!.replace(/^\//u, '');
    if (files.includes(named)) return { file: named, line: Number(line) };
  }
  return null;
}

function failureOf(world: World, number: number, files: readonly string[]): CodeView['failure'] {
  const { results } = world.code;
  const late = timeOutOf(world, number, files);
  const first = Math.max(0, results.length - MOST_LOOKED_AT);
  for (let row = results.length - 1; row >= first; row--) {
    const { invocation, at, isError, payload } = results.get(row);
    if (functionOf(world, invocation) !== number) continue;
    if (late !== null && late.at >= at) return { text: late.text, place: late.place };
    if (!isError) return null;
    const { errorType, errorMessage } = JSON.parse(payload) as Record<string, unknown>;
    return { text: `${errorType}: ${errorMessage}`, place: placeIn(payload, files) };
  }
  return late && { text: late.text, place: late.place };
}

/** The latest invocation whose time ran out, and where its code was if it computed till then. */
function timeOutOf(world: World, number: number, files: readonly string[]) {
  const { lines } = world.code;
  const first = Math.max(0, lines.length - MOST_LOOKED_AT);
  for (let row = lines.length - 1; row >= first; row--) {
    const { invocation, at, text } = lines.get(row);
    const told = /Task timed out.*$/u.exec(text)?.[0];
    if (told === undefined || functionOf(world, invocation) !== number) continue;
    const before = linesWhere(world, files, 2, (of) => of === invocation)[0]!;
    return { at, text: told, place: before.place };
  }
  return null;
}

const STATES: Readonly<Record<number, TestRun['state']>> = {
  [InvocationOutcome.running]: 'underWay',
  [InvocationOutcome.succeeded]: 'succeeded',
};

function testsOf(world: World, number: number, files: readonly string[]): TestRun[] {
  const { requests, outcomes, commands } = world;
  const tests: TestRun[] = [];
  const first = Math.max(0, requests.function.length - MOST_LOOKED_AT);
  for (let row = requests.function.length - 1; row >= first && tests.length < MOST_TESTS; row--) {
    const isOwn = requests.function.get(row) === number;
    if (!isOwn || requests.origin.get(row) !== RequestOrigin.test) continue;
    const invocation = -1 - row;
    tests.push({
      request: row,
      at: isoOf(world, requests.sentAt.get(row))!,
      state: STATES[outcomes.request.get(row)] ?? 'failed',
      event: String(commands.get(requests.by.get(row)).input.Payload ?? '{}'),
      result: resultOf(world, invocation),
      log: linesWhere(world, files, MOST_LINES, (of) => of === invocation),
      calls: callsOf(world, invocation),
    });
  }
  return tests;
}

function resultOf({ code: { results } }: World, invocation: number): string | null {
  for (let row = results.length - 1; row >= 0; row--) {
    const result = results.get(row);
    if (result.invocation === invocation) return result.payload;
  }
  return null;
}

function callsOf({ code }: World, invocation: number): TestRun['calls'] {
  const made: TestRun['calls'] = [];
  const first = Math.max(0, code.calls.length - MOST_LOOKED_AT);
  for (let row = first; row < code.calls.length && made.length < MOST_CALLS; row++) {
    const { invocation: of, service, operation, input } = code.calls.get(row);
    if (of !== invocation || service === 'timer') continue;
    const at = code.answerOf.get(row);
    const answer = at > 0 ? code.answers.get(at - 1) : null;
    const isRefused = answer?.startsWith('{"ok":false') ?? false;
    made.push({ name: `${service}:${operation}`, input, answer, isRefused });
  }
  return made;
}
