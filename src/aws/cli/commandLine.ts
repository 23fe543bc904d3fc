/**
 * A line as a shell would split it: blanks part words; single quotes, double quotes and backslashes
 * keep them together. Nothing is expanded and nothing is run: what a shell would act on is refused.
 */

export interface Word {
  text: string;
  /** Where it stands in the line, its quotes included; `to` is not included. */
  from: number;
  to: number;
}

export interface CommandLine {
  words: Word[];
  /** The quote that is still open at the end, a backslash with nothing after it, or an empty text. */
  open: '' | "'" | '"' | '\\';
  /** A character that only a shell understands, or null. */
  refused: string | null;
}

const BLANK = /\s/u;
const SHELL_ONLY = new Set(['|', '&', ';', '<', '>', '(', ')', '`', '$']);
/** A backslash inside double quotes stands for itself before anything else. */
const ESCAPED_IN_DOUBLE = new Set(['"', '\\', '$', '`']);

export function splitCommandLine(line: string): CommandLine {
  const reader = new WordReader(line);
  const words: Word[] = [];
  for (let word = reader.next(); word !== null; word = reader.next()) words.push(word);
  return { words, open: reader.open, refused: reader.refused };
}

class WordReader {
  open: CommandLine['open'] = '';
  refused: string | null = null;
  private at = 0;
  private readonly line: string;

  constructor(line: string) {
    this.line = line;
  }

  next(): Word | null {
    const { line } = this;
    while (this.at < line.length && this.isBlankAt(this.at))
      this.at += line[this.at] === '\\' ? 2 : 1;
    if (this.at >= line.length || line[this.at] === '#') return null;
    const from = this.at;
    let text = '';
    while (this.at < line.length && !this.isBlankAt(this.at)) text += this.part();
    return { text, from, to: Math.min(this.at, line.length) };
  }

  /** A blank, or a line's end that a backslash makes one. */
  private isBlankAt(at: number): boolean {
    return BLANK.test(this.line[at]!) || (this.line[at] === '\\' && this.line[at + 1] === '\n');
  }

  private part(): string {
    const { line } = this;
    const character = line[this.at++]!;
    if (character === "'") return this.singleQuoted();
    if (character === '"') return this.doubleQuoted();
    if (character === '\\') {
      if (this.at >= line.length) this.open = '\\';
      return line[this.at++] ?? '';
    }
    if (SHELL_ONLY.has(character)) this.refused ??= character;
    return character;
  }

  private singleQuoted(): string {
    const end = this.line.indexOf("'", this.at);
    const to = end < 0 ? this.line.length : end;
    const text = this.line.slice(this.at, to);
    if (end < 0) this.open = "'";
    this.at = to + 1;
    return text;
  }

  private doubleQuoted(): string {
    const { line } = this;
    let text = '';
    while (this.at < line.length) {
      const character = line[this.at++]!;
      if (character === '"') return text;
      const next = line[this.at];
      if (character === '\\' && next === '\n') this.at++;
      else if (character === '\\' && next !== undefined && ESCAPED_IN_DOUBLE.has(next)) {
        text += next;
        this.at++;
      } else text += character;
    }
    this.open = '"';
    return text;
  }
}

/** A text as one word of a line. */
export function quoted(text: string): string {
  if (/^[\w@%+=:,./#-]+$/u.test(text) && !text.startsWith('#')) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
