import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  cardBase,
  functionCard,
  streamCard,
  tableCard,
  targetCard,
} from '../testing/stageCards.ts';
import { withPlaces } from './movedCards.ts';
import { inside, overlap } from './rect.ts';
import { layoutStage } from './stageLayout.ts';

const cards = [
  cardBase('writers', 0),
  tableCard(0, 4),
  streamCard(0, [1, 1, 1, 1]),
  functionCard(0, 4),
  ...[0, 1, 2].map((i) => targetCard(i)),
  cardBase('poller', 0),
];
const place = fc.record({
  part: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
  y: fc.integer({ min: -200, max: 2_000 }),
});
const places = fc.dictionary(fc.constantFrom(...cards.map(({ id }) => id), 'gone 7'), place);

it('[V95] cards stay where people put them, on the stage, and nothing overlaps', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 820, max: 1_920 }), (moved, width) => {
      const plain = layoutStage({ cards }, { width, height: 700 });
      const layout = withPlaces(plain, moved);
      const boxes = [...layout.boxes.values()];
      expect(boxes.map(({ id }) => id)).toEqual([...plain.boxes.keys()]);
      const bounds = { x: 0, y: 0, width: layout.width, height: layout.height };
      for (const [i, box] of boxes.entries()) {
        expect(inside(box.rect, bounds)).toBe(true);
        for (const lane of box.lanes) expect(inside(lane.rect, box.rect)).toBe(true);
        for (const other of boxes.slice(i + 1)) expect(overlap(box.rect, other.rect)).toBe(false);
      }
    }),
  );
  const plain = layoutStage({ cards }, { width: 1_440, height: 700 });
  const layout = withPlaces(plain, { 'target 1': { part: 0.25, y: 900 } });
  expect(layout.boxes.get('target 1')!.rect).toMatchObject({ x: 360, y: 900 });
});
