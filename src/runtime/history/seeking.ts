/** While one seek is under way only the last of those that follow is kept. */

/** A seek that is answered this quickly is shown before the next. */
const SEEK_MOMENT_MS = 150;

export class Seeking {
  private wanted: number | null = null;
  private under: Promise<void> | null = null;
  private noticeWish = (): void => {};
  private readonly seek: (to: number) => Promise<unknown>;

  /** @param seek goes to an instant; a newer one may overtake it. */
  constructor(seek: (to: number) => Promise<unknown>) {
    this.seek = seek;
  }

  /** Resolves when the playhead is where it was wanted last. @param at microseconds. */
  to(at: number): Promise<void> {
    this.wanted = Math.max(0, Math.round(at));
    this.noticeWish();
    this.under ??= this.seekOn().finally(() => {
      this.under = null;
    });
    return this.under;
  }

  /** Seeks until there is no other wish. A seek that takes long is overtaken by a newer one. */
  private async seekOn(): Promise<void> {
    while (this.wanted !== null) {
      const to = this.wanted;
      const answered = this.seek(to);
      await Promise.race([answered, this.impatience(to)]);
      if (this.wanted === to) await answered;
      if (this.wanted === to) this.wanted = null;
    }
  }

  /** Resolves when a seek has been given a moment and something else is wanted. */
  private async impatience(to: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, SEEK_MOMENT_MS));
    while (this.wanted === to) {
      await new Promise<void>((resolve) => {
        this.noticeWish = resolve;
      });
    }
  }
}
