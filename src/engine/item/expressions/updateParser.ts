/** The grammar of updates and of projections. */
import { noteRedundant, parseOperand, parsePath } from './operandParser.ts';
import type { Path, SetValue, Unbound, UpdateAction } from './syntax.ts';
import { TokenStream } from './tokenStream.ts';

type Section = UpdateAction<Unbound>['kind'];
const SECTIONS: readonly Section[] = ['SET', 'REMOVE', 'ADD', 'DELETE'];

/** Reads a whole update. @throws ItemError */
export function parseUpdateSyntax(text: string): UpdateAction<Unbound>[] {
  const stream = new TokenStream('UpdateExpression', text, SECTIONS);
  const actions: UpdateAction<Unbound>[] = [];
  const seen = new Set<Section>();
  do {
    const section = stream.keyword() as Section | null;
    if (section === null) throw stream.syntaxError();
    stream.advance();
    if (seen.has(section)) {
      const message = `The "${section}" section can only be used once in an update expression;`;
      stream.note('section', message);
    }
    seen.add(section);
    do actions.push(parseAction(stream, section));
    while (stream.takeSymbol(','));
  } while (stream.next.kind !== 'end');
  stream.reportMistakes([
    'parentheses',
    'reservedWord',
    'unknownFunction',
    'misusedFunction',
    'section',
    'limit',
  ]);
  return actions;
}

function parseAction(stream: TokenStream, kind: Section): UpdateAction<Unbound> {
  const path = parsePath(stream);
  if (kind === 'REMOVE') return { kind, path };
  if (kind === 'SET') {
    stream.expectSymbol('=');
    return { kind, path, value: parseSetValue(stream).value };
  }
  if (stream.next.kind !== 'valueReference') throw stream.syntaxError();
  return { kind, path, value: stream.advance().text };
}

/** An operand, or the sum or difference of two; each of these may stand in parentheses. */
function parseSetValue(stream: TokenStream): { value: SetValue<Unbound>; wrapped: boolean } {
  const left = parseSetPart(stream);
  const operator = stream.next.text;
  const isArithmetic = stream.next.kind === 'symbol' && (operator === '+' || operator === '-');
  if (!isArithmetic || left.value.kind === 'arithmetic') return left;
  stream.advance();
  stream.countOperator();
  const right = parseSetPart(stream).value;
  // AWS adds no third number, nor a sum in parentheses.
  if (right.kind === 'arithmetic') throw stream.syntaxError();
  return { value: { kind: 'arithmetic', operator, left: left.value, right }, wrapped: false };
}

function parseSetPart(stream: TokenStream): { value: SetValue<Unbound>; wrapped: boolean } {
  if (!stream.takeSymbol('(')) return { value: parseOperand(stream), wrapped: false };
  const inner = stream.nested(() => parseSetValue(stream));
  stream.expectSymbol(')');
  if (inner.wrapped) noteRedundant(stream);
  return { value: inner.value, wrapped: true };
}

/** Reads a whole projection: paths and commas. @throws ItemError */
export function parseProjectionSyntax(text: string): Path[] {
  const stream = new TokenStream('ProjectionExpression', text, []);
  const paths: Path[] = [];
  do paths.push(parsePath(stream));
  while (stream.takeSymbol(','));
  stream.expectEnd();
  stream.reportMistakes(['reservedWord', 'limit']);
  return paths;
}
