/** What a session needs of its surroundings, and what it is asked. */
import type { Simulation } from '../../engine/index.ts';
import type { LoadFollow } from '../../sandbox/loading.ts';
import type { History } from '../history/history.ts';
import type { OpenSimulation } from '../history/resumeHistory.ts';
import type { Request } from '../messages.ts';
import type { KeeperSurroundings } from '../storage/keeperSurroundings.ts';
import type { OwnerNews } from '../tabs/ownership.ts';
import type { Wish } from './carryOut.ts';
import type { AskedPictures, Pictures } from './pictures.ts';

export interface SessionSurroundings extends KeeperSurroundings {
  /** Makes a simulation at instant 0; may have to load services first. */
  openSimulation: OpenSimulation;
  /** Loads what somebody's wish will need, if it is not there yet. */
  prepare?(simulation: Simulation, wish: Wish, follow: LoadFollow): Promise<void>;
  pictures: Pictures;
  /** Loads them first, where they are not there yet. */
  askedPictures(): Promise<AskedPictures>;
  /** Makes that pages of histories are kept elsewhere from now on: where they were, one was lost. */
  renewPages?(): Promise<void>;
}

/** What the session asks of itself, in the same queue: a follower has news of the owner, or is it, or the lab is gone. */
export type OwnRequest =
  | { id: -1; do: 'follow'; news: OwnerNews }
  | { id: -1; do: 'recompute'; lost: History }
  | { id: -1; do: 'removed'; labId: string }
  | { id: -1; do: 'granted'; asked: boolean }
  | { id: -1; do: 'handOver' }
  | { id: -1; do: 'refresh' };

/** What is done one after another; reading a lab does not wait for its turn. */
export type SessionRequest = Exclude<Request, { do: 'read' }> | OwnRequest;

export type RequestTo<D extends Request['do']> = Extract<Request, { do: D }>;
