/**
 * One lab's past as far as it has been shown: the simulation, the commands of the present branch, and
 * the moments that can be returned to. All synchronous and without a clock; the session decides how
 * much of it happens before the next message is looked at.
 *
 * A command enters always in the same way, now and at every replay: `submit` lets everything due at
 * its instant happen first, and what the command made due there afterwards.
 */
import type { Command } from '../engine/definition.ts';
import type { Simulation } from '../engine/index.ts';
import { type Instant, instant } from '../engine/kernel/time.ts';
import { Checkpoints, type Kept } from './checkpoints.ts';
import type { Branch, GivenCommand, LabProgress } from './storage.ts';

/** Where every lab begins. */
export const FIRST_BRANCH: Branch = { branch: 0, parent: -1, forkedAt: 0, firstCommand: 0 };

export class History {
  readonly simulation: Simulation;
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
   * @param commands of the branch and its ancestors, in order.
   */
  constructor(
    simulation: Simulation,
    past: { branch: number; branches: Branch[] } = { branch: 0, branches: [FIRST_BRANCH] },
    commands: GivenCommand[] = [],
    checkpointSpacing?: number,
  ) {
    this.simulation = simulation;
    this.commands = commands;
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
    if (to >= this.now && nearest.checkpoint.at <= this.now) return;
    this.simulation.restore(nearest.checkpoint);
    this.applied = nearest.applied;
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
    for (; known < commands.length; known++) given.push(this.took(commands.get(known)));
    return { answer, given };
  }

  /** Notes a command that the simulation has just been given. */
  private took(command: Command): GivenCommand {
    if (this.now < this.furthest || this.applied < this.commands.length) this.fork();
    const given = { branch: this.branch, number: this.applied, at: this.now, command };
    this.commands.push(given);
    this.applied++;
    this.moved();
    return given;
  }

  private fork(): void {
    const branch = Math.max(...this.branches.map((known) => known.branch)) + 1;
    const fork = { branch, parent: this.branch, forkedAt: this.now, firstCommand: this.applied };
    this.branches = [...this.branches, fork];
    this.branch = branch;
    this.commands = this.commands.slice(0, this.applied);
    this.furthest = this.now;
    this.checkpoints.dropAfter(this.now);
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
