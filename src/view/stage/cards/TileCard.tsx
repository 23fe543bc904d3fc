import type { CardBox } from '../../../projections/geometry/cardBox.ts';
import { aboutCard } from '../../../projections/scene/findables.ts';
import type { Card } from '../../../projections/scene/scene.ts';
import { tileText } from '../../../projections/scene/tileText.ts';
import { sameSelection } from '../stageActions.ts';
import { useStage } from '../stageContext.ts';

/** A card from afar: its kind, its name, one count. */
export function TileCard({ card, box }: { card: Card; box: CardBox }) {
  const { selection, onSelect } = useStage();
  const { kicker, text, tone } = tileText(card);
  const about = aboutCard(card);
  const selected = about !== null && sameSelection(selection, about);
  return (
    <section
      className={`card tile${selected ? ' is-selected' : ''}`}
      aria-labelledby={`card-${box.id}-kicker card-${box.id}`}
      style={{ width: box.rect.width, height: box.rect.height }}
    >
      <p id={`card-${box.id}-kicker`} className="kicker">
        {kicker}
      </p>
      <h3 id={`card-${box.id}`} className="card-title tile-title" title={card.title}>
        {about === null ? (
          card.title
        ) : (
          <button type="button" className="card-title-button" onClick={() => onSelect(about)}>
            {card.title}
          </button>
        )}
      </h3>
      <p className={`tile-text tone-${tone}`} title={text}>
        {text}
      </p>
    </section>
  );
}
