import { expect, it } from 'vitest';
import { atSeconds, someTraffic } from '../engine/testing/definitions.ts';
import { countedFlights } from './flights/counted.ts';
import { flightsInMotion } from './flights/flights.ts';
import { makeScene } from './scene/makeScene.ts';
import { logLines } from './sentences/logLines.ts';
import { partDone, placeName, storySteps, waysInMotion } from './storyboard.ts';
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

it('[V94] whatever a crowd has in motion is counted by its ways, in streams as one by one', async () => {
  const simulation = await openOrders({ traffic: [someTraffic({ perSecond: 800 })] });
  simulation.runUntil(atSeconds(1));
  const { world } = simulation;
  const { cards } = makeScene(world);
  const flights = flightsInMotion(world, world.now);
  const total = flights.reduce((sum, flight) => sum + flight.total, 0);
  expect(total).toBeGreaterThan(60);
  const ways = waysInMotion(flights, world.now, cards);
  expect(ways.reduce((sum, { records }) => sum + records, 0)).toBe(total);
  expect(ways.map(({ key }) => key)).toHaveLength(new Set(ways.map(({ key }) => key)).size);
  expect(waysInMotion(countedFlights(flights, 2), world.now, cards)).toEqual(ways);
});
