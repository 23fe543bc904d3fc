/** What an expression is made of. */

export type TokenKind = 'name' | 'nameReference' | 'valueReference' | 'integer' | 'symbol' | 'end';

/** A piece of the text from `from` up to, not including, `to`. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A name begins with a letter; a placeholder may begin with any letter, digit or underscore. Whatever
 * belongs to nothing is a symbol of its own, for the parser to stumble over.
 */
const PATTERN =
  /[ \t\r\n]+|([A-Za-z][A-Za-z0-9_]*)|(#[A-Za-z0-9_]+)|(:[A-Za-z0-9_]+)|([0-9]+)|(<>|<=|>=|.)/gsu;
/** By the pattern's groups. */
const KINDS: readonly TokenKind[] = [
  'name',
  'nameReference',
  'valueReference',
  'integer',
  'symbol',
];

/** All tokens of a text, the last of them its end. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [piece, ...groups] = match;
    const kind = KINDS[groups.findIndex((group) => group !== undefined)];
    if (kind === undefined) continue; // space
    tokens.push({ kind, text: piece, from: match.index, to: match.index + piece.length });
  }
  tokens.push({ kind: 'end', text: '<EOF>', from: text.length, to: text.length });
  return tokens;
}
