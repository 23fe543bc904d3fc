/**
 * Taking members out of a call's input. The door checks shapes in AWS's words; this only sees to it
 * that a malformed command, from wherever it comes, is refused instead of misread.
 */
import type { CallInput } from '../kernel/call.ts';
import { type ItemError, validationError } from './itemError.ts';

/** A text that must be there. @throws ItemError */
export function textMember(input: CallInput, name: string): string {
  const value = input[name];
  if (typeof value === 'string') return value;
  throw missing(name, value);
}

/** A member that must be there, whatever it is. @throws ItemError */
export function givenMember(input: CallInput, name: string): unknown {
  const value = input[name];
  if (value == null) throw missing(name, value);
  return value;
}

/** A text, or null where it is not given. @throws ItemError */
export function optionalText(input: CallInput, name: string): string | null {
  return input[name] == null ? null : textMember(input, name);
}

/** A whole number, or null where it is not given. @throws ItemError */
export function optionalWhole(input: CallInput, name: string): number | null {
  const value = input[name];
  if (value == null) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw missing(name, value);
}

/** Members inside a member, or null where it is not given. @throws ItemError */
export function optionalMembers(input: CallInput, name: string): CallInput | null {
  const value = input[name];
  if (value == null) return null;
  if (isMembers(value)) return value;
  throw missing(name, value);
}

/** The elements of a list; none where it is not given. @throws ItemError */
export function listMember(input: CallInput, name: string): CallInput[] {
  const value = input[name] ?? [];
  if (Array.isArray(value) && value.every(isMembers)) return value;
  throw missing(name, value);
}

/** Whether a flag is set; false where it is not given. */
export const flagMember = (input: CallInput, name: string): boolean => input[name] === true;

export const isMembers = (value: unknown): value is CallInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function missing(name: string, value: unknown): ItemError {
  const place = name.charAt(0).toLowerCase() + name.slice(1);
  const shown = value == null ? 'null' : `'${JSON.stringify(value)}'`;
  return validationError(
    `1 validation error detected: Value ${shown} at '${place}' failed to satisfy constraint: Member must ${
      value == null ? 'not be null' : 'be of its type'
    }`,
  );
}
