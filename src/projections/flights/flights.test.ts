import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { atSeconds } from '../../engine/testing/definitions.ts';
import { makeScene } from '../scene/makeScene.ts';
import type { Anchor, Card, Flight } from '../scene/scene.ts';
import { kinesisDefinition, openOrders } from '../testing/labs.ts';
import { collectFlights, flightsInMotion, SCAN_ANSWER_US } from './flights.ts';

const openWithKinesis = () => openSimulation(kinesisDefinition());

const lanesOf = (card: Card): number[] => {
  if (card.type === 'table') return card.partitions.map((lane) => lane.partition);
  if (card.type === 'stream') return card.shards.map((lane) => lane.shard);
  return card.type === 'function' ? card.slots.map((lane) => lane.consumer) : [];
};

describe('flights', () => {
  it('lead from card to card and from lane to lane that there are', async () => {
    const simulation = await openWithKinesis();
    simulation.runUntil(atSeconds(25));
    const { world } = simulation;
    const cards = new Map(makeScene(world).cards.map((card) => [card.id, card]));
    const isThere = (anchor: Anchor) => {
      const card = cards.get(anchor.card);
      return card && (!('lane' in anchor) || lanesOf(card).includes(anchor.lane));
    };
    const flights = collectFlights(world, 0, world.journal.length);
    const ways = new Set<string>();
    for (const flight of flights) {
      expect(isThere(flight.from) && isThere(flight.to)).toBe(true);
      expect(flight.arriveAt).toBeGreaterThan(flight.departAt);
      expect(flight.marks.length).toBe(Math.min(flight.total, 12));
      ways.add(`${flight.from.card.split(':')[0]} → ${flight.to.card.split(':')[0]}`);
    }
    expect([...ways].sort()).toEqual([
      'function → target',
      'kinesis → function',
      'stream → function',
      'table → kinesis',
      'table → poller',
      'table → stream',
      'writers → table',
    ]);
    expect(new Set(flights.map((flight) => flight.entry)).size).toBe(flights.length);
  });

  it('in motion are those that have left and not arrived, at any instant', async () => {
    const simulation = await openWithKinesis();
    simulation.runUntil(atSeconds(31));
    const { world } = simulation;
    const all = collectFlights(world, 0, world.journal.length);
    const inMotion = (at: number) => (f: Flight) => f.departAt <= at && f.arriveAt > at;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31_000_000 }), (at) => {
        expect(flightsInMotion(world, at)).toEqual(all.filter(inMotion(at)));
      }),
    );
  });

  it('in motion are all that have not arrived, however many have left since the oldest of them', async () => {
    const definition = kinesisDefinition();
    const traffic = definition.traffic.map((source) => ({ ...source, perSecond: 900 }));
    const simulation = await openSimulation({ ...definition, traffic });
    simulation.runUntil(atSeconds(6));
    const { world } = simulation;
    const { journal } = world;
    const delayed = (flight: Flight) => flight.arriveAt - flight.departAt > 3_000_000;
    const late = collectFlights(world, 0, journal.length).filter(delayed);
    const oldest = late.find((flight) => {
      const since = journal.firstAtOrAfter(instant(flight.arriveAt - 1)) - flight.entry;
      return flight.arriveAt <= world.now && since > 20_000;
    });
    expect(flightsInMotion(world, oldest!.arriveAt - 1)).toContainEqual(oldest);
  });

  it('[V11] draw the answer of a scan for half a second, which the model does not know', async () => {
    const simulation = await openOrders();
    simulation.runUntil(atSeconds(12));
    const { world } = simulation;
    const answers = collectFlights(world, 0, world.journal.length).filter((flight) =>
      flight.to.card.startsWith('poller'),
    );
    expect(answers.length).toBe(world.state.pollers[0]!.seen);
    expect(answers.every((f) => f.arriveAt - f.departAt === SCAN_ANSWER_US)).toBe(true);
  });
});
