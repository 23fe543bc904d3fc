import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { type Checkpoint, openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { busyLab } from '../testing/sessionBench.ts';
import { Checkpoints, type Kept } from './checkpoints.ts';

const SPACING = 100;

/** Keeps so many moments of a run, and beside them the checkpoints as the engine gave them. */
async function aRun(moments: number, limits: ConstructorParameters<typeof Checkpoints>[1]) {
  const simulation = await openSimulation(busyLab);
  const checkpoints = new Checkpoints(SPACING, limits);
  const whole = new Map<number, Checkpoint>();
  const moment = (): Kept => {
    const { events } = simulation.world.state;
    const checkpoint = simulation.checkpoint();
    whole.set(checkpoint.at, checkpoint);
    return { checkpoint, events, applied: 0 };
  };
  const all = [moment()];
  for (let i = 1; i < moments; i++) {
    simulation.runUntil(instant(Number.MAX_SAFE_INTEGER), SPACING);
    all.push(moment());
  }
  return { simulation, checkpoints, whole, all };
}

it('[C4] gives back each moment as it was, be it kept whole or as what it differs in', async () => {
  const { checkpoints, whole, all } = await aRun(90, { neighbours: 6, leaps: 4 });
  const [later, earlier] = [
    all.filter((_, i) => i % 7 !== 3),
    all.filter((_, i) => i % 7 === 3), // as when a gap is filled by a second run
  ];
  for (const kept of [...later, ...earlier]) checkpoints.keep(kept);
  expect(checkpoints.count).toBe(90);
  for (const place of [0, 3, 64, 65, 73, 89]) {
    const { at } = all[place]!.checkpoint;
    expect(isDeepStrictEqual(checkpoints.nearest(at + 1).checkpoint, whole.get(at))).toBe(true);
  }
});

it('[C4] lets every second moment go when they hold too much, and those that stay are as they were', async () => {
  const { simulation, checkpoints, whole, all } = await aRun(90, {
    moments: 40,
    neighbours: 8,
    leaps: 3,
  });
  for (const kept of all) {
    if (checkpoints.isDue(kept.checkpoint.at, kept.events)) checkpoints.keep(kept);
  }
  expect(checkpoints.count).toBeGreaterThan(15);
  expect(checkpoints.count).toBeLessThanOrEqual(40);
  const digest = simulation.world.journal.digest();
  const end = simulation.now;
  for (const part of [0.03, 0.3, 0.5, 0.77, 0.98]) {
    const kept = checkpoints.nearest(part * end);
    expect(isDeepStrictEqual(kept.checkpoint, whole.get(kept.checkpoint.at))).toBe(true);
    simulation.restore(kept.checkpoint);
    simulation.runUntil(end);
    expect(simulation.world.journal.digest()).toBe(digest);
  }
});
