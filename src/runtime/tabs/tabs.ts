/**
 * The tabs that have one lab open, as one of them sees it: whether it owns the lab, and what it tells the
 * others and hears of them.
 */
import type { Claim, LabLook, OwnerChannel, OwnerNews, TabNews } from './ownership.ts';

const TELL_EVERY_MS = 100;
const ASK_EVERY_MS = 250;
/** An owner that is asked so often and does not answer will not. */
const MOST_ASKED = 40;
/** So long after it was asked for the last time nobody waits for it. */
const ASKED_MS = 1_000;

export interface TabsSurroundings {
  claim(labId: string): Promise<Claim>;
  openChannel(labId: string, hear: (news: TabNews) => void): OwnerChannel;
}

export interface TabsListener {
  /** The tab that owns the lab has moved on. */
  moved(news: OwnerNews): void;
  /** A tab has named the lab or moved its cards. */
  looks(look: LabLook): void;
  /** A tab has deleted the lab. */
  removed(): void;
  /** A tab has brought back the lab that was deleted. */
  restored(): void;
  /** Another tab asks this one for the lab. */
  wanted(): void;
  /** The tab that has the lab does not give it. */
  notGiven(): void;
  /** The tab that owned the lab has let it go, to this one. @param asked: because this one has asked for it. */
  granted(asked: boolean): void;
}

export class Tabs {
  private readonly surroundings: TabsSurroundings;
  private readonly listener: TabsListener;
  private labId = '';
  private claimed: Claim | null = null;
  private channel: OwnerChannel | null = null;
  private tellTimer: ReturnType<typeof setTimeout> | null = null;
  private askTimer: ReturnType<typeof setInterval> | null = null;
  /** Until then (real milliseconds) another tab that waits for the lab is to have it before this one. */
  private passesUntilMs = 0;

  constructor(surroundings: TabsSurroundings, listener: TabsListener) {
    this.surroundings = surroundings;
    this.listener = listener;
  }

  /** @returns whether this tab owns the lab; if not, it may later. */
  async claim(labId: string): Promise<boolean> {
    const { listener, surroundings } = this;
    const claim = await surroundings.claim(labId);
    this.labId = labId;
    this.channel = surroundings.openChannel(labId, (news) => {
      if ('look' in news) listener.looks(news.look);
      else if ('removed' in news) listener.removed();
      else if ('restored' in news) return;
      else if ('wanted' in news) this.hearWanted();
      else listener.moved(news);
    });
    this.hold(claim);
    return claim.isOwner;
  }

  private hold(claim: Claim): void {
    this.claimed = claim;
    if (claim.isOwner) return;
    void claim.granted.then(() => {
      if (this.claimed !== claim) return;
      if (performance.now() < this.passesUntilMs) return this.passOn();
      const asked = this.askTimer !== null;
      this.stopAsking();
      this.listener.granted(asked);
    });
  }

  /** Asks whoever owns the lab for it, until it is given or it is clear that it will not be. */
  ask(): void {
    if (this.askTimer !== null || this.channel === null) return;
    let left = MOST_ASKED;
    const ask = () => {
      if (left-- > 0) return this.channel?.tell({ wanted: true });
      this.stopAsking();
      this.listener.notGiven();
    };
    ask();
    this.passesUntilMs = 0;
    this.askTimer = setInterval(ask, ASK_EVERY_MS);
  }

  private hearWanted(): void {
    if (this.askTimer !== null) return; // whoever has it first is asked by the other
    this.passesUntilMs = performance.now() + ASKED_MS;
    this.listener.wanted();
  }

  /** Lets the lab go to the tab that waits next, and waits behind all that wait. */
  passOn(): void {
    const { labId, claimed, channel } = this;
    this.passesUntilMs = 0;
    this.claimed = null;
    claimed?.release();
    void this.surroundings.claim(labId).then((claim) => {
      if (this.channel !== channel || channel === null) claim.release();
      else this.hold({ ...claim, isOwner: false });
    });
  }

  private stopAsking(): void {
    if (this.askTimer !== null) clearInterval(this.askTimer);
    this.askTimer = null;
  }

  /** @param news where the owner stands when it is told; null: nothing is. */
  tellSoon(news: () => OwnerNews | null): void {
    this.tellTimer ??= setTimeout(() => {
      this.tellTimer = null;
      const told = news();
      if (told !== null) this.channel?.tell(told);
    }, TELL_EVERY_MS);
  }

  /** Tells the tabs that have a lab open, this one or another, how it looks now. */
  tellLook(labId: string, look: LabLook): void {
    this.tell(labId, { look });
  }

  /** Hears whether a lab that was deleted is brought back, until a lab is claimed or let go. */
  awaitReturn(labId: string): void {
    this.channel = this.surroundings.openChannel(labId, (news) => {
      if ('restored' in news) this.listener.restored();
    });
  }

  /** Tells the tabs that had a lab open when it was deleted that it has been brought back here. */
  tellRestored(labId: string): void {
    this.tell(labId, { restored: true });
  }

  /** Tells the tabs that have a lab open that it has been deleted here. */
  tellRemoved(labId: string): void {
    this.tell(labId, { removed: true });
  }

  private tell(labId: string, news: TabNews): void {
    const own = labId === this.labId ? this.channel : null;
    const channel = own ?? this.surroundings.openChannel(labId, () => {});
    channel.tell(news);
    if (own === null) channel.close();
  }

  letGo(): void {
    if (this.tellTimer !== null) clearTimeout(this.tellTimer);
    this.tellTimer = null;
    this.stopAsking();
    this.passesUntilMs = 0;
    this.channel?.close();
    this.channel = null;
    this.claimed?.release();
    this.claimed = null;
  }
}
