/** When a lab is written: soon after it has changed, with a rest after each write, so that it does not hold up the lab. */
import type { KeeperListener, KeeperSurroundings } from './keeperSurroundings.ts';

const WRITE_EVERY_MS = 500;
/** The rest after a write is as long as it took; while a run is under way, ten times as long. */
const LONGEST_REST_MS = 5_000;

export class WritePace {
  private readonly surroundings: Pick<KeeperSurroundings, 'clock'>;
  private readonly listener: Pick<KeeperListener, 'isRunning'>;
  private readonly write: () => Promise<boolean>;
  private isAwaited = false;
  private restMs = WRITE_EVERY_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();

  /** @param write never rejects; says whether there is more to write at once. */
  constructor(
    surroundings: Pick<KeeperSurroundings, 'clock'>,
    listener: Pick<KeeperListener, 'isRunning'>,
    write: () => Promise<boolean>,
  ) {
    this.surroundings = surroundings;
    this.listener = listener;
    this.write = write;
  }

  /** Resolves when no write is under way; one that is, is cut short. */
  get written(): Promise<void> {
    this.isAwaited = true;
    return this.writing;
  }

  /** Whether a write may go on: nobody waits for its end, and it slows down no run. */
  get hasTime(): boolean {
    return !this.isAwaited && !this.listener.isRunning();
  }

  soon(): void {
    this.timer ??= setTimeout(() => this.writeNow(), Math.max(WRITE_EVERY_MS, this.restMs));
  }

  /** What was to be written soon is not. */
  putOff(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Writes what is still to be written. */
  async settle(): Promise<void> {
    do {
      if (this.timer !== undefined) this.writeNow(false);
      await this.written;
    } while (this.timer !== undefined); // a write that was under way has left something over
  }

  private writeNow(again = true): void {
    this.putOff();
    this.writing = this.writing.then(async () => {
      const beganMs = this.surroundings.clock();
      const hasMore = await this.write();
      this.isAwaited = false;
      const restMs = (this.surroundings.clock() - beganMs) * (this.listener.isRunning() ? 10 : 1);
      this.restMs = Math.min(LONGEST_REST_MS, restMs);
      if (hasMore && again) this.timer ??= setTimeout(() => this.writeNow(), this.restMs);
    });
  }
}
