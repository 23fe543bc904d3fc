import { expect, it } from 'vitest';
import type { Simulation } from '../../engine/index.ts';
import { Entry, type EntryKind } from '../../engine/kernel/journal.ts';
import { atSeconds, put, startFault } from '../../engine/testing/definitions.ts';
import { openOrders } from '../testing/labs.ts';
import { recordLife } from './recordLife.ts';
import type { WhyAnswer } from './whyAnswer.ts';
import { whyOf } from './whyOf.ts';

const MANY = 200_000;

/** As if others had done so much in the meantime. */
function passBusily({ world }: Simulation, kind: EntryKind = Entry.pageScanned): void {
  for (let i = 0; i <= MANY; i++) world.journal.append(world.now, kind, 0, 0, 1, 1);
}

const rulesOf = ({ chain }: WhyAnswer): string[] => chain.map(({ rule }) => rule.id);
const switched = (Enabled: boolean) => ({
  call: 'lambda:UpdateEventSourceMapping',
  input: { UUID: 'Processor', Enabled },
});

/** A fault of long ago, and what it makes fail. */
async function failing(between: (simulation: Simulation) => void): Promise<Simulation> {
  const simulation = await openOrders({ traffic: [] });
  simulation.submit(startFault({ kind: 'Error', target: 'Processor' }), atSeconds(1));
  simulation.submit(put({ id: { S: 'near' } }), atSeconds(2));
  simulation.runUntil(atSeconds(4));
  between(simulation);
  simulation.runUntil(atSeconds(20));
  return simulation;
}

it('[V80] a cause is found however much others did since, without reading what they did', async () => {
  const { world } = await failing(passBusily);
  const [near] = whyOf(world, { kind: 'record', change: 0 }, MANY / 4);
  expect([rulesOf(near!)[0], near!.readBackTo]).toEqual(['F6', null]);
  const [far] = whyOf(world, { kind: 'reader', consumer: 0 }, MANY / 4);
  expect([rulesOf(far!)[0], far!.readBackTo]).toEqual(['F6', null]);
});

it('[V80] a cause that lies further back than was read is not passed over in silence, and is found on asking', async () => {
  const { world } = await failing((simulation) => passBusily(simulation, Entry.faultEnded));
  const asked = { kind: 'reader', consumer: 0 } as const;
  const [cut] = whyOf(world, asked, MANY / 4);
  expect(rulesOf(cut!)).not.toContain('F6');
  expect(cut!.readBackTo).toBeGreaterThanOrEqual(atSeconds(4));
  const [whole] = whyOf(world, asked, MANY * 4);
  expect(whole!.readBackTo).toBeNull();
  expect(whyOf(world, { kind: 'poller', poller: 0 }, 0)).toMatchObject([
    { question: 'Why is it as it is?', readBackTo: atSeconds(20) },
  ]);
});

it('[V80] what became of one future is not looked for in another', async () => {
  const simulation = await openOrders({ traffic: [] });
  simulation.runUntil(atSeconds(2));
  const before = simulation.checkpoint();
  simulation.submit(startFault({ kind: 'Error', target: 'Processor' }), atSeconds(3));
  simulation.submit(put({ id: { S: 'x' } }), atSeconds(4));
  simulation.runUntil(atSeconds(8));
  expect(rulesOf(whyOf(simulation.world, { kind: 'record', change: 0 })[0]!)).toContain('F6');
  simulation.restore(before);
  simulation.submit(put({ id: { S: 'x' } }), atSeconds(4));
  simulation.submit(startFault({ kind: 'Error', target: 'Processor' }), atSeconds(9));
  simulation.submit(put({ id: { S: 'y' } }), atSeconds(10));
  simulation.runUntil(atSeconds(14));
  const [again] = whyOf(simulation.world, { kind: 'record', change: 1 });
  expect(again!.chain.find(({ rule }) => rule.id === 'F6')!.at).toBe(atSeconds(9));
});

it('[V80] a record that fell off a day after it was written: its end, and the mapping that was off', async () => {
  const simulation = await openOrders({ traffic: [], pollers: [] });
  const { world } = simulation;
  simulation.submit(put({ id: { S: 'read' } }), atSeconds(2));
  simulation.submit(switched(false), atSeconds(5));
  simulation.submit(put({ id: { S: 'lost' } }), atSeconds(20));
  simulation.runUntil(atSeconds(30));
  passBusily(simulation);
  simulation.submit(switched(true), atSeconds(25 * 3_600));
  simulation.runUntil(atSeconds(25 * 3_600 + 60));
  const [lost] = whyOf(world, { kind: 'record', change: 1 });
  expect(lost!.question).toBe('Why did Processor never process this change of lost?');
  expect(rulesOf(lost!)).toEqual(expect.arrayContaining(['E13', 'T2', 'S1', 'E8']));
  expect(lost!.otherwise.at(-1)).toMatch(/^Had its mapping not been disabled/);
  expect(recordLife(world, 1).at(-1)!.text).toBe('fell off, unread');
});
