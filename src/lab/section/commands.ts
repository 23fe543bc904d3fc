/** `Metadata.Shardscope.Commands`: single calls, by AWS API name and input. */
import { callNames } from '../../engine/commands.ts';
import type { Command, SimulationDefinition } from '../../engine/definition.ts';
import { readAttributeMap } from '../attributeMap.ts';
import type { Lab } from '../lab.ts';
import type { Members } from '../members.ts';
import { didYouMean } from '../nearest.ts';
import { COMMANDS_IN_STEP, type Steps } from '../steps.ts';
import { refuseOthers } from './sectionKeys.ts';

/** The member that names a table, of calls that make no sense without one that is there. */
const TABLE_MEMBERS: { readonly [call: string]: 'TableName' | 'table' | undefined } = {
  'dynamodb:PutItem': 'TableName',
  'dynamodb:UpdateItem': 'TableName',
  'dynamodb:DeleteItem': 'TableName',
  'shardscope:SetTraffic': 'table',
};
/** Members whose values are attributes, and so are checked here. */
const ATTRIBUTES = ['Item', 'Key', 'ExpressionAttributeValues', 'match'];

/** @param more keys that a command may have here besides its own. */
export function* readCommands(
  section: Members,
  lab: Lab,
  more: readonly string[] = ['Given'],
): Steps<SimulationDefinition['commands']> {
  const commands = section.list('Commands');
  const tables = [...lab.tables, ...commands.flatMap(madeTable)];
  const keys = ['At', 'Call', 'Input', 'Immediate', ...more];
  const all: SimulationDefinition['commands'] = [];
  for (const [i, from] of commands.entries()) {
    refuseOthers(from, keys);
    const read = readCommand(from, lab, tables);
    if (read !== undefined) all.push(read);
    if (i % COMMANDS_IN_STEP === COMMANDS_IN_STEP - 1) yield COMMANDS_IN_STEP;
  }
  return all;
}

function readCommand(
  from: Members,
  lab: Lab,
  tables: readonly Named[],
): SimulationDefinition['commands'][number] | undefined {
  const atMs = from.duration('At', 0);
  const call = from.requiredText('Call', 'a call such as dynamodb:PutItem');
  const input = readInput(from, lab);
  if (call === undefined || input === undefined) return undefined;
  if (!callNames.includes(call)) {
    const guess = didYouMean(call, callNames);
    from.error('Call', `${call} is not a call that is understood here${guess || '.'}`);
    return undefined;
  }
  const tableMember = TABLE_MEMBERS[call];
  if (tableMember !== undefined) checkTable(from, input, tableMember, tables);
  const isImmediate = from.boolean('Immediate', false);
  const read = { atMs, command: { call, input, ...(isImmediate && { immediate: true }) } };
  const branch = from.number('Given', { minimum: 0, maximum: 1_000_000 });
  if (branch !== undefined) lab.given.set(read, branch);
  return read;
}

function readInput(from: Members, lab: Lab): Command['input'] | undefined {
  const written = from.raw('Input');
  if (written === undefined || typeof written.value !== 'object' || written.value === null) {
    from.error('Input', 'Input is missing; the members of the call are expected.');
    return undefined;
  }
  const input = written.value as Command['input'];
  for (const name of ATTRIBUTES) {
    if (!Object.hasOwn(input, name)) continue;
    const attributes = readAttributeMap(input[name], [...written.path, name], lab.findings);
    if (attributes !== undefined) input[name] = attributes;
  }
  return input;
}

type Named = Readonly<Record<'id' | 'name', string>>;

/** The table that a command makes, or none. */
function madeTable(from: Members): Named[] {
  const input = from.raw('Input')?.value;
  const isMade = from.raw('Call')?.value === 'dynamodb:CreateTable';
  if (!isMade || typeof input !== 'object' || input === null) return [];
  const name = String((input as Command['input']).TableName ?? '');
  return [{ id: name, name }];
}

function checkTable(
  from: Members,
  input: Command['input'],
  member: string,
  tables: readonly Named[],
): void {
  const name = String(input[member] ?? '');
  const inside = from.mapping('Input');
  const plain = name.replace(/^arn:.*:table\//u, '');
  if (!tables.some((table) => table.id === plain || table.name === plain)) {
    const known = tables.map((table) => table.id);
    inside.error(
      member,
      `there is no table called ${name || '""'}${didYouMean(name, known) || '.'}`,
    );
  }
}
