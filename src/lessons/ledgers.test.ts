/**
 * What the whole run of each lesson leaves in its ledger, and what it costs: kept in `ledgers/`, so that a
 * change of the engine, of the counting or of a price shows in the lessons. Where the change is meant:
 * `npx vitest run src/lessons/ledgers.test.ts -u`, and read the difference.
 */
import { expect, it } from 'vitest';
import { openSimulation, type Simulation } from '../engine/index.ts';
import { instant } from '../engine/kernel/time.ts';
import { askEverything } from '../projections/testing/askEverything.ts';
import { course } from './course.ts';
import type { Lesson } from './lesson.ts';
import { spanOfStep } from './lessonWorld.ts';
import { measures } from './measures.ts';
import { definitionOf } from './stretch.ts';

/** The lesson with every task done, to its end. */
async function wholeRun(lesson: Lesson): Promise<Simulation> {
  const last = lesson.steps.length;
  const simulation = await openSimulation(definitionOf(lesson, last));
  simulation.runUntil(instant(spanOfStep(lesson, last - 1).end));
  return simulation;
}

/** How much was written of what, the journal's digest, what it cost. */
function ledgerOf(lesson: Lesson, simulation: Simulation): string {
  const { log, cost } = measures(simulation);
  const { journal } = simulation.world;
  const kinds = Object.entries(log).filter(([, count]) => count > 0);
  return [
    `${lesson.id}: ${journal.length} entries, digest ${journal.digest()}`,
    ...kinds.map(([kind, count]) => `  ${kind} ${count}`),
    ...cost.lines.map(
      (line) => `  ${line.for}: ${rounded(line.quantity)} × ${line.unit}, $${rounded(line.usd)}`,
    ),
    `  in all: $${rounded(cost.usd)}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Nine digits: sums of fractions may differ beyond. */
const rounded = (n: number): string => String(Number(n.toPrecision(9)));

it.each(course)(
  '[Q21] [V80] $id leaves the ledger that it left, at the same cost, and can say why',
  async (entry) => {
    const { lesson } = await entry.load();
    const simulation = await wholeRun(lesson);
    expect(askEverything(simulation.world), '[V80]').toEqual([]);
    await expect(ledgerOf(lesson, simulation)).toMatchFileSnapshot(`./ledgers/${entry.id}.txt`);
  },
);
