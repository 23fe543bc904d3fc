import { expect, it } from 'vitest';
import { projectFiles, readText, sourceFiles } from '../../tidy/sourceTree.ts';
import { utilisationText } from '../scene/cardParts.ts';
import { decimalText, numberText } from '../spanText.ts';
import { adopt, speak } from './language.ts';

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

it('[U8] numbers are written as the language writes them, and nothing on the page chooses for itself', () => {
  expect([numberText(1_234.5), decimalText(1.5)]).toEqual(['1,234.5', '1.5']);
  speak('de');
  expect([numberText(1_234.5), decimalText(1.5)]).toEqual(['1.234,5', '1,5']);
  expect(utilisationText({ utilisationPercent: 0.24 })).toBe('0,2 %');
  speak('en');
  const chosen = projectFiles('src').filter(
    (path) =>
      /^src\/(lessons|projections|runtime|view)\/.*\.tsx?$/.test(path) &&
      /\.toLocale\w+\((undefined|'|\))|\bnew Intl\./.test(readText(path)),
  );
  expect(chosen).toEqual([]);
});

/** What the page says that is part of a lab, and so the same in every language. */
const ofTheLab = ['effectContentWords'];

it.each(['src/projections/words', 'src/view/words'])(
  '[U8] every table of words in %s has its German',
  (folder) => {
    const adopted = readText(`${folder}/german/speakGerman.ts`);
    const tables = sourceFiles(`${folder}/`)
      .filter(({ path, isTest }) => !isTest && !path.includes('/german/'))
      .flatMap(({ path }) => [...readText(path).matchAll(/^export const (\w+Words)\b/gm)])
      .map(([, name]) => name!);
    expect(tables.length).toBeGreaterThan(15);
    expect(
      tables.filter((name) => !ofTheLab.includes(name) && !adopted.includes(`adopt(${name}, `)),
    ).toEqual([]);
  },
);
