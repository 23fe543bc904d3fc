import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { openSimulation } from '../engine/index.ts';
import { aDefinition, aTable } from '../engine/testing/definitions.ts';
import { bringItems } from './broughtItems.ts';
import { parseSimArguments } from './simArguments.ts';

const folder = mkdtempSync(join(tmpdir(), 'items-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const definition = aDefinition({
  tables: [aTable({ items: [{ id: { S: 'a' }, old: { BOOL: true } }] })],
});
const bring = (path: string, table = 'Orders') => bringItems(definition, [{ table, file: path }]);

it('[L53] puts the items of a file into a table, in the place of those with their keys', async () => {
  const brought = bring(file('items.csv', 'id,x\na,1\nb,2\nb,3\n'));
  if ('errors' in brought) throw new Error(brought.errors.join());
  expect(brought.definition.tables[0]!.items).toEqual([
    { id: { S: 'a' }, x: { S: '1' } },
    { id: { S: 'b' }, x: { S: '3' } },
  ]);
  const { world } = await openSimulation(brought.definition);
  expect(world.state.tables[0]!.itemCount).toBe(2);
});

it('reads what is compressed, as an export to S3 is', () => {
  const brought = bring(file('export.json.gz', gzipSync('{"Item":{"id":{"S":"z"}}}\n')));
  expect(brought).toMatchObject({ definition: { tables: [{ items: [{}, { id: { S: 'z' } }] }] } });
});

it('[L51] names file and line of what is wrong, and what is near', () => {
  const path = file('bad.jsonl', '{"id":"a"}\n{"name":"b"}\n');
  expect(bring(path)).toMatchObject({ errors: [expect.stringContaining(`${path}:2: `)] });
  expect(bring(path, 'Order')).toMatchObject({ errors: [expect.stringContaining('Orders')] });
  expect(bring(join(folder, 'none'))).toMatchObject({
    errors: [expect.stringContaining('cannot be read')],
  });
});

it('is asked for by table and file', () => {
  expect(parseSimArguments(['orders', '--items', 'Orders=a=b.csv'])).toMatchObject({
    items: [{ table: 'Orders', file: 'a=b.csv' }],
  });
  expect(parseSimArguments(['orders', '--items', 'Orders'])).toHaveProperty('error');
});
