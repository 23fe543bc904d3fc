/**
 * The command line's shorthand: `Key=value,Key2=a,b,Key3={Inner=x},Key4=[{A=1},{A=2}]`. All leaves are
 * texts; what they mean is for the shape to say.
 */

export type Shorthand = string | Shorthand[] | { [key: string]: Shorthand };

/** @throws ShorthandError */
export function parseShorthand(text: string): { [key: string]: Shorthand } {
  const reader = new Reader(text);
  return reader.members();
}

export class ShorthandError extends Error {
  constructor(what: string, text: string, at: number, hint = '') {
    const before = text.slice(0, at);
    const lineFrom = before.lastIndexOf('\n') + 1;
    const shown = text.split('\n');
    shown.splice(before.split('\n').length, 0, `${' '.repeat(at - lineFrom)}^`);
    super(`${what} for input:\n${shown.join('\n')}${hint}`);
  }
}

const PRECEDING_COMMA = '\nThis is often because there is a preceding "," instead of a space.';

const KEY = /[\w\-./#:@]*/uy;
/** What ends a bare value, beside a comma. */
const BARE = /(?:\\,|[^,])*/uy;
const BARE_IN_BRACKETS = /(?:\\[,\]}]|[^,\]}])*/uy;

class Reader {
  private at = 0;
  /** Braces and brackets that are open. */
  private depth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** `Key=value` pairs up to the end of the text, or of the braces. */
  members(): { [key: string]: Shorthand } {
    const members: { [key: string]: Shorthand } = Object.create(null);
    for (;;) {
      const key = this.key();
      if (key in members) {
        const what = `Second instance of key "${key}" encountered`;
        throw new ShorthandError(what, this.text, this.at, PRECEDING_COMMA);
      }
      this.expect('=');
      members[key] = this.values();
      if (this.isAtEnd() || this.peek() === '}') return members;
      this.expect(',');
    }
  }

  private innerMembers(): { [key: string]: Shorthand } {
    this.blanks();
    return this.peek() === '}' ? {} : this.members();
  }

  private key(): string {
    this.blanks();
    KEY.lastIndex = this.at;
    const found = KEY.exec(this.text)!;
    this.at += found[0].length;
    return found[0];
  }

  /** One value, or several that commas join: until what follows a comma is a key. */
  private values(): Shorthand {
    if (this.isAtEnd()) return '';
    const first = this.value();
    const more: Shorthand[] = [];
    while (this.peek() === ',' && !this.isKeyAfterComma()) {
      this.at++;
      if (this.isAtEnd()) throw this.error('<second>', '<none>');
      more.push(this.value());
    }
    return more.length === 0 ? first : [first, ...more];
  }

  private isKeyAfterComma(): boolean {
    return /^,\s*[\w\-./#:@]+\s*=/u.test(this.text.slice(this.at));
  }

  private value(): Shorthand {
    this.blanks();
    const character = this.peek();
    if (character === '{') return this.nested('}', () => this.innerMembers());
    if (character === '[') return this.nested(']', () => this.list());
    if (character === '"' || character === "'") return this.quoted(character);
    const bare = this.depth > 0 ? BARE_IN_BRACKETS : BARE;
    bare.lastIndex = this.at;
    const found = bare.exec(this.text)![0];
    this.at += found.length;
    return found.trim().replace(/\\([,\]}])/gu, '$1');
  }

  private nested<T>(end: string, read: () => T): T {
    this.at++;
    this.depth++;
    if (this.depth > 100) throw this.error('less nesting', this.peek());
    const inside = read();
    if (this.isAtEnd()) throw this.error(',', 'EOF');
    this.expect(end);
    this.depth--;
    return inside;
  }

  private list(): Shorthand[] {
    const list: Shorthand[] = [];
    this.blanks();
    while (this.peek() !== ']') {
      list.push(this.value());
      this.blanks();
      if (this.peek() !== ',') break;
      this.at++;
      this.blanks();
    }
    return list;
  }

  private quoted(quote: string): string {
    const from = this.at++;
    let text = '';
    while (this.at < this.text.length) {
      const character = this.text[this.at++]!;
      if (character === quote) {
        this.blanks();
        return text;
      }
      const isEscape = character === '\\' && [quote, '\\'].includes(this.text[this.at]!);
      text += isEscape ? this.text[this.at++] : character;
    }
    this.at = from;
    throw this.error(quote === '"' ? '<double quoted>' : '<single quoted>', '<none>');
  }

  private expect(character: string): void {
    this.blanks();
    if (this.peek() !== character) throw this.error(character, this.peek());
    this.at++;
  }

  private peek(): string {
    return this.text[this.at] ?? 'EOF';
  }

  private isAtEnd(): boolean {
    this.blanks();
    return this.at >= this.text.length;
  }

  private blanks(): void {
    while (/\s/u.test(this.text[this.at] ?? '')) this.at++;
  }

  private error(expected: string, received: string): ShorthandError {
    const what = `Expected: '${expected}', received: '${received}'`;
    return new ShorthandError(what, this.text, this.at);
  }
}
