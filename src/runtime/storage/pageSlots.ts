/**
 * A file for the pages of a history (see `engine/kernel/logPage.ts`) in anything that bytes can be written
 * to at a place and read from it. What a page has had is free again when nobody can reach the page any more.
 */
import type { PageFile } from '../../engine/kernel/logPage.ts';
import { checkOfBytes } from './pageCheck.ts';

/** A file, as far as pages need one. Both say how many bytes went through; less than asked for is a failure. */
export interface OpenFile {
  write(bytes: Uint8Array, at: number): number;
  read(bytes: Uint8Array, at: number): number;
}

/** Slots are multiples of this, so that few sizes of them have to be told apart. */
const UNIT = 4_096;

/** A page could not be read back, or not as it was written. */
export class PageLost extends Error {
  override name = 'PageLost';
}

export class PageSlots implements PageFile {
  private readonly file: OpenFile;
  private readonly refused: (problem: unknown) => void;
  private end = 0;
  /** By place, the check of what was written there. */
  private readonly checks = new Map<number, number>();
  /** Places that are free again, by size. */
  private readonly free = new Map<number, number[]>();
  private readonly holders = new FinalizationRegistry<{ place: number; size: number }>((slot) =>
    this.giveBack(slot),
  );

  /** @param refused hears why nothing more can be written: the pages stay in memory. */
  constructor(file: OpenFile, refused: (problem: unknown) => void = () => {}) {
    this.file = file;
    this.refused = refused;
  }

  /** How far the file reaches, bytes. */
  get length(): number {
    return this.end;
  }

  write(bytes: Uint8Array, holder: object): number {
    const size = sizeFor(bytes.length);
    const known = this.free.get(size);
    const place = known?.at(-1) ?? this.end;
    try {
      if (this.file.write(bytes, place) < bytes.length) throw new Error('The file is full.');
    } catch (problem) {
      this.refused(problem);
      return -1;
    }
    if (place === this.end) this.end += size;
    else known!.pop();
    this.checks.set(place, checkOfBytes(bytes));
    this.holders.register(holder, { place, size });
    return place;
  }

  read(place: number, bytes: Uint8Array): void {
    let count = 0;
    let cause: unknown;
    try {
      count = this.file.read(bytes, place);
    } catch (problem) {
      cause = problem;
    }
    if (count === bytes.length && checkOfBytes(bytes) === this.checks.get(place)) return;
    throw new PageLost(`${bytes.length} bytes at ${place} could not be read back.`, { cause });
  }

  /** What stood there is of no use to anybody. */
  giveBack({ place, size }: { place: number; size: number }): void {
    const known = this.free.get(size);
    if (known === undefined) this.free.set(size, [place]);
    else known.push(place);
  }
}

const sizeFor = (bytes: number): number => Math.max(1, Math.ceil(bytes / UNIT)) * UNIT;
