import { describe, expect, it } from 'vitest';
import type { AttributeMap } from '../attributeValue.ts';
import type { KeySchema } from '../key.ts';
import { parseCondition } from './condition.ts';
import { ExpressionContext, readPlaceholders } from './expressionContext.ts';
import { evaluateKeyCondition, parseKeyCondition } from './keyCondition.ts';
import { applyProjection, parseProjection } from './projection.ts';
import { isReservedWord } from './reservedWords.ts';
import { parseUpdate } from './update.ts';

const members = ['UpdateExpression', 'ConditionExpression'];
const refusal = (message: string) =>
  expect.objectContaining({ awsName: 'ValidationException', message });

describe('[X17] the placeholders of a request', () => {
  it('are shared by its expressions, and all used', () => {
    const context = readPlaceholders(
      {
        UpdateExpression: 'SET #a = :a',
        ConditionExpression: '#b = :a',
        ExpressionAttributeNames: { '#a': 'a', '#b': 'b' },
        ExpressionAttributeValues: { ':a': { N: '1.0' } },
      },
      members,
    );
    parseUpdate('SET #a = :a', context);
    expect(() => context.refuseUnused()).toThrow(
      refusal('Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}'),
    );
    parseCondition('#b = :a', context);
    expect(() => context.refuseUnused()).not.toThrow();
  });

  it('are refused where none uses them', () => {
    const context = new ExpressionContext({}, { ':a': { N: '1' }, ':b': { N: '1' } });
    expect(() => context.refuseUnused()).toThrow(
      refusal('Value provided in ExpressionAttributeValues unused in expressions: keys: {:a, :b}'),
    );
  });

  const invalid = 'ExpressionAttributeValues contains invalid value: ';
  it.each<[Record<string, unknown>, string]>([
    [{ ExpressionAttributeNames: {} }, 'ExpressionAttributeNames must not be empty'],
    [
      { ExpressionAttributeNames: { a: 'a' } },
      'ExpressionAttributeNames contains invalid key: Syntax error; key: "a"',
    ],
    [
      { ExpressionAttributeNames: { '#': 'a' } },
      'ExpressionAttributeNames contains invalid key: Syntax error; key: "#"',
    ],
    [
      { ExpressionAttributeNames: { '#hi-there': 'a' } },
      'ExpressionAttributeNames contains invalid key: Syntax error; key: "#hi-there"',
    ],
    [{ ExpressionAttributeValues: {} }, 'ExpressionAttributeValues must not be empty'],
    [
      { ExpressionAttributeValues: { ':b': {}, b: { S: 'a' } } },
      'ExpressionAttributeValues contains invalid key: Syntax error; key: "b"',
    ],
    [
      { ExpressionAttributeValues: { ':b': {} } },
      `${invalid}Supplied AttributeValue is empty, must contain exactly one of the supported datatypes for key :b`,
    ],
    [
      { ExpressionAttributeValues: { ':b': { SS: [] } } },
      `${invalid}One or more parameter values were invalid: An string set  may not be empty for key :b`,
    ],
    [
      { ExpressionAttributeValues: { ':b': { N: 'x' } } },
      `${invalid}The parameter cannot be converted to a numeric value: x for key :b`,
    ],
  ])('%j: %s', (placeholders, message) => {
    const input = { UpdateExpression: 'SET a = :b', ...placeholders };
    expect(() => readPlaceholders(input, members)).toThrow(refusal(message));
  });

  it('are refused where there is no expression', () => {
    expect(() => readPlaceholders({ ExpressionAttributeNames: { '#a': 'a' } }, members)).toThrow(
      refusal('ExpressionAttributeNames can only be specified when using expressions'),
    );
    const values = { ExpressionAttributeValues: { ':a': { S: 'a' } } };
    expect(() => readPlaceholders(values, members)).toThrow(
      refusal(
        'ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null',
      ),
    );
    expect(() => readPlaceholders(values, ['ConditionExpression'])).toThrow(
      refusal(
        'ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null',
      ),
    );
  });
});

describe('[X18] a projection', () => {
  const item: AttributeMap = {
    id: { S: 'k' },
    m: { M: { a: { N: '1' }, b: { N: '2' }, l: { L: [{ S: 'x' }, { S: 'y' }, { S: 'z' }] } } },
    l: { L: [{ M: { p: { N: '1' }, q: { N: '2' } } }, { S: 'one' }, { S: 'two' }] },
  };
  const project = (text: string) =>
    applyProjection(parseProjection(text, new ExpressionContext({ '#m': 'm' })), item);

  it.each<[string, AttributeMap]>([
    ['id', { id: { S: 'k' } }],
    ['id, absent', { id: { S: 'k' } }],
    ['#m.a', { m: { M: { a: { N: '1' } } } }],
    ['m.a, m.b', { m: { M: { a: { N: '1' }, b: { N: '2' } } } }],
    ['l[2], l[1]', { l: { L: [{ S: 'one' }, { S: 'two' }] } }],
    ['l[0].q', { l: { L: [{ M: { q: { N: '2' } } }] } }],
    ['m.l[1]', { m: { M: { l: { L: [{ S: 'y' }] } } } }],
    ['l[9], m.zz, id.x', {}],
  ])('%s', (text, projected) => {
    expect(project(text)).toEqual(projected);
  });

  it.each([
    ['', 'The expression can not be empty;'],
    ['!!', 'Syntax error; token: "!", near: "!!"'],
    ['id,', 'Syntax error; token: "<EOF>", near: ","'],
    ['id name', 'Syntax error; token: "name", near: "id name"'],
    ['name', 'Attribute name is a reserved keyword; reserved keyword: name'],
    [
      '#x',
      'An expression attribute name used in the document path is not defined; attribute name: #x',
    ],
    [
      'id, id',
      'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [id], path two: [id]',
    ],
    [
      'm.a, m[1]',
      'Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [m, a], path two: [m, [1]]',
    ],
    [
      Array.from({ length: 33 }, () => 'a').join('.'),
      'The document path has too many nesting levels; nesting levels: 33',
    ],
  ])('%j: %s', (text, message) => {
    expect(() => project(text)).toThrow(refusal(`Invalid ProjectionExpression: ${message}`));
  });
});

describe('[X19] a key condition', () => {
  const schema: KeySchema = {
    partitionKey: { name: 'id', type: 'S' },
    sortKey: { name: 'made', type: 'N' },
  };
  const values: AttributeMap = {
    ':id': { S: 'k' },
    ':a': { N: '1' },
    ':b': { N: '5' },
  };
  const parse = (text: string) =>
    parseKeyCondition(text, new ExpressionContext({ '#id': 'id' }, values), schema);

  it.each([
    ['id = :id', null],
    ['#id = :id AND made > :a', { operator: '>', values: [{ N: '1' }] }],
    [':id = id AND :a > made', { operator: '<', values: [{ N: '1' }] }],
    [
      'made BETWEEN :a AND :b AND id = :id',
      { operator: 'BETWEEN', values: [{ N: '1' }, { N: '5' }] },
    ],
    ['(id = :id) AND (made = :a)', { operator: '=', values: [{ N: '1' }] }],
  ])('%s', (text, sort) => {
    const program = parse(text);
    expect(program.partitionValue).toEqual({ S: 'k' });
    expect(program.sort).toEqual(sort);
  });

  it('is asked of items', () => {
    const program = parse('id = :id AND made BETWEEN :a AND :b');
    expect(evaluateKeyCondition(program, { id: { S: 'k' }, made: { N: '3' } })).toBe(true);
    expect(evaluateKeyCondition(program, { id: { S: 'k' }, made: { N: '6' } })).toBe(false);
  });

  const condition = 'Invalid condition in KeyConditionExpression: ';
  it.each([
    ['id = :id OR made = :a', 'Invalid operator used in KeyConditionExpression: OR'],
    ['id in (:id)', 'Invalid operator used in KeyConditionExpression: IN'],
    ['NOT id = :id', 'Invalid operator used in KeyConditionExpression: NOT'],
    ['id <> :id', 'Invalid operator used in KeyConditionExpression: <>'],
    ['attribute_exists(id)', 'Invalid operator used in KeyConditionExpression: attribute_exists'],
    ['contains(id, :id)', 'Invalid operator used in KeyConditionExpression: contains'],
    [
      ':id BETWEEN id AND made',
      `${condition}BETWEEN operator must have the key attribute as its first operand`,
    ],
    [
      'begins_with(:id, id)',
      `${condition}begins_with operator must have the key attribute as its first operand`,
    ],
    ['id = made', `${condition}Multiple attribute names used in one condition`],
    [':id = :id', `${condition}No key attribute specified`],
    ['size(id) = :a', 'KeyConditionExpressions cannot contain nested operations'],
    ['id.x = :id', 'KeyConditionExpressions cannot have conditions on nested attributes'],
    ['id = :id AND id = :id', 'KeyConditionExpressions must only contain one condition per key'],
    ['made = :a', 'Query condition missed key schema element: id'],
    ['id = :id AND extra = :a', 'Query condition missed key schema element: made'],
    ['id > :id', 'Query key condition not supported'],
    [
      'id = :a',
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
    ],
    [
      'id = :id AND made = :id',
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
    ],
    ['id = :id AND made = :a AND x = :a', 'Conditions can be of length 1 or 2 only'],
    ['', 'Invalid KeyConditionExpression: The expression can not be empty;'],
    [
      'id = :x',
      'Invalid KeyConditionExpression: An expression attribute value used in expression is not defined; attribute value: :x',
    ],
  ])('%s: %s', (text, message) => {
    expect(() => parse(text)).toThrow(refusal(message));
  });
});

describe('reserved words', () => {
  it.each(['ABORT', 'status', 'Name', 'zone', 'FLATTERN'])('%s is one', (word) => {
    expect(isReservedWord(word)).toBe(true);
  });
  it.each(['', 'id', 'statuses', 'constructors', 'A'])('%j is none', (word) => {
    expect(isReservedWord(word)).toBe(false);
  });
});
