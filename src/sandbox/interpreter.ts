/** What a language brings: interpreters, one for each execution environment. */
import type { FunctionCode } from '../engine/functionCode.ts';
import type { HandlerTurn } from '../engine/lambda/codeService.ts';

/** What an environment knows from its start. */
export interface Surroundings {
  code: FunctionCode;
  functionName: string;
  region: string;
  accountId: string;
  memoryMb: number;
  /** Decides every random number in it. */
  seed: number;
  /** Name of its log stream. */
  logStream: string;
}

/** An instant at which an interpreter goes on. */
export interface Moment {
  /** Epoch milliseconds; may have a fraction. */
  nowMs: number;
  /** Microseconds that are left for the invocation. */
  leftUs: number;
}

/** What an invocation is given. */
export interface Given extends Moment {
  requestId: string;
  /** JSON text. */
  event: string;
}

/**
 * One environment. Code is loaded when the first invocation begins, and the same calls in the same
 * order give the same turns, everywhere.
 */
export interface Interpreter {
  begin(given: Given): HandlerTurn;
  /** @param answer JSON text: `{ ok: true, output }` or `{ ok: false, error }`; for timers `null`. */
  answer(id: number, answer: string, moment: Moment): HandlerTurn;
  dispose(): void;
}

export interface Language {
  start(surroundings: Surroundings): Interpreter;
}

/** Bytes of output that are kept of one invocation [H6]. */
export const MOST_OUTPUT_BYTES = 65_536;
/** Bytes of an answer, as for a synchronous invocation [H6]. */
export const MOST_ANSWER_BYTES = 6 * 1_048_576;

/** What the log says of code that computes for longer than it is given. @param line 0: it is not known. */
export function endlessLine(path: string, line: number, name: string): string {
  const place = `/var/task/${path}${line > 0 ? `:${line}` : ''}${name === '' ? '' : ` (${name})`}`;
  return `Computes without end at ${place}: its time will run out.`;
}
