/** An answer as AWS's command line prints it: JSON or text, all of it or what `--query` picks. */
import { search } from 'jmespath';
import type { CallError } from '../door.ts';
import { CliError } from './cliError.ts';
import type { OutputFormat } from './parseCli.ts';
import { printed } from './validation.ts';

export interface FormatWish {
  output: OutputFormat;
  /** JMESPath; empty: everything. */
  query: string;
}

/** @returns nothing where there is nothing to print. @throws CliError when the query is malformed. */
export function formatCli(output: Record<string, unknown>, wish: FormatWish): string {
  const dated = withDates(output, '');
  const picked = wish.query === '' ? dated : query(dated, wish.query);
  const isEmpty = typeof picked === 'object' && picked !== null && Object.keys(picked).length === 0;
  if (isEmpty && wish.query === '') return '';
  return wish.output === 'text' ? textOf(picked) : JSON.stringify(picked ?? null, null, 4);
}

export const formatError = (operation: string, { name, message }: CallError): string =>
  `An error occurred (${name}) when calling the ${operation} operation: ${message}`;

/** @throws CliError where the expression is none. */
function query(value: unknown, expression: string): unknown {
  try {
    return search(value as object, expression);
  } catch (error) {
    throw new CliError(
      `Bad value for --query ${expression}: Invalid jmespath expression: ${(error as Error).message}`,
    );
  }
}

/** Members that hold epoch seconds. */
const INSTANT = /(?:DateTime|^LastModified|Timestamp)$/u;

/** A copy with instants as ISO text, as the command line's second version prints them. */
function withDates(value: unknown, name: string): unknown {
  if (typeof value === 'number' && INSTANT.test(name)) return isoDate(value);
  if (Array.isArray(value)) return value.map((inner) => withDates(inner, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([inner, held]) => [inner, withDates(held, inner)]),
  );
}

/** `2025-06-15T00:00:00+00:00`, with microseconds where there is a fraction. */
function isoDate(epochSeconds: number): string {
  const ms = Math.round(epochSeconds * 1_000);
  const [seconds, fraction] = new Date(ms).toISOString().slice(0, -1).split('.') as [
    string,
    string,
  ];
  return `${seconds}${fraction === '000' ? '' : `.${fraction}000`}+00:00`;
}

type Entries = Record<string, unknown>;
const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Columns parted by tabs: scalars of one thing on one line, what it holds on lines of their own. */
function textOf(value: unknown): string {
  const lines: string[] = [];
  writeText(value, null, null, lines);
  return lines.join('\n');
}

function writeText(
  value: unknown,
  title: string | null,
  columns: readonly string[] | null,
  lines: string[],
): void {
  if (isEntries(value)) writeEntries(value, title, columns, lines);
  else if (Array.isArray(value)) writeList(value, title, lines);
  else lines.push(printed(value));
}

function writeEntries(
  entries: Entries,
  title: string | null,
  columns: readonly string[] | null,
  lines: string[],
): void {
  const names = Object.keys(entries).toSorted();
  const scalars = columns ?? names.filter((name) => isScalar(entries[name]));
  if (scalars.length > 0) {
    const cells = scalars.map((name) => (name in entries ? printed(entries[name]) : ''));
    lines.push([...(title === null ? [] : [title.toUpperCase()]), ...cells].join('\t'));
  }
  for (const name of names) {
    if (!isScalar(entries[name])) writeText(entries[name], name, null, lines);
  }
}

function writeList(list: readonly unknown[], title: string | null, lines: string[]): void {
  const scalars = list.filter(isScalar);
  const things = list.filter((value) => !isScalar(value));
  if (scalars.length > 0) {
    if (title === null) lines.push(scalars.map((value) => printed(value)).join('\t'));
    else for (const value of scalars) lines.push(`${title.toUpperCase()}\t${printed(value)}`);
  }
  const columns = things.filter(isEntries).flatMap((entries) => {
    return Object.keys(entries).filter((name) => isScalar(entries[name]));
  });
  const all = [...new Set(columns)].toSorted();
  for (const thing of things) writeText(thing, title, isEntries(thing) ? all : null, lines);
}
