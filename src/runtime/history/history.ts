/**
 * One lab's past as far as it has been shown: the simulation, the commands of the present branch, and
 * the moments that can be returned to. All synchronous and without a clock; the session decides how
 * much of it happens before the next message is looked at.
 *
 * A command enters always in the same way, now and at every replay: `submit` lets everything due at
 * its instant happen first, and what the command made due there afterwards.
 */

import type { Command } from '../../engine/definition.ts';
import type { Simulation } from '../../engine/index.ts';
import { type Instant, instant } from '../../engine/kernel/time.ts';
import { commandsOfBranch } from '../../lab/history.ts';
import type { Branch, GivenCommand, LabProgress } from '../storage/storage.ts';
import { Checkpoints, type Kept } from './checkpoints.ts';
import { branchNumbered, FIRST_BRANCH, sharedPast } from './commandTree.ts';

export class History {
  readonly simulation: Simulation;
  /** Of all branches. */
  private given: GivenCommand[];
  /** Of the present branch and its ancestors, in order. */
  commands: GivenCommand[];
  branch: number;
  branches: Branch[];
  /** The furthest instant shown on this branch, microseconds. */
  furthest = 0;
  /** How many of `commands` the simulation has been given. */
  applied = 0;
  /** Numbers of stored commands that this engine no longer accepts. */
  readonly refused = new Set<number>();
  private readonly checkpoints: Checkpoints;

  /**
   * @param simulation at instant 0, without commands.
   * @param given the commands of all branches.
   */
  constructor(
    simulation: Simulation,
    past: { branch: number; branches: Branch[] } = { branch: 0, branches: [FIRST_BRANCH] },
    given: readonly GivenCommand[] = [],
    checkpointSpacing?: number,
  ) {
    this.simulation = simulation;
    this.given = [...given];
    this.commands = commandsOfBranch(past.branch, past.branches, given);
    this.branch = past.branch;
    this.branches = past.branches;
    this.checkpoints = new Checkpoints(checkpointSpacing);
    this.keepCheckpoint();
  }

  get now(): Instant {
    return this.simulation.now;
  }

  /** Where it stands, to be stored. */
  progress(engineVersion: string): LabProgress {
    const { branch, branches, furthest, now } = this;
    const commandCount = this.commands.length;
    return { engineVersion, branch, branches, at: now, furthest, commandCount };
  }

  /** Learns of a moment of this branch that an earlier visit has stored. */
  know(kept: Kept): void {
    this.checkpoints.keep(kept);
  }

  /**
   * Runs forward to an instant, giving the branch's commands on the way.
   * @param maximumEvents stop after about so many.
   * @returns whether the instant was reached.
   */
  advance(to: number, maximumEvents = Number.POSITIVE_INFINITY): boolean {
    for (;;) {
      const next = this.commands[this.applied];
      const stop = next !== undefined && next.at <= to ? next.at : to;
      const reached = this.simulation.runUntil(instant(stop), maximumEvents);
      this.moved();
      if (!reached) return false;
      if (next === undefined || next.at > to) return true;
      this.apply(next);
    }
  }

  /** Goes to the nearest kept moment from which `to` is reached by running forward. */
  jump(to: number): void {
    const nearest = this.checkpoints.nearest(to);
    if (to >= this.now && nearest.at <= this.now) return;
    this.simulation.restore(nearest.checkpoint);
    this.applied = nearest.applied;
  }

  /**
   * Goes back to an instant that a run has passed without having been shown.
   * @param shown the furthest instant that has been.
   */
  retreat(to: number, shown: number): void {
    if (to < this.now) {
      this.jump(to);
      this.advance(to);
    }
    this.furthest = Math.max(shown, to);
    this.checkpoints.dropAfter(this.furthest, this.applied);
  }

  /** To the next instant at which something can be seen, be it a command of this branch. */
  step(): void {
    const next = this.commands[this.applied];
    const before = next === undefined ? null : this.simulation.checkpoint();
    const moved = this.simulation.step();
    if (next !== undefined && before !== null && (!moved || this.now > next.at)) {
      this.simulation.restore(before);
      this.advance(next.at);
    } else if (next !== undefined && this.now === next.at) {
      this.advance(this.now);
    }
    this.moved();
  }

  /**
   * Hands in a command at the present instant. When that lies before the furthest, a new branch
   * begins here.
   * @throws Error with AWS's name and message when the command is malformed; nothing has changed then.
   */
  give(command: Command): GivenCommand {
    this.simulation.submit(command, this.now);
    return this.took(command);
  }

  /**
   * Lets somebody ask the simulation at the present instant who waits for the answer. What changes
   * something enters as commands, as if each had been given.
   */
  answer<T>(ask: (simulation: Simulation) => T): { answer: T; given: GivenCommand[] } {
    const { commands } = this.simulation.world;
    const given: GivenCommand[] = [];
    let known = commands.length;
    const answer = ask(this.simulation);
    for (; known < commands.length; known++) {
      const command = commands.get(known);
      if (!command.isHandlers) given.push(this.took(command));
    }
    return { answer, given };
  }

  /** Another tab has given commands: these are those of all branches by now. */
  learn(given: readonly GivenCommand[]): void {
    this.given = [...given];
    this.commands = commandsOfBranch(this.branch, this.branches, given);
  }

  /**
   * Changes to another branch. Stands then at a moment that both share; the rest of the way to where
   * the playhead is to be is still to be run.
   */
  changeTo(branch: number): void {
    const shared = sharedPast(this.branches, this.branch, branch);
    this.leave();
    this.branch = branch;
    this.commands = commandsOfBranch(branch, this.branches, this.given);
    this.checkpoints.dropAfter(shared.at, shared.applied);
    const { checkpoint, applied } = this.checkpoints.nearest(Math.min(shared.at, this.now));
    this.simulation.restore(checkpoint);
    this.applied = applied;
    this.furthest = branchNumbered(this.branches, branch)?.furthest ?? this.now;
  }

  /** Adds a branch that leaves the present one at an instant, before a command of its line. */
  addBranch(forkedAt: number, firstCommand: number, more: Partial<Branch> = {}): number {
    const branch = Math.max(...this.branches.map((known) => known.branch)) + 1;
    const fork = { branch, parent: this.branch, forkedAt, firstCommand, ...more };
    this.branches = [...this.branches, fork];
    return branch;
  }

  /** Changes what is said of a branch. */
  describeBranch(branch: number, more: Partial<Branch>): void {
    this.branches = this.branches.map((known) =>
      known.branch === branch ? { ...known, ...more } : known,
    );
  }

  /** The last moment before an instant, with at most so many commands given, that can be returned to. */
  momentBefore(at: number, applied: number): Kept {
    return this.checkpoints.nearestShared(at, applied);
  }

  /** The last moment that can be returned to. */
  get newestMoment(): Kept {
    return this.checkpoints.newest;
  }

  /** A moment after so many events that can be stored, or null. */
  momentFrom(events: number): Kept | null {
    return this.checkpoints.firstFrom(events);
  }

  /** The commands of a branch and of its ancestors, in order. */
  lineOf(branch: number): GivenCommand[] {
    return commandsOfBranch(branch, this.branches, this.given);
  }

  /** Every command that was ever given, on whatever branch. */
  get allCommands(): readonly GivenCommand[] {
    return this.given;
  }

  /** Notes a command that the simulation has just been given. */
  private took(command: Command): GivenCommand {
    if (this.now < this.furthest || this.applied < this.commands.length) this.fork();
    const given = { branch: this.branch, number: this.applied, at: this.now, command };
    this.commands.push(given);
    this.given.push(given);
    this.applied++;
    this.moved();
    return given;
  }

  private fork(): void {
    const branch = this.addBranch(this.now, this.applied);
    this.leave();
    this.branch = branch;
    this.commands = this.commands.slice(0, this.applied);
    this.furthest = this.now;
    this.checkpoints.dropAfter(this.now, this.applied);
  }

  /** Notes where the present branch is being left. */
  private leave(): void {
    this.describeBranch(this.branch, { at: this.now, furthest: this.furthest });
  }

  private apply(next: GivenCommand): void {
    this.applied++;
    try {
      this.simulation.submit(next.command, this.now);
    } catch {
      this.refused.add(next.number); // another engine's rules let it pass when it was given
    }
  }

  private moved(): void {
    if (this.now > this.furthest) this.furthest = this.now;
    if (this.checkpoints.isDue(this.now, this.simulation.world.state.events)) this.keepCheckpoint();
  }

  private keepCheckpoint(): void {
    const events = this.simulation.world.state.events;
    const checkpoint = this.simulation.checkpoint();
    this.checkpoints.keep({ checkpoint, events, applied: this.applied });
  }
}
