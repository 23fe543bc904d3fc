/**
 * Which keys of a traffic source are there, one bit for each: of the keys that a busy day has used four in five
 * are gone, and each choice meets some of those. And which items they are: as long as nobody else makes items,
 * an item's number is always so much above its key's. Derived, and made anew when somebody asks after a restore.
 */
import type { Int32State } from './kernel/columns.ts';

export class PresentKeys {
  /** By key number, 32 to a word; null until it is asked for. */
  private bits: Int32Array | null = null;
  /** By item: its key number, plus one; 0 for an item of others. */
  private numbers: Int32Array = new Int32Array(0);
  /** From this key on each item is so much above its key. */
  private evenFrom = 0;
  private distance = 0;
  private readonly items: Int32State;
  private readonly currentVersion: Int32State;

  /**
   * @param items by key number: the item, plus one.
   * @param currentVersion by item: its latest version, plus one; negative where that deleted it.
   */
  constructor(items: Int32State, currentVersion: Int32State) {
    this.items = items;
    this.currentVersion = currentVersion;
  }

  /** After a restore the columns say something else. */
  forget(): void {
    this.bits = null;
  }

  /** False where a key is not there; a checkpoint of long ago may still say true of one that is gone. */
  mayBeThere(number: number): boolean {
    const bits = this.bits ?? this.learn();
    return ((bits[number >> 5]! >> (number & 31)) & 1) === 1;
  }

  /** The item of a key that has one. */
  itemOf(number: number): number {
    if (this.bits === null) this.learn();
    return number >= this.evenFrom ? number + this.distance : this.items.get(number) - 1;
  }

  /** A key has been given to an item, after all keys before it. */
  add(number: number, item: number): void {
    if (this.bits === null) return;
    if (item - number !== this.distance) {
      this.evenFrom = number;
      this.distance = item - number;
    }
    if (item >= this.numbers.length) this.numbers = longer(this.numbers, item);
    this.numbers[item] = number + 1;
    this.mark(item, this.currentVersion.get(item) > 0);
  }

  /** An item has come, or is gone. */
  mark(item: number, isThere: boolean): void {
    const number = item < this.numbers.length ? this.numbers[item]! - 1 : -1;
    if (this.bits === null || number < 0) return;
    const word = number >> 5;
    if (word >= this.bits.length) this.bits = longer(this.bits, word);
    const bit = 1 << (number & 31);
    this.bits[word] = isThere ? this.bits[word]! | bit : this.bits[word]! & ~bit;
  }

  private learn(): Int32Array {
    const { items } = this;
    this.evenFrom = 0;
    this.distance = 0;
    this.numbers = new Int32Array(this.currentVersion.length);
    this.bits = new Int32Array((items.length >> 5) + 1);
    for (let number = 0; number < items.length; number++) {
      const item = items.get(number) - 1;
      if (item >= 0) this.add(number, item);
    }
    return this.bits;
  }
}

/** The same numbers with room for one more place at least, and for twice as many. */
function longer(numbers: Int32Array, place: number): Int32Array {
  const more = new Int32Array(Math.max(place + 1, numbers.length * 2));
  more.set(numbers);
  return more;
}
