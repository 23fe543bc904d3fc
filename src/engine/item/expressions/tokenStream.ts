/** Reading an expression token by token, and saying what is wrong with it in AWS's words. */
import { type ItemError, validationError } from '../itemError.ts';
import { utf8Length } from '../size.ts';
import { isReservedWord } from './reservedWords.ts';
import type { ExpressionKind } from './syntax.ts';
import { type Token, tokenize } from './tokens.ts';

const LONGEST_TEXT = 4_096;
const MOST_OPERATORS = 300;
/** Far more than 300 operators can nest; keeps the parser's own stack small. */
const DEEPEST_NESTING = 400;

/**
 * Mistakes that are no syntax errors. A text may have several: AWS reports the first of the first kind,
 * in an order that differs between kinds of expression.
 */
export type Mistake =
  | 'parentheses'
  | 'unknownFunction'
  | 'misusedFunction'
  | 'reservedWord'
  | 'section'
  | 'limit';

export const invalidExpression = (kind: ExpressionKind, message: string): ItemError =>
  validationError(`Invalid ${kind}: ${message}`);

export class TokenStream {
  readonly kind: ExpressionKind;
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly keywords: ReadonlySet<string>;
  private readonly mistakes = new Map<Mistake, string>();
  private at = 0;
  private operators = 0;
  private depth = 0;

  constructor(kind: ExpressionKind, text: string, keywords: readonly string[]) {
    this.kind = kind;
    this.text = text;
    this.keywords = new Set(keywords);
    if (text === '') throw invalidExpression(kind, 'The expression can not be empty;');
    const size = utf8Length(text);
    if (size > LONGEST_TEXT) {
      const message = `Expression size has exceeded the maximum allowed size; expression size: ${size}`;
      throw invalidExpression(kind, message);
    }
    this.tokens = tokenize(text);
  }

  get next(): Token {
    return this.tokens[this.at]!;
  }

  get afterNext(): Token {
    return this.tokens[Math.min(this.at + 1, this.tokens.length - 1)]!;
  }

  advance(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.at++;
    return token;
  }

  isSymbol(text: string): boolean {
    return this.next.kind === 'symbol' && this.next.text === text;
  }

  /** Takes a symbol if it comes next. */
  takeSymbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.at++;
    return true;
  }

  expectSymbol(text: string): void {
    if (!this.takeSymbol(text)) throw this.syntaxError();
  }

  /** The keyword that comes next, in capitals, or null. */
  keyword(): string | null {
    if (this.next.kind !== 'name') return null;
    const word = this.next.text.toUpperCase();
    return this.keywords.has(word) ? word : null;
  }

  takeKeyword(word: string): boolean {
    if (this.keyword() !== word) return false;
    this.at++;
    return true;
  }

  expectKeyword(word: string): void {
    if (!this.takeKeyword(word)) throw this.syntaxError();
  }

  expectEnd(): void {
    if (this.next.kind !== 'end') throw this.syntaxError();
  }

  /** AWS shows the offending token, and the text from the token before it to the one after it. */
  syntaxError(): ItemError {
    const token = this.next;
    const from = (this.tokens[this.at - 1] ?? token).from;
    const to = token.kind === 'end' ? (this.tokens[this.at - 1] ?? token).to : this.afterNext.to;
    const near = this.text.slice(from, to).trimEnd();
    return invalidExpression(this.kind, `Syntax error; token: "${token.text}", near: "${near}"`);
  }

  /** Notes a mistake that is reported when the whole text has been read. */
  note(mistake: Mistake, message: string): void {
    if (!this.mistakes.has(mistake)) this.mistakes.set(mistake, message);
  }

  noteIfReserved(name: string): void {
    if (isReservedWord(name)) {
      this.note('reservedWord', `Attribute name is a reserved keyword; reserved keyword: ${name}`);
    }
  }

  countOperator(): void {
    this.operators++;
  }

  /** Reads something nested in what is being read. */
  nested<T>(read: () => T): T {
    this.depth++;
    if (this.depth > DEEPEST_NESTING) {
      throw invalidExpression(this.kind, 'The expression has redundant parentheses;');
    }
    const result = read();
    this.depth--;
    return result;
  }

  /** @throws ItemError for the first mistake in the given order, if there was any. */
  reportMistakes(order: readonly Mistake[]): void {
    for (const mistake of order) {
      const message = this.mistakes.get(mistake);
      if (message !== undefined) throw invalidExpression(this.kind, message);
    }
    if (this.operators > MOST_OPERATORS) {
      const message = `The expression contains too many operators; operator count: ${this.operators}`;
      throw invalidExpression(this.kind, message);
    }
  }
}
