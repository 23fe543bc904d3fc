/**
 * A command of AWS's command line, read: which operation it calls with which input, or what AWS's own
 * command line would say instead. Pure; nothing in a command is ever run. Rules: [A11] to [A16].
 */
import type { ServiceName } from '../door.ts';
import { base64Text } from '../lambda/base64.ts';
import { structure } from '../shape.ts';
import { CliError, usageError } from './cliError.ts';
import { closest } from './closest.ts';
import { splitCommandLine } from './commandLine.ts';
import {
  type CliOperation,
  type CliParameter,
  type CliService,
  cliServices,
  type GlobalOption,
  globalOptions,
  INPUT_JSON,
  kebab,
  type Pagination,
  pagingOptions,
} from './commandTable.ts';
import { generalHelp, operationHelp, serviceHelp, USAGE } from './help.ts';
import { readJson } from './jsonText.ts';
import { firstPage, type PageStart, readPageToken } from './pageToken.ts';
import { inputJson, parameterValue, takesMany } from './parameterValue.ts';
import { mistakesIn } from './validation.ts';

export type OutputFormat = 'json' | 'text';

export interface CliCall {
  service: ServiceName;
  operation: string;
  input: Record<string, unknown>;
  output: OutputFormat;
  /** `--query`, in JMESPath; empty: everything. */
  query: string;
  pages: PageWish | null;
}

/** Put pages together, up to so many results. */
export interface PageWish {
  pagination: Pagination;
  most: number;
  start: PageStart;
}

export type ParsedCli = { call: CliCall } | { text: string } | { error: string; usage?: string };

/** What this command line calls itself when it is asked for its version. */
const VERSION = 'aws-cli/2 (Shardscope: commands are read here and run in the lab)';

export function parseCli(line: string): ParsedCli {
  try {
    return parse(line);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { error: error.message, ...(error.showsUsage && { usage: USAGE }) };
  }
}

function parse(line: string): ParsedCli {
  const { words, open, refused } = splitCommandLine(line);
  if (open !== '') throw new CliError(openText(open));
  if (refused !== null) {
    throw new CliError(
      `${refused} is for a shell. Only AWS commands are read here; put it in quotes.`,
    );
  }
  const [program, ...rest] = words.map(({ text }) => text);
  if (program === undefined) return { text: '' };
  if (program !== 'aws') {
    throw new CliError(`${program}: command not found. Commands begin with aws; try aws help.`);
  }
  return read(separate(rest));
}

const openText = (open: string): string =>
  open === '\\' ? 'Nothing follows the backslash.' : `No closing quotation: ${open} is still open.`;

/** Words that are no options, options of every command, and options with what follows them. */
interface Separated {
  names: string[];
  globals: Map<string, string>;
  options: { option: string; values: string[] }[];
}

const isOption = (word: string): boolean => /^--./u.test(word);

function separate(words: readonly string[]): Separated {
  const separated: Separated = { names: [], globals: new Map(), options: [] };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!isOption(word)) {
      const last = separated.options.at(-1);
      if (last === undefined) separated.names.push(word);
      else last.values.push(word);
      continue;
    }
    const [, option, , joined] = /^(--[^=]+)(=(.*))?$/su.exec(word) ?? ['', word];
    const known = globalOptions.find((one) => one.option === option);
    if (known === undefined)
      separated.options.push({ option: option!, values: joined === undefined ? [] : [joined] });
    else if (!known.takesValue) separated.globals.set(known.option, '');
    else separated.globals.set(known.option, joined ?? argument(known, words[++i]));
  }
  return separated;
}

function argument({ option, oneOf }: GlobalOption, value: string | undefined): string {
  if (value === undefined || isOption(value)) {
    throw usageError(`argument ${option}: expected one argument`);
  }
  if (oneOf !== undefined && !oneOf.includes(value)) {
    throw usageError(`argument ${option}: Invalid choice, valid choices are:\n\n${columns(oneOf)}`);
  }
  return value;
}

function read({ names, globals, options }: Separated): ParsedCli {
  if (globals.has('--version')) return { text: VERSION };
  const [serviceName, operationName, third, ...more] = names;
  if (serviceName === 'help') return { text: generalHelp() };
  if (serviceName === undefined) throw missing('command');
  const service = chosen('command', serviceName, cliServices, (one) => one.name);
  if (operationName === 'help') return { text: serviceHelp(service) };
  if (operationName === undefined) throw missing('operation');
  const operation = chosen('operation', operationName, service.operations, (one) => one.command);
  if (third === 'help') return { text: operationHelp(service, operation) };
  const paging = readPaging(operation, options);
  const { input, unknown } = readInput(operation, paging.rest);
  const stray = [third, ...more].filter((word) => word !== undefined);
  if (operation.name === 'Invoke') readInvoke(input, stray, unknown);
  if (stray.length + unknown.length > 0) {
    throw new CliError(`Unknown options: ${[...stray, ...unknown].join(', ')}`, true);
  }
  validate(operation, input);
  const wantsPages = !globals.has('--no-paginate');
  return {
    call: {
      service: service.name,
      operation: operation.name,
      input,
      output: (globals.get('--output') ?? 'json') as OutputFormat,
      query: globals.get('--query') ?? '',
      pages: wantsPages ? paging.wish : null,
    },
  };
}

/**
 * Invoke alone names a file for the answer, before or after its options; there are no files here, so the
 * answer is printed. Its payload is JSON as it is, or base64 of that, as version 2 wants it.
 */
function readInvoke(input: Record<string, unknown>, stray: string[], unknown: string[]): void {
  (stray.length > 0 ? stray : unknown).splice(0, 1);
  const { Payload } = input;
  if (
    typeof Payload !== 'string' ||
    !/^(?:[A-Za-z\d+/]{4})+={0,2}$|^[A-Za-z\d+/]+={1,2}$/u.test(Payload)
  )
    return;
  const text = base64Text(Payload);
  if (text !== null && readJson(text).ok && !readJson(Payload).ok) input.Payload = text;
}

const missing = (what: string): CliError =>
  usageError(`the following arguments are required: ${what}`);

function chosen<T>(kind: string, typed: string, all: readonly T[], nameOf: (one: T) => string): T {
  const found = all.find((one) => nameOf(one) === typed);
  if (found !== undefined) return found;
  const names = [...all.map(nameOf), 'help'];
  const near = closest(typed, names);
  const maybe =
    near.length === 0
      ? ''
      : `\n\nInvalid choice: '${typed}', maybe you meant:\n\n${near.map((name) => `  * ${name}`).join('\n')}`;
  throw usageError(
    `argument ${kind}: Invalid choice, valid choices are:\n\n${columns(names)}${maybe}`,
  );
}

/** Two a line, as AWS's command line sets its choices. */
function columns(names: readonly string[]): string {
  const lines = [];
  for (let i = 0; i < names.length; i += 2) {
    lines.push(
      names
        .slice(i, i + 2)
        .map((name) => name.padEnd(40))
        .join(' | '),
    );
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

interface Paging {
  wish: PageWish | null;
  rest: Separated['options'];
}

/** Takes the options that are about pages. Asking for a page oneself switches their joining off. */
function readPaging({ pagination }: CliOperation, options: Separated['options']): Paging {
  if (pagination === null) return { wish: null, rest: options };
  const given = new Map<string, string>();
  const rest = options.filter(({ option, values }) => {
    if (!pagingOptions.some((one) => one.option === option)) return true;
    if (values.length !== 1) throw usageError(`argument ${option}: expected one argument`);
    given.set(option, values[0]!);
    return false;
  });
  const own = [pagination.limit, pagination.from].map(optionOf);
  if (rest.some(({ option }) => own.includes(option))) return { wish: null, rest };
  const most = wholeOption('--max-items', given) ?? Number.POSITIVE_INFINITY;
  const size = wholeOption('--page-size', given);
  if (size !== undefined) rest.push({ option: optionOf(pagination.limit), values: [String(size)] });
  const token = given.get('--starting-token');
  const start = token === undefined ? firstPage : readPageToken(token);
  if (start === null) throw new CliError(`Bad starting token: ${token}`);
  return { wish: { pagination, most, start }, rest };
}

function wholeOption(option: string, given: ReadonlyMap<string, string>): number | undefined {
  const text = given.get(option);
  if (text === undefined || /^\d+$/u.test(text))
    return text === undefined ? undefined : Number(text);
  throw usageError(`argument ${option}: invalid int value: '${text}'`);
}

const optionOf = (member: string): string => `--${kebab(member)}`;

function readInput(
  { parameters }: CliOperation,
  options: Separated['options'],
): { input: Record<string, unknown>; unknown: string[] } {
  const given: Record<string, unknown> = {};
  const unknown: string[] = [];
  let whole: Record<string, unknown> | null = null;
  for (const { option, values } of options) {
    if (option === INPUT_JSON) {
      if (values.length === 0) throw usageError(`argument ${option}: expected one argument`);
      whole = inputJson(values[0]!);
      unknown.push(...values.slice(1));
      continue;
    }
    const parameter = parameters.find((one) => one.option === option);
    const negated = parameters.find(
      ({ option: positive, shape }) =>
        shape.kind === 'flag' && option === `--no-${positive.slice(2)}`,
    );
    if (parameter?.shape.kind === 'flag' || negated !== undefined) {
      given[(parameter ?? negated)!.member] = negated === undefined;
      unknown.push(...values);
    } else if (parameter === undefined) unknown.push(option, ...values);
    else unknown.push(...takeValues(parameter, values, given));
  }
  if (whole === null) refuseMissing(parameters, given);
  return { input: { ...whole, ...given }, unknown };
}

/** @returns values that are too many. */
function takeValues(
  parameter: CliParameter,
  values: readonly string[],
  given: Record<string, unknown>,
): string[] {
  const isMany = takesMany(parameter.shape);
  if (values.length === 0) {
    const wanted = isMany ? 'expected at least one argument' : 'expected one argument';
    throw usageError(`argument ${parameter.option}: ${wanted}`);
  }
  const [taken, rest] = isMany ? [values, []] : [values.slice(0, 1), values.slice(1)];
  given[parameter.member] = parameterValue(parameter, taken);
  return rest;
}

function refuseMissing(parameters: readonly CliParameter[], given: Record<string, unknown>): void {
  const absent = parameters.filter(({ member, required }) => required && !(member in given));
  if (absent.length > 0) throw missing(absent.map(({ option }) => option).join(', '));
}

function validate({ parameters }: CliOperation, input: Record<string, unknown>): void {
  const members = Object.fromEntries(parameters.map(({ member, shape }) => [member, shape]));
  const required = parameters.filter((one) => one.required).map(({ member }) => member);
  const mistakes = mistakesIn(structure(members, ...required), input);
  if (mistakes.length > 0) {
    throw new CliError(`Parameter validation failed:\n${mistakes.join('\n')}`);
  }
}

/** The service and operation that a line is about, as far as they are known. */
export function commandOf(words: readonly string[]): {
  service: CliService | undefined;
  operation: CliOperation | undefined;
} {
  const service = cliServices.find(({ name }) => name === words[1]);
  const operation = service?.operations.find(({ command }) => command === words[2]);
  return { service, operation };
}
