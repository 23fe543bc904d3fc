import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeMap } from '../attributeValue.ts';
import { ItemError } from '../itemError.ts';
import { ExpressionContext } from './expressionContext.ts';
import { applyUpdate, parseUpdate } from './update.ts';

const names = { '#a': 'a', '#b': 'b', '#c': 'c', '#d': '[3]', '#status': 'status', '#dot': 'x.y' };
const values: AttributeMap = {
  ':n1': { N: '1' },
  ':n2': { N: '2' },
  ':s': { S: 'a' },
  ':bin': { B: 'YQ==' },
  ':bool': { BOOL: false },
  ':null': { NULL: true },
  ':ss': { SS: ['x', 'y'] },
  ':ns': { NS: ['1'] },
  ':bs': { BS: ['YQ=='] },
  ':map': { M: {} },
  ':list': { L: [{ N: '7' }] },
  ':big': { N: '9e125' },
};
const context = () => new ExpressionContext(names, values);
const parse = (text: string) => parseUpdate(text, context());
const key: AttributeMap = { id: { S: 'k' } };
const item: AttributeMap = {
  id: { S: 'k' },
  a: { N: '5' },
  s: { S: 'text' },
  queue: { L: [{ N: '2' }, { N: '3' }, { N: '4' }] },
  m: { M: { x: { N: '3' }, y: { N: '4' }, c: { M: { z: { S: 'deep' } } }, l: { L: [{ M: {} }] } } },
  tags: { SS: ['x', 'z'] },
  counts: { NS: ['1', '2'] },
  bytes: { BS: ['YQ==', 'Yg=='] },
};
const apply = (text: string, to: AttributeMap | null = item) => applyUpdate(parse(text), to, key);

describe('[X15] an update', () => {
  it.each<[string, AttributeMap]>([
    ['SET b = :n1', { b: { N: '1' } }],
    ['set b = :n1, #c = :s', { b: { N: '1' }, c: { S: 'a' } }],
    ['sEt a = a + :n1', { a: { N: '6' } }],
    ['SET a = a - :n2', { a: { N: '3' } }],
    ['SET a = :n2 - a', { a: { N: '-3' } }],
    ['SET a = (a + :n1)', { a: { N: '6' } }],
    ['SET a = (a) + (:n1)', { a: { N: '6' } }],
    ['SET b = a', { b: { N: '5' } }],
    ['SET a = s, s = a', { a: { S: 'text' }, s: { N: '5' } }],
    ['SET a = if_not_exists(a, :n1)', {}],
    ['SET b = if_not_exists(b, :n1)', { b: { N: '1' } }],
    ['SET b = if_not_exists(b, :n1) + :n2', { b: { N: '3' } }],
    ['SET a = if_not_exists(a, :n1) + :n2', { a: { N: '7' } }],
    ['SET b = if_not_exists(b, if_not_exists(c, :n1))', { b: { N: '1' } }],
    [
      'SET queue = list_append(queue, :list)',
      { queue: { L: [{ N: '2' }, { N: '3' }, { N: '4' }, { N: '7' }] } },
    ],
    [
      'SET queue = list_append(:list, queue)',
      { queue: { L: [{ N: '7' }, { N: '2' }, { N: '3' }, { N: '4' }] } },
    ],
    ['SET b = list_append(if_not_exists(b, :list), :list)', { b: { L: [{ N: '7' }, { N: '7' }] } }],
    ['SET queue[1] = :s', { queue: { L: [{ N: '2' }, { S: 'a' }, { N: '4' }] } }],
    [
      'SET queue[84] = :n1, queue[37] = :n2, queue[17] = :s',
      { queue: { L: [{ N: '2' }, { N: '3' }, { N: '4' }, { S: 'a' }, { N: '2' }, { N: '1' }] } },
    ],
    ['REMOVE queue[1]', { queue: { L: [{ N: '2' }, { N: '4' }] } }],
    ['REMOVE queue[0], queue[1], queue[2]', { queue: { L: [] } }],
    ['REMOVE queue[17]', {}],
    ['REMOVE queue[0] SET queue[2] = :s', { queue: { L: [{ N: '3' }, { S: 'a' }] } }],
    [
      'SET m.x = :s, m.#status = :n1',
      {
        m: {
          M: {
            x: { S: 'a' },
            y: { N: '4' },
            c: { M: { z: { S: 'deep' } } },
            l: { L: [{ M: {} }] },
            status: { N: '1' },
          },
        },
      },
    ],
    [
      'SET m.l[0].fresh = m.c.z REMOVE m.x, m.y, m.c',
      { m: { M: { l: { L: [{ M: { fresh: { S: 'deep' } } }] } } } },
    ],
    [
      'REMOVE m.c.z',
      { m: { M: { x: { N: '3' }, y: { N: '4' }, c: { M: {} }, l: { L: [{ M: {} }] } } } },
    ],
    ['REMOVE m.nothing, nothing', {}],
    ['SET #dot = :n1', { 'x.y': { N: '1' } }],
    ['SET b = :map', { b: { M: {} } }],
    ['ADD a :n2', { a: { N: '7' } }],
    ['ADD b :n2', { b: { N: '2' } }],
    [
      'ADD m.x :n2',
      {
        m: {
          M: {
            x: { N: '5' },
            y: { N: '4' },
            c: { M: { z: { S: 'deep' } } },
            l: { L: [{ M: {} }] },
          },
        },
      },
    ],
    ['ADD tags :ss', { tags: { SS: ['x', 'z', 'y'] } }],
    ['ADD b :ss', { b: { SS: ['x', 'y'] } }],
    [
      'ADD counts :ns, queue[0] :n1',
      { counts: { NS: ['1', '2'] }, queue: { L: [{ N: '3' }, { N: '3' }, { N: '4' }] } },
    ],
    ['DELETE tags :ss', { tags: { SS: ['z'] } }],
    ['DELETE counts :ns', { counts: { NS: ['2'] } }],
    ['DELETE bytes :bs', { bytes: { BS: ['Yg=='] } }],
    ['DELETE b :ss', {}],
    ['SET a = a', {}],
  ])('%s', (text, changed) => {
    const before = JSON.stringify(item);
    expect(apply(text)).toEqual({ ...item, ...changed });
    expect(JSON.stringify(item)).toBe(before);
  });

  it('removes attributes, and sets that it has emptied', () => {
    expect(apply('REMOVE a, s, queue, m, bytes SET b = a')).toEqual({
      id: { S: 'k' },
      b: { N: '5' },
      tags: item.tags,
      counts: item.counts,
    });
    const emptied = apply('DELETE tags :ss', { id: { S: 'k' }, tags: { SS: ['x'] } });
    expect(emptied).toEqual({ id: { S: 'k' } });
  });

  it('of no item begins with the key', () => {
    expect(apply('SET b = :n1', null)).toEqual({ id: { S: 'k' }, b: { N: '1' } });
    expect(apply('SET b = id', null)).toEqual({ id: { S: 'k' }, b: { S: 'k' } });
    expect(apply('ADD b :n2', null)).toEqual({ id: { S: 'k' }, b: { N: '2' } });
    expect(apply('REMOVE x.y, z[0]', null)).toEqual({ id: { S: 'k' } });
    expect(() => apply('SET x.y = :n1', null)).toThrow('document path');
  });

  it('shares what it does not change', () => {
    expect(apply('SET b = :n1').m).toBe(item.m);
  });

  it('keeps attributes with the names of every object as its own', () => {
    const program = parseUpdate(
      'SET #p = :n1',
      new ExpressionContext({ '#p': '__proto__' }, { ':n1': { N: '1' } }),
    );
    const after = applyUpdate(program, item, key);
    expect(Object.hasOwn(after, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
  });

  const missing = 'The provided expression refers to an attribute that does not exist in the item';
  const wrongType = 'An operand in the update expression has an incorrect data type';
  const wrongPath = 'The document path provided in the update expression is invalid for update';
  const fixed =
    'One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key';
  it.each([
    ['SET b = z', missing],
    ['SET b = z.y', missing],
    ['SET x = :n1, y = x', missing],
    ['SET b = list_append(z, :list)', missing],
    ['SET b = z + :n1', missing],
    ['SET b = s + :n1', wrongType],
    ['SET b = :n1 - queue', wrongType],
    ['SET b = list_append(a, :list)', wrongType],
    ['SET b = list_append(queue, if_not_exists(a, :list))', wrongType],
    ['ADD s :n1', wrongType],
    ['ADD tags :n1', wrongType],
    ['ADD a :ss', wrongType],
    ['ADD tags :ns', wrongType],
    ['ADD queue :ss', wrongType],
    ['DELETE tags :ns', wrongType],
    ['DELETE a :ns', wrongType],
    ['DELETE m :ss', wrongType],
    ['SET s.a = :n1', wrongPath],
    ['SET s[1] = :n1', wrongPath],
    ['SET y.a = :n1', wrongPath],
    ['SET y[1] = :n1', wrongPath],
    ['SET m[1] = :n1', wrongPath],
    ['SET queue.a = :n1', wrongPath],
    ['SET m.q.r = :n1', wrongPath],
    ['REMOVE s.a', wrongPath],
    ['REMOVE y.a', wrongPath],
    ['REMOVE y[1]', wrongPath],
    ['REMOVE m[1]', wrongPath],
    ['REMOVE queue.a', wrongPath],
    ['ADD y.a :n1', wrongPath],
    ['DELETE y.a :ss', wrongPath],
    ['SET id = :s', fixed],
    ['REMOVE id', fixed],
    ['ADD id :n1', fixed],
    ['DELETE id :ss', fixed],
    ['SET id.x = :n1', fixed],
    [
      'SET b = id.x',
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: id",
    ],
    [
      'SET a = :big + :big',
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    ],
    ['SET a = :big + :n1', 'Attempting to store more than 38 significant digits in a Number'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => apply(text)).toThrow(
      expect.objectContaining({ awsName: 'ValidationException', message }),
    );
  });

  it('is refused when the result is too large or too deep', () => {
    const half = { id: key.id!, a: { S: 'x'.repeat(300_000) } };
    expect(() => apply('SET b = a', half)).toThrow(
      'Item size to update has exceeded the maximum allowed size',
    );
    let deep: AttributeMap = { leaf: { S: 'x' } };
    for (let i = 0; i < 30; i++) deep = { n: { M: deep } };
    const full = { id: key.id!, m: { M: {} }, deep: { M: deep } };
    expect(apply('SET b = deep', full)).toBeDefined();
    expect(() => apply('SET m.n = deep', full)).toThrow('Nesting Levels have exceeded');
  });
});

const refused = (text: string, message: string) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({
      awsName: 'ValidationException',
      message: `Invalid UpdateExpression: ${message}`,
    }),
  );
};

describe('[X11] an update is refused in the words of AWS', () => {
  it.each([
    ['whatever', 'whatever', 'whatever'],
    ['INVALID SYNTAX HERE', 'INVALID', 'INVALID SYNTAX'],
    ['SET _123 = :n1', '_', 'SET _123'],
    ['SET _abc = :n1', '_', 'SET _abc'],
    ['SET 123a = :n1', '123', 'SET 123a'],
    ['SET hi-there = :n1', '-', 'hi-there'],
    ['SET hi$there = :n1', '$', 'hi$there'],
    ['SET # = :n1', '#', 'SET # ='],
    ['SET a = :', ':', '= :'],
    ['ADD hits : incr', ':', 'hits : incr'],
    ['set {0} = :n1', '{', 'set {0'],
    ['set a', '<EOF>', 'a'],
    ['add a', '<EOF>', 'a'],
    ['set a=set', 'set', '=set'],
    ['remove a = b', '=', 'a = b'],
    ['add a = b', '=', 'a = b'],
    ['delete a b', 'b', 'a b'],
    ['add abort b', 'b', 'abort b'],
    ['add a if_not_exist(b)', 'if_not_exist', 'a if_not_exist('],
    ['remove a b', 'b', 'a b'],
    ['set a b', 'b', 'a b'],
    ['set :a = b', ':a', 'set :a ='],
    ['add :a b', ':a', 'add :a b'],
    ['delete :a b', ':a', 'delete :a b'],
    ['remove :a', ':a', 'remove :a'],
    ['set a = b / c', '/', 'b / c'],
    ['set a = b * c', '*', 'b * c'],
    ['set a[1] = "eight"', '"', '= "eight'],
    ['set a[1] = 1', '1', '= 1'],
    ['SET a = if_not_exist(a, 100)', '100', ', 100)'],
    ['SET if_not_exist(a, b) = a', '(', 'if_not_exist(a'],
    ['set (a = (b + c))', '(', 'set (a'],
    ['set a = (b.c).d + e', '.', ').d'],
    ['set a = (b.c)[0] + e', '[', ')[0'],
    ['set a = b + c + d', '+', 'c + d'],
    ['SET c = if_not_exists(c, :n1+:n2)', '+', ':n1+:n2'],
    ['SET a = _f(b,c,d)', '_', '= _f'],
    ['SET a[:n1] = :n1', ':n1', '[:n1]'],
    ['SET a[#a] = :n1', '#a', '[#a]'],
    ['SET a = :n1,', '<EOF>', ','],
    ['SET a = :n1, REMOVE b', 'REMOVE', ', REMOVE b'],
    ['SET', '<EOF>', 'SET'],
  ])('%j: syntax error at %j near %j', (text, token, near) => {
    refused(text, `Syntax error; token: "${token}", near: "${near}"`);
  });

  it.each([
    ['', 'The expression can not be empty;'],
    [
      ' set #c = :c set abOrt = true ',
      'Attribute name is a reserved keyword; reserved keyword: abOrt',
    ],
    [' remove Absolute ', 'Attribute name is a reserved keyword; reserved keyword: Absolute'],
    ['SET status = :s', 'Attribute name is a reserved keyword; reserved keyword: status'],
    ['set #c = if_not_exist(:c) set c = d', 'Invalid function name; function: if_not_exist'],
    ['SET a = LIST_APPEND(:list, :list)', 'Invalid function name; function: LIST_APPEND'],
    ['SET a = size(b)', 'The function is not allowed in an update expression; function: size'],
    [
      'SET a = list_append(list_append(:list, :list), :list)',
      'The function is not allowed to be used this way in an expression; function: list_append',
    ],
    ['set a = #c set c = :d', 'The "SET" section can only be used once in an update expression;'],
    [
      'remove #d set a = b remove e',
      'The "REMOVE" section can only be used once in an update expression;',
    ],
    [
      'add #d :e set a = b add e :f',
      'The "ADD" section can only be used once in an update expression;',
    ],
    [
      'delete #d :e set a = b delete #e :f',
      'The "DELETE" section can only be used once in an update expression;',
    ],
    [
      'SET #x = if_not_exists(:x)',
      'An expression attribute name used in the document path is not defined; attribute name: #x',
    ],
    [
      'SET b = :v',
      'An expression attribute value used in expression is not defined; attribute value: :v',
    ],
    [
      'SET a = :v, #x = :n1',
      'An expression attribute name used in the document path is not defined; attribute name: #x',
    ],
    [
      'SET #a = if_not_exists(:x)',
      'An expression attribute value used in expression is not defined; attribute value: :x',
    ],
  ])('%j: %s', refused);

  it.each([
    ['set d[1] = a, d.b = a, c[1].a = a, #c = if_not_exists(a)', '[c, [1], a]', '[c]'],
    ['set #c[3].#d = a, #c[3] = a', '[c, [3], [3]]', '[c, [3]]'],
    ['SET a = :n1 REMOVE a', '[a]', '[a]'],
    ['SET #a = :n1, a.b = :n2', '[a]', '[a, b]'],
    ['SET a[1] = :n1, a[1][1] = :n2', '[a, [1]]', '[a, [1], [1]]'],
  ])('%s: paths overlap', (text, one, two) => {
    refused(
      text,
      `Two document paths overlap with each other; must remove or rewrite one of these paths; path one: ${one}, path two: ${two}`,
    );
  });

  it.each([
    ['set #c[3].#d = a, #c.#d[3] = if_not_exists(a)', '[c, [3], [3]]', '[c, [3], [3]]'],
    ['remove a.#c set a[1] = #d', '[a, c]', '[a, [1]]'],
    ['SET a.b.c = :n1, a.b[2] = :n2', '[a, b, c]', '[a, b, [2]]'],
  ])('%s: paths conflict', (text, one, two) => {
    refused(
      text,
      `Two document paths conflict with each other; must remove or rewrite one of these paths; path one: ${one}, path two: ${two}`,
    );
  });

  it.each([
    ['set b = list_append(:s, a), c = if_not_exists(a) add a.b :s', 'ADD', 'STRING'],
    ['delete a.b :s', 'DELETE', 'STRING'],
    ['add a.b :null', 'ADD', 'NULL'],
    ['add a.b :bool', 'ADD', 'BOOLEAN'],
    ['add a.b :bin', 'ADD', 'BINARY'],
    ['add a.b :map', 'ADD', 'MAP'],
    ['add a.b :list', 'ADD', 'LIST'],
    ['delete a.b :list', 'DELETE', 'LIST'],
    ['delete a.b :n1', 'DELETE', 'NUMBER'],
  ])('%s: %s cannot take a %s', (text, operator, type) => {
    refused(
      text,
      `Incorrect operand type for operator or function; operator: ${operator}, operand type: ${type}`,
    );
  });

  it.each([
    ['set a = list_append(:s, a)', 'list_append', 'S'],
    ['set a = list_append(a, :n1)', 'list_append', 'N'],
    ['set a = list_append(:map, a)', 'list_append', 'M'],
    ['set a = list_append(:ss, a)', 'list_append', 'SS'],
    ['set a = a + :s', '+', 'S'],
    ['set a = :bin + a', '+', 'B'],
    ['set a = a - :bool', '-', 'BOOL'],
    ['set a = a - :list', '-', 'L'],
    ['set a = a + list_append(a, :list)', '+', 'L'],
  ])('%s: %s cannot take %s', (text, name, type) => {
    refused(
      text,
      `Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${type}`,
    );
  });

  it.each([
    ['set a = if_not_exists(c)', 'if_not_exists', 1],
    ['set a = list_append(c)', 'list_append', 1],
    ['set a = list_append(a, b, c)', 'list_append', 3],
  ])('%s: %s has not %i operands', (text, name, count) => {
    refused(
      text,
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${count}`,
    );
  });

  it.each(['set a = if_not_exists(:n1, c)', 'set a = if_not_exists(if_not_exists(a, b), c)'])(
    '%s: a path is required',
    (text) => {
      refused(
        text,
        'Operator or function requires a document path; operator or function: if_not_exists',
      );
    },
  );
});

describe('any text at all', () => {
  const piece = fc.constantFrom(
    'SET',
    'remove',
    'ADD',
    'DELETE',
    'a',
    'm.x',
    'queue[1]',
    'm.l[0].q',
    'tags',
    'b',
    '=',
    '+',
    '-',
    ',',
    '(',
    ')',
    ':n1',
    ':ss',
    ':list',
    ':x',
    '#a',
    '#x',
    'if_not_exists(a,:n1)',
    'list_append(queue,:list)',
    'status',
    '[',
    ']',
    '.',
    '9',
    '"',
    'é',
  );
  it('is carried out, or refused with an ItemError', () => {
    const text = fc.oneof(
      fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(' ')),
      fc.array(piece, { maxLength: 12 }).map((pieces) => `SET ${pieces.join(' ')}`),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (expression, exists) => {
        try {
          expect(apply(expression, exists ? item : null).id).toEqual({ S: 'k' });
        } catch (error) {
          expect(error).toBeInstanceOf(ItemError);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
