/**
 * A call that somebody makes by AWS's name: first it is read and, where AWS would refuse it before
 * doing anything, refused; what comes back carries it out.
 */
import type { World } from '../world.ts';

/** AWS's own members. Nothing about them has been checked. */
export type CallInput = Readonly<Record<string, unknown>>;

/** A command that is due. */
export interface GivenCall {
  /** Number of the command. */
  readonly number: number;
  /** Its entry in the journal. */
  readonly entry: number;
  /** Somebody waits for the answer: no time passes between the call and what it does. */
  readonly immediate: boolean;
}

/** @throws ItemError with AWS's name and message, from either of the two steps. */
export type Call = (world: World, input: CallInput) => (given: GivenCall) => unknown;

export type Calls = Readonly<Record<string, Call>>;
