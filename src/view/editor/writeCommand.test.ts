import { expect, it } from 'vitest';
import type { TableDefinition } from '../../engine/definition.ts';
import { deleteCommand, editsBetween, putCommand, updateCommand } from './writeCommand.ts';

const table: TableDefinition = {
  id: 'Orders',
  name: 'orders-table',
  partitionKey: { name: 'id', type: 'S' },
  billing: 'PAY_PER_REQUEST',
  items: [],
};
const always = { kind: 'none', attribute: '' } as const;
const key = { id: { S: 'a' } };

it('puts the whole item', () => {
  expect(putCommand(table, { ...key, n: { N: '1' } }, always)).toEqual({
    call: 'dynamodb:PutItem',
    input: { TableName: 'Orders', Item: { id: { S: 'a' }, n: { N: '1' } } },
  });
});

it('[U3] sets what is new or differs and removes what is gone, but never the key', () => {
  const before = { ...key, same: { S: 'x' }, old: { S: '1' }, gone: { BOOL: true } } as const;
  const after = { ...key, same: { S: 'x' }, old: { S: '2' }, added: { N: '3' } } as const;
  expect(updateCommand(table, before, after, key, always).input).toEqual({
    TableName: 'Orders',
    Key: key,
    UpdateExpression: 'SET #n0 = :v0, #n1 = :v1 REMOVE #n2',
    ExpressionAttributeNames: { '#n0': 'old', '#n1': 'added', '#n2': 'gone' },
    ExpressionAttributeValues: { ':v0': { S: '2' }, ':v1': { N: '3' } },
  });
});

it('finds no edit where only the order of attributes differs', () => {
  const before = { ...key, a: { S: '1' }, b: { S: '2' } };
  const after = { b: { S: '2' }, a: { S: '1' }, ...key };
  expect(editsBetween(table, before, after)).toEqual({ set: [], remove: [] });
});

it('adds a condition with a placeholder of its own', () => {
  const condition = { kind: 'notExists', attribute: 'id' } as const;
  expect(deleteCommand(table, key, condition).input).toEqual({
    TableName: 'Orders',
    Key: key,
    ConditionExpression: 'attribute_not_exists(#n0)',
    ExpressionAttributeNames: { '#n0': 'id' },
  });
});
