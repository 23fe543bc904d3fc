import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import type { CardBox } from '../../../projections/geometry/cardBox.ts';
import type { Rect } from '../../../projections/geometry/rect.ts';
import type { StageLayout } from '../../../projections/geometry/stageLayout.ts';
import type { Selection } from '../../../projections/scene/scene.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { moveCard, pullCard } from '../cardPlaces.ts';
import { sameSelection } from '../stageActions.ts';
import { useStage } from '../stageContext.ts';
import { useStageView } from '../stageView.ts';

/** A card: a region with small capitals, a title that can be clicked, and a word at the right. */
export function CardFrame(props: {
  box: CardBox;
  kicker: string;
  title: string;
  detail?: string;
  /** A second word at the right, above the first. */
  aside?: string | undefined;
  about?: Selection;
  children: ReactNode;
}) {
  const { box, kicker, title, detail, aside, about, children } = props;
  const { selection, onSelect, layout } = useStage();
  const headingId = `card-${box.id}`;
  const kickerId = `${headingId}-kicker`;
  const isPointedAt = useStageView((view) => view.pointedAt.includes(box.id));
  const selected = about !== undefined && sameSelection(selection, about);
  return (
    <section
      className={`card card-${box.type}${selected ? ' is-selected' : ''}${isPointedAt ? ' is-pointed-at' : ''}`}
      aria-labelledby={`${kickerId} ${headingId}`}
      style={{ width: box.rect.width, height: box.rect.height }}
    >
      <header
        className="card-header"
        title={layout.mode === 'tall' ? undefined : words.pullHint}
        onPointerDown={(event) => pullCard(event, layout, box.id)}
      >
        <div className="card-kicker-line">
          <p id={kickerId} className="kicker">
            {kicker}
          </p>
          {aside !== undefined && <span className="card-aside">{aside}</span>}
        </div>
        <div className="card-title-line">
          <h3 id={headingId} className="card-title" title={title}>
            {about === undefined ? (
              title
            ) : (
              <button
                type="button"
                className="card-title-button"
                onClick={() => onSelect(about)}
                onKeyDown={(event) => moveByKey(event, layout, box.id)}
              >
                {title}
              </button>
            )}
          </h3>
          {detail !== undefined && <span className="card-detail">{detail}</span>}
        </div>
      </header>
      {children}
    </section>
  );
}

const KEY_STEP = 20;
const keySteps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-KEY_STEP, 0],
  ArrowRight: [KEY_STEP, 0],
  ArrowUp: [0, -KEY_STEP],
  ArrowDown: [0, KEY_STEP],
};

/** Alt and an arrow move the card whose title has the focus. */
function moveByKey(event: KeyboardEvent, layout: StageLayout, id: string): void {
  const step = event.altKey ? keySteps[event.key] : undefined;
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  moveCard(layout, id, ...step);
}

/** Places something at a rectangle of the layout, inside its card. */
export const placeIn = (box: CardBox, rect: Rect): CSSProperties => ({
  left: rect.x - box.rect.x - 1,
  top: rect.y - box.rect.y - 1,
  width: rect.width,
  height: rect.height,
});
