import { expect, it } from 'vitest';
import type { Simulation } from '../../engine/index.ts';
import { Entry } from '../../engine/kernel/journal.ts';
import { atSeconds, put, startFault } from '../../engine/testing/definitions.ts';
import { openOrders } from '../testing/labs.ts';
import { recordLife } from './recordLife.ts';
import { ENTRIES_READ_BACK, type WhyAnswer } from './whyAnswer.ts';
import { whyOf } from './whyOf.ts';

/** As if others had done so much in the meantime. */
function passBusily({ world }: Simulation): void {
  for (let i = 0; i <= ENTRIES_READ_BACK; i++)
    world.journal.append(world.now, Entry.pageScanned, 0, 0, 1, 1);
}

const rulesOf = ({ chain }: WhyAnswer): string[] => chain.map(({ rule }) => rule.id);
const switched = (Enabled: boolean) => ({
  call: 'lambda:UpdateEventSourceMapping',
  input: { UUID: 'Processor', Enabled },
});

it('[V80] a cause that lies further back than is read is not passed over in silence', async () => {
  const simulation = await openOrders({ traffic: [] });
  simulation.submit(startFault({ kind: 'Error', target: 'Processor' }), atSeconds(1));
  simulation.submit(put({ id: { S: 'near' } }), atSeconds(2));
  simulation.runUntil(atSeconds(4));
  const asked = { kind: 'record', change: 0 } as const;
  const [near] = whyOf(simulation.world, asked);
  expect([rulesOf(near!)[0], near!.beginsFurtherBack]).toEqual(['F6', false]);
  passBusily(simulation);
  simulation.runUntil(atSeconds(20));
  const [far] = whyOf(simulation.world, { kind: 'reader', consumer: 0 });
  expect(rulesOf(far!)).not.toContain('F6');
  expect(far!.beginsFurtherBack).toBe(true);
  expect(whyOf(simulation.world, { kind: 'target', target: 0 })).toMatchObject([
    { question: 'Why is it as it is?', beginsFurtherBack: true },
  ]);
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
