/**
 * What a write asks of its item, side by side. Of a million items any one is far away in memory: here it is
 * fetched once, instead of once out of every column. All of it is derived: rows are filled as somebody asks
 * for them, and whoever changes what they were read from tells them to forget it.
 */

/** Places in a row. */
const TABLE_AND_KEY_BYTES = 0; // 0 where the row is not filled
const PARTITION = 1;
const HASH = 2;
const LABEL_NUMBER = 3;
const LATEST = 4;
const IMAGE = 5;
const BYTES = 6;
const FINGERPRINT = 7;
const WIDTH = 8;

/** A key has fewer bytes. */
const KEY_BYTES_END = 4_096;

/** An item as it is now. */
export interface ItemNow {
  item: number;
  table: number;
  /** The open partition that it is in. */
  partition: number;
  /** Hash of its partition key, signed. */
  hash: number;
  /** Bytes of its key attributes, names and values. */
  keyBytes: number;
  /** The number that its label ends in, or -1. */
  labelNumber: number;
  /** Its latest version, also one that deleted it; -1 when it was never there. */
  latest: number;
  /** Place of its image, -1 when it is not there; the bytes that DynamoDB counts for it, and the image's fingerprint. */
  image: number;
  bytes: number;
  fingerprint: number;
}

export class ItemRows {
  private numbers: Int32Array = new Int32Array(0);

  /** After a restore the logs say something else; after a split items are in other partitions. */
  forget(): void {
    this.numbers = new Int32Array(0);
  }

  has(item: number): boolean {
    const at = item * WIDTH;
    return at < this.numbers.length && this.numbers[at + TABLE_AND_KEY_BYTES] !== 0;
  }

  /** The row of an item that {@link has} one. */
  get(item: number): ItemNow {
    const { numbers } = this;
    const at = item * WIDTH;
    const tableAndKeyBytes = numbers[at + TABLE_AND_KEY_BYTES]!;
    return {
      item,
      table: Math.floor(tableAndKeyBytes / KEY_BYTES_END) - 1,
      partition: numbers[at + PARTITION]!,
      hash: numbers[at + HASH]!,
      keyBytes: tableAndKeyBytes % KEY_BYTES_END,
      labelNumber: numbers[at + LABEL_NUMBER]!,
      latest: numbers[at + LATEST]!,
      image: numbers[at + IMAGE]!,
      bytes: numbers[at + BYTES]!,
      fingerprint: numbers[at + FINGERPRINT]!,
    };
  }

  /** Place of the image of an item that {@link has} a row, or -1. */
  imageOf(item: number): number {
    return this.numbers[item * WIDTH + IMAGE]!;
  }

  fill(now: ItemNow): void {
    const at = now.item * WIDTH;
    if (at >= this.numbers.length) this.numbers = longer(this.numbers, at + WIDTH);
    const { numbers } = this;
    numbers[at + TABLE_AND_KEY_BYTES] = (now.table + 1) * KEY_BYTES_END + now.keyBytes;
    numbers[at + PARTITION] = now.partition;
    numbers[at + HASH] = now.hash;
    numbers[at + LABEL_NUMBER] = now.labelNumber;
    this.change(now.item, now.latest, now.image, now.bytes, now.fingerprint);
  }

  /** An item that has a row has another version now. */
  change(item: number, version: number, image: number, bytes: number, fingerprint: number): void {
    const { numbers } = this;
    const at = item * WIDTH;
    numbers[at + LATEST] = version;
    numbers[at + IMAGE] = image;
    numbers[at + BYTES] = bytes;
    numbers[at + FINGERPRINT] = fingerprint;
  }
}

/** The same numbers with room for more: at least so many, and twice as many as before. */
function longer(numbers: Int32Array, least: number): Int32Array {
  const more = new Int32Array(Math.max(least, numbers.length * 2));
  more.set(numbers);
  return more;
}
