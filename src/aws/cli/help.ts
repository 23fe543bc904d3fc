/** `help` at each of its three levels. */
import type { Shape } from '../shape.ts';
import {
  attributeValue,
  type CliOperation,
  type CliParameter,
  type CliService,
  cliServices,
  globalOptions,
  INPUT_JSON,
  pagingOptions,
} from './commandTable.ts';
import { operationExamples } from './words.ts';

export const USAGE = `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

const INDENT = '       ';
const section = (title: string, lines: readonly string[]): string =>
  `${title}\n${lines.map((line) => (line === '' ? '' : INDENT + line)).join('\n')}\n`;

export function generalHelp(): string {
  return [
    section('NAME', ['aws - AWS’s command line, over this lab']),
    section('SYNOPSIS', ['aws [options] <command> <subcommand> [parameters]']),
    section(
      'COMMANDS',
      cliServices.map(({ name, summary }) => `${name.padEnd(17)}${summary}`),
    ),
    section('OPTIONS', [
      '--output json|text   how the answer is printed',
      '--query EXPRESSION   a part of the answer, in JMESPath',
      '--no-paginate        one page only',
      '',
      'Taken and without effect, for there is only this lab:',
      ...globalOptions
        .filter(({ option }) => !['--output', '--query', '--no-paginate'].includes(option))
        .map(({ option }) => option)
        .join(' ')
        .match(/.{1,70}(?= |$)/gu)!
        .map((line) => line.trim()),
    ]),
  ].join('\n');
}

export function serviceHelp({ name, summary, operations }: CliService): string {
  return [
    section('NAME', [`${name} -`]),
    section('DESCRIPTION', [summary]),
    section(
      'AVAILABLE COMMANDS',
      operations.map((one) => `o ${one.command.padEnd(41)}${one.summary}`),
    ),
  ].join('\n');
}

export function operationHelp(service: CliService, operation: CliOperation): string {
  const { command, summary, parameters, pagination, name } = operation;
  const paging =
    pagination === null ? [] : pagingOptions.map(({ option }) => `[${option} <value>]`);
  const example = operationExamples[name];
  return [
    section('NAME', [`${command} -`]),
    section('DESCRIPTION', [summary]),
    section('SYNOPSIS', [
      `aws ${service.name} ${command}`,
      ...parameters.map((one) => `  ${synopsis(one)}`),
      ...[...paging, `[${INPUT_JSON} <value>]`].map((line) => `  ${line}`),
    ]),
    section('OPTIONS', parameters.flatMap(describe)),
    ...(example === undefined ? [] : [section('EXAMPLE', [example])]),
  ].join('\n');
}

function synopsis({ option, shape, required }: CliParameter): string {
  const text = shape.kind === 'flag' ? `${option} | --no-${option.slice(2)}` : `${option} <value>`;
  return required ? text : `[${text}]`;
}

function describe({ option, shape, required }: CliParameter): string[] {
  const need = required ? ' [required]' : '';
  const lines = [`${option} (${typeName(shape)})${need}`];
  if (shape.kind === 'text' && shape.oneOf) lines.push(`   ${shape.oneOf.join(' | ')}`);
  const isCompound = !['text', 'whole', 'number', 'flag'].includes(shape.kind);
  if (isCompound && shorthandOf(shape) !== null) lines.push(`   Shorthand: ${shorthandOf(shape)}`);
  if (isCompound) lines.push(`   JSON:      ${jsonOf(shape, 3)}`);
  return [...lines, ''];
}

function typeName(shape: Shape): string {
  const names: Record<Shape['kind'], string> = {
    text: 'string',
    whole: 'integer',
    number: 'timestamp',
    flag: 'boolean',
    list: 'list',
    map: 'map',
    structure: 'structure',
    attributes: 'map',
  };
  return names[shape.kind];
}

/** How a value is written in shorthand; null where it is too deep for that. */
function shorthandOf(shape: Shape): string | null {
  if (shape.kind === 'list') {
    const inner = shape.of.kind === 'structure' ? shorthandOf(shape.of) : typeName(shape.of);
    return inner === null ? null : `${inner} ...`;
  }
  if (shape.kind === 'map')
    return shape.of.kind === 'text' ? 'KeyName1=string,KeyName2=string' : null;
  if (shape.kind !== 'structure') return null;
  const members = Object.entries(shape.members);
  if (members.some(([, member]) => member.shape.kind === 'structure')) return null;
  return members.map(([name, member]) => `${name}=${typeName(member.shape)}`).join(',');
}

function jsonOf(shape: Shape, depth: number): string {
  if (shape === attributeValue) return '{"S|N|B|SS|NS|BS|M|L|NULL|BOOL": …}';
  if (shape.kind === 'text' || shape.kind === 'whole' || shape.kind === 'number') {
    return shape.kind === 'text' && shape.oneOf
      ? `"${shape.oneOf.join('|')}"`
      : `<${typeName(shape)}>`;
  }
  if (shape.kind === 'flag') return 'true|false';
  if (depth === 0) return '…';
  if (shape.kind === 'list') return `[${jsonOf(shape.of, depth - 1)}, …]`;
  if (shape.kind === 'map') return `{"string": ${jsonOf(shape.of, depth - 1)}, …}`;
  if (shape.kind === 'attributes') return '{"string": …}';
  const members = Object.entries(shape.members);
  return `{${members.map(([name, member]) => `"${name}": ${jsonOf(member.shape, depth - 1)}`).join(', ')}}`;
}
