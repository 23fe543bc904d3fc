import { describe, expect, it } from 'vitest';
import { readWriteExpressions } from './writeExpressions.ts';

const refusal = (message: string) =>
  expect.objectContaining({ awsName: 'ValidationException', message });
const read =
  (input: Record<string, unknown>, isUpdate = true) =>
  () =>
    readWriteExpressions(input, isUpdate, ['id']);

describe('[X11] the expressions of a write', () => {
  it('may be none', () => {
    expect(read({ TableName: 'T' })()).toEqual({ condition: null, update: null });
  });

  it('share their placeholders', () => {
    const { condition, update } = read({
      UpdateExpression: 'SET #s = :new',
      ConditionExpression: '#s <> :new',
      ExpressionAttributeNames: { '#s': 'status' },
      ExpressionAttributeValues: { ':new': { S: 'paid' } },
    })();
    expect(update?.paths).toEqual([['status']]);
    expect(condition?.paths).toEqual([['status']]);
  });

  it.each<[Record<string, unknown>, string]>([
    [
      { UpdateExpression: 'SET a = :v' },
      'Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :v',
    ],
    [
      { UpdateExpression: 'SET id = a' },
      'One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key',
    ],
    [
      { ConditionExpression: 'id.x = a' },
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: id",
    ],
    [
      { UpdateExpression: 'REMOVE a', ExpressionAttributeNames: { '#x': 'x' } },
      'Value provided in ExpressionAttributeNames unused in expressions: keys: {#x}',
    ],
    [
      { UpdateExpression: 'REMOVE a', ConditionExpression: '' },
      'Invalid ConditionExpression: The expression can not be empty;',
    ],
    [
      { UpdateExpression: 'REMOVE a', Expected: {} },
      'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {UpdateExpression}',
    ],
  ])('%j: %s', (input, message) => {
    expect(read(input)).toThrow(refusal(message));
  });

  it('are a condition alone where a whole item is put or deleted', () => {
    const input = { ConditionExpression: 'attribute_not_exists(id)' };
    expect(read(input, false)().update).toBeNull();
    const values = { ExpressionAttributeValues: { ':a': { S: 'a' } } };
    expect(read(values, false)).toThrow(
      refusal(
        'ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null',
      ),
    );
  });
});
