import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../scene/scene.ts';
import {
  cardBase,
  functionCard,
  streamCard,
  tableCard,
  targetCard,
} from '../testing/stageCards.ts';
import { itemsThatFit, shardLaneParts } from './cardBox.ts';
import { columnWidths } from './columns.ts';
import { LANE, MARK, STREAM, TABLE } from './measures.ts';
import { inside, overlap, type Rect } from './rect.ts';
import { layoutStage, type StageLayout } from './stageLayout.ts';

const cards: fc.Arbitrary<Card[]> = fc
  .record({
    writers: fc.integer({ min: 0, max: 1 }),
    partitions: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
    shards: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 }), {
      maxLength: 3,
    }),
    slots: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
    targets: fc.integer({ min: 0, max: 6 }),
    pollers: fc.integer({ min: 0, max: 2 }),
  })
  .map((shape) => [
    ...Array.from({ length: shape.writers }, () => cardBase('writers', 0)),
    ...shape.partitions.map((n, i) => tableCard(i, n)),
    ...shape.shards.map((cursors, i) => streamCard(i, cursors)),
    ...shape.slots.map((n, i) => functionCard(i, n)),
    ...Array.from({ length: shape.targets }, (_, i) => targetCard(i)),
    ...Array.from({ length: shape.pollers }, (_, i) => cardBase('poller', i)),
  ]);

const everything: Card[] = [
  cardBase('writers', 0),
  tableCard(0, 4),
  streamCard(0, [2, 2, 2, 2]),
  streamCard(1, [1, 1]),
  functionCard(0, 4),
  functionCard(1, 2),
  targetCard(0),
  targetCard(1),
  cardBase('poller', 0),
];

/** Four partitions, a reader, three targets and a scan, as in the orders lab. */
const orders: Card[] = [
  cardBase('writers', 0),
  tableCard(0, 4),
  streamCard(0, [1, 1, 1, 1]),
  functionCard(0, 4),
  ...[0, 1, 2].map(targetCard),
  cardBase('poller', 0),
];

const heights = fc.integer({ min: 300, max: 1_200 });

function expectSound(layout: StageLayout, all: readonly Card[]): void {
  const boxes = [...layout.boxes.values()];
  expect(boxes.map((b) => b.id).sort()).toEqual(all.map((c) => c.id).sort());
  const bounds: Rect = { x: 0, y: 0, width: layout.width, height: layout.height };
  for (const [i, box] of boxes.entries()) {
    expect(inside(box.rect, bounds), `${box.id} lies inside`).toBe(true);
    for (const other of boxes.slice(i + 1)) {
      expect(overlap(box.rect, other.rect), `${box.id} and ${other.id}`).toBe(false);
    }
    for (const [j, lane] of box.lanes.entries()) {
      expect(inside(lane.rect, box.rect), `lane ${lane.lane} of ${box.id}`).toBe(true);
      for (const other of box.lanes.slice(j + 1))
        expect(overlap(lane.rect, other.rect)).toBe(false);
    }
  }
}

describe('the layout', () => {
  it('[V5] places every card, inside the bounds, without overlap, at every width', () => {
    fc.assert(
      fc.property(cards, fc.integer({ min: 360, max: 1_920 }), heights, (all, width, height) => {
        expectSound(layoutStage({ cards: all }, { width, height }), all);
        expectSound(layoutStage({ cards: all }, { width, height }, 'far'), all);
      }),
      { numRuns: 400, examples: [820, 959, 960].map((w) => [everything, w, 700]) },
    );
  });

  it('[V90] shows sixty cards from afar on one page of 1,920 × 1,080 pixels, none narrower than its words', () => {
    const of = (n: number, make: (i: number) => Card) =>
      Array.from({ length: n }, (_, i) => make(i));
    const all = [
      ...of(5, (i) => cardBase('writers', i)),
      ...of(5, (i) => tableCard(i, 41)),
      ...of(5, (i) => streamCard(i, Array(41).fill(3))),
      ...of(15, (i) => functionCard(i, 41)),
      ...of(25, (i) => targetCard(i)),
      ...of(5, (i) => cardBase('poller', i)),
    ];
    const layout = layoutStage({ cards: all }, { width: 1_600, height: 700 }, 'far');
    expect(layout.height).toBe(700);
    for (const { rect } of layout.boxes.values()) expect(rect.width).toBeGreaterThanOrEqual(126);
  });

  it('stands in columns from left to right with the pollers below, from 1280 px on', () => {
    fc.assert(
      fc.property(cards, fc.integer({ min: 1_280, max: 1_920 }), heights, (all, width, height) => {
        const layout = layoutStage({ cards: all }, { width, height });
        const order = ['writers', 'table', 'stream', 'function', 'target'];
        const boxes = [...layout.boxes.values()];
        for (const a of boxes) {
          for (const b of boxes) {
            if (a.type !== 'poller' && b.type === 'poller') {
              expect(a.rect.y + a.rect.height).toBeLessThan(b.rect.y);
            } else if (order.indexOf(a.type) < order.indexOf(b.type) && a.type !== 'poller') {
              expect(a.rect.x + a.rect.width).toBeLessThan(b.rect.x);
            }
          }
        }
      }),
    );
  });

  it('tells one vertical story on a phone, each card across its width', () => {
    fc.assert(
      fc.property(cards, (all) => {
        const layout = layoutStage({ cards: all }, { width: 390, height: 700 });
        const boxes = [...layout.boxes.values()];
        expect(new Set(boxes.map((b) => b.rect.width)).size).toBeLessThanOrEqual(1);
        for (const [i, box] of boxes.slice(1).entries()) {
          expect(box.rect.y).toBeGreaterThan(boxes[i]!.rect.y);
        }
      }),
    );
  });

  it('sets a partition and its shard at one height, so that a record crosses straight', () => {
    const all = [tableCard(0, 3), streamCard(0, [1, 2, 1]), functionCard(0, 3)];
    const { boxes } = layoutStage({ cards: all }, { width: 1_440, height: 700 });
    const yOf = (id: string) => boxes.get(id)!.lanes.map((l) => l.rect.y);
    expect(yOf('table 0')).toEqual(yOf('stream 0'));
  });

  it('fits the orders lab into a laptop without scrolling', () => {
    const all = [
      cardBase('writers', 0),
      tableCard(0, 3),
      streamCard(0, [2, 2, 2]),
      functionCard(0, 3),
      functionCard(1, 3),
      targetCard(0),
      targetCard(1),
      targetCard(2),
      cardBase('poller', 0),
    ];
    expect(layoutStage({ cards: all }, { width: 1_130, height: 612 }).height).toBe(612);
  });
});

describe('column widths', () => {
  it('fill the width exactly when the stream is there to take what is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 960, max: 2_400 }), (width) => {
        const widths = columnWidths(
          ['writers', 'table', 'stream', 'function', 'target'],
          width,
          20,
        );
        expect(widths.reduce((a, b) => a + b, 0) + 80).toBe(width);
      }),
    );
  });
});

it.each([
  { page: '1,440 × 900', window: { width: 1_090, height: 528 } },
  { page: '1,280 × 800', window: { width: 970, height: 480 } },
])(
  '[V90] four shards with a reader leave room for the comparison with the scan, at true size on $page pixels',
  ({ window }) => {
    const { mode, boxes } = layoutStage({ cards: orders }, window);
    expect(mode).toBe('wide');
    // Its padding, heads and three measures.
    expect(window.height - boxes.get('poller 0')!.rect.y).toBeGreaterThan(10 + 18 + 3 * 20);
  },
);

it('lanes without air hold two rows of items, and a reader’s flag', () => {
  const low = layoutStage({ cards: orders }, { width: 970, height: 480 });
  const easy = layoutStage({ cards: orders }, { width: 970, height: 900 });
  const laneOf = (layout: StageLayout, card: string) => layout.boxes.get(card)!.lanes[0]!.rect;
  expect(laneOf(low, 'table 0').height).toBeLessThan(laneOf(easy, 'table 0').height);
  // As much as 1,440 × 900 pixels have: the comparison is in sight with easy lanes, too.
  const enough = layoutStage({ cards: orders }, { width: 1_090, height: 518 });
  expect(laneOf(enough, 'table 0').height).toBeGreaterThanOrEqual(TABLE.laneHeightMin);
  const least = { x: 0, y: 0, width: 139, height: TABLE.laneHeightMin - LANE.air };
  expect(itemsThatFit(least, 14)).toBe(14);
  const lane = laneOf(low, 'stream 0');
  const { trackY, flagsY } = shardLaneParts(lane, 1);
  expect(trackY - lane.y).toBeGreaterThan(STREAM.labelHeight + MARK.size / 2);
  expect(flagsY - trackY).toBeGreaterThan(MARK.size / 2);
  expect(flagsY + STREAM.flagHeight).toBeLessThan(lane.y + lane.height);
});
