/**
 * Where every state of every item is kept: an append-only store of packed images. Equal items have
 * equal bytes (the order of attributes and of set members does not count, numbers count by value), so
 * that whether a write changes anything is a comparison of bytes.
 */

import { asLogPage, LogPage } from '../kernel/logPage.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import { ImageDictionary, type ImageDictionarySnapshot } from './imageDictionary.ts';
import { ImageReader } from './imageReader.ts';
import { ImageWriter } from './imageWriter.ts';
import type { PreparedImage } from './preparedImage.ts';

const PAGE_BYTES = 65_536;
const HIGHEST_PAGES = 32_768;
const FILLER = new LogPage(new Uint8Array(0));

/** The log at one moment; pages are shared, nothing is copied. */
export interface ImageLogSnapshot {
  readonly pages: readonly LogPage[];
  readonly length: number;
  readonly dictionary: ImageDictionarySnapshot;
}

/**
 * An image's place is one whole number: page × 65,536 + offset. An image larger than a page has a page
 * of its own length and the places of as many pages as it covers.
 */
export class ImageLog {
  /** Bytes that DynamoDB counts for the largest image, or more: after a restore nobody has looked. */
  largestBytes = 0;
  private pages: LogPage[] = [];
  /** The page that grows. */
  private growing: LogPage | null = null;
  private length = 0;
  private readonly dictionary = new ImageDictionary();
  private readonly writer = new ImageWriter(this.dictionary);
  private readonly reader = new ImageReader(this.dictionary);

  /** Bytes of places given out, and of the texts that images refer to. */
  get bytesUsed(): number {
    return this.length + this.dictionary.bytesUsed;
  }

  /** Bytes that DynamoDB counts for the item that was handed in last. */
  get lastBytes(): number {
    return this.writer.sizeBytes;
  }

  /** {@link fingerprint} of the image that was packed last. */
  get lastFingerprint(): number {
    return this.writer.fingerprint;
  }

  /** Stores an item and returns the place of its image. */
  append(item: AttributeMap | PreparedImage): number {
    this.writer.encode(item);
    return this.store();
  }

  /**
   * Returns `ref` when the item equals the image there (a no-op write), else stores the item. A caller
   * that has kept the fingerprint of that image spares looking at others.
   */
  appendUnlessEqual(
    item: AttributeMap | PreparedImage,
    ref: number,
    fingerprint = this.fingerprint(ref),
  ): number {
    this.writer.encode(item);
    if (this.writer.fingerprint === fingerprint && this.equalsEncoded(ref)) return ref;
    return this.store();
  }

  /** A fresh copy of an image; attributes and set members in canonical order. */
  read(ref: number): AttributeMap {
    return this.reader.read(this.pageOf(ref), ref % PAGE_BYTES);
  }

  /** A fresh copy of one attribute of an image; undefined where it has none of that name. */
  readAttribute(ref: number, name: string): AttributeValue | undefined {
    return this.reader.readAttribute(this.pageOf(ref), ref % PAGE_BYTES, name);
  }

  /** One attribute of an image as a number; null where it has none of that name, or it is no number. */
  readNumber(ref: number, name: string): number | null {
    return this.reader.readNumber(this.pageOf(ref), ref % PAGE_BYTES, name);
  }

  /** Bytes that DynamoDB counts for an image (names and values). */
  sizeBytes(ref: number): number {
    return this.reader.readSize(this.pageOf(ref), ref % PAGE_BYTES);
  }

  /** What equal images have in common, and others hardly ever: 32 bits. */
  fingerprint(ref: number): number {
    return this.reader.readFingerprint(this.pageOf(ref), ref % PAGE_BYTES);
  }

  snapshot(): ImageLogSnapshot {
    return {
      pages: this.pages.slice(),
      length: this.length,
      dictionary: this.dictionary.snapshot(),
    };
  }

  restore(snapshot: ImageLogSnapshot): void {
    const { pages } = snapshot;
    this.pages = pages[0] instanceof LogPage ? pages.slice() : pages.map(asLogPage);
    this.length = snapshot.length;
    this.largestBytes = Number.POSITIVE_INFINITY;
    this.growing = null; // the last page may belong to another future too
    this.dictionary.restore(snapshot.dictionary);
  }

  private pageOf(ref: number): Uint8Array {
    return this.pages[(ref / PAGE_BYTES) | 0]!.numbers() as Uint8Array;
  }

  /** Whether the bytes just encoded stand at a place. */
  private equalsEncoded(ref: number): boolean {
    const { bytes, start, end } = this.writer;
    const page = this.pageOf(ref);
    let at = ref % PAGE_BYTES;
    for (let i = start; i < end; i++) {
      if (bytes[i] !== page[at++]) return false;
    }
    return true;
  }

  /** Appends the bytes just encoded. */
  private store(): number {
    this.writer.finish();
    const { bytes, start, end, sizeBytes } = this.writer;
    if (sizeBytes > this.largestBytes) this.largestBytes = sizeBytes;
    const count = end - start;
    const ref = this.makeRoom(count);
    const page = this.pageOf(ref);
    let at = ref % PAGE_BYTES;
    if (count < 64) for (let i = start; i < end; i++) page[at++] = bytes[i]!;
    else page.set(bytes.subarray(start, end), at);
    return ref;
  }

  /** Advances the log by one image and returns its place. */
  private makeRoom(count: number): number {
    const offset = this.length % PAGE_BYTES;
    if (offset === 0 || offset + count > PAGE_BYTES) return this.openPage(count);
    if (this.growing === null) {
      const last = (this.length - offset) / PAGE_BYTES;
      this.growing = new LogPage(this.pages[last]!.numbers().slice());
      this.pages[last] = this.growing;
    }
    const ref = this.length;
    this.length += count;
    return ref;
  }

  private openPage(count: number): number {
    const page = Math.ceil(this.length / PAGE_BYTES);
    const places = Math.max(1, Math.ceil(count / PAGE_BYTES));
    if (page + places > HIGHEST_PAGES) throw new RangeError('The image log is full (2 GB).');
    this.growing?.close();
    this.growing = new LogPage(new Uint8Array(Math.max(count, PAGE_BYTES)));
    this.pages.length = page;
    this.pages.push(this.growing);
    for (let i = 1; i < places; i++) this.pages.push(FILLER);
    const ref = page * PAGE_BYTES;
    this.length = count > PAGE_BYTES ? (page + places) * PAGE_BYTES : ref + count;
    return ref;
  }
}
