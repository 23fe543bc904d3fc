import { expect, it } from 'vitest';
import { adopt } from './language.ts';

it('[U8] words of another language take the places of a table’s own, and its parts stay the same objects', () => {
  const part = { name: 'Name', many: (n: number): string => `${n} records` };
  const table = { title: 'Title', part, choices: [{ speed: 10, says: 'ten times' }] } as const;
  adopt(table, {
    title: 'Titel',
    part: { name: 'Name', many: (n) => `${n} Datensätze` },
    choices: [{ speed: 10, says: 'zehnmal' }],
  });
  expect(table).toMatchObject({ title: 'Titel', choices: [{ speed: 10, says: 'zehnmal' }] });
  expect(table.part).toBe(part);
  expect(part.many(2)).toBe('2 Datensätze');
});

it('[U8] words for nothing are refused', () => {
  const table: Record<string, string> = { title: 'Title' };
  expect(() => adopt(table, { titel: 'Titel' })).toThrow('There are no words of the name titel.');
});
