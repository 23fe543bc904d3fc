import { expect, it } from 'vitest';
import { builtInLab } from '../lab/builtIn/index.ts';
import { readLab } from '../lab/readLab.ts';
import { FIRST_BRANCH } from './history/commandTree.ts';
import { LabReader } from './labReader.ts';
import { labText } from './labText.ts';
import { readAnyLab } from './readAnyLab.ts';
import { storageWords } from './words.ts';

const orders = readLab(builtInLab('orders')!.text);
const commands = Array.from({ length: 4_000 }, (_, number) => ({
  ...{ branch: 0, number, at: number * 10_000 },
  command: {
    call: 'dynamodb:PutItem',
    input: { TableName: 'Orders', Item: { id: { S: `o${number}` }, note: { S: 'x'.repeat(40) } } },
  },
}));
const text = (): string => {
  if (!orders.ok) throw new Error('the lab of the program cannot be read');
  const { definition } = orders;
  const lab = { definition, branch: 0, branches: [FIRST_BRANCH], at: 9e6, title: 'Much' };
  return labText({ lab, commands });
};

it('[L4] a file in which much was done is read in slices, tells how far it is, and can be cancelled', async () => {
  const file = new Blob([text()]);
  const parts: number[] = [];
  let breaths = 0;
  let atBreath = (): void => {};
  const work = (of: string, isCancelled: () => boolean) => ({
    tell: (part: number) => void parts.push(part),
    ended: () => void parts.push(of === 'read' ? 1 : -1),
    isCancelled,
  });
  const reader = new LabReader(readAnyLab, { work }, async () => {
    breaths++;
    atBreath();
  });
  const read = await reader.read({ file, name: 'much' });
  if (!read.ok) throw new Error(read.error);
  expect(read.history?.commands).toEqual(commands);
  expect(breaths).toBeGreaterThan(4);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.at(-1)).toBe(1);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));

  breaths = 0;
  atBreath = () => breaths === 3 && reader.cancel();
  const cancelled = await reader.read({ file, name: 'much' });
  expect(cancelled).toEqual({ ok: false, error: storageWords.cancelled });
  expect(breaths).toBe(3);
  atBreath = () => {};
  expect(await reader.read({ file, name: 'much' })).toMatchObject({ ok: true });
});
