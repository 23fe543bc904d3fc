import { describe, expect, it } from 'vitest';
import { builtInLab } from './builtIn/index.ts';
import { splitDone, templateLength, withDone } from './doneBlock.ts';
import type { LabHistory } from './history.ts';
import { readLab } from './readLab.ts';
import { atOnce } from './steps.ts';
import { definitionOf } from './testing/readings.ts';
import { writeLab } from './writing/writeLab.ts';

const definition = definitionOf(builtInLab('orders')!.text);
const MANY = 9_000;

/** Two branches, the second of which left the first before its last thousand commands. */
function longHistory(): Omit<LabHistory, 'own'> {
  const given = (branch: number, number: number) => ({
    branch,
    number,
    at: number * 1_500_001,
    command: {
      call: 'dynamodb:PutItem',
      input: {
        TableName: 'Orders',
        Item: { id: { S: `é${number}: "\n    Data:\n` }, x: { L: [] } },
      },
    },
  });
  const first = { branch: 0, parent: -1, forkedAt: 0, firstCommand: 0 };
  const second = { branch: 1, parent: 0, forkedAt: 12e9, firstCommand: MANY - 1_000, name: 'b' };
  const commands = Array.from({ length: MANY }, (_, i) => given(0, i));
  commands.push(...Array.from({ length: 10 }, (_, i) => given(1, MANY - 1_000 + i)));
  return { branch: 1, branches: [first, second], commands, at: 14e9 };
}
const history = longHistory();
const data = { Tables: { Orders: [{ id: { S: '1' } }] } };

describe('[L18] a lab in which more was done than a template may hold', () => {
  for (const extras of [{ history }, { history, data }]) {
    it(`is written${'data' in extras ? ' with its data' : ''} and read again as it was`, () => {
      const text = writeLab(definition, [], extras);
      expect(text.length).toBeGreaterThan(1_048_576);
      expect(templateLength(text)).toBeLessThan(100_000);
      const reading = readLab(text);
      if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
      const { branch, branches, commands, at } = reading.history!;
      const byPlace = (a: (typeof commands)[0], b: (typeof commands)[0]) =>
        a.branch - b.branch || a.number - b.number;
      expect({ branch, branches, at }).toEqual({ branch: 1, branches: history.branches, at: 14e9 });
      expect(commands.toSorted(byPlace)).toEqual(history.commands.toSorted(byPlace));
      expect(reading.definition.commands.length).toBe(definition.commands.length + MANY - 990);
    });
  }
});

describe('[L4] what a file says at its end was done', () => {
  const short = { ...history, commands: history.commands.slice(0, 1) };
  const whole = writeLab(definition, [], { history: short, data: {} });
  const template = whole.slice(0, templateLength(whole) + 1);
  const put = {
    Call: 'dynamodb:PutItem',
    Input: { TableName: 'Orders', Item: { id: { S: '1' } } },
  };
  const lines = (...done: object[]) => atOnce(withDone(template, done as never));
  const first = splitDone(lines(put))!.firstLine;
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  for (const [what, text, says] of [
    ['no JSON', lines(put).replace('"Call"', 'Call'), `${first} the line is not a command in JSON`],
    ['no command', lines(put, ['x']), `${first + 1} the line is not a command in JSON`],
    ['another call', lines(put, { ...put, Call: 'dynamodb:Fly' }), `${first + 1} dynamodb:Fly`],
    ['an unknown branch', lines({ ...put, Branch: 7 }), `${first} there is no branch 7`],
    ['no branch', lines({ ...put, Branch: 'length' }), `${first} there is no branch "length"`],
    ['no place', lines({ ...put, Branch: '__proto__' }), `${first} there is no branch "__proto__"`],
    [
      'a table that is not there',
      lines({ ...put, Input: { ...put.Input, TableName: 'No' } }),
      `${first} there is no table called No`,
    ],
    [
      'what is nested too deep',
      lines({ ...put, Input: { x: deep(70) } }),
      `${first} it is nested more than 64`,
    ],
    [
      'a dangerous key',
      lines(put).replace('"TableName"', '"__proto__":{},"TableName"'),
      `${first} the key __proto__`,
    ],
    [
      'too many lines',
      lines(...Array.from({ length: 100_001 }, () => ({}))),
      `${first} more is done`,
    ],
    [
      'too many characters',
      lines({ ...put, Input: { x: 'x'.repeat(33 * 1_048_576) } }),
      `${first} more is done`,
    ],
  ] as const) {
    it(`${what} is refused in a sentence, with its line`, () => {
      const reading = readLab(text);
      const errors = reading.ok ? [] : reading.errors.map((one) => `${one.line} ${one.message}`);
      expect(errors[0]).toContain(says);
    });
  }
});
