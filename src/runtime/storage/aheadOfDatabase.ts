/** Commands that are on the disk in a lab's second copy, on their way to the database: those that come meanwhile go together. */
import type { GivenCommand } from './storage.ts';

type Put = (given: GivenCommand[]) => Promise<void>;

export class AheadOfDatabase {
  private waiting: GivenCommand[] = [];
  private gathering: Promise<boolean> | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private groups = 0;
  private problem: unknown = null;

  /** Whether some have not arrived yet. */
  get isAhead(): boolean {
    return this.groups > 0;
  }

  /**
   * Sends commands after those before.
   * @param put puts them into the database.
   * @returns whether they have arrived; never rejects.
   */
  send(given: readonly GivenCommand[], put: Put): Promise<boolean> {
    this.waiting.push(...given);
    this.gathering ??= this.gather(put);
    return this.gathering;
  }

  /** Resolves when no more are on their way. */
  async ended(): Promise<void> {
    while (this.isAhead) await this.last;
  }

  /** @throws what the database has thrown, once. */
  check(): void {
    const { problem } = this;
    this.problem = null;
    if (problem !== null) throw problem;
  }

  private gather(put: Put): Promise<boolean> {
    this.groups++;
    const group = this.last.then(() => this.putWaiting(put));
    this.last = group;
    return group;
  }

  private async putWaiting(put: Put): Promise<boolean> {
    const given = this.waiting;
    this.waiting = [];
    this.gathering = null;
    try {
      if (this.problem === null) await put(given); // after others that have not arrived none may
    } catch (problem) {
      this.problem = problem;
    }
    this.groups--;
    return this.problem === null;
  }
}
