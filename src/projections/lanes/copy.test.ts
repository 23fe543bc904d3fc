import { describe, expect, it } from 'vitest';
import { ChangeKind } from '../../engine/world.ts';
import { Copy } from './copy.ts';

describe('a copy', () => {
  it('[W24] is stale while it holds another state, none, or one of an item that is gone', () => {
    const copy = new Copy();
    copy.changed(1, 10, ChangeKind.INSERT);
    expect([...copy.stale]).toEqual([1]);
    copy.told(1, 10, false);
    copy.changed(1, 11, ChangeKind.MODIFY);
    expect([...copy.stale]).toEqual([1]);
    copy.told(1, 11, false);
    expect(copy.stale.size).toBe(0);
    copy.changed(1, 12, ChangeKind.REMOVE);
    expect([...copy.stale]).toEqual([1]);
    copy.told(1, 12, true);
    expect(copy.stale.size).toBe(0);
  });

  it('[W24] believes what it is told last, be it older', () => {
    const copy = new Copy();
    copy.changed(1, 10, ChangeKind.INSERT);
    copy.changed(1, 11, ChangeKind.MODIFY);
    copy.told(1, 11, false);
    copy.told(1, 10, false);
    expect([copy.stale.size, copy.heldOf(1)]).toEqual([1, 10]);
  });

  it('[W24] is not stale for what came and went unseen, and is for a first item that is gone', () => {
    const copy = new Copy();
    copy.changed(1, 10, ChangeKind.INSERT);
    copy.changed(1, 11, ChangeKind.REMOVE);
    expect(copy.stale.size).toBe(0);
    copy.changed(2, 12, ChangeKind.REMOVE);
    expect([...copy.stale]).toEqual([2]);
  });
});
