/** Unpacks images; see imageFormat.ts. */
import { setAttribute } from './attributeMap.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import type { ImageDictionary } from './imageDictionary.ts';
import { fingerprintOf, Tag } from './imageFormat.ts';

export class ImageReader {
  private bytes = new Uint8Array(0);
  private at = 0;

  private readonly dictionary: ImageDictionary;

  constructor(dictionary: ImageDictionary) {
    this.dictionary = dictionary;
  }

  read(bytes: Uint8Array, at: number): AttributeMap {
    this.bytes = bytes as Uint8Array<ArrayBuffer>;
    this.at = at;
    this.readWhole();
    return this.readMap();
  }

  readSize(bytes: Uint8Array, at: number): number {
    this.bytes = bytes as Uint8Array<ArrayBuffer>;
    this.at = at;
    const count = this.readWhole();
    this.at += count;
    return this.readWhole();
  }

  readFingerprint(bytes: Uint8Array, at: number): number {
    this.bytes = bytes as Uint8Array<ArrayBuffer>;
    this.at = at;
    const count = this.readWhole();
    return fingerprintOf(bytes, this.at, this.at + count);
  }

  /** One attribute of an image, or undefined. */
  readAttribute(bytes: Uint8Array, at: number, name: string): AttributeValue | undefined {
    return this.find(bytes, at, name) ? this.readValue() : undefined;
  }

  /** One attribute of an image, or null where it is none, or no number. */
  readNumber(bytes: Uint8Array, at: number, name: string): number | null {
    if (!this.find(bytes, at, name)) return null;
    const tag = this.bytes[this.at++];
    if (tag === Tag.integer) return this.readWhole();
    if (tag === Tag.negativeInteger) return -this.readWhole();
    return tag === Tag.number ? Number(this.readText()) : null;
  }

  /** Goes to the value of an attribute: what comes before it is passed over, what follows is not looked at. */
  private find(bytes: Uint8Array, at: number, name: string): boolean {
    this.bytes = bytes as Uint8Array<ArrayBuffer>;
    this.at = at;
    this.readWhole();
    for (let left = this.readWhole(); left > 0; left--) {
      if (this.dictionary.textOf(this.readWhole()) === name) return true;
      this.skipValue();
    }
    return false;
  }

  private skipValue(): void {
    switch (this.bytes[this.at++]) {
      case Tag.integer:
      case Tag.negativeInteger:
        this.readWhole();
        break;
      case Tag.string:
      case Tag.number:
      case Tag.binary:
        this.skipText();
        break;
      case Tag.stringSet:
      case Tag.numberSet:
      case Tag.binarySet:
        for (let left = this.readWhole(); left > 0; left--) this.skipText();
        break;
      case Tag.map:
        for (let left = this.readWhole(); left > 0; left--) {
          this.readWhole();
          this.skipValue();
        }
        break;
      case Tag.list:
        for (let left = this.readWhole(); left > 0; left--) this.skipValue();
        break;
    }
  }

  private skipText(): void {
    const header = this.readWhole();
    if (header % 2 === 0) for (let i = 0; i < header; i += 2) this.readWhole();
  }

  private readMap(): AttributeMap {
    const map: AttributeMap = {};
    const count = this.readWhole();
    for (let i = 0; i < count; i++) {
      const name = this.dictionary.textOf(this.readWhole());
      setAttribute(map, name, this.readValue());
    }
    return map;
  }

  private readValue(): AttributeValue {
    switch (this.bytes[this.at++]) {
      case Tag.string:
        return { S: this.readText() };
      case Tag.integer:
        return { N: String(this.readWhole()) };
      case Tag.negativeInteger:
        return { N: `-${this.readWhole()}` };
      case Tag.number:
        return { N: this.readText() };
      case Tag.no:
        return { BOOL: false };
      case Tag.yes:
        return { BOOL: true };
      case Tag.binary:
        return { B: this.readText() };
      case Tag.stringSet:
        return { SS: this.readTexts() };
      case Tag.numberSet:
        return { NS: this.readTexts() };
      case Tag.binarySet:
        return { BS: this.readTexts() };
      case Tag.map:
        return { M: this.readMap() };
      case Tag.list:
        return { L: this.readList() };
      default:
        return { NULL: true };
    }
  }

  private readList(): AttributeValue[] {
    const list: AttributeValue[] = [];
    const count = this.readWhole();
    for (let i = 0; i < count; i++) list.push(this.readValue());
    return list;
  }

  private readTexts(): string[] {
    const texts: string[] = [];
    const count = this.readWhole();
    for (let i = 0; i < count; i++) texts.push(this.readText());
    return texts;
  }

  private readText(): string {
    const header = this.readWhole();
    if (header % 2 === 1) return this.dictionary.textOf((header - 1) / 2);
    let text = '';
    for (let i = 0; i < header; i += 2) text += String.fromCharCode(this.readWhole());
    return text;
  }

  private readWhole(): number {
    const { bytes } = this;
    let byte = bytes[this.at++]!;
    let value = byte % 128;
    for (let scale = 128; byte >= 128; scale *= 128) {
      byte = bytes[this.at++]!;
      value += (byte % 128) * scale;
    }
    return value;
  }
}
