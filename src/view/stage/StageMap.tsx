import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useState } from 'react';
import type { StageLayout } from '../../projections/geometry/stageLayout.ts';
import type { Card } from '../../projections/scene/scene.ts';
import { toneOf } from '../../projections/scene/tileText.ts';
import { stageWords as words } from '../../projections/words/stageWords.ts';
import { MAP_WIDTH } from './useStageLayout.ts';

const MARGIN = 6;

/** The whole of a long stage in a strip beside it, with what is seen of it marked; to be clicked and pulled. */
export function StageMap(props: {
  layout: StageLayout;
  cards: readonly Card[];
  view: RefObject<HTMLElement | null>;
}) {
  const { layout, cards, view } = props;
  const seen = useScroll(view);
  const go = (part: number): void => {
    const element = view.current;
    if (element !== null)
      element.scrollTop = part * element.scrollHeight - element.clientHeight / 2;
  };
  const pull = (event: PointerEvent<HTMLElement>): void => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    go((event.clientY - box.y) / box.height);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = keyWays[event.key];
    if (way === undefined || view.current === null) return;
    event.preventDefault();
    event.stopPropagation();
    view.current.scrollTop = way(view.current);
  };
  const across = (MAP_WIDTH - 2 * MARGIN) / Math.max(1, layout.width);
  const percent = (part: number): string => `${part * 100}%`;
  return (
    <div
      className="stage-map"
      role="slider"
      tabIndex={0}
      aria-label={words.map}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(seen.at * 100)}
      aria-valuetext={words.mapAt(Math.round(seen.at * 100))}
      style={{ width: MAP_WIDTH }}
      onPointerDown={pull}
      onPointerMove={pull}
      onKeyDown={onKeyDown}
    >
      {cards.map((card) => {
        const rect = layout.boxes.get(card.id)?.rect;
        if (rect === undefined) return null;
        return (
          <span
            key={card.id}
            className={`map-card tone-${toneOf(card)}`}
            style={{
              left: MARGIN + rect.x * across,
              width: Math.max(2, rect.width * across),
              top: percent(rect.y / layout.height),
              height: percent(rect.height / layout.height),
            }}
          />
        );
      })}
      <span className="map-seen" style={{ top: percent(seen.top), height: percent(seen.part) }} />
    </div>
  );
}

/** Where not all cards are in sight: how many are, of how many. */
export function SeenCards(props: { layout: StageLayout; view: RefObject<HTMLElement | null> }) {
  const { layout, view } = props;
  const { top, part } = useScroll(view);
  const [from, to] = [top * layout.height, (top + part) * layout.height];
  const boxes = [...layout.boxes.values()];
  const seen = boxes.filter(({ rect: { y, height } }) => {
    const shown = Math.min(y + height, to) - Math.max(y, from);
    return shown >= Math.min(height, to - from) / 2; // of a card higher than the window, half a window
  });
  if (seen.length === boxes.length) return null;
  return (
    <p className="seen-cards" title={words.seenHint}>
      {words.seen(seen.length, boxes.length)}
    </p>
  );
}

const keyWays: Record<string, (view: HTMLElement) => number> = {
  ArrowDown: (view) => view.scrollTop + 80,
  ArrowUp: (view) => view.scrollTop - 80,
  PageDown: (view) => view.scrollTop + view.clientHeight,
  PageUp: (view) => view.scrollTop - view.clientHeight,
  Home: () => 0,
  End: (view) => view.scrollHeight,
};

/** Of the whole: where what is seen begins and how much it is; and how far down it is, 0 to 1. */
function useScroll(view: RefObject<HTMLElement | null>) {
  const [seen, setSeen] = useState({ top: 0, part: 1, at: 0 });
  useEffect(() => {
    const element = view.current;
    if (element === null) return;
    const look = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const rest = Math.max(1, scrollHeight - clientHeight);
      setSeen({
        top: scrollTop / scrollHeight,
        part: clientHeight / scrollHeight,
        at: scrollTop / rest,
      });
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [view]);
  return seen;
}
