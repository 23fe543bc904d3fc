/** A copy that is held open, between its first write and a moment without any: nobody else has it meanwhile. */
import type { CopiedChange, LabCopy } from './labCopy.ts';
import type { GivenCommand } from './storage.ts';

/** A file is let go when it has not been written for so long, */
const IDLE_MS = 200;
/** and when somebody may have waited for it for so long. */
const LONGEST_HOLD_MS = 2_000;

export class CopyHold {
  /** All that is in the copy is in the database, and the other way round. */
  isSound = true;
  /** It could not be written. */
  hasFailed = false;
  commands: number;
  /** Resolves when the file is closed. */
  readonly gone: Promise<void>;
  private close: () => void = () => {};
  private readonly copy: LabCopy;
  private readonly beganMs = performance.now();
  private isEnding = false;
  private hasEnded = false;
  private inside = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(copy: LabCopy) {
    this.copy = copy;
    this.commands = copy.head?.commands ?? 0;
    this.gone = new Promise((resolve) => {
      this.close = resolve;
    });
  }

  /** @returns false where it is ending. */
  enter(): boolean {
    if (this.isEnding) return false;
    clearTimeout(this.idle);
    this.inside++;
    return true;
  }

  leave(): void {
    this.inside--;
    if (performance.now() - this.beganMs > LONGEST_HOLD_MS || !this.isSound) this.isEnding = true;
    if (this.inside > 0) return;
    if (this.isEnding) this.ends();
    else this.idle = setTimeout(() => this.end(), IDLE_MS);
  }

  /** Lets the file go as soon as nobody writes it. */
  end(): void {
    clearTimeout(this.idle);
    this.isEnding = true;
    if (this.inside === 0) this.ends();
  }

  append(change: CopiedChange | null, given: readonly GivenCommand[]): void {
    this.attempt(() => this.copy.append(change, given));
  }

  /** @returns whether these commands are on the disk. */
  keep(given: readonly GivenCommand[]): boolean {
    this.attempt(() => {
      this.copy.append(null, given);
      this.copy.flush();
    });
    return !this.hasFailed;
  }

  private attempt(write: () => void): void {
    if (this.hasFailed) return;
    try {
      write();
    } catch {
      this.isSound = false;
      this.hasFailed = true;
    }
  }

  private ends(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    try {
      if (this.isSound) this.copy.mark('settled', this.commands);
      this.copy.flush();
    } catch {
      // it says that it is in use: whoever opens it next looks
    }
    this.copy.close();
    this.close();
  }
}
