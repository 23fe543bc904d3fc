/**
 * Writes behind the simulation what it makes: rows that can be read in the database, and checkpoints
 * from which a long history is resumed. Nothing queues up: the world's logs only grow, and cursors say
 * how much of them is stored.
 *
 * What is stored follows the furthest instant shown; while the playhead is in the past only its place
 * is written.
 */
import { isOnTheWay } from '../history/commandTree.ts';
import type { History } from '../history/history.ts';
import { nextToStore } from './nextCheckpoint.ts';
import type { LabStorage, StorageProblem } from './storage.ts';
import type { CheckpointWriter } from './storedCheckpoint.ts';
import { collectRows, type RowCursor } from './storedRows.ts';

/** How long the collecting of rows may hold up the session. */
const COLLECT_MS = 20;
/** So long one portion of a checkpoint follows another. */
const STORE_MS = 500;
/** Replaying so many events is quicker than reading a checkpoint. */
const LEAST_BETWEEN_CHECKPOINTS = 200_000;
/** Of a long history this part lies between two of them. */
const PART_BETWEEN_CHECKPOINTS = 1 / 16;

export interface WriteBehindSurroundings {
  engineVersion: string;
  /** Real milliseconds, monotonic. */
  clock(): number;
  leastBetweenCheckpoints?: number;
  /** Whether nobody waits for the write to end, and no run is slowed down by it. */
  hasTime(): boolean;
  /** The storage is nearly full: from now on only commands and the playhead's place are stored. */
  ranLow(): void;
}

export class WriteBehind {
  private readonly storage: LabStorage;
  private readonly labId: string;
  private readonly surroundings: WriteBehindSurroundings;
  private readonly checkpoints: CheckpointWriter;
  private rowsUpTo: RowCursor | null;
  private storesMade = true;

  /** @param found what the database has of the lab already. */
  constructor(
    storage: LabStorage,
    labId: string,
    surroundings: WriteBehindSurroundings,
    found: { rowsUpTo: RowCursor | null; checkpoints: CheckpointWriter },
  ) {
    this.storage = storage;
    this.labId = labId;
    this.surroundings = surroundings;
    this.rowsUpTo = found.rowsUpTo;
    this.checkpoints = found.checkpoints;
  }

  /**
   * Writes the next portion.
   * @returns whether there is more to write at once.
   * @throws StorageProblem when not even the playhead's place can be stored.
   */
  async write(history: History): Promise<boolean> {
    const { storage, labId, surroundings } = this;
    const progress = history.progress(surroundings.engineVersion);
    if (!this.storesMade) {
      await storage.save(labId, progress, null);
      return false;
    }
    const isInThePast = history.now < history.furthest;
    const lateMs = surroundings.clock() + COLLECT_MS;
    const isLate = () => surroundings.clock() > lateMs;
    const rows = isInThePast
      ? null
      : collectRows(history.simulation.world, history.branch, this.rowsUpTo, isLate);
    this.considerCheckpoint(history);
    try {
      await storage.save(labId, progress, rows);
      if (rows !== null) this.rowsUpTo = rows.cursor;
      await this.storeCheckpoint();
    } catch (problem) {
      if ((problem as StorageProblem).kind !== 'quota') throw problem;
      this.storesMade = false;
      surroundings.ranLow();
    }
    return rows?.isPartial === true || this.checkpoints.isBusy;
  }

  /** The checkpoint that is being stored is not to be: another one will. */
  dropCheckpoint(): void {
    this.checkpoints.drop();
  }

  private considerCheckpoint(history: History): void {
    const { checkpoints } = this;
    if (checkpoints.isBusy) return;
    const { engineVersion, leastBetweenCheckpoints: least = LEAST_BETWEEN_CHECKPOINTS } =
      this.surroundings;
    const { branch, branches, newestMoment } = history;
    const part = history.simulation.world.state.events * PART_BETWEEN_CHECKPOINTS;
    const stored = checkpoints.rows
      .filter((row) => isOnTheWay(row, branches, branch))
      .map((row) => row.events);
    const kept = nextToStore(stored, Math.max(least, part), newestMoment, (events) =>
      history.momentFrom(events),
    );
    if (kept === null) return;
    const { applied, events } = kept;
    checkpoints.begin(kept.checkpoint, { engineVersion, branch, applied, events });
  }

  private async storeCheckpoint(): Promise<void> {
    const { checkpoints, surroundings } = this;
    const untilMs = surroundings.clock() + STORE_MS;
    do {
      const portion = checkpoints.portion();
      if (portion === null) return;
      await this.storage.saveCheckpoint(this.labId, portion);
      checkpoints.stored(portion);
    } while (surroundings.clock() < untilMs && surroundings.hasTime());
  }
}
