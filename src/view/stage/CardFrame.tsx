import type { CSSProperties, ReactNode } from 'react';
import type { CardBox } from '../../projections/geometry/cardBox.ts';
import type { Rect } from '../../projections/geometry/rect.ts';
import type { Selection } from '../../projections/scene.ts';
import { sameSelection } from './stageActions.ts';
import { useStage } from './stageContext.ts';

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
  const { selection, onSelect } = useStage();
  const headingId = `card-${box.id}`;
  const kickerId = `${headingId}-kicker`;
  const selected = about !== undefined && sameSelection(selection, about);
  return (
    <section
      className={`card card-${box.type}${selected ? ' is-selected' : ''}`}
      aria-labelledby={`${kickerId} ${headingId}`}
      style={{ width: box.rect.width, height: box.rect.height }}
    >
      <header className="card-header">
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
              <button type="button" className="card-title-button" onClick={() => onSelect(about)}>
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

/** Places something at a rectangle of the layout, inside its card. */
export const placeIn = (box: CardBox, rect: Rect): CSSProperties => ({
  left: rect.x - box.rect.x - 1,
  top: rect.y - box.rect.y - 1,
  width: rect.width,
  height: rect.height,
});
