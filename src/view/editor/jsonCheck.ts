/**
 * Reads JSON as a person types it: where it is wrong it says what, in which line and column, and what
 * would be accepted. Whole numbers too long for a double keep all their digits, as `bigint`.
 */

export type JsonCheck =
  | { ok: true; value: unknown; places: Map<string, Place> }
  | { ok: false; problem: string; place: Place };

export interface Place {
  line: number;
  column: number;
}

/** The sentences, so that they can stand in a table of words. */
export interface JsonWords {
  empty: string;
  unexpected(found: string, wanted: string): string;
  unfinished(wanted: string): string;
  afterEnd(found: string): string;
  trailingComma: string;
  singleQuote: string;
  bareName(name: string): string;
  badNumber(text: string): string;
  badEscape(text: string): string;
  lineInText: string;
  twice(name: string): string;
  tooDeep: string;
  wanted: {
    value: string;
    name: string;
    colon: string;
    commaOrBrace: string;
    commaOrBracket: string;
    quote: string;
  };
}

const DEEPEST = 100;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Wrong extends Error {
  readonly at: number;
  constructor(problem: string, at: number) {
    super(problem);
    this.at = at;
  }
}

/** Checks a whole text. `places` says where each value begins, by its path joined with `.`. */
export function checkJson(text: string, words: JsonWords): JsonCheck {
  const reader = new Reader(text, words);
  try {
    const value = reader.document();
    return { ok: true, value, places: reader.places };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { ok: false, problem: error.message, place: placeAt(text, error.at) };
  }
}

function placeAt(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

class Reader {
  readonly places = new Map<string, Place>();
  private at = 0;
  private readonly text: string;
  private readonly words: JsonWords;

  constructor(text: string, words: JsonWords) {
    this.text = text;
    this.words = words;
  }

  document(): unknown {
    this.skipSpace();
    if (this.at === this.text.length) throw new Wrong(this.words.empty, 0);
    const value = this.value([], this.words.wanted.value);
    this.skipSpace();
    if (this.at < this.text.length) throw new Wrong(this.words.afterEnd(this.here()), this.at);
    return value;
  }

  private value(path: string[], wanted: string): unknown {
    if (path.length > DEEPEST) throw new Wrong(this.words.tooDeep, this.at);
    this.places.set(path.join('.'), placeAt(this.text, this.at));
    const first = this.text[this.at];
    if (first === '{') return this.object(path);
    if (first === '[') return this.array(path);
    if (first === '"') return this.string();
    if (first === "'") throw new Wrong(this.words.singleQuote, this.at);
    if (first !== undefined && /[-+.\d]/.test(first)) return this.number();
    return this.word(wanted);
  }

  private object(path: string[]): Record<string, unknown> {
    const { wanted, trailingComma, twice } = this.words;
    const object: Record<string, unknown> = {};
    this.at++;
    this.skipSpace();
    if (this.take('}')) return object;
    for (;;) {
      const nameAt = this.at;
      const name = this.name();
      if (Object.hasOwn(object, name)) throw new Wrong(twice(name), nameAt);
      this.skipSpace();
      if (!this.take(':')) throw this.unexpected(wanted.colon);
      this.skipSpace();
      const value = this.value([...path, name], wanted.value);
      Object.defineProperty(object, name, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
      this.skipSpace();
      if (this.take('}')) return object;
      const commaAt = this.at;
      if (!this.take(',')) throw this.unexpected(wanted.commaOrBrace);
      this.skipSpace();
      if (this.text[this.at] === '}') throw new Wrong(trailingComma, commaAt);
    }
  }

  private array(path: string[]): unknown[] {
    const { wanted, trailingComma } = this.words;
    const array: unknown[] = [];
    this.at++;
    this.skipSpace();
    if (this.take(']')) return array;
    for (;;) {
      array.push(this.value([...path, String(array.length)], wanted.value));
      this.skipSpace();
      if (this.take(']')) return array;
      const commaAt = this.at;
      if (!this.take(',')) throw this.unexpected(wanted.commaOrBracket);
      this.skipSpace();
      if (this.text[this.at] === ']') throw new Wrong(trailingComma, commaAt);
    }
  }

  private name(): string {
    const first = this.text[this.at];
    if (first === '"') return this.string();
    if (first === "'") throw new Wrong(this.words.singleQuote, this.at);
    const bare = /^[A-Za-z_$][\w$]*/.exec(this.text.slice(this.at, this.at + 60));
    if (bare !== null) throw new Wrong(this.words.bareName(bare[0]), this.at);
    throw this.unexpected(this.words.wanted.name);
  }

  private string(): string {
    const { text, words } = this;
    let value = '';
    for (this.at++; ; this.at++) {
      const sign = text[this.at];
      if (sign === undefined) throw new Wrong(words.unfinished(words.wanted.quote), this.at);
      if (sign === '"') break;
      if (sign === '\n') throw new Wrong(words.lineInText, this.at);
      if (sign < ' ' && sign !== '\t') throw new Wrong(words.badEscape(sign), this.at);
      value += sign === '\\' ? this.escape() : sign;
    }
    this.at++;
    return value;
  }

  private escape(): string {
    const { text, words } = this;
    const sign = text[this.at + 1] ?? '';
    if (sign === 'u') {
      const digits = text.slice(this.at + 2, this.at + 6);
      if (!/^[\da-fA-F]{4}$/.test(digits))
        throw new Wrong(words.badEscape(`\\u${digits}`), this.at);
      this.at += 5;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meant = ESCAPES[sign];
    if (meant === undefined) throw new Wrong(words.badEscape(`\\${sign}`), this.at);
    this.at++;
    return meant;
  }

  private number(): number | bigint {
    const [digits] = /^[-+.\w]*/.exec(this.text.slice(this.at, this.at + 500))!;
    if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(digits)) {
      throw new Wrong(this.words.badNumber(digits), this.at);
    }
    this.at += digits.length;
    const number = Number(digits);
    return /^-?\d+$/.test(digits) && !Number.isSafeInteger(number) ? BigInt(digits) : number;
  }

  private word(wanted: string): unknown {
    const found = /^[A-Za-z_]\w*/.exec(this.text.slice(this.at, this.at + 60))?.[0];
    if (found !== 'true' && found !== 'false' && found !== 'null') throw this.unexpected(wanted);
    this.at += found.length;
    return found === 'null' ? null : found === 'true';
  }

  private unexpected(wanted: string): Wrong {
    const { words, text, at } = this;
    return at >= text.length
      ? new Wrong(words.unfinished(wanted), at)
      : new Wrong(words.unexpected(this.here(), wanted), at);
  }

  /** What stands here, briefly. */
  private here(): string {
    const word = /^[\w$]{1,20}/.exec(this.text.slice(this.at, this.at + 20));
    return word === null ? this.text[this.at]! : word[0];
  }

  private take(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private skipSpace(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }
}
