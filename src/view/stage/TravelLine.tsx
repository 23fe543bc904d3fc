import { useRef } from 'react';
import type { Scene } from '../../projections/scene.ts';
import { stageWords as words } from '../../projections/words/stageWords.ts';
import type { LiveStage } from '../../runtime/labStore.ts';

/** With reduced motion: a line of text in place of what would be seen flying. */
export function TravelLine({ live, scene }: { live: LiveStage; scene: Scene }) {
  const titles = useRef(new Map<string, string>());
  titles.current = new Map(scene.cards.map((c) => [c.id, c.title]));
  const at = live.playhead();
  const flying = live.flights().filter((f) => at >= f.departAt && at < f.arriveAt);
  const latest = flying.at(-1);
  const text = words.travelling(flying.reduce((n, f) => n + f.total, 0));
  return (
    <p className="travel-line muted">
      {text}
      {latest?.marks[0] !== undefined &&
        ` ${words.onTheWay(latest.marks[0].label, titles.current.get(latest.to.card) ?? '')}`}
    </p>
  );
}
