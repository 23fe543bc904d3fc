/** Packs an item into canonical bytes, and reckons its size on the way; see imageFormat.ts and size.ts. */
import { byCodeUnits } from './attributeMap.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import type { ImageDictionary } from './imageDictionary.ts';
import { fingerprintOf, LONGEST_INLINE, Tag } from './imageFormat.ts';
import { canonicalNumber, compareNumbers, isPlainInteger } from './number.ts';
import { NumberedText } from './numberedText.ts';
import { PreparedImage, type PreparedValue } from './preparedImage.ts';
import {
  attributeSizeBytes,
  DOCUMENT_BYTES,
  integerSizeBytes,
  numberSizeBytes,
  utf8Length,
  wholeSizeBytes,
} from './size.ts';

/** Room before the attributes for their length. */
const HEADER = 5;
/** More than the longest thing that is written between two checks for room. */
const MARGIN = 96;
const ZERO = '0'.charCodeAt(0);

export class ImageWriter {
  /** The encoded image is `bytes[start..end)`, until the next `encode`. */
  bytes = new Uint8Array(4_096);
  start = 0;
  end = 0;
  /** Of the attributes that were encoded last. */
  fingerprint = 0;
  /** What DynamoDB counts for what was written so far, in bytes. */
  sizeBytes = 0;
  private at = 0;

  private readonly dictionary: ImageDictionary;

  constructor(dictionary: ImageDictionary) {
    this.dictionary = dictionary;
  }

  /** Packs the length and the attributes; `finish` adds the size. */
  encode(item: AttributeMap | PreparedImage): void {
    this.at = HEADER;
    this.sizeBytes = 0;
    if (item instanceof PreparedImage) this.writePrepared(item);
    else this.writeMap(item);
    this.end = this.at;
    this.fingerprint = fingerprintOf(this.bytes, HEADER, this.end);
    let header = 1;
    const count = this.end - HEADER;
    for (let rest = count; rest >= 128; rest = Math.floor(rest / 128)) header++;
    this.start = HEADER - header;
    this.at = this.start;
    this.writeWhole(count);
    this.at = this.end;
  }

  finish(): void {
    this.makeRoom();
    this.writeWhole(this.sizeBytes);
    this.end = this.at;
  }

  /** Writes the attributes; returns how many there are. */
  private writeMap(map: AttributeMap): number {
    const names = sortedNames(map);
    this.makeRoom();
    this.writeWhole(names.length);
    for (const name of names) {
      this.writeName(this.dictionary.numberOf(name));
      this.writeValue(map[name]!); // its own: it is one of its names
    }
    return names.length;
  }

  /** Writes the same as {@link writeMap} for the map that has these values. */
  private writePrepared(image: PreparedImage): void {
    const { names, values, numbers } = image;
    if (image.epoch !== this.dictionary.epoch) {
      image.epoch = this.dictionary.epoch;
      numbers.fill(-1);
    }
    this.makeRoom();
    this.writeWhole(names.length);
    for (let i = 0; i < names.length; i++) {
      if (numbers[i]! < 0) numbers[i] = this.dictionary.numberOf(names[i]!);
      this.writeName(numbers[i]!);
      this.writePreparedValue(values[i]!);
    }
  }

  private writePreparedValue(value: PreparedValue): void {
    if (typeof value === 'string') {
      this.writeTag(Tag.string);
      this.sizeBytes += this.writeText(value);
    } else if (typeof value === 'number') {
      this.writeTag(Tag.integer);
      this.writeWhole(value);
      this.sizeBytes += wholeSizeBytes(value);
    } else if (value instanceof NumberedText) {
      this.writeTag(Tag.string);
      this.sizeBytes += this.writeNumberedText(value);
    } else this.writeValue(value);
  }

  private writeName(number: number): void {
    this.makeRoom();
    this.writeWhole(number);
    this.sizeBytes += this.dictionary.sizeOf(number);
  }

  private writeValue(value: AttributeValue): void {
    this.makeRoom();
    if ('S' in value) {
      this.writeTag(Tag.string);
      this.sizeBytes += this.writeText(value.S);
    } else if ('N' in value) this.writeNumber(value.N);
    else if ('M' in value) {
      this.writeTag(Tag.map);
      const count = this.writeMap(value.M);
      this.sizeBytes += DOCUMENT_BYTES + count;
    } else if ('L' in value) {
      this.writeTag(Tag.list);
      this.writeWhole(value.L.length);
      for (const element of value.L) this.writeValue(element);
      this.sizeBytes += DOCUMENT_BYTES + value.L.length;
    } else {
      this.writeRare(value);
      this.sizeBytes += attributeSizeBytes(value);
    }
  }

  private writeRare(value: AttributeValue): void {
    if ('BOOL' in value) this.writeTag(value.BOOL ? Tag.yes : Tag.no);
    else if ('B' in value) {
      this.writeTag(Tag.binary);
      this.writeText(value.B);
    } else if ('SS' in value) this.writeSet(Tag.stringSet, value.SS.toSorted(byCodeUnits));
    else if ('BS' in value) this.writeSet(Tag.binarySet, value.BS.toSorted(byCodeUnits));
    else if ('NS' in value) {
      this.writeSet(Tag.numberSet, value.NS.map(canonicalNumber).sort(compareNumbers));
    } else this.writeTag(Tag.nothing);
  }

  private writeNumber(text: string): void {
    if (isPlainInteger(text)) {
      this.writeInteger(text);
      this.sizeBytes += integerSizeBytes(text);
      return;
    }
    const canonical = canonicalNumber(text);
    if (isPlainInteger(canonical)) this.writeInteger(canonical);
    else {
      this.writeTag(Tag.number);
      this.writeText(canonical);
    }
    this.sizeBytes += numberSizeBytes(text);
  }

  private writeInteger(text: string): void {
    const value = Number(text);
    this.writeTag(value < 0 ? Tag.negativeInteger : Tag.integer);
    this.writeWhole(value < 0 ? -value : value);
  }

  private writeSet(tag: number, members: readonly string[]): void {
    this.writeTag(tag);
    this.writeWhole(members.length);
    for (const member of members) {
      this.makeRoom();
      this.writeText(member);
    }
  }

  /** Writes a text; returns its bytes in UTF-8. */
  private writeText(text: string): number {
    const count = text.length;
    if (count > LONGEST_INLINE) {
      const number = this.dictionary.numberOf(text);
      this.writeWhole(number * 2 + 1);
      return this.dictionary.sizeOf(number);
    }
    this.writeWhole(count * 2);
    return this.writeUnits(text);
  }

  /** Writes the same as {@link writeText} for the whole text, without making it. */
  private writeNumberedText(text: NumberedText): number {
    const { front, number } = text;
    const digits = digitsOf(number);
    if (digits === 0 || front.length + digits > LONGEST_INLINE) return this.writeText(`${text}`);
    this.writeWhole((front.length + digits) * 2);
    const bytes = this.writeUnits(front) + digits;
    this.at += digits;
    for (let at = this.at - 1, rest = number; at >= this.at - digits; at--) {
      this.bytes[at] = ZERO + (rest % 10);
      rest = (rest / 10) | 0;
    }
    return bytes;
  }

  /** Writes a text's UTF-16 units; returns its bytes in UTF-8. */
  private writeUnits(text: string): number {
    let isAscii = true;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 128) this.bytes[this.at++] = unit;
      else {
        this.writeWhole(unit);
        isAscii = false;
      }
    }
    return isAscii ? text.length : utf8Length(text);
  }

  private writeTag(tag: number): void {
    this.bytes[this.at++] = tag;
  }

  private writeWhole(value: number): void {
    let rest = value;
    while (rest >= 128) {
      const low = rest % 128;
      this.bytes[this.at++] = low + 128;
      rest = (rest - low) / 128;
    }
    this.bytes[this.at++] = rest;
  }

  private makeRoom(): void {
    if (this.at + MARGIN <= this.bytes.length) return;
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Decimal digits of a whole number below 2³¹; none of a negative one. */
function digitsOf(number: number): number {
  if (number < 0) return 0;
  let digits = 1;
  for (let rest = number; rest >= 10; rest = (rest / 10) | 0) digits++;
  return digits;
}

/** Names in the order of their code units. */
function sortedNames(map: AttributeMap): string[] {
  const names = Object.keys(map);
  for (let i = 1; i < names.length; i++) {
    if (names[i - 1]! > names[i]!) return names.sort(byCodeUnits);
  }
  return names;
}
