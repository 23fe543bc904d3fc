import { expect, it } from 'vitest';
import { recordMark } from '../testing/stageCards.ts';
import { RETENTION_MS } from './ageAxis.ts';
import { FallingMarks } from './fallingMarks.ts';

const DAY = RETENTION_MS * 1_000;
const standing = (change: number, at: number) => ({
  mark: recordMark(change, { at }),
  card: 'stream 1',
  lane: 1,
  x: 200,
  y: 50,
  inShard: true,
  pale: true,
  opacity: 0.5,
  roomToX: 0,
  retry: -1,
});

it('lets fall what has expired, and nothing that has merged into an older record', () => {
  const falling = new FallingMarks();
  falling.follow([standing(1, 0), standing(2, 5_000_000), standing(3, 6_000_000)], DAY - 1, 1_000);
  falling.follow([standing(3, 6_000_000)], DAY + 1, 1_016);
  expect(falling.at(1_016).map((p) => [p.mark.change, p.x, p.y])).toEqual([[1, 200, 50]]);
  const [halfway] = falling.at(1_241);
  expect(halfway).toMatchObject({ x: 208, y: 63, opacity: 0.25 });
  expect(falling.at(1_500)).toEqual([]);
});

it('leaves what is in a function where it is', () => {
  const falling = new FallingMarks();
  falling.follow([{ ...standing(1, 0), inShard: false }], DAY - 1, 0);
  falling.follow([], DAY + 1, 1);
  expect(falling.at(1)).toEqual([]);
});

it('forgets all when the playhead jumps', () => {
  const falling = new FallingMarks();
  falling.follow([standing(1, 0)], DAY - 1, 0);
  falling.clear();
  falling.follow([], DAY + 1, 1);
  expect(falling.at(1)).toEqual([]);
});
