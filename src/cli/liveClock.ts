/**
 * The virtual clock of a lab that answers real clients: it follows the real one, some times as fast. A
 * lab that has more to do than the machine can, falls behind, and the clock goes on from where it is.
 */
import type { Simulation } from '../engine/index.ts';
import { type Instant, instant } from '../engine/kernel/time.ts';

const EVENTS_AT_ONCE = 2_000;
/** How long a request may wait for the lab to catch up. */
const LONGEST_RUN_MS = 25;

export class LiveClock {
  /** Whether the lab has ever fallen behind. */
  hasSlipped = false;
  private readonly simulation: Simulation;
  private readonly speed: number;
  private readonly realMs: () => number;
  private sinceRealMs: number;
  private sinceVirtual: number;

  /** @param speed virtual seconds per real second; 0: the clock stands still. */
  constructor(simulation: Simulation, speed: number, realMs: () => number) {
    this.simulation = simulation;
    this.speed = speed;
    this.realMs = realMs;
    this.sinceRealMs = realMs();
    this.sinceVirtual = simulation.now;
  }

  /** Lets everything happen that is due by now. */
  follow(): void {
    const { simulation } = this;
    const begun = this.realMs();
    const passed = (begun - this.sinceRealMs) * this.speed * 1_000;
    const due = instant(Math.max(simulation.now, Math.floor(this.sinceVirtual + passed)));
    while (!simulation.runUntil(due, EVENTS_AT_ONCE)) {
      if (this.realMs() - begun < LONGEST_RUN_MS) continue;
      this.hasSlipped = true;
      this.sinceRealMs = this.realMs();
      this.sinceVirtual = simulation.now;
      return;
    }
  }

  /**
   * Moves the simulation to an instant of its own for something that comes in now: nothing else happens
   * at it before, so a lab file that names the instant gives the same history.
   */
  stamp(): Instant {
    this.follow();
    const { simulation } = this;
    let at = simulation.now + 1;
    while (simulation.world.queue.nextDueAt() <= at) {
      simulation.runUntil(instant(at));
      at++;
    }
    simulation.runUntil(instant(at));
    return simulation.now;
  }
}
