/** A file for pages that is none: it keeps copies, and counts. */
import type { PageFile } from '../kernel/logPage.ts';

export class PageShelf implements PageFile {
  readonly kept: Uint8Array[] = [];
  reads = 0;
  private readonly most: number;

  /** @param most pages that it takes. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.most = most;
  }

  write(bytes: Uint8Array): number {
    return this.kept.length < this.most ? this.kept.push(bytes.slice()) - 1 : -1;
  }

  read(place: number, bytes: Uint8Array): void {
    this.reads++;
    bytes.set(this.kept[place]!);
  }
}
