/** Packs an item into canonical bytes; see imageFormat.ts. */
import { attributeOf, byCodeUnits } from './attributeMap.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import type { ImageDictionary } from './imageDictionary.ts';
import { LONGEST_INLINE, Tag } from './imageFormat.ts';
import { canonicalNumber, compareNumbers, isPlainInteger } from './number.ts';

/** Room before the attributes for their length. */
const HEADER = 5;
/** More than the longest thing that is written between two checks for room. */
const MARGIN = 96;

export class ImageWriter {
  /** The encoded image is `bytes[start..end)`, until the next `encode`. */
  bytes = new Uint8Array(4_096);
  start = 0;
  end = 0;
  private at = 0;

  private readonly dictionary: ImageDictionary;

  constructor(dictionary: ImageDictionary) {
    this.dictionary = dictionary;
  }

  /** Packs the length and the attributes; `finish` adds the size. */
  encode(item: AttributeMap): void {
    this.at = HEADER;
    this.writeMap(item);
    this.end = this.at;
    let header = 1;
    const count = this.end - HEADER;
    for (let rest = count; rest >= 128; rest = Math.floor(rest / 128)) header++;
    this.start = HEADER - header;
    this.at = this.start;
    this.writeWhole(count);
    this.at = this.end;
  }

  finish(sizeBytes: number): void {
    this.makeRoom();
    this.writeWhole(sizeBytes);
    this.end = this.at;
  }

  private writeMap(map: AttributeMap): void {
    const names = sortedNames(map);
    this.makeRoom();
    this.writeWhole(names.length);
    for (const name of names) {
      this.makeRoom();
      this.writeWhole(this.dictionary.numberOf(name));
      this.writeValue(attributeOf(map, name)!);
    }
  }

  private writeValue(value: AttributeValue): void {
    this.makeRoom();
    if ('S' in value) this.writeTagged(Tag.string, value.S);
    else if ('N' in value) this.writeNumber(value.N);
    else if ('BOOL' in value) this.writeTag(value.BOOL ? Tag.yes : Tag.no);
    else if ('B' in value) this.writeTagged(Tag.binary, value.B);
    else if ('M' in value) {
      this.writeTag(Tag.map);
      this.writeMap(value.M);
    } else if ('L' in value) {
      this.writeTag(Tag.list);
      this.writeWhole(value.L.length);
      for (const element of value.L) this.writeValue(element);
    } else if ('SS' in value) this.writeSet(Tag.stringSet, value.SS.toSorted(byCodeUnits));
    else if ('BS' in value) this.writeSet(Tag.binarySet, value.BS.toSorted(byCodeUnits));
    else if ('NS' in value) {
      this.writeSet(Tag.numberSet, value.NS.map(canonicalNumber).sort(compareNumbers));
    } else this.writeTag(Tag.nothing);
  }

  private writeNumber(text: string): void {
    if (!isPlainInteger(text)) {
      const canonical = canonicalNumber(text);
      if (!isPlainInteger(canonical)) this.writeTagged(Tag.number, canonical);
      else this.writeInteger(canonical);
    } else this.writeInteger(text);
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

  private writeTagged(tag: number, text: string): void {
    this.writeTag(tag);
    this.writeText(text);
  }

  private writeText(text: string): void {
    const count = text.length;
    if (count > LONGEST_INLINE) {
      this.writeWhole(this.dictionary.numberOf(text) * 2 + 1);
      return;
    }
    this.writeWhole(count * 2);
    for (let i = 0; i < count; i++) this.writeWhole(text.charCodeAt(i));
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

/** Names in the order of their code units. */
function sortedNames(map: AttributeMap): string[] {
  const names = Object.keys(map);
  for (let i = 1; i < names.length; i++) {
    if (names[i - 1]! > names[i]!) return names.sort(byCodeUnits);
  }
  return names;
}
