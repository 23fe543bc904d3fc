import type { CardBox } from '../../../projections/geometry/cardBox.ts';
import { arrivalsShown, arrivalTexts } from '../../../projections/scene/cardParts.ts';
import type { TargetCard as Target } from '../../../projections/scene/scene.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { MarkGlyph } from '../../parts/MarkGlyph.tsx';
import { dimItemClass, useStage } from '../stageContext.ts';
import { CardFrame } from './CardFrame.tsx';

/** Where changes end: how much is there, what is wrong with it, and what came last. */
export function TargetCard({ card, box }: { card: Target; box: CardBox }) {
  const { onSelect, focus } = useStage();
  const { rules, lines, spelled, shown } = arrivalsShown(card, box.rect);
  return (
    <CardFrame
      box={box}
      kicker={words.targetKinds[card.kind] ?? card.kind}
      title={card.title}
      about={{ kind: 'target', target: card.target }}
    >
      <p className="target-line">{card.line}</p>
      <p className={`card-status target-status tone-${card.tone}`} title={card.statusInFull}>
        {card.status}
      </p>
      {rules.length > 0 && (
        <ul className="bus-rules" aria-label={words.rules}>
          {rules.map(({ name, matched }) => (
            <li key={name} title={words.ruleMatched(name, matched)}>
              <span>{name}</span> <span>{words.matched(matched)}</span>
            </li>
          ))}
        </ul>
      )}
      <Documents card={card} rows={lines} />
      <ol className={spelled ? 'latest is-spelled' : 'latest'} aria-label={words.latest}>
        {card.latest.slice(0, shown).map((arrival) => (
          <li key={arrival.effect}>
            <button
              type="button"
              className={`arrival${dimItemClass(focus, arrival.mark.item)}`}
              title={arrival.text}
              aria-label={arrivalName(arrival)}
              onClick={() => onSelect({ kind: 'effect', effect: arrival.effect })}
            >
              <MarkGlyph mark={{ ...arrival.mark, label: '' }} title="" size={16} />
              {spelled && <ArrivalText {...arrival} />}
            </button>
          </li>
        ))}
      </ol>
    </CardFrame>
  );
}

/** What an on-failure destination holds: pointers into shards, or whole records. */
function Documents({ card, rows }: { card: Target; rows: number }) {
  const { onSelect } = useStage();
  const { documents } = card;
  if (documents === undefined || documents.length === 0) return null;
  return (
    <ol className="documents" aria-label={words.documents}>
      {documents.slice(0, rows).map(({ document, text }) => (
        <li key={document}>
          <button
            type="button"
            className="arrival"
            title={text}
            onClick={() => onSelect({ kind: 'target', target: card.target })}
          >
            <span className="document-sign" aria-hidden="true" />
            <span className="arrival-text">{text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** `order#7 indexed`; the item first where the text does not begin with it. */
function arrivalName(arrival: Target['latest'][number]): string {
  const { done } = arrivalTexts(arrival);
  return done === '' ? `${arrival.mark.label}: ${arrival.text}` : arrival.text;
}

/** The item, and what was done with it. */
function ArrivalText(arrival: Target['latest'][number]) {
  const { item, done } = arrivalTexts(arrival);
  return (
    <span className="arrival-text">
      <span>{item}</span> {done !== '' && <span>{done}</span>}
    </span>
  );
}
