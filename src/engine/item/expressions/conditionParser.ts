/** The grammar of conditions: of writes, filters and keys. */
import {
  continueOperand,
  noteMisuse,
  noteMisusedFunction,
  noteRedundant,
  parseOperand,
  parseOperandList,
  parseWrappedOperand,
} from './operandParser.ts';
import type { Comparator, Condition, ExpressionKind, Operand, Unbound } from './syntax.ts';
import { TokenStream } from './tokenStream.ts';

const KEYWORDS = ['AND', 'OR', 'NOT', 'BETWEEN', 'IN'];
const COMPARATORS: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);
const MOST_CHOICES = 100;

/** Until it is known whether a parenthesis holds an operand or a condition. */
type Phrase =
  | { readonly operand: Operand<Unbound>; readonly wrapped: boolean }
  | { readonly condition: Condition<Unbound>; readonly wrapped: boolean };

/** Reads a whole condition. @throws ItemError */
export function parseConditionSyntax(kind: ExpressionKind, text: string): Condition<Unbound> {
  const stream = new TokenStream(kind, text, KEYWORDS);
  const condition = asCondition(stream, parseOr(stream));
  stream.expectEnd();
  stream.reportMistakes([
    'parentheses',
    'unknownFunction',
    'misusedFunction',
    'reservedWord',
    'limit',
  ]);
  return condition;
}

function parseOr(stream: TokenStream): Phrase {
  return parseChain(stream, 'OR', 'or', parseAnd);
}

function parseAnd(stream: TokenStream): Phrase {
  return parseChain(stream, 'AND', 'and', parseNot);
}

function parseChain(
  stream: TokenStream,
  keyword: string,
  kind: 'and' | 'or',
  parsePart: (stream: TokenStream) => Phrase,
): Phrase {
  const first = parsePart(stream);
  if (stream.keyword() !== keyword) return first;
  const conditions = [asCondition(stream, first)];
  while (stream.takeKeyword(keyword)) {
    stream.countOperator();
    conditions.push(asCondition(stream, parsePart(stream)));
  }
  return { condition: { kind, conditions }, wrapped: false };
}

function parseNot(stream: TokenStream): Phrase {
  if (!stream.takeKeyword('NOT')) return parseComparison(stream);
  stream.countOperator();
  const inner = stream.nested(() => parseNot(stream));
  return { condition: { kind: 'not', condition: asCondition(stream, inner) }, wrapped: false };
}

function parseComparison(stream: TokenStream): Phrase {
  const phrase = parsePrimary(stream);
  if ('condition' in phrase) return phrase;
  const { operand } = phrase;
  const { kind, text } = stream.next;
  if (kind === 'symbol' && COMPARATORS.has(text)) {
    stream.advance();
    stream.countOperator();
    const right = parseWrappedOperand(stream);
    noteMisuses(stream, [operand, right]);
    const comparator = text as Comparator;
    return { condition: { kind: 'compare', comparator, left: operand, right }, wrapped: false };
  }
  if (stream.takeKeyword('BETWEEN')) return parseBetween(stream, operand);
  if (stream.takeKeyword('IN')) return parseIn(stream, operand);
  return phrase;
}

function parseBetween(stream: TokenStream, operand: Operand<Unbound>): Phrase {
  stream.countOperator();
  const low = parseWrappedOperand(stream);
  stream.expectKeyword('AND');
  const high = parseWrappedOperand(stream);
  noteMisuses(stream, [operand, low, high]);
  return { condition: { kind: 'between', operand, low, high }, wrapped: false };
}

function parseIn(stream: TokenStream, operand: Operand<Unbound>): Phrase {
  stream.countOperator();
  const choices = parseOperandList(stream);
  noteMisuses(stream, [operand, ...choices]);
  if (choices.length > MOST_CHOICES) {
    const message = `The IN operator is provided with too many operands; number of operands: ${choices.length}`;
    stream.note('limit', message);
  }
  return { condition: { kind: 'in', operand, choices }, wrapped: false };
}

function parsePrimary(stream: TokenStream): Phrase {
  if (!stream.takeSymbol('(')) return { operand: parseOperand(stream), wrapped: false };
  const inner = stream.nested(() => parseOr(stream));
  stream.expectSymbol(')');
  if (inner.wrapped) noteRedundant(stream);
  return 'operand' in inner
    ? { operand: continueOperand(stream, inner.operand), wrapped: true }
    : { condition: inner.condition, wrapped: true };
}

/** A call is a condition by itself; any other operand lacks its comparison. */
function asCondition(stream: TokenStream, phrase: Phrase): Condition<Unbound> {
  if ('condition' in phrase) return phrase.condition;
  const { operand } = phrase;
  if (operand.kind !== 'call') throw stream.syntaxError();
  if (operand.name === 'size') noteMisusedFunction(stream, 'size');
  return operand;
}

function noteMisuses(stream: TokenStream, operands: readonly Operand<Unbound>[]): void {
  for (const operand of operands) noteMisuse(stream, operand, null);
}
