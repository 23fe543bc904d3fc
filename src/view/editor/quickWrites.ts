/** Many writes at one click, and the background traffic. */
import type { Command } from '../../engine/definition.ts';
import type { AttributeMap, AttributeValue } from '../../engine/item/attributeValue.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { say } from '../notices/toasts.ts';
import { writingWords as words } from '../words/writing.ts';
import {
  itemLabelled,
  itemsOf,
  keyAttributes,
  type LabTable,
  lastWritten,
  watermarks,
} from './tables.ts';

const BURST = 50;
const UPDATES = 10;
const PREFIX = 'new#';
const USUAL_RATE = 3;

/** Numbers of bursts' keys that this page has used, so that a burst is always of new items. */
let lastNumber = 0;

/** Puts 50 items that were not there before. */
export async function putBurst(table: LabTable): Promise<void> {
  const first = await firstFreeNumber(table);
  lastNumber = first + BURST - 1;
  const { partitionKey, sortKey } = table.definition;
  const commands = Array.from({ length: BURST }, (_, i): Command => {
    const item: AttributeMap = {
      [partitionKey.name]: keyValue(partitionKey.type, first + i),
      ...(sortKey === undefined ? {} : { [sortKey.name]: keyValue(sortKey.type, first + i) }),
      status: { S: 'new' },
      ...watermarks(table),
    };
    return { call: words.callNames.put, input: { TableName: table.definition.id, Item: item } };
  });
  if (!(await sendAll(commands))) return;
  say({ text: words.burstSent(BURST, `${PREFIX}${first}`, `${PREFIX}${lastNumber}`) });
}

function keyValue(type: 'S' | 'N' | 'B', number: number): AttributeValue {
  if (type === 'N') return { N: String(number) };
  return type === 'S' ? { S: `${PREFIX}${number}` } : { B: btoa(`${PREFIX}${number}`) };
}

async function firstFreeNumber(table: LabTable): Promise<number> {
  const isNumber = table.definition.partitionKey.type === 'N';
  const found = await itemsOf(table, isNumber ? '' : PREFIX);
  const numbers = found.map(({ label }) => Number(/(\d+)$/.exec(label)?.[1] ?? 0));
  return Math.max(lastNumber, ...numbers) + 1;
}

/** Updates one item ten times: the one named, else the one written last, else the first. */
export async function updateTenTimes(table: LabTable, label?: string): Promise<void> {
  const wanted = label ?? lastWritten(useLab.getState().scene);
  const named = wanted === null ? null : await itemLabelled(table, wanted);
  const item = named ?? (await itemsOf(table, ''))[0];
  if (item === undefined) return say({ text: words.noItemToUpdate, tone: 'bad' });
  const before = Number((item.json.revision as { N?: string } | undefined)?.N ?? 0);
  const marks = Object.entries(watermarks(table));
  const commands = Array.from({ length: UPDATES }, (_, i): Command => {
    const sets = ['#r = :r', ...marks.map((_mark, m) => `#m${m} = :m${m}`)];
    return {
      call: words.callNames.update,
      input: {
        TableName: table.definition.id,
        Key: keyAttributes(table, item.json),
        UpdateExpression: `SET ${sets.join(', ')}`,
        ExpressionAttributeNames: {
          '#r': 'revision',
          ...Object.fromEntries(marks.map(([name], m) => [`#m${m}`, name])),
        },
        ExpressionAttributeValues: {
          ':r': { N: String(before + i + 1) },
          ...Object.fromEntries(marks.map(([, value], m) => [`:m${m}`, value])),
        },
      },
    };
  });
  if (await sendAll(commands)) say({ text: words.tenSent(item.label) });
}

/** Sends commands at one instant; says what was refused. @returns whether all were taken. */
async function sendAll(commands: readonly Command[]): Promise<boolean> {
  const results = await Promise.all(commands.map((command) => labActions.command(command)));
  const refused = results.filter((result) => !result.ok);
  const [first] = refused;
  if (first === undefined) return true;
  const done = results.length - refused.length;
  say({ text: words.partlySent(done, results.length, first.error), tone: 'bad' });
  return false;
}

/** The rate that the traffic of a table has in the lab file. */
export function usualRate(tableId: string): number {
  const traffic = useLab.getState().definition?.traffic ?? [];
  const rates = traffic.filter(({ table }) => table === tableId).map((one) => one.perSecond);
  return rates.reduce((sum, rate) => sum + rate, 0) || USUAL_RATE;
}

export async function setTraffic(tableId: string, perSecond: number): Promise<void> {
  const call = 'shardscope:SetTraffic';
  const done = await labActions.command({ call, input: { table: tableId, perSecond } });
  if (!done.ok) say({ text: done.error, tone: 'bad' });
}
