/**
 * A log of whole numbers in as many bytes as each needs: seven bits a byte, the lowest first. It is
 * read from a place on, number after number.
 */
import { byteLog, type ColumnSnapshot } from './columns.ts';
import type { LogPage } from './logPage.ts';

export class PackedNumbers {
  /** Where the next reading begins. */
  place = 0;
  private readonly bytes = byteLog();

  /** Bytes written so far. */
  get length(): number {
    return this.bytes.length;
  }

  pushByte(value: number): void {
    this.bytes.push(value);
  }

  /** Appends a number from 0 to 2^53. */
  push(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.bytes.push(rest);
  }

  /** Appends a number that may be negative. */
  pushSigned(value: number): void {
    this.push(value < 0 ? -2 * value - 1 : 2 * value);
  }

  byteAt(place: number): number {
    return this.bytes.get(place);
  }

  readByte(): number {
    return this.bytes.get(this.place++);
  }

  read(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.bytes.get(this.place++);
      if (byte < 0x80) return value + byte * unit;
      value += (byte - 0x80) * unit;
      unit *= 0x80;
    }
  }

  readSigned(): number {
    const value = this.read();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  /** Passes over so many numbers. */
  skip(count: number): void {
    for (let left = count; left > 0; left--) {
      while (this.bytes.get(this.place++) >= 0x80);
    }
  }

  /** How many bytes this log and another begin with in common. */
  commonLength(other: ColumnSnapshot<LogPage>): number {
    return this.bytes.commonLength(other);
  }

  snapshot(): ColumnSnapshot<LogPage> {
    return this.bytes.snapshot();
  }

  restore(snapshot: ColumnSnapshot<LogPage>): void {
    this.bytes.restore(snapshot);
    this.place = 0;
  }
}
