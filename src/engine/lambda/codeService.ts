/**
 * Functions that run code of their own, as far as the engine knows of them. The part of the engine that
 * does so (`code/`) is loaded only where there is code, and is handed to the simulation then; whoever
 * interprets the code (a sandbox, a test) implements `CodeRunner`.
 *
 * Time passes inside a handler: it runs until it waits for a call, and goes on when the answer comes. An
 * interpreter is never copied. What happened to an environment is in `World.environmentEvents`, and who
 * is asked for the next turn of one that he does not have makes it again from there.
 */
import type { Command } from '../definition.ts';
import type { Instant } from '../kernel/time.ts';
import type { Handler } from '../services.ts';
import type { RunningInvocation, World } from '../world.ts';

/** Something that a handler waits for. */
export interface HandlerWish {
  /** Counted from 0 in its environment. */
  id: number;
  /** Microseconds of computing after the turn began. */
  afterUs: number;
  /** AWS's endpoint prefix, or `timer`: then `input` is milliseconds. */
  service: string;
  operation: string;
  /** AWS's own input, as JSON text. */
  input: string;
}

/** How an invocation ended, as its code is concerned. */
export type HandlerEnd =
  | { kind: 'response'; payload: string }
  /** It threw, or could not be loaded: then its environment is of no use either. */
  | { kind: 'error'; payload: string; isFatal: boolean }
  /** It would have gone on computing for longer than it is given. */
  | { kind: 'endless' };

/** What an environment did between two moments at which it waits. */
export interface HandlerTurn {
  wishes: readonly HandlerWish[];
  log: readonly string[];
  /** Microseconds that it computed. */
  elapsedUs: number;
  end: HandlerEnd | null;
}

export interface CodeRunner {
  /**
   * The turn that the newest event of an environment leads to: always the same for the same events.
   * @param environment a place in `World.state.environments`' ids.
   */
  turn(world: World, environment: number): HandlerTurn;
}

/** Answers a call of AWS's API at the present instant. */
export type AnswerCall = (
  service: string,
  operation: string,
  input: unknown,
) =>
  | { ok: true; output: unknown }
  | { ok: false; error: { name: string; message: string; statusCode: number } };

/** The part of the engine that runs code. */
export interface CodeService {
  begin(world: World, functionNumber: number, invocation: number): void;
  /** A request has reached the function; its run is as good as begun. */
  beginRequest(world: World, request: number, attempt: number): RunningInvocation;
  /** The invocation is over. */
  end(world: World, run: RunningInvocation, reason: number): void;
}

/** A simulation as far as the front door needs it: it looks, and carries out commands. */
export interface Inside {
  readonly world: World;
  readonly now: Instant;
  execute(command: Command): unknown;
}

/** All that it takes to run code. */
export interface CodeHost {
  /** By event kind. */
  handlers: Readonly<Record<number, Handler>>;
  service: CodeService;
  runner: CodeRunner;
  /** AWS's front door, opened from the inside. */
  openDoor(inside: Inside): AnswerCall;
}
