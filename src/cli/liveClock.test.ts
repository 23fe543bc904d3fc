import { expect, it } from 'vitest';
import { openSimulation } from '../engine/index.ts';
import { instant } from '../engine/kernel/time.ts';
import { aDefinition, aTable, someTraffic } from '../engine/testing/definitions.ts';
import { LiveClock } from './liveClock.ts';

async function clockAt(speed: number) {
  const definition = aDefinition({ tables: [aTable()], traffic: [someTraffic({ perSecond: 1 })] });
  const simulation = await openSimulation(definition);
  let realMs = 500;
  const clock = new LiveClock(simulation, speed, () => realMs);
  const pass = (ms: number): void => {
    realMs += ms;
  };
  return { simulation, clock, pass };
}

it('[A9] the virtual clock follows the real one, so many times as fast', async () => {
  const { simulation, clock, pass } = await clockAt(60);
  pass(250);
  clock.follow();
  expect(simulation.now).toBe(15_000_000);
  pass(-100); // a clock that is set back
  clock.follow();
  expect(simulation.now).toBe(15_000_000);
});

it('[A9] each request has an instant of its own, at which nothing else happens', async () => {
  const { simulation, clock, pass } = await clockAt(1);
  const { queue } = simulation.world;
  for (let i = 0; i < 200; i++) {
    pass(7);
    const at = clock.stamp();
    expect(queue.nextDueAt()).toBeGreaterThan(at);
    expect(clock.stamp()).toBeGreaterThan(at);
  }
  // Something is due exactly when a request would be stamped: the request comes after it.
  const due = queue.nextDueAt();
  const stamps = [];
  pass(-2_000);
  simulation.runUntil(instant(due - 3));
  for (let i = 0; i < 5; i++) stamps.push(clock.stamp() - due);
  expect(stamps).toEqual([-2, -1, 1, 2, 3]);
});

it('[A9] a clock that stands still counts on by microseconds only', async () => {
  const { clock, pass } = await clockAt(0);
  pass(10_000);
  expect([clock.stamp(), clock.stamp()]).toEqual([1, 2]);
});

it('[A9] a lab with too much to do falls behind and goes on from there', async () => {
  const definition = aDefinition({
    tables: [aTable()],
    traffic: [someTraffic({ perSecond: 1_000 })],
  });
  const simulation = await openSimulation(definition);
  let realMs = 0;
  const clock = new LiveClock(simulation, 100_000, () => realMs++);
  realMs += 1_000;
  clock.follow();
  expect(clock.hasSlipped).toBe(true);
  const reached = simulation.now;
  expect(reached).toBeLessThan(100_000_000_000);
  clock.follow();
  expect(simulation.now).toBeGreaterThan(reached);
});
