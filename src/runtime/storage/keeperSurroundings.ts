/** What keeping a lab needs of its surroundings, and what it tells. */
import type { History } from '../history/history.ts';
import type { Response } from '../messages.ts';
import type { OwnerNews } from '../tabs/ownership.ts';
import type { TabsSurroundings } from '../tabs/tabs.ts';
import type { LabStorage, WorkFollow } from './storage.ts';

export interface KeeperSurroundings extends TabsSurroundings {
  engineVersion: string;
  /** Rejects with a {@link StorageProblem} when there is no storage to be had. */
  openStorage(): Promise<LabStorage>;
  post(response: Response): void;
  /** Resolves when messages that wait have been received. */
  breathe(): Promise<void>;
  /** Real milliseconds, monotonic. */
  clock(): number;
  /** Events between two stored checkpoints, at least. */
  leastBetweenCheckpoints?: number;
}

/** Who follows what an opening may need: reading what is stored, and storing what is new. */
export type OpenFollow = Record<'reading' | 'saving', WorkFollow>;

/** What the keeper tells the session. */
export interface KeeperListener {
  /** The tab that owns the lab has moved on. */
  ownerMoved(news: OwnerNews): void;
  /** The lab is this tab's, as soon as it stands where the owner left it: see {@link Keeper.own}. @param asked: it has asked for it. */
  granted(asked: boolean): void;
  /** Another tab asks for the lab: see {@link Keeper.handOver}. */
  wanted(): void;
  /** The tab that owns the lab has not given it, though it was asked. */
  notGiven(): void;
  /** A tab has deleted this lab. */
  removed(labId: string): void;
  /** A page of this history could not be read back. */
  pagesLost(history: History): void;
  /** Whether a long run is under way, which writing would slow down. */
  isRunning(): boolean;
}
