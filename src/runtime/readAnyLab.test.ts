import { expect, test } from 'vitest';
import { builtInLabs } from '../lab/builtIn/index.ts';
import { learnLanguage } from './learnLanguage.ts';
import { readAnyLab } from './readAnyLab.ts';

test('built-in labs can be read when the page is built: as JSON they stay what they are, in every language', async () => {
  const read = () => Promise.all(builtInLabs.map(({ id }) => readAnyLab({ id })));
  const readings = await read();
  expect(readings.map(({ ok }) => ok)).not.toContain(false);
  expect(JSON.parse(JSON.stringify(readings))).toStrictEqual(readings);
  await learnLanguage('de');
  expect(await read()).toStrictEqual(readings);
});
