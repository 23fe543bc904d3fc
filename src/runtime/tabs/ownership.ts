/**
 * One tab owns a lab; others follow it, and may ask for it. The owner holds a Web Lock with the lab's name, so that a tab
 * that closes or crashes lets go by itself. What the owner does is told on a channel of that name.
 */
import type { PlacedCard } from '../../lab/layout.ts';

/** A lab that has been asked for. */
export interface Claim {
  isOwner: boolean;
  /** Resolves when this tab owns the lab; at once when it does already. */
  granted: Promise<void>;
  release(): void;
}

/** Where the owner stands. */
export interface OwnerNews {
  branch: number;
  commandCount: number;
  at: number;
  furthest: number;
}

/** What has been changed of how a lab looks. */
export interface LabLook {
  title?: string;
  layout?: readonly PlacedCard[];
}

/** What a tab tells the others that have the same lab open. */
export type TabNews =
  | OwnerNews
  | { look: LabLook }
  | { removed: true }
  /** It was deleted, and has been brought back. */
  | { restored: true }
  /** A follower asks for the lab, again and again until it has it. */
  | { wanted: true };

/** A tab that is being reloaded needs a moment to let go. */
const PATIENCE_MS = 500;
const nameOf = (labId: string): string => `shardscope-lab-${labId}`;

/** Claims a lab. Where the browser has no locks, everyone owns everything. */
export async function claimLab(
  labId: string,
  locks: Pick<LockManager, 'request'> | undefined = globalThis.navigator?.locks,
  patienceMs = PATIENCE_MS,
): Promise<Claim> {
  if (locks === undefined) return { isOwner: true, granted: Promise.resolve(), release() {} };
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const giveUp = new AbortController();
  let refused = false;
  const granted = new Promise<void>((resolve) => {
    locks
      .request(nameOf(labId), { signal: giveUp.signal }, () => {
        resolve();
        return held;
      })
      .catch(() => {
        refused = !giveUp.signal.aborted; // an opaque frame may not lock: then nobody else can either
        resolve();
      });
  });
  const patience = new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs));
  const isOwner = await Promise.race([granted.then(() => true), patience]);
  return {
    isOwner: isOwner || refused,
    granted,
    release() {
      giveUp.abort();
      release();
    },
  };
}

/** A channel between the tabs that have the same lab open. */
export interface OwnerChannel {
  tell(news: TabNews): void;
  close(): void;
}

/** @param hear receives what another tab tells. */
export function openOwnerChannel(labId: string, hear: (news: TabNews) => void): OwnerChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, close() {} };
  const channel = new BroadcastChannel(nameOf(labId));
  channel.onmessage = (event: MessageEvent<TabNews>) => hear(event.data);
  return {
    tell: (news) => channel.postMessage(news),
    close: () => channel.close(),
  };
}
