import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeMap } from '../attributeValue.ts';
import { ItemError } from '../itemError.ts';
import { evaluateCondition, parseCondition } from './condition.ts';
import { ExpressionContext } from './expressionContext.ts';

const names = { '#a': 'a', '#b': 'b', '#s': 'status', '#d': 'dotted.name' };
const values: AttributeMap = {
  ':one': { N: '1' },
  ':two': { N: '2' },
  ':three': { N: '3' },
  ':s': { S: 'hello' },
  ':he': { S: 'he' },
  ':ell': { S: 'ell' },
  ':bin': { B: 'aGk=' },
  ':yes': { BOOL: true },
  ':null': { NULL: true },
  ':list': { L: [{ N: '1' }] },
  ':map': { M: {} },
  ':ss': { SS: ['a'] },
  ':ns': { NS: ['1'] },
  ':bs': { BS: ['YQ=='] },
  ':S': { S: 'S' },
  ':N': { S: 'N' },
  ':wrong': { S: '1' },
  ':empty': { S: '' },
};
const context = () => new ExpressionContext(names, values);
const parse = (text: string) => parseCondition(text, context());

const item: AttributeMap = {
  id: { S: 'order#1' },
  a: { N: '1' },
  b: { N: '2' },
  c: { N: '3' },
  status: { S: 'new' },
  word: { S: 'hello' },
  bin: { B: 'aGkgdGhlcmU=' },
  yes: { BOOL: true },
  nothing: { NULL: true },
  queue: { L: [{ N: '2' }, { S: 'x' }, { M: { deep: { L: [{ S: 'found' }] } } }] },
  m: { M: { x: { N: '1' }, y: { L: [{ N: '-1' }, { N: '2' }] } } },
  tags: { SS: ['red', 'blue'] },
  counts: { NS: ['1', '2'] },
  'dotted.name': { S: 'dotted' },
};

describe('[X13] a condition on an item', () => {
  it.each([
    ['a = :one', true],
    ['a=:two', false],
    ['a <> :two', true],
    ['a <> :one', false],
    ['a < b', true],
    ['b < a', false],
    ['a <= :one', true],
    ['b >= :two', true],
    ['b > :two', false],
    [':one < b', true],
    ['a = :wrong', false],
    ['a <> :wrong', true],
    ['a < :s', false],
    ['word > a', false],
    ['absent = :one', false],
    ['absent <> :one', true],
    ['absent = gone', false],
    ['absent <> gone', true],
    ['absent < :one', false],
    ['absent > :one', false],
    ['yes = :yes', true],
    ['nothing = :null', true],
    ['#d = :s', false],
    ['#s = :s', false],
    ['b BETWEEN a AND c', true],
    ['b between :two and :three', true],
    ['a BETWEEN :two AND :three', false],
    ['absent BETWEEN :two AND :three', false],
    ['word BETWEEN :two AND :three', false],
    ['b BETWEEN a AND c AND a < b', true],
    ['a IN (:two, :one)', true],
    ['a IN (:two)', false],
    ['word IN (:one, :s)', true],
    ['absent IN (:one)', false],
    ['attribute_exists(a)', true],
    ['attribute_exists (m.x)', true],
    ['attribute_exists(m.z)', false],
    ['attribute_exists(m[0])', false],
    ['attribute_exists(queue[2].deep[0])', true],
    ['attribute_exists(queue[3])', false],
    ['attribute_exists(queue.x)', false],
    ['attribute_exists(a.x)', false],
    ['attribute_not_exists(absent)', true],
    ['attribute_not_exists(a)', false],
    ['attribute_type(a, :N)', true],
    ['attribute_type(a, :S)', false],
    ['attribute_type(absent, :S)', false],
    ['begins_with(word, :he)', true],
    ['begins_with(word, :ell)', false],
    ['begins_with(word, :empty)', true],
    ['begins_with(bin, :bin)', true],
    ['begins_with(a, :he)', false],
    ['begins_with(:s, word)', true],
    ['begins_with(absent, :he)', false],
    ['contains(word, :ell)', true],
    ['contains(word, :one)', false],
    ['contains(counts, :one)', true],
    ['contains(counts, :three)', false],
    ['contains(queue, :two)', true],
    ['contains(bin, :bin)', true],
    ['contains(tags, :s)', false],
    ['contains(m, :one)', false],
    ['size(word) > :three', true],
    ['size(tags) = :two', true],
    ['size(counts) = b', true],
    ['size(queue) = :three', true],
    ['size(m) = :two', true],
    ['size(bin) > :three', true],
    ['size(a) = :one', false],
    ['size(yes) < :one', false],
    ['size(absent) >= :one', false],
    ['size(word) = :s', false],
    [':three = size(queue)', true],
    ['m.x < m.y[1]', true],
    ['m.x < m.y[0]', false],
    ['m.x < m.y[100]', false],
    ['queue[0] = b', true],
    ['(m.y)[1] = b', true],
  ])('%s: %s', (text, result) => {
    expect(evaluateCondition(parse(text), item)).toBe(result);
    expect(evaluateCondition(parse(`NOT ${text}`), item)).toBe(!result);
  });

  it.each([
    ['a = :one AND b = :two', true],
    ['a = :one aNd b = :one', false],
    ['a = :two OR b = :two', true],
    ['a = :two oR b = :one', false],
    ['a = :one OR a = :two AND b = :one', true],
    ['(a = :one OR a = :two) AND b = :one', false],
    ['NOT a = :two AND b = :two', true],
    ['NOT a = :one AND b = :one', false],
    ['NOT (a = :one AND b = :one)', true],
    ['NOT NOT NOT NOT a < b', true],
    ['NOT NOT NOT a < b', false],
    ['a < b AND (b < c AND (a < b OR b > c))', true],
    ['(a) < (b)', true],
    ['(a < b)', true],
    ['((a < b) AND (b < c))', true],
    ['(size(word)) > :two', true],
    ['  a\t=\n:one\r ', true],
  ])('%s: %s', (text, result) => {
    expect(evaluateCondition(parse(text), item)).toBe(result);
  });

  it('[X13] may be asked of no item', () => {
    expect(evaluateCondition(parse('attribute_not_exists(id)'), null)).toBe(true);
    expect(evaluateCondition(parse('a <> :one'), null)).toBe(true);
    expect(evaluateCondition(parse('a = :one'), null)).toBe(false);
  });

  it('[X14] gives no size to what has none', () => {
    const program = parse('size(a) >= :one OR size(yes) >= :one OR size(nothing) >= :one');
    expect(evaluateCondition(program, item)).toBe(false);
  });

  it('[X20] counts the size of text in UTF-16 units', () => {
    const program = parse('size(word) = :two');
    expect(evaluateCondition(program, { word: { S: '😀' } })).toBe(true);
  });

  it('never takes what every object has for an attribute', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      const program = parseCondition('attribute_exists(#n)', new ExpressionContext({ '#n': name }));
      expect(evaluateCondition(program, item)).toBe(false);
    }
  });
});

const refused = (text: string, message: string) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({
      awsName: 'ValidationException',
      message: `Invalid ConditionExpression: ${message}`,
    }),
  );
};

describe('[X12] a condition is refused in the words of AWS', () => {
  it.each([
    ['a', '<EOF>', 'a'],
    ['things are not gonna be ok', 'are', 'things are not'],
    ['a > 4', '4', '> 4'],
    ['a = ', '<EOF>', '='],
    ['_x = a', '_', '_x'],
    ['a = :one AND __typename = :s', '_', 'AND __'],
    ['attribute_exists(Pictures-RearView)', '-', 'Pictures-RearView'],
    ['attribute_exists("Pictures.RearView")', '"', '("Pictures'],
    ['attribute_exists(Pictures..RearView)', '.', '..RearView'],
    ['attribute_exists(Pi#ctures.RearView)', '#ctures', 'Pi#ctures.'],
    ['attribute_exists(asdf[a])', 'a', '[a]'],
    ['a in b, c', 'b', 'in b,'],
    ['a > between', 'between', '> between'],
    ['a in (b,c,)', ')', ',)'],
    ['(a)between(b.(c.d))and(c)', '(', '.(c'],
    ['(a)between(b.c.d)and((c)', '<EOF>', ')'],
    ['#$.b > a', '#', '#$'],
    ['a > :things.stuff', '.', ':things.stuff'],
    ['b[:a] > a', ':a', '[:a]'],
    ['b[#_] > a', '#_', '[#_]'],
    ['ü > a', 'ü', 'ü >'],
    ['(a)between(b.c[4.5].#d)and(:a)', '.', '4.5'],
    ['size(a).b > a', '.', ').b'],
    ['(size(a)).b > a', '.', ').b'],
    ['size(a)[0] > a', '[', ')[0'],
    ['(a = :one) = b', '=', ') = b'],
    ['a = (b = :one)', '=', 'b = :one'],
    ['a = :one b', 'b', ':one b'],
    ['AND a = b', 'AND', 'AND a'],
    ['a = b AND', '<EOF>', 'AND'],
    ['()', ')', '()'],
    ['f()', ')', '()'],
    [' ', '<EOF>', ''],
  ])('%j: syntax error at %j near %j', (text, token, near) => {
    refused(text, `Syntax error; token: "${token}", near: "${near}"`);
  });

  it.each([
    'a=b and a > ((c))',
    '(a)between(((b.c)).d)and(c)',
    'a > whatever((:things), ((a)))',
    'a=b AND ((a=b AND a=b)) AND a=b',
    'a=b OR ((a=b OR a=b)) OR a=b',
    '((attribute_not_exists(pk)))',
    '((a))=b',
  ])('%s: redundant parentheses', (text) => {
    refused(text, 'The expression has redundant parentheses;');
  });

  it.each([
    ['', 'The expression can not be empty;'],
    ['a=b and whatever((:things)) > a', 'Invalid function name; function: whatever'],
    ['attRIbute_exIsts((views), #a)', 'Invalid function name; function: attRIbute_exIsts'],
    [
      'if_not_exists(a, b) = :one',
      'The function is not allowed in a condition expression; function: if_not_exists',
    ],
    [
      'list_append(a, b) = :one',
      'The function is not allowed in a condition expression; function: list_append',
    ],
    [
      'attribute_exists(views, #a)',
      'Attribute name is a reserved keyword; reserved keyword: views',
    ],
    [':one < abOrT', 'Attribute name is a reserved keyword; reserved keyword: abOrT'],
    ['size = :one', 'Attribute name is a reserved keyword; reserved keyword: size'],
    ['m.status = :one', 'Attribute name is a reserved keyword; reserved keyword: status'],
  ])('%j: %s', refused);

  it.each([
    ['a=b and attribute_exists((views), (#a)) > b', 'attribute_exists'],
    ['attribute_not_exists(things) > b', 'attribute_not_exists'],
    ['attribute_type(things, :a) > b', 'attribute_type'],
    ['begins_with(things, a) > b', 'begins_with'],
    ['contains(:things, c) > b', 'contains'],
    ['size(contains(a, b)) > a', 'contains'],
    ['size(things)', 'size'],
    ['NOT size(things)', 'size'],
    ['(size(things)) AND a = b', 'size'],
    ['a between b and attribute_exists(things)', 'attribute_exists'],
    ['a in (b, attribute_exists(things))', 'attribute_exists'],
  ])('%s: %s is not used this way', (text, name) => {
    refused(
      text,
      `The function is not allowed to be used this way in an expression; function: ${name}`,
    );
  });

  it.each([
    ['attribute_exists(#Pictures.RearView, :x) and a=a', '#Pictures'],
    ['begins_with(Pictures.#RearView)', '#RearView'],
    ['(#P between :lo and :hi) and (#PC in (:cat1, :cat2))', '#P'],
    ['#4g > a', '#4g'],
    ['#_ > a', '#_'],
    ['(a)between(b.c[45].#x)and(:a)', '#x'],
  ])('%s: the name %s is not defined', (text, name) => {
    refused(
      text,
      `An expression attribute name used in the document path is not defined; attribute name: ${name}`,
    );
  });

  it.each([
    ['begins_with(:hello, #x, #y)', ':hello'],
    [':a < :b', ':a'],
    [':_ > a', ':_'],
    ['a = :one AND b = :v', ':v'],
  ])('%s: the value %s is not defined', (text, value) => {
    refused(
      text,
      `An expression attribute value used in expression is not defined; attribute value: ${value}`,
    );
  });

  it.each([
    ['attribute_exists(things, a) and a=a', 'attribute_exists', 2],
    ['attribute_not_exists(things, b)', 'attribute_not_exists', 2],
    ['attribute_type(things)', 'attribute_type', 1],
    ['begins_with(things)', 'begins_with', 1],
    ['begins_with(things, size(a), b)', 'begins_with', 3],
    ['contains(things)', 'contains', 1],
    ['size(things, a) > b', 'size', 2],
    ['size(a, a) = :one', 'size', 2],
  ])('%s: %s has not %i operands', (text, name, count) => {
    refused(
      text,
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${count}`,
    );
  });

  it.each([
    ['attribute_type(a, size(a))', 'attribute_type', 'N'],
    ['attribute_type(a, :one)', 'attribute_type', 'N'],
    ['attribute_type(a, :map)', 'attribute_type', 'M'],
    ['attribute_type(a, b)', 'attribute_type', '{B,NULL,SS,BOOL,L,BS,N,NS,S,M}'],
    ['begins_with(a, size(a))', 'begins_with', 'N'],
    ['begins_with(a, :one)', 'begins_with', 'N'],
    ['begins_with(a, :yes)', 'begins_with', 'BOOL'],
    ['begins_with(a, :null)', 'begins_with', 'NULL'],
    ['begins_with(a, :list)', 'begins_with', 'L'],
    ['begins_with(a, :ss)', 'begins_with', 'SS'],
    ['begins_with(:ns, a)', 'begins_with', 'NS'],
    ['begins_with(:bs, a)', 'begins_with', 'BS'],
    ['size(size(a)) > :one', 'size', 'N'],
    ['attribute_not_exists(size(:one))', 'size', 'N'],
    ['size(:yes) > a', 'size', 'BOOL'],
    ['size(:null) > a', 'size', 'NULL'],
    ['a < :yes', '<', 'BOOL'],
    ['a >= :list', '>=', 'L'],
    ['a BETWEEN :map AND :one', 'BETWEEN', 'M'],
  ])('%s: %s cannot take %s', (text, name, type) => {
    refused(
      text,
      `Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${type}`,
    );
  });

  it.each([
    ['attribute_exists(:s) and a=a', 'attribute_exists'],
    ['attribute_not_exists(size(:s))', 'attribute_not_exists'],
  ])('%s: %s requires a path', (text, name) => {
    refused(text, `Operator or function requires a document path; operator or function: ${name}`);
  });

  it.each([
    ['a = a AND #a = b', '=', '[a]'],
    ['#a <> a', '<>', '[a]'],
    ['a > #a', '>', '[a]'],
    ['((a=a) OR (a=a))', '=', '[a]'],
    ['contains(ab.bc[1].a, ab.bc[1].#a)', 'contains', '[ab, bc, [1], a]'],
    ['attribute_type(ab.bc[1].#a, ab.bc[1].a)', 'attribute_type', '[ab, bc, [1], a]'],
    ['begins_with(a, #a)', 'begins_with', '[a]'],
    ['a IN (b, a)', 'IN', '[a]'],
  ])('%s: the operands of %s are not distinct', (text, name, path) => {
    refused(
      text,
      `The first operand must be distinct from the remaining operands for this operator or function; operator: ${name}, first operand: ${path}`,
    );
  });

  it('names the types there are', () => {
    refused(
      'attribute_type(a, :wrong)',
      'Invalid attribute type name found; type: 1, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}',
    );
  });

  it('checks the bounds of BETWEEN', () => {
    refused(
      'a BETWEEN :one AND :s',
      'The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:hello}',
    );
    refused(
      'a BETWEEN :two AND :one',
      'The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}',
    );
    expect(parse('a BETWEEN :one AND :one')).toBeDefined();
  });
});

describe('[X16] a condition has its limits', () => {
  it('may be 4 KB long', () => {
    const fits = `a = :one${' '.repeat(4_096 - 8)}`;
    expect(parse(fits)).toBeDefined();
    refused(
      `${fits} `,
      'Expression size has exceeded the maximum allowed size; expression size: 4097',
    );
  });
  it('may have 300 operators', () => {
    const chain = (count: number) => Array.from({ length: count }, () => 'a=b').join(' OR ');
    expect(parse(chain(150))).toBeDefined();
    refused(chain(151), 'The expression contains too many operators; operator count: 301');
  });
  it('may have 100 operands of IN', () => {
    const choice = (count: number) =>
      `a IN (${Array.from({ length: count }, () => 'b').join(',')})`;
    expect(parse(choice(100))).toBeDefined();
    refused(
      choice(101),
      'The IN operator is provided with too many operands; number of operands: 101',
    );
  });
  it('may not count beyond any queue', () => {
    refused(
      'a[2147483648] = b',
      'List index is not within the allowable range; index: [2147483648]',
    );
  });
  it.each(['(', 'NOT ', 'f('])('survives any depth of %j', (part) => {
    expect(() => parse(part.repeat(1_000).slice(0, 4_000))).toThrow(ItemError);
  });
});

describe('any word at all', () => {
  const piece = fc.constantFrom(
    'a',
    'b.c',
    'm[1]',
    ':one',
    ':s',
    ':x',
    '#a',
    '#x',
    '=',
    '<>',
    '<',
    '>=',
    '(',
    ')',
    ',',
    '.',
    'AND',
    'or',
    'NOT',
    'BETWEEN',
    'in',
    'size(a)',
    'contains(a,b)',
    'attribute_exists(a)',
    '[',
    ']',
    'status',
    'begins_with',
    '"',
    '7',
    ' ',
    'é',
    '\ud800',
  );
  it('is taken, or refused with an ItemError', () => {
    const text = fc.oneof(
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' ')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (expression) => {
        try {
          expect(typeof evaluateCondition(parse(expression), item)).toBe('boolean');
        } catch (error) {
          expect(error).toBeInstanceOf(ItemError);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
