/**
 * Keys as texts, by item. Of `order#13` the number is kept, and `order#` once for all that begin like it: a busy
 * day has more than a million keys, of which somebody reads a few.
 */
import { type ColumnSnapshot, int32Log, ValueLog } from '../kernel/columns.ts';
import type { LogPage } from '../kernel/logPage.ts';
import { NumberedText } from './numberedText.ts';

export interface LabelLogSnapshot {
  readonly fronts: ColumnSnapshot<string[]>;
  readonly front: ColumnSnapshot<LogPage>;
  readonly number: ColumnSnapshot<LogPage>;
}

/** Fronts that are looked for among those that are kept: keys of chance have each its own. */
const MOST_PLACES = 1_000;

export class LabelLog {
  private readonly fronts = new ValueLog<string>();
  /** By label: the place of its front, and its number. */
  private readonly front = int32Log();
  private readonly number = int32Log();
  /** Places of fronts; after a restore there may be others. */
  private readonly places = new Map<string, number>();

  get length(): number {
    return this.number.length;
  }

  push(text: string): number {
    const { front, number } = NumberedText.of(text);
    this.front.push(this.placeOf(front));
    return this.number.push(number);
  }

  get(index: number): string {
    return new NumberedText(this.frontOf(index), this.numberOf(index)).toString();
  }

  frontOf(index: number): string {
    const { fronts } = this;
    return fronts.length === 1 ? fronts.get(0) : fronts.get(this.front.get(index)); // most labs know one
  }

  /** The number that a label ends in, or -1. */
  numberOf(index: number): number {
    return this.number.get(index);
  }

  snapshot(): LabelLogSnapshot {
    const { fronts, front, number } = this;
    return { fronts: fronts.snapshot(), front: front.snapshot(), number: number.snapshot() };
  }

  /** @param snapshot also one of before labels were taken apart: the texts themselves. */
  restore(snapshot: LabelLogSnapshot | ColumnSnapshot<string[]>): void {
    this.places.clear();
    if ('pages' in snapshot) this.restoreTexts(snapshot);
    else {
      this.fronts.restore(snapshot.fronts);
      this.front.restore(snapshot.front);
      this.number.restore(snapshot.number);
    }
  }

  private restoreTexts(snapshot: ColumnSnapshot<string[]>): void {
    const nothing = { pages: [], length: 0 };
    this.restore({ fronts: nothing, front: nothing, number: nothing });
    const texts = new ValueLog<string>();
    texts.restore(snapshot);
    for (let item = 0; item < texts.length; item++) this.push(texts.get(item));
  }

  private placeOf(front: string): number {
    const known = this.places.get(front);
    if (known !== undefined) return known;
    const place = this.fronts.push(front);
    if (this.places.size < MOST_PLACES) this.places.set(front, place);
    return place;
  }
}
