/** A text that ends in a whole number, as most keys do: taken apart, it is many times smaller. */

/** More digits would not fit 32 bits: those before them stay in front. */
const MOST_DIGITS = 9;
const ZERO = 48;

export class NumberedText {
  /** What stands before the number. */
  readonly front: string;
  /** The number that the text ends in; -1 for none. */
  readonly number: number;

  constructor(front: string, number: number) {
    this.front = front;
    this.number = number;
  }

  static of(text: string): NumberedText {
    const { length } = text;
    let from = length;
    while (from > 0 && length - from < MOST_DIGITS && isDigit(text, from - 1)) from--;
    while (from < length - 1 && text.charCodeAt(from) === ZERO) from++; // a number begins with no zero
    if (from === length) return new NumberedText(text, -1);
    return new NumberedText(text.slice(0, from), Number(text.slice(from)));
  }

  toString(): string {
    return this.number < 0 ? this.front : `${this.front}${this.number}`;
  }
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= ZERO && unit <= ZERO + 9;
}
