/** A command as a short phrase, for menus and lists of branches. */
import type { Command, SimulationDefinition } from '../engine/definition.ts';
import type { AttributeValue } from '../engine/item/attributeValue.ts';
import { keyNames } from '../engine/item/key.ts';
import { valueText } from './faultText.ts';
import { commandWords as words } from './words/commandWords.ts';

type Input = Command['input'];
type Tell = (input: Input, definition: SimulationDefinition) => string;

const TELLERS: Readonly<Record<string, Tell>> = {
  'dynamodb:PutItem': (input, definition) => words.put(keyOf(input, 'Item', definition)),
  'dynamodb:UpdateItem': (input, definition) => words.update(keyOf(input, 'Key', definition)),
  'dynamodb:DeleteItem': (input, definition) => words.delete(keyOf(input, 'Key', definition)),
  'dynamodb:BatchWriteItem': ({ RequestItems }) => {
    const tables = Object.entries((RequestItems ?? {}) as Record<string, unknown[]>);
    const count = tables.reduce((sum, [, requests]) => sum + requests.length, 0);
    return words.batch(count, tables.map(([table]) => table).join(', '));
  },
  'shardscope:StartFault': ({ kind, target }) => words.fault(String(kind), String(target)),
  'shardscope:StopFault': ({ kind, target }) => words.faultEnded(String(kind), String(target)),
  'shardscope:SetFunction': (input) => words.behaviour(String(input.function)),
  'shardscope:SaveCode': ({ function: fn, code }) => words.code(String(fn), code !== null),
  'shardscope:TestFunction': ({ function: fn }) => words.test(String(fn)),
  'shardscope:SetTraffic': ({ table, perSecond }) =>
    words.traffic(String(table), Number(perSecond)),
};

/** `put T2001`, `Error at OrderProcessor`, `UpdateTable Orders`. */
export function commandText({ call, input }: Command, definition: SimulationDefinition): string {
  const tell = TELLERS[call];
  if (tell !== undefined) return tell(input, definition);
  const named = Object.values(input).find((value) => typeof value === 'string');
  return words.other(call.split(':').at(-1)!, named === undefined ? '' : String(named));
}

/** The values of an item's key attributes. */
function keyOf(input: Input, member: string, definition: SimulationDefinition): string {
  const attributes = (input[member] ?? {}) as Record<string, AttributeValue>;
  const named = String(input.TableName);
  const table = definition.tables.find(({ id, name }) => id === named || name === named);
  const names = table === undefined ? Object.keys(attributes).slice(0, 1) : keyNames(table);
  const values = names.flatMap((name) => {
    const value = attributes[name];
    return value === undefined ? [] : [valueText(value)];
  });
  return values.join(' / ');
}
