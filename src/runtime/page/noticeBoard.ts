/** Sentences for the person, in the store: the latest few, none twice. */
import type { StoreApi } from 'zustand';
import type { LabState, Notice } from './labStore.ts';

const MOST_NOTICES = 20;
/** What is said of who owns the lab: the newest is what is true. */
const OF_OWNERS = new Set([
  'follower',
  'takenOver',
  'handedOver',
  'notGiven',
  'storage-removed',
  'restored',
]);

export class NoticeBoard {
  private nextId = 1;
  private readonly store: StoreApi<LabState>;

  constructor(store: StoreApi<LabState>) {
    this.store = store;
  }

  /** Shows a sentence; one that already stands there is not shown twice. */
  show(level: Notice['level'], code: string, text: string): void {
    const isOld = (kept: Notice) =>
      kept.text === text || (OF_OWNERS.has(code) && OF_OWNERS.has(kept.code));
    const others = this.store.getState().notices.filter((kept) => !isOld(kept));
    const notices = [...others, { id: this.nextId++, level, code, text }].slice(-MOST_NOTICES);
    this.store.setState({ notices });
  }

  dismiss(id: number): void {
    const notices = this.store.getState().notices.filter((kept) => kept.id !== id);
    this.store.setState({ notices });
  }
}
