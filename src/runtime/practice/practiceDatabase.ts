/** Where progress is kept: a database of its own in IndexedDB, so that labs and progress never wait for each other. */
import Dexie, { type DexieOptions, type Table } from 'dexie';
import { type Attempt, merged } from '../../lessons/practice/attempt.ts';

class PracticeTables extends Dexie {
  attempts!: Table<Attempt, [string, number]>;

  constructor(options: DexieOptions) {
    super('shardscope-practice', options);
    // Never change a version that people have.
    this.version(1).stores({ attempts: '[question+at]' });
  }
}

/** Keeps attempts in the browser; where that is refused, as long as the page lives. */
export class PracticeProgress {
  /** Whether what is answered now will be there tomorrow. */
  isKept = true;
  private attempts: Attempt[] = [];
  private readonly tables: PracticeTables;

  constructor(options: DexieOptions = {}) {
    this.tables = new PracticeTables(options);
  }

  /** All attempts, the oldest first. Never rejects. */
  async load(): Promise<Attempt[]> {
    await this.kept(async () => {
      this.attempts = merged(await this.tables.attempts.toArray(), this.attempts);
    });
    return this.attempts;
  }

  /** Adds attempts; those that are there already change nothing. @returns all of them. */
  async add(added: readonly Attempt[]): Promise<Attempt[]> {
    this.attempts = merged(this.attempts, added);
    await this.kept(() => this.tables.attempts.bulkPut([...added]));
    return this.attempts;
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    this.attempts = [];
    await this.kept(() => this.tables.attempts.clear());
  }

  close(): void {
    this.tables.close({ disableAutoOpen: true });
  }

  private async kept(work: () => PromiseLike<unknown>): Promise<void> {
    try {
      await work();
    } catch {
      this.isKept = false;
    }
  }
}
