/** The texts that images share: attribute names and long values, each kept once. */
import { type ColumnSnapshot, ValueLog } from '../kernel/columns.ts';
import { utf8Length } from './size.ts';

export interface ImageDictionarySnapshot {
  readonly texts: ColumnSnapshot<string[]>;
  readonly bytesUsed: number;
}

export class ImageDictionary {
  /** Bytes of all texts, two for each UTF-16 unit. */
  bytesUsed = 0;
  /** Another object whenever texts may have other numbers than before. */
  epoch = {};
  private readonly texts = new ValueLog<string>();
  private readonly numbers = new Map<string, number>();
  /** By text: its bytes in UTF-8, which are asked for at each writing. */
  private readonly sizes: number[] = [];

  /** The number of a text; a new text gets the next one. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text);
    this.numbers.set(text, number);
    this.sizes[number] = utf8Length(text);
    this.bytesUsed += text.length * 2;
    return number;
  }

  textOf(number: number): string {
    return this.texts.get(number);
  }

  /** Bytes of a text in UTF-8. */
  sizeOf(number: number): number {
    return this.sizes[number]!;
  }

  snapshot(): ImageDictionarySnapshot {
    return { texts: this.texts.snapshot(), bytesUsed: this.bytesUsed };
  }

  /** Goes back (or over to another future): only what the two do not share is taken out and put in. */
  restore(snapshot: ImageDictionarySnapshot): void {
    const before = this.texts.snapshot();
    const { pages, length } = snapshot.texts;
    let shared = 0;
    while (shared < pages.length && pages[shared] === before.pages[shared]) shared++;
    const perPage = 1_024;
    const common = Math.min(shared * perPage, length, before.length);
    for (let i = common; i < before.length; i++) this.numbers.delete(this.texts.get(i));
    this.texts.restore(snapshot.texts);
    for (let i = common; i < length; i++) {
      const text = this.texts.get(i);
      this.numbers.set(text, i);
      this.sizes[i] = utf8Length(text);
    }
    this.bytesUsed = snapshot.bytesUsed;
    this.epoch = {};
  }
}
