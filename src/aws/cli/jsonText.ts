/**
 * JSON as a person types it, and what AWS's command line says about a mistake in it: the first place
 * at which it cannot go on.
 */

import { isTooDeep } from '../jsonDepth.ts';

export type ReadJson = { ok: true; value: unknown } | { ok: false; error: string };

export function readJson(text: string): ReadJson {
  if (isTooDeep(text)) return { ok: false, error: 'it is nested too deeply' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, error: mistakeIn(text) };
  }
}

class Mistake extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

function mistakeIn(text: string): string {
  const scanner = new Scanner(text);
  try {
    scanner.document();
  } catch (error) {
    if (error instanceof Mistake) return `${error.message}: ${place(text, error.at)}`;
  }
  return 'it cannot be read';
}

function place(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return `line ${line} column ${column} (char ${at})`;
}

const PROPERTY_NAME = 'Expecting property name enclosed in double quotes';
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/uy;

class Scanner {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): void {
    this.blanks();
    this.value();
    this.blanks();
    if (this.at < this.text.length) throw new Mistake('Extra data', this.at);
  }

  private blanks(): void {
    while (/[ \t\n\r]/u.test(this.text[this.at] ?? '')) this.at++;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private value(): void {
    if (this.take('{')) this.object();
    else if (this.take('[')) this.array();
    else if (this.text[this.at] === '"') this.string();
    else {
      LITERAL.lastIndex = this.at;
      const found = LITERAL.exec(this.text);
      if (found === null) throw new Mistake('Expecting value', this.at);
      this.at += found[0].length;
    }
  }

  private object(): void {
    this.blanks();
    if (this.take('}')) return;
    for (;;) {
      if (this.text[this.at] !== '"') throw new Mistake(PROPERTY_NAME, this.at);
      this.string();
      this.blanks();
      if (!this.take(':')) throw new Mistake("Expecting ':' delimiter", this.at);
      this.blanks();
      this.value();
      this.blanks();
      if (this.take('}')) return;
      if (!this.take(',')) throw new Mistake("Expecting ',' delimiter", this.at);
      this.blanks();
    }
  }

  private array(): void {
    this.blanks();
    if (this.take(']')) return;
    for (;;) {
      this.value();
      this.blanks();
      if (this.take(']')) return;
      if (!this.take(',')) throw new Mistake("Expecting ',' delimiter", this.at);
      this.blanks();
    }
  }

  private string(): void {
    const from = this.at++;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) throw new Mistake('Unterminated string starting at', from);
      if (character < ' ') throw new Mistake('Invalid control character at', this.at);
      this.at++;
      if (character === '"') return;
      if (character !== '\\') continue;
      this.escape();
    }
  }

  /** After a backslash. */
  private escape(): void {
    const next = this.text[this.at] ?? '';
    if (next === 'u') {
      const digits = this.text.slice(this.at + 1, this.at + 5);
      if (!/^[\dA-Fa-f]{4}$/u.test(digits)) {
        throw new Mistake('Invalid \\uXXXX escape', this.at);
      }
      this.at += 5;
    } else if ('"\\/bfnrt'.includes(next) && next !== '') this.at++;
    else if (next !== '') throw new Mistake('Invalid \\escape', this.at - 1);
  }
}
