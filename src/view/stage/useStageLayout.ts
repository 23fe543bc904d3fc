import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { tableNotes } from '../../projections/geometry/cardBox.ts';
import { layoutStage, type StageLayout } from '../../projections/geometry/stageLayout.ts';
import type { Card, Scene } from '../../projections/scene.ts';

/**
 * The layout for the room that an element has; the same object until the room, the cards or their
 * lanes change, so that nothing is placed anew because a number on a card did.
 */
export function useStageLayout(element: RefObject<HTMLElement | null>, scene: Scene): StageLayout {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = (): void =>
      setRoom({ width: Math.floor(target.clientWidth), height: Math.floor(target.clientHeight) });
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    measure();
    return () => observer.disconnect();
  }, [element]);
  const shape = scene.cards.map(shapeOf).join(';');
  return useMemo(() => {
    if (room.width === 0) return { mode: 'wide', width: 0, height: 0, boxes: new Map() };
    return layoutStage(scene, { width: room.width, height: room.height });
  }, [shape, room]);
}

/** All that the layout asks of a card. */
function shapeOf(card: Card): string {
  const lanes =
    card.type === 'table'
      ? [tableNotes(card), ...card.partitions.map((p) => p.partition)]
      : card.type === 'stream'
        ? card.shards.map((s) => `${s.shard}/${s.cursors.length + s.tokens.length}`)
        : card.type === 'function'
          ? card.slots.map((s) => s.consumer)
          : [];
  return `${card.type} ${card.id} ${lanes.join(',')}`;
}
