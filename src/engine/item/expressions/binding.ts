/** Putting a request's names and values in the place of placeholders. */
import type { ItemError } from '../itemError.ts';
import type { ExpressionContext } from './expressionContext.ts';
import type { Bound, ExpressionKind, Operand, Path, Unbound } from './syntax.ts';
import { invalidExpression } from './tokenStream.ts';

/** Stands where a placeholder is not defined, until that is reported. */
const MISSING: Bound = { NULL: true };

/** Binds parts of one expression and remembers the first placeholders that are not defined. */
export class Binding {
  readonly kind: ExpressionKind;
  /** Every path that was bound. */
  readonly paths: Path[] = [];
  private readonly context: ExpressionContext;
  private missingName: string | null = null;
  private missingValue: string | null = null;
  private firstMissing: string | null = null;

  constructor(kind: ExpressionKind, context: ExpressionContext) {
    this.kind = kind;
    this.context = context;
  }

  path(path: Path): Path {
    const bound = path.map((step) => (typeof step === 'string' ? this.name(step) : step));
    this.paths.push(bound);
    return bound;
  }

  value(placeholder: Unbound): Bound {
    const value = this.context.valueOf(placeholder);
    if (value !== undefined) return value;
    const message = `An expression attribute value used in expression is not defined; attribute value: ${placeholder}`;
    this.missingValue ??= message;
    this.firstMissing ??= message;
    return MISSING;
  }

  operand(operand: Operand<Unbound>): Operand<Bound> {
    if (operand.kind === 'path') return { kind: 'path', path: this.path(operand.path) };
    if (operand.kind === 'value') return { kind: 'value', value: this.value(operand.value) };
    const operands = operand.operands.map((inner) => this.operand(inner));
    return { kind: 'call', name: operand.name, operands };
  }

  /** @throws ItemError for the first placeholder that is not defined, whichever it is. */
  refuseMissing(): void {
    if (this.firstMissing !== null) throw this.error(this.firstMissing);
  }

  /** @throws ItemError for the first name that is not defined, else for the first value. */
  refuseMissingNamesFirst(): void {
    const message = this.missingName ?? this.missingValue;
    if (message !== null) throw this.error(message);
  }

  error(message: string): ItemError {
    return invalidExpression(this.kind, message);
  }

  private name(step: string): string {
    if (!step.startsWith('#')) return step;
    const name = this.context.nameOf(step);
    if (name !== undefined) return name;
    const message = `An expression attribute name used in the document path is not defined; attribute name: ${step}`;
    this.missingName ??= message;
    this.firstMissing ??= message;
    return step;
  }
}
