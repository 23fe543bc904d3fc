/** Sentences for the person, in the store: the latest few, none twice. */
import type { StoreApi } from 'zustand';
import type { LabState, Notice } from './labStore.ts';

const MOST_NOTICES = 20;

export class NoticeBoard {
  private nextId = 1;
  private readonly store: StoreApi<LabState>;

  constructor(store: StoreApi<LabState>) {
    this.store = store;
  }

  /** Shows a sentence; one that already stands there is not shown twice. */
  show(level: Notice['level'], code: string, text: string): void {
    const others = this.store.getState().notices.filter((kept) => kept.text !== text);
    const notices = [...others, { id: this.nextId++, level, code, text }].slice(-MOST_NOTICES);
    this.store.setState({ notices });
  }

  dismiss(id: number): void {
    const notices = this.store.getState().notices.filter((kept) => kept.id !== id);
    this.store.setState({ notices });
  }
}
