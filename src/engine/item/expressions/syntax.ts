/**
 * What expressions mean, as plain data. `Value` is a placeholder's text (`:v`) as long as an expression
 * is only syntax, and an attribute value once it is bound to a request.
 */
import type { AttributeValue } from '../attributeValue.ts';

/** The parameters of AWS's calls that hold expressions; error texts begin with them. */
export type ExpressionKind =
  | 'UpdateExpression'
  | 'ConditionExpression'
  | 'FilterExpression'
  | 'KeyConditionExpression'
  | 'ProjectionExpression';

/** Names and list indexes from the item inwards. In syntax a name may be a placeholder (`#n`). */
export type Path = readonly (string | number)[];

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Operand<Value> =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly value: Value }
  | Call<Value>;

export interface Call<Value> {
  readonly kind: 'call';
  readonly name: string;
  readonly operands: readonly Operand<Value>[];
}

export type Condition<Value> =
  | { readonly kind: 'and'; readonly conditions: readonly Condition<Value>[] }
  | { readonly kind: 'or'; readonly conditions: readonly Condition<Value>[] }
  | { readonly kind: 'not'; readonly condition: Condition<Value> }
  | {
      readonly kind: 'compare';
      readonly comparator: Comparator;
      readonly left: Operand<Value>;
      readonly right: Operand<Value>;
    }
  | {
      readonly kind: 'between';
      readonly operand: Operand<Value>;
      readonly low: Operand<Value>;
      readonly high: Operand<Value>;
    }
  | {
      readonly kind: 'in';
      readonly operand: Operand<Value>;
      readonly choices: readonly Operand<Value>[];
    }
  | Call<Value>;

/** The right side of a SET. */
export type SetValue<Value> =
  | Operand<Value>
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-';
      readonly left: Operand<Value>;
      readonly right: Operand<Value>;
    };

export type UpdateAction<Value> =
  | { readonly kind: 'SET'; readonly path: Path; readonly value: SetValue<Value> }
  | { readonly kind: 'REMOVE'; readonly path: Path }
  | { readonly kind: 'ADD' | 'DELETE'; readonly path: Path; readonly value: Value };

/** Syntax whose values are placeholders. */
export type Unbound = string;
/** What stands in a program. */
export type Bound = AttributeValue;

/** A path as AWS's error texts show it: `[a, [1], b]`. */
export function pathText(path: Path): string {
  return `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;
}
