import { expect, it } from 'vitest';
import { atSeconds } from '../engine/testing/definitions.ts';
import { flightsInMotion } from './flights.ts';
import { logLines } from './logLines.ts';
import { makeScene } from './makeScene.ts';
import { partDone, placeName, storySteps } from './storyboard.ts';
import { openOrders } from './testing/labs.ts';

it('[V94] the storyboard tells every line of the log and everything that moves, in their order', async () => {
  const simulation = await openOrders();
  for (const second of [3, 11.2, 17.73]) {
    simulation.runUntil(atSeconds(second));
    const { world } = simulation;
    const steps = storySteps(world, 40);
    expect(steps).toHaveLength(40);
    const entries = steps.map(({ entry }) => entry);
    expect(entries).toEqual([...new Set(entries)].sort((a, b) => a - b));
    const lines = logLines(world, entries[0]!, world.journal.length);
    const told = new Map(steps.map((step) => [step.entry, step]));
    for (const line of lines) expect(told.get(line.entry)?.line).toEqual(line);
    for (const flight of flightsInMotion(world, world.now)) {
      if (flight.entry < entries[0]!) continue;
      expect(told.get(flight.entry)?.flight).toEqual(flight);
      expect(partDone(flight, world.now)).toBeLessThan(1);
    }
    const { cards } = makeScene(world);
    for (const { flight } of steps) {
      if (flight === null) continue;
      expect(placeName(flight.from, cards).card).not.toBe('');
      expect(placeName(flight.to, cards).card).not.toBe('');
    }
  }
});
