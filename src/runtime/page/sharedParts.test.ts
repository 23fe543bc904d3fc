import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withSharedParts } from './sharedParts.ts';

it('is what came, and where nothing has changed what was there', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, next) => {
      const kept = structuredClone(before);
      expect(withSharedParts(before, structuredClone(next))).toEqual(next);
      expect(before).toEqual(kept);
      expect(withSharedParts(before, structuredClone(before))).toBe(before);
    }),
  );
});

it('keeps a card that is the same beside one that is not', () => {
  const scene = { at: 1, cards: [{ id: 'a', marks: [1, 2] }, { id: 'b' }] };
  const next = withSharedParts(scene, {
    at: 2,
    cards: [
      { id: 'a', marks: [1, 2] },
      { id: 'b', more: undefined },
    ],
  });
  expect(next.cards[0]).toBe(scene.cards[0]);
  expect(next.cards[1]).not.toBe(scene.cards[1]);
});
