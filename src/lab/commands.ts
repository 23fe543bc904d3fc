/** `Metadata.Shardscope.Commands`: single calls, by AWS API name and input. */
import type { Command, SimulationDefinition } from '../engine/definition.ts';
import { readAttributeMap } from './attributeMap.ts';
import type { Lab } from './lab.ts';
import type { Members } from './members.ts';
import { didYouMean } from './nearest.ts';
import { refuseOthers } from './sectionKeys.ts';

/** The calls that a lab file may hold, each with the member that names a table. */
const CALLS: { readonly [call: string]: 'TableName' | 'table' | undefined } = {
  'dynamodb:PutItem': 'TableName',
  'dynamodb:UpdateItem': 'TableName',
  'dynamodb:DeleteItem': 'TableName',
  'lambda:UpdateEventSourceMapping': undefined,
  'shardscope:StartFault': undefined,
  'shardscope:StopFault': undefined,
  'shardscope:SetTraffic': 'table',
};
/** Members whose values are attributes, and so are checked here. */
const ATTRIBUTES = ['Item', 'Key', 'ExpressionAttributeValues', 'match'];

export function readCommands(section: Members, lab: Lab): SimulationDefinition['commands'] {
  return section.list('Commands').flatMap((from) => {
    refuseOthers(from, ['At', 'Call', 'Input', 'Immediate']);
    const atMs = from.duration('At', 0);
    const call = from.requiredText('Call', 'a call such as dynamodb:PutItem');
    const input = readInput(from, lab);
    if (call === undefined || input === undefined) return [];
    if (!Object.hasOwn(CALLS, call)) {
      const guess = didYouMean(call, Object.keys(CALLS));
      from.error('Call', `${call} is not a call that is understood here${guess || '.'}`);
      return [];
    }
    const tableMember = CALLS[call];
    if (tableMember !== undefined) checkTable(from, input, tableMember, lab);
    const isImmediate = from.boolean('Immediate', false);
    return [{ atMs, command: { call, input, ...(isImmediate && { immediate: true }) } }];
  });
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

function checkTable(from: Members, input: Command['input'], member: string, lab: Lab): void {
  const name = String(input[member] ?? '');
  const inside = from.mapping('Input');
  if (!lab.tables.some((table) => table.id === name || table.name === name)) {
    const known = lab.tables.map((table) => table.id);
    inside.error(
      member,
      `there is no table called ${name || '""'}${didYouMean(name, known) || '.'}`,
    );
  }
}
