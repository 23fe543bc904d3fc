import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flight } from '../scene/scene.ts';
import {
  cardBase,
  functionCard,
  recordMark,
  streamCard,
  tableCard,
  targetCard,
} from '../testing/stageCards.ts';
import { shardLaneParts } from './cardBox.ts';
import { edgeLines } from './edges.ts';
import { MARK } from './measures.ts';
import { flightPosition, pathBetween, pathOf, pointAlong } from './paths.ts';
import { marksOfFlight, Paths, placeFlights } from './placedFlights.ts';
import { overlap } from './rect.ts';
import { layoutStage } from './stageLayout.ts';

const cards = [
  cardBase('writers', 0),
  tableCard(0, 3),
  streamCard(0, [1, 1, 1]),
  functionCard(0, 3),
  cardBase('poller', 0),
];
const wide = layoutStage({ cards }, { width: 1_440, height: 700 });
const tall = layoutStage({ cards }, { width: 390, height: 700 });

const flight = (more: Partial<Flight> = {}): Flight => ({
  entry: 0,
  departAt: 1_000,
  arriveAt: 3_000,
  from: { card: 'table 0', lane: 1 },
  to: { card: 'stream 0', lane: 1 },
  marks: [recordMark(1)],
  total: 1,
  ...more,
});

describe('a path', () => {
  it('[V4] is travelled at constant speed', () => {
    const path = pathOf([
      { x: 0, y: 0 },
      { x: 30, y: 0 },
      { x: 30, y: 10 },
    ]);
    expect(pointAlong(path, 0)).toEqual({ x: 0, y: 0 });
    expect(pointAlong(path, 0.5)).toEqual({ x: 20, y: 0 });
    expect(pointAlong(path, 0.875)).toEqual({ x: 30, y: 5 });
    expect(pointAlong(path, 2)).toEqual({ x: 30, y: 10 });
  });

  it('leads from a partition to where the age axis of its shard begins, straight', () => {
    const path = pathBetween(wide, { card: 'table 0', lane: 1 }, { card: 'stream 0', lane: 1 })!;
    const lane = wide.boxes.get('stream 0')!.lanes[1]!;
    expect(path.points.at(-1)!.x).toBe(shardLaneParts(lane.rect, 1).axis.fromX);
    expect(new Set(path.points.map((p) => p.y)).size).toBe(1);
  });

  it('starts and ends on the cards it joins and never turns back in columns', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), (a, b) => {
        const path = pathBetween(
          wide,
          { card: 'stream 0', lane: a },
          { card: 'function 0', lane: b },
        )!;
        for (const [i, p] of path.points.slice(1).entries()) {
          expect(p.x).toBeGreaterThanOrEqual(path.points[i]!.x);
        }
      }),
    );
  });

  it('runs along the left margin on a phone', () => {
    const path = pathBetween(tall, { card: 'writers 0' }, { card: 'table 0', lane: 2 })!;
    expect(Math.min(...path.points.map((p) => p.x))).toBeLessThan(
      tall.boxes.get('table 0')!.rect.x,
    );
  });

  it('falls back to the card when a lane is not drawn, and is none without a card', () => {
    expect(pathBetween(wide, { card: 'writers 0' }, { card: 'table 0', lane: 77 })).not.toBeNull();
    expect(pathBetween(wide, { card: 'writers 0' }, { card: 'nowhere' })).toBeNull();
  });
});

describe('a flight', () => {
  const path = pathBetween(wide, flight().from, flight().to)!;

  it('[V4] is nowhere before it departs and after it has arrived', () => {
    expect(flightPosition(flight(), path, 999)).toBeNull();
    expect(flightPosition(flight(), path, 1_000)).toEqual(path.points[0]);
    expect(flightPosition(flight(), path, 3_000)).toBeNull();
  });

  it('is halfway at half time', () => {
    const middle = flightPosition(flight(), path, 2_000)!;
    expect(middle.x).toBeCloseTo((path.points[0]!.x + path.points.at(-1)!.x) / 2, 5);
  });

  it('keeps beside its path those that left together', () => {
    const placed = placeFlights(new Paths(wide), [flight(), flight({ entry: 1 })], 2_000);
    expect(placed[0]!.x).toBe(placed[1]!.x);
    expect(placed[0]!.y).not.toBe(placed[1]!.y);
  });

  it('carries a batch side by side around its middle', () => {
    const marks = [recordMark(1), recordMark(2), recordMark(3)];
    const [placed] = placeFlights(new Paths(wide), [flight({ marks, total: 3 })], 2_000);
    const xs = marksOfFlight(placed!).map((m) => m.x);
    expect(xs[1]! - xs[0]!).toBe(13);
    expect(Math.abs((xs[0]! + xs[2]!) / 2 - placed!.x)).toBeLessThan(2);
  });
});

describe('from afar', () => {
  const many = [
    ...[0, 1, 2, 3].flatMap((i) => [cardBase('writers', i), tableCard(i, 2), streamCard(i, [1])]),
    ...Array.from({ length: 9 }, (_, i) => functionCard(i, 2)),
    ...Array.from({ length: 16 }, (_, i) => targetCard(i)),
    cardBase('poller', 0),
  ];
  const far = layoutStage({ cards: many }, { width: 1_090, height: 528 }, 'far');
  const tiles = [...far.boxes.values()];

  it('[V90] what moves goes between the tiles and covers none of their words', () => {
    // A tile's border and padding.
    const words = tiles.map(({ rect: { x, y, width, height } }) => ({
      ...{ x: x + 10, y: y + 8, width: width - 20, height: height - 16 },
    }));
    const paths = new Paths(far);
    const covered: string[] = [];
    for (const from of tiles) {
      for (const to of tiles) {
        if (from === to) continue;
        const ends = { from: { card: from.id }, to: { card: to.id } };
        for (let at = 1_000; at < 3_000; at += 125) {
          const [placed] = placeFlights(
            paths,
            [flight({ ...ends, entry: at / 125, total: 5 })],
            at,
          );
          if (marksOfFlight(placed!).length !== 1) covered.push('a tray');
          const [x, y] = [placed!.x - MARK.flightSize / 2, placed!.y - MARK.flightSize / 2];
          const mark = { x, y, width: MARK.flightSize, height: MARK.flightSize };
          if (words.some((rect) => overlap(rect, mark))) covered.push(`${from.id} to ${to.id}`);
        }
      }
    }
    expect(covered).toEqual([]);
  });
});

describe('lines', () => {
  it('join partitions to shards and shards to slots, and mark the reader that fails', () => {
    const failing = streamCard(0, [1, 1, 1]);
    failing.shards[1]!.cursors[0]!.state = 'failing';
    const links = [
      { from: 'table 0', to: 'stream 0' },
      { from: 'stream 0', to: 'function 0' },
      { from: 'table 0', to: 'poller 0' },
    ];
    const scene = { cards: cards.map((c) => (c.type === 'stream' ? failing : c)), links };
    const lines = edgeLines(wide, scene);
    expect(lines).toHaveLength(7);
    expect(lines.filter((l) => l.look === 'failing').map((l) => l.id)).toEqual([
      'stream 0.1 function 0.1',
    ]);
    expect(lines.filter((l) => l.look === 'reads')).toHaveLength(1);
    expect(edgeLines(tall, scene)).toHaveLength(3);
  });
});
