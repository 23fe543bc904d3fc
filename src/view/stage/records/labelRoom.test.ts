import { expect, it } from 'vitest';
import { LabelRoom } from './labelRoom.ts';

it('lets no label stand on another, and all again once it is cleared', () => {
  const room = new LabelRoom();
  const placed: { x: number; y: number; width: number }[] = [];
  room.clear(100, 50, 600, 300);
  for (let i = 0; i < 500; i += 1) {
    const label = { x: 100 + ((i * 131) % 560), y: 50 + ((i * 57) % 300), width: 40 + (i % 30) };
    if (room.take(label.x, label.y, label.width)) placed.push(label);
  }
  expect(placed.length).toBeGreaterThan(40);
  for (const [i, a] of placed.entries()) {
    for (const b of placed.slice(i + 1)) {
      const meet = a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < 16;
      expect(meet).toBe(false);
    }
  }
  const [first] = placed;
  expect(room.take(first!.x, first!.y, first!.width)).toBe(false);
  room.clear(100, 50, 600, 300);
  expect(room.take(first!.x, first!.y, first!.width)).toBe(true);
});
