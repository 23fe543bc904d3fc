import { describe, expect, it } from 'vitest';
import type { Card, Scene } from '../scene/scene.ts';
import {
  cursorFlag,
  functionCard,
  recordMark,
  shardLane,
  streamCard,
} from '../testing/stageCards.ts';
import { ageToX } from './ageAxis.ts';
import { FLAG_LETTER_WIDTH, flagWords, shardLaneParts } from './cardBox.ts';
import { hitMark, placeMarks, retryPart, travellingToStreams } from './placedMarks.ts';
import { layoutStage } from './stageLayout.ts';

const AT = 100_000_000;
const SECOND = 1_000_000;

function sceneOf(cards: Card[]): Scene {
  const caption = { title: '', detail: '', tone: 'plain', about: null } as const;
  return { at: AT, cards, links: [], caption, comparison: [] };
}

const stream = {
  ...streamCard(0, []),
  shards: [
    shardLane(0, {
      cursors: [
        cursorFlag(0, { state: 'failing', nextAttemptAt: AT + 3 * SECOND, backoffMs: 4_000 }),
      ],
      marks: [
        recordMark(1, { at: AT - 60 * SECOND, state: 'failing' }),
        recordMark(2, { at: AT - 30 * SECOND, state: 'blocked' }),
        recordMark(3, { at: AT - 90 * SECOND, state: 'read' }),
        recordMark(4, { at: AT - SECOND / 10 }),
        recordMark(5, { at: AT + SECOND }),
      ],
    }),
  ],
};
const scene = sceneOf([stream]);
const layout = layoutStage(scene, { width: 1_440, height: 700 });
const placed = placeMarks(layout, scene, AT, new Set());

describe('standing records', () => {
  it('[V1] [V2] lie at their age on their shard, and not before they were written', () => {
    const { axis, trackY } = shardLaneParts(layout.boxes.get('stream 0')!.lanes[0]!.rect, 1);
    expect(placed.map((p) => p.mark.change)).not.toContain(5);
    const second = placed.find((p) => p.mark.change === 2)!;
    expect(second.x).toBeCloseTo(ageToX(30_000, axis), 6);
    expect(second.y).toBe(trackY);
  });

  it('[V3] are painted read first and failing last', () => {
    expect(placed.map((p) => p.mark.change)).toEqual([3, 2, 4, 1]);
  });

  it('are pale when read, and ringed as far as the back-off has gone by when failing', () => {
    expect(placed.map((p) => p.pale)).toEqual([true, false, false, false]);
    expect(placed[3]!.retry).toBe(0.25);
    expect(placed[1]!.retry).toBe(-1);
  });

  it('[V2] are left out while they still travel to their shard', () => {
    const flights = [
      {
        entry: 1,
        departAt: AT - 5,
        arriveAt: AT + 5,
        from: { card: 'table 0' },
        to: { card: 'stream 0', lane: 0 },
        marks: [recordMark(4)],
        total: 1,
      },
    ];
    const travelling = travellingToStreams(flights, scene.cards, AT);
    expect([...travelling]).toEqual([4]);
    const shown = placeMarks(layout, scene, AT, travelling).map((p) => p.mark.change);
    expect(shown).toEqual([3, 2, 1]);
  });

  it('stand in their slot, as many as it has room for', () => {
    const fn = functionCard(0, 1);
    fn.slots[0]!.marks = Array.from({ length: 100 }, (_, i) => recordMark(i));
    fn.slots[0]!.total = 100;
    const own = sceneOf([fn]);
    const place = layoutStage(own, { width: 1_280, height: 700 });
    const slot = place.boxes.get('function 0')!.lanes[0]!.rect;
    const marks = placeMarks(place, own, AT, new Set());
    expect(marks.length).toBeGreaterThan(5);
    expect(marks.at(-1)!.x).toBeLessThan(slot.x + slot.width - 26);
  });
});

it('fills the ring from the failure to the next attempt', () => {
  expect(retryPart(0, 4_000_000, 4_000)).toBe(0);
  expect(retryPart(4_000_000, 4_000_000, 4_000)).toBe(1);
  expect(retryPart(9_000_000, 4_000_000, 4_000)).toBe(1);
  expect(retryPart(0, 4_000_000, 0)).toBe(1);
});

describe('the pointer', () => {
  const marks = [
    { x: 10, y: 10, name: 'under' },
    { x: 10, y: 10, name: 'over' },
    { x: 40, y: 10, name: 'far' },
  ];

  it('finds the nearest mark, the one on top among equals, and nothing in the open', () => {
    expect(hitMark(marks, { x: 12, y: 11 })?.name).toBe('over');
    expect(hitMark(marks, { x: 36, y: 10 })?.name).toBe('far');
    expect(hitMark(marks, { x: 25, y: 10 })).toBeNull();
  });
});

it('keeps the words of a flag inside the lane, as long as there is room for and no longer', () => {
  const texts = ['Indexer · waits for its parent', 'waits for its parent', 'waits'];
  expect(flagWords(20, texts, 300)).toMatchObject({ text: texts[0], side: 'right' });
  expect(flagWords(270, texts, 300)).toMatchObject({ text: texts[0], side: 'left' });
  expect(flagWords(150, texts, 300)).toMatchObject({ text: texts[1], side: 'right' });
  expect(flagWords(60, texts, 120)).toMatchObject({ text: texts[2], side: 'right' });
  expect(flagWords(30, ['much too long for a lane'], 50)).toMatchObject({ side: 'left', room: 17 });
  for (let x = 0; x <= 320; x += 5) {
    const { text, side, room } = flagWords(x, texts, 320);
    expect(text.length * FLAG_LETTER_WIDTH).toBeLessThanOrEqual(room);
    expect(side === 'right' ? x + room : x - room).toBeGreaterThanOrEqual(0);
    expect(side === 'right' ? x + room : x - room).toBeLessThanOrEqual(320);
  }
});
