/**
 * CloudFormation's intrinsic functions as values: how they are told from plain mappings, and what
 * stands in for a text that only a deployment would know.
 */
import type { Path } from './labError.ts';

/** A text that only a deployment would know. */
export class Symbolic {
  /** What stands in its place: `{Email}`. */
  readonly text: string;
  /** Completes "… is not known before it is deployed:". */
  readonly why: string;

  constructor(text: string, why: string) {
    this.text = text;
    this.why = why;
  }
}

/** A value and the place in the file that it came from. */
export interface Located {
  value: unknown;
  path: Path;
}

export interface Pseudo {
  region: string;
  accountId: string;
}

/** What other resources are, for `Ref` and `Fn::GetAtt`. */
export interface Identities {
  ref(id: string): unknown;
  /** `undefined`: the resource has no such attribute that is known here. */
  attribute(id: string, name: string): unknown;
}

export type Mapping = Record<string, unknown>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Symbolic);

/** The one key of an intrinsic's long form, or `undefined`. */
export function intrinsicName(value: unknown): string | undefined {
  if (!isMapping(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length !== 1) return undefined;
  const [key] = keys;
  return key === 'Ref' || key!.startsWith('Fn::') ? key : undefined;
}

/** No text that AWS takes for a name, an ARN or a setting is nearly as long. */
const LONGEST_TEXT = 16_384;

/** Joined to one text, cut off where it grows beyond all sense; symbolic when a piece is. */
export function concatenated(pieces: readonly unknown[]): string | Symbolic {
  let text = '';
  let symbolic: Symbolic | undefined;
  for (const piece of pieces) {
    if (piece instanceof Symbolic) symbolic ??= piece;
    text += piece instanceof Symbolic ? piece.text : String(piece ?? '');
    if (text.length > LONGEST_TEXT) break;
  }
  text = text.slice(0, LONGEST_TEXT);
  return symbolic === undefined ? text : new Symbolic(text, symbolic.why);
}
