/** Document paths, placeholders and function calls: the parts that all expressions share. */

import type { Call, Operand, Path, Unbound } from './syntax.ts';
import type { TokenStream } from './tokenStream.ts';

const HIGHEST_INDEX = 2_147_483_647;
const DEEPEST_PATH = 32;

const CONDITION_FUNCTIONS: ReadonlySet<string> = new Set([
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
  'size',
]);
const UPDATE_FUNCTIONS: ReadonlySet<string> = new Set(['if_not_exists', 'list_append']);

/** `a.b[3].#c`. */
export function parsePath(stream: TokenStream): Path {
  return continuePath(stream, [parseName(stream)]);
}

/** The rest of a path whose beginning has been read. */
export function continuePath(stream: TokenStream, beginning: Path): Path {
  const path = beginning.slice();
  for (;;) {
    if (stream.takeSymbol('.')) path.push(parseName(stream));
    else if (stream.takeSymbol('[')) {
      path.push(parseIndex(stream));
      stream.expectSymbol(']');
    } else break;
  }
  if (path.length > DEEPEST_PATH) {
    const message = `The document path has too many nesting levels; nesting levels: ${path.length}`;
    stream.note('limit', message);
  }
  return path;
}

function parseName(stream: TokenStream): string {
  const { kind, text } = stream.next;
  if (kind !== 'nameReference' && (kind !== 'name' || stream.keyword() !== null)) {
    throw stream.syntaxError();
  }
  stream.advance();
  if (kind === 'name') stream.noteIfReserved(text);
  return text;
}

function parseIndex(stream: TokenStream): number {
  if (stream.next.kind !== 'integer') throw stream.syntaxError();
  const { text } = stream.advance();
  const index = Number(text);
  if (index > HIGHEST_INDEX) {
    stream.note('limit', `List index is not within the allowable range; index: [${text}]`);
  }
  return index;
}

/** A path, a value's placeholder or a call, not in parentheses. */
export function parseOperand(stream: TokenStream): Operand<Unbound> {
  const { kind, text } = stream.next;
  if (kind === 'valueReference') {
    stream.advance();
    return { kind: 'value', value: text };
  }
  const { afterNext } = stream;
  if (kind === 'name' && afterNext.kind === 'symbol' && afterNext.text === '(') {
    return parseCall(stream);
  }
  return { kind: 'path', path: parsePath(stream) };
}

/** An operand that may stand in parentheses. */
export function parseWrappedOperand(stream: TokenStream): Operand<Unbound> {
  return readWrapped(stream).operand;
}

function readWrapped(stream: TokenStream): { operand: Operand<Unbound>; wrapped: boolean } {
  if (!stream.takeSymbol('(')) return { operand: parseOperand(stream), wrapped: false };
  const inner = stream.nested(() => readWrapped(stream));
  stream.expectSymbol(')');
  if (inner.wrapped) noteRedundant(stream);
  return { operand: continueOperand(stream, inner.operand), wrapped: true };
}

/** After a parenthesis a path may go on: `(a.b).c`. */
export function continueOperand(stream: TokenStream, operand: Operand<Unbound>): Operand<Unbound> {
  return operand.kind === 'path' && stream.kind !== 'UpdateExpression'
    ? { kind: 'path', path: continuePath(stream, operand.path) }
    : operand;
}

export function noteRedundant(stream: TokenStream): void {
  stream.note('parentheses', 'The expression has redundant parentheses;');
}

/** A list of operands in parentheses. */
export function parseOperandList(stream: TokenStream): Operand<Unbound>[] {
  stream.expectSymbol('(');
  const operands: Operand<Unbound>[] = [];
  do operands.push(parseWrappedOperand(stream));
  while (stream.takeSymbol(','));
  stream.expectSymbol(')');
  return operands;
}

function parseCall(stream: TokenStream): Call<Unbound> {
  if (stream.keyword() !== null) throw stream.syntaxError();
  const name = stream.advance().text;
  noteUnknownFunction(stream, name);
  stream.countOperator();
  const operands = stream.nested(() => parseOperandList(stream));
  for (const operand of operands) noteMisuse(stream, operand, name);
  return { kind: 'call', name, operands };
}

function noteUnknownFunction(stream: TokenStream, name: string): void {
  const inUpdate = stream.kind === 'UpdateExpression';
  if (inUpdate ? UPDATE_FUNCTIONS.has(name) : CONDITION_FUNCTIONS.has(name)) return;
  if (UPDATE_FUNCTIONS.has(name)) {
    const message = `The function is not allowed in a condition expression; function: ${name}`;
    stream.note('unknownFunction', message);
  } else if (CONDITION_FUNCTIONS.has(name)) {
    const message = `The function is not allowed in an update expression; function: ${name}`;
    stream.note('unknownFunction', message);
  } else {
    stream.note('unknownFunction', `Invalid function name; function: ${name}`);
  }
}

/**
 * A condition's functions give no value but `size`; and `list_append`, of which AWS says only that it
 * "is not allowed to be used this way", cannot be an operand of itself.
 */
export function noteMisuse(
  stream: TokenStream,
  operand: Operand<Unbound>,
  outer: string | null,
): void {
  if (operand.kind !== 'call') return;
  const allowed =
    stream.kind === 'UpdateExpression'
      ? operand.name !== 'list_append' || outer !== 'list_append'
      : operand.name === 'size';
  if (!allowed) noteMisusedFunction(stream, operand.name);
}

export function noteMisusedFunction(stream: TokenStream, name: string): void {
  const message = `The function is not allowed to be used this way in an expression; function: ${name}`;
  stream.note('misusedFunction', message);
}
