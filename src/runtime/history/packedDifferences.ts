/** Whole numbers in as many bytes as each needs, seven bits a byte, the lowest first. */

export class NumberWriter {
  length = 0;
  private bytes = new Uint8Array(4_096);

  /** Appends a number from 0 to 2^53. */
  push(value: number): void {
    if (this.length + 8 > this.bytes.length) this.grow();
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.bytes[this.length++] = rest;
  }

  /** Appends a number from -2^52 to 2^52. */
  pushSigned(value: number): void {
    this.push(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** A copy of what has been written. */
  written(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

export class NumberReader {
  private readonly bytes: Uint8Array;
  private at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  next(): number {
    const first = this.bytes[this.at++]!;
    return first < 0x80 ? first : this.rest(first - 0x80);
  }

  nextSigned(): number {
    const value = this.next();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  /** Adds so many changes to the numbers in whose slots they belong. */
  addTo(numbers: Int32Array | Float64Array | Uint16Array | Uint8Array | Int8Array, count: number) {
    let slot = 0;
    for (let left = count; left > 0; left--) {
      slot += this.next();
      numbers[slot]! += this.nextSigned();
    }
  }

  private rest(low: number): number {
    let value = low;
    for (let unit = 0x80; ; unit *= 0x80) {
      const byte = this.bytes[this.at++]!;
      if (byte < 0x80) return value + byte * unit;
      value += (byte - 0x80) * unit;
    }
  }
}
