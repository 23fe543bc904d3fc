/** What stands behind an option, made into what its shape asks for: text, JSON or shorthand. */
import type { Shape } from '../shape.ts';
import { CliError, valueError } from './cliError.ts';
import type { CliParameter } from './commandTable.ts';
import { readJson } from './jsonText.ts';
import { parseShorthand, type Shorthand, ShorthandError } from './shorthand.ts';

/** Whether any number of values may follow the option. */
export const takesMany = (shape: Shape): boolean => shape.kind === 'list';

/** @param values at least one, as they were typed. @throws CliError */
export function parameterValue(
  { option, shape }: CliParameter,
  values: readonly string[],
): unknown {
  const [first] = values as [string];
  for (const value of values) refuseFiles(option, value);
  if (shape.kind !== 'list')
    return isScalar(shape) ? scalar(shape, first) : compound(option, shape, first);
  if (values.length === 1 && first.trimStart().startsWith('[')) return json(option, first);
  const { of } = shape;
  return values.map((value) => (isScalar(of) ? scalar(of, value) : compound(option, of, value)));
}

/** The JSON of `--cli-input-json`. @throws CliError */
export function inputJson(text: string): Record<string, unknown> {
  refuseFiles('--cli-input-json', text);
  const value = json('cli-input-json', text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw valueError('cli-input-json', 'Invalid type: expecting map, received list or text');
}

const isScalar = (shape: Shape): boolean =>
  shape.kind === 'text' ||
  shape.kind === 'whole' ||
  shape.kind === 'number' ||
  shape.kind === 'flag';

/** There are no files where commands are run. */
function refuseFiles(option: string, value: string): void {
  const scheme = /^(?:file|fileb|https?):\/\//u.exec(value)?.[0];
  if (scheme === undefined) return;
  throw valueError(
    option,
    `Unable to load paramfile ${value}: there are no files here. Put what the file holds in its place.`,
  );
}

function json(option: string, text: string): unknown {
  const read = readJson(text);
  if (read.ok) return read.value;
  throw valueError(option, `Invalid JSON: ${read.error}\nJSON received: ${text}`);
}

function compound(option: string, shape: Shape, text: string): unknown {
  if (/^\s*[[{]/u.test(text)) return json(option, text);
  try {
    return meant(shape, parseShorthand(text));
  } catch (error) {
    if (error instanceof ShorthandError) throw valueError(option, error.message);
    throw error;
  }
}

/** Shorthand's texts as the shape takes them. What does not fit stays, for the validation to name. */
function meant(shape: Shape, value: Shorthand): unknown {
  if (shape.kind === 'list') {
    const elements = Array.isArray(value) ? value : [value];
    return elements.map((element) => meant(shape.of, element));
  }
  if (typeof value === 'string') return isScalar(shape) ? scalar(shape, value) : value;
  if (Array.isArray(value)) return value.map((element) => meant({ kind: 'text' }, element));
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    meant(memberOf(shape, name), inner),
  ]);
  return Object.fromEntries(entries);
}

function memberOf(shape: Shape, name: string): Shape {
  if (shape.kind === 'map') return shape.of;
  const isMember = shape.kind === 'structure' && Object.hasOwn(shape.members, name);
  return isMember ? shape.members[name]!.shape : { kind: 'text' };
}

function scalar(shape: Shape, text: string): unknown {
  switch (shape.kind) {
    case 'whole':
      if (/^\s*[+-]?\d+\s*$/u.test(text)) return Number(text);
      throw new CliError(`invalid literal for int() with base 10: '${text}'`);
    case 'number':
      return timestamp(text);
    case 'flag':
      return text.toLowerCase() === 'true';
    default:
      return text;
  }
}

/** Epoch seconds, of themselves or of a date. */
function timestamp(text: string): number {
  if (/^\s*\d+(?:\.\d+)?\s*$/u.test(text)) return Number(text);
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/u.test(text);
  const ms = Date.parse(hasZone || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(ms))
    throw new CliError(`Invalid timestamp "${text}": Unknown string format: ${text}`);
  return ms / 1_000;
}
