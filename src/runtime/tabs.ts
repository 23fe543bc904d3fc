/**
 * The tabs that have one lab open, as one of them sees it: whether it owns the lab, and what it tells the
 * others and hears of them.
 */
import type { Claim, LabLook, OwnerChannel, OwnerNews, TabNews } from './ownership.ts';

const TELL_EVERY_MS = 100;

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
  /** The tab that owned the lab has let it go, to this one. */
  granted(): void;
}

export class Tabs {
  private readonly surroundings: TabsSurroundings;
  private readonly listener: TabsListener;
  private labId = '';
  private claimed: Claim | null = null;
  private channel: OwnerChannel | null = null;
  private tellTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(surroundings: TabsSurroundings, listener: TabsListener) {
    this.surroundings = surroundings;
    this.listener = listener;
  }

  /** @returns whether this tab owns the lab; if not, it may later. */
  async claim(labId: string): Promise<boolean> {
    const { listener, surroundings } = this;
    const claim = await surroundings.claim(labId);
    this.labId = labId;
    this.claimed = claim;
    this.channel = surroundings.openChannel(labId, (news) => {
      if ('look' in news) listener.looks(news.look);
      else if ('removed' in news) listener.removed();
      else listener.moved(news);
    });
    if (!claim.isOwner) {
      void claim.granted.then(() => {
        if (this.claimed === claim) listener.granted();
      });
    }
    return claim.isOwner;
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
    this.channel?.close();
    this.channel = null;
    this.claimed?.release();
    this.claimed = null;
  }
}
