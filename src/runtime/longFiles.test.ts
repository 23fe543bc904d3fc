import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { builtInLab } from '../lab/builtIn/index.ts';
import { readLab } from '../lab/readLab.ts';
import { FIRST_BRANCH } from './history/commandTree.ts';
import type { History } from './history/history.ts';
import { labText } from './labText.ts';
import { readAnyLab } from './readAnyLab.ts';
import { isMeant, newlyFound } from './session/foundLab.ts';
import { LabReader } from './session/labReader.ts';
import { Shelf } from './storage/shelf.ts';
import { storageWords } from './words.ts';

const orders = readLab(builtInLab('orders')!.text);
if (!orders.ok) throw new Error('the lab of the program cannot be read');
const { definition } = orders;
const commands = Array.from({ length: 2_000 }, (_, number) => ({
  ...{ branch: 0, number, at: number * 10_000 },
  command: {
    call: 'dynamodb:PutItem',
    input: { TableName: 'Orders', Item: { id: { S: `o${number}` }, note: { S: 'x'.repeat(40) } } },
  },
}));
const place = { branch: 0, branches: [FIRST_BRANCH], at: 9e6 };

// Each look at the clock is 5 ms later.
let ms = 0;
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => {
    ms += 5;
    return ms;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Follows work of a kind, and does something between two slices of it. */
function following() {
  const follow = {
    parts: [] as number[],
    breaths: 0,
    atBreath: (): void => {},
    async breathe() {
      follow.breaths++;
      follow.atBreath();
    },
    work: (_: string, isCancelled = () => false) => ({
      tell: (part: number) => void follow.parts.push(part),
      ended: () => void follow.parts.push(1),
      isCancelled,
    }),
  };
  return follow;
}
function expectTold({ parts, breaths }: ReturnType<typeof following>): void {
  expect(breaths).toBeGreaterThan(4);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.at(-1)).toBe(1);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
}

it('[L4] a file in which much was done is read in slices, tells how far it is, and can be cancelled', async () => {
  const lab = { ...place, definition, title: 'Much' };
  const file = new Blob([labText({ lab, commands })]);
  const follow = following();
  const reader = new LabReader(readAnyLab, follow, follow.breathe);
  const read = await reader.read({ file, name: 'much' });
  if (!read.ok) throw new Error(read.error);
  expect(read.history?.commands).toEqual(commands);
  expectTold(follow);

  follow.breaths = 0;
  follow.atBreath = () => follow.breaths === 3 && reader.cancel();
  const cancelled = await reader.read({ file, name: 'much' });
  expect(cancelled).toEqual({ ok: false, error: storageWords.cancelled });
  expect(follow.breaths).toBe(3);
});

it('[L18] a lab in which much was done is written in slices, tells how far it is, and can be cancelled', async () => {
  const simulation = { world: { definition } };
  const history = { ...place, simulation, allCommands: commands, now: 9e6 } as unknown as History;
  const open = { labId: 'much', history, settle: async () => {}, close: async () => {} };
  const follow = following();
  const surroundings = {
    ...{ openStorage: () => Promise.reject(new Error('not asked')), engineVersion: '1' },
    ...{ pictures: { data: () => ({}) }, breathe: follow.breathe },
  };
  const shelf = new Shelf(surroundings, { tellLook() {}, tellRemoved() {}, tellRestored() {} });
  const wish = { act: 'export', labId: 'much', title: 'Much' } as const;
  const text = await shelf.carryOut(wish, open, follow.work);
  expect(text).toBe(labText({ lab: { ...place, definition, title: 'Much' }, commands }));
  expectTold(follow);
  const cancelled = shelf.carryOut(wish, open, (of) => follow.work(of, () => true));
  await expect(cancelled).rejects.toThrow(storageWords.cancelled);
});

it('[B15] a lab that comes with much is compared with the one of its name in slices', async () => {
  const lab = { ...newlyFound('file:much', definition, '1').lab, commandCount: commands.length };
  const breathe = vi.fn(async () => {});
  const isMeantWith = (history: typeof commands) => {
    const wanted = { labId: 'file:much', definition, fresh: false };
    const come = { ...wanted, history: { ...place, commands: history } };
    return isMeant({ lab, commands }, come, breathe);
  };
  expect(await isMeantWith(structuredClone(commands))).toBe(true);
  expect(breathe).toHaveBeenCalledTimes(2);
  expect(await isMeantWith(commands.with(-1, commands[0]!))).toBe(false);
  expect(await isMeantWith(commands.slice(1))).toBe(false);
  expect(breathe).toHaveBeenCalledTimes(4);
});
