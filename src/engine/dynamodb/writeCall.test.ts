import { describe, expect, it } from 'vitest';
import type { Command } from '../definition.ts';
import { openSimulation } from '../index.ts';
import { aDefinition, aTable, atSeconds, Entry, entriesOf } from '../testing/definitions.ts';
import { storedItem } from './items.ts';

const TableName = 'Orders';
const Key = { id: { S: 'a' } };
const update = (input: Record<string, unknown>): Command => ({
  call: 'dynamodb:UpdateItem',
  input: { TableName, Key, ...input },
});

async function after(commands: Command[]) {
  const table = aTable({ items: [{ ...Key, n: { N: '1' }, list: { L: [{ S: 'x' }] } }] });
  const simulation = await openSimulation(aDefinition({ tables: [table] }));
  commands.forEach((command, i) => {
    simulation.submit(command, atSeconds(i));
  });
  simulation.runUntil(atSeconds(commands.length));
  return simulation.world;
}

describe('a write call', () => {
  it('[X15] carries an update out on the item, in one version', async () => {
    const world = await after([
      update({
        UpdateExpression: 'SET n = n + :one, #l = list_append(#l, :more)',
        ConditionExpression: 'n < :two',
        ExpressionAttributeNames: { '#l': 'list' },
        ExpressionAttributeValues: {
          ':one': { N: '1' },
          ':two': { N: '2' },
          ':more': { L: [{ S: 'y' }] },
        },
      }),
    ]);
    expect(world.changes.at.length).toBe(1);
    expect(storedItem(world, world.changes.item.get(0))).toEqual({
      ...Key,
      n: { N: '2' },
      list: { L: [{ S: 'x' }, { S: 'y' }] },
    });
  });

  it('[T3] changes nothing when its condition fails, and is charged', async () => {
    const put: Command = {
      call: 'dynamodb:PutItem',
      input: { TableName, Item: Key, ConditionExpression: 'attribute_not_exists(id)' },
    };
    const world = await after([put]);
    const { writes, writeUnits } = world.state.tables[0]!;
    expect([writes.conditionFailed, writes.put, writeUnits]).toEqual([1, 0, 1]);
    expect(world.changes.at.length).toBe(0);
  });

  it('[T1] makes no record when an update leaves the item as it is', async () => {
    const world = await after([
      update({ UpdateExpression: 'SET n = :v', ExpressionAttributeValues: { ':v': { N: '1.0' } } }),
      update({ UpdateExpression: 'REMOVE absent' }),
    ]);
    expect(world.state.tables[0]!.writes.noOp).toBe(2);
    expect(world.changes.at.length).toBe(0);
  });

  it('[X15] fails at the table when the item does not fit the update', async () => {
    const world = await after([update({ UpdateExpression: 'SET b = absent' })]);
    const [failed] = entriesOf(world, Entry.callFailed);
    expect(world.errors.get(failed!.b)).toBe(
      'ValidationException: The provided expression refers to an attribute that does not exist in the item',
    );
  });

  it.each<[Command, string]>([
    [update({ UpdateExpression: 'SET status = n' }), 'reserved keyword: status'],
    [update({ UpdateExpression: 'SET id = n' }), 'Cannot update attribute id'],
    [update({ Key: undefined }), "Value null at 'key'"],
    [{ call: 'dynamodb:PutItem', input: { TableName } }, "Value null at 'item'"],
    [
      { call: 'dynamodb:PutItem', input: { TableName, Item: { id: { N: 'x' } } } },
      'cannot be converted to a numeric value: x',
    ],
  ])('[X11] is refused at the door when it is malformed: %j', async (command, words) => {
    const simulation = await openSimulation(aDefinition({ tables: [aTable({})] }));
    expect(() => simulation.submit(command, atSeconds(1))).toThrow(words);
  });
});
