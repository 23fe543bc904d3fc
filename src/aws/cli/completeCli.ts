/** What may stand at a place in a command. */
import type { Shape } from '../shape.ts';
import { quoted, splitCommandLine, type Word } from './commandLine.ts';
import {
  type CliOperation,
  cliServices,
  globalOptions,
  INPUT_JSON,
  pagingOptions,
} from './commandTable.ts';
import { commandOf } from './parseCli.ts';

export interface Candidate {
  /** What is put in, quoted where it must be. */
  text: string;
  /** A few words about it. */
  about: string;
}

export interface Completion {
  /** The part of the line that a candidate takes the place of. */
  from: number;
  to: number;
  candidates: Candidate[];
}

/** Names of things that there are, by the member that takes one: `TableName` → `Orders` … */
export type KnownNames = Readonly<Record<string, readonly string[] | undefined>>;

/** @param cursor where in the line. */
export function completeCli(line: string, cursor: number, known: KnownNames = {}): Completion {
  const before = splitCommandLine(line.slice(0, cursor)).words;
  const last = before.at(-1);
  const isInside = last !== undefined && last.to >= cursor;
  const words = isInside ? before.slice(0, -1) : before;
  const typed = isInside ? last.text : '';
  const candidates = candidatesFor(words, typed, known).filter(({ text }) =>
    text.replace(/^'/u, '').startsWith(typed),
  );
  return { from: isInside ? last.from : cursor, to: cursor, candidates };
}

function candidatesFor(words: readonly Word[], typed: string, known: KnownNames): Candidate[] {
  const texts = words.map(({ text }) => text);
  if (texts.length === 0) return [{ text: 'aws', about: '' }];
  const names = texts.filter((text) => !text.startsWith('--'));
  const { service, operation } = commandOf(names);
  if (names.length === 1) {
    return [...cliServices.map(({ name, summary }) => ({ text: name, about: summary })), help];
  }
  if (service === undefined) return [];
  if (names.length === 2) {
    const all = service.operations.map(({ command, summary }) => ({
      text: command,
      about: summary,
    }));
    return [...all, help];
  }
  if (operation === undefined) return [];
  const values = typed.startsWith('--') ? [] : valuesAfter(texts.at(-1)!, operation, known);
  if (values.length > 0) return values;
  return [...options(operation, texts), ...(names.length === 3 ? [help] : [])];
}

const help: Candidate = { text: 'help', about: '' };

/** What can follow an option. */
function valuesAfter(option: string, operation: CliOperation, known: KnownNames): Candidate[] {
  const parameter = operation.parameters.find((one) => one.option === option);
  const global = globalOptions.find((one) => one.option === option);
  const values = parameter
    ? [...(known[parameter.member] ?? []), ...choices(parameter.shape)]
    : (global?.oneOf ?? []);
  return values.map((text) => ({ text: quoted(text), about: '' }));
}

function choices(shape: Shape): readonly string[] {
  if (shape.kind === 'list') return choices(shape.of);
  if (shape.kind === 'text') return shape.oneOf ?? [];
  return [];
}

function options({ parameters, pagination }: CliOperation, used: readonly string[]): Candidate[] {
  const own = parameters
    .toSorted((a, b) => Number(b.required) - Number(a.required))
    .flatMap(({ option, shape, required }) => {
      const about = required ? 'required' : '';
      const positive = { text: option, about };
      return shape.kind === 'flag'
        ? [positive, { text: `--no-${option.slice(2)}`, about }]
        : [positive];
    });
  const more = [...(pagination === null ? [] : pagingOptions), ...globalOptions];
  const rest = [INPUT_JSON, ...more.map(({ option }) => option)];
  const all = [...own, ...rest.map((text) => ({ text, about: '' }))];
  return all.filter(({ text }) => !used.includes(text));
}
