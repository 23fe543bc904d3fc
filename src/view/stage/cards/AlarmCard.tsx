import type { CardBox } from '../../../projections/geometry/cardBox.ts';
import type { AlarmCard as Alarm } from '../../../projections/scene/scene.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { CardFrame } from './CardFrame.tsx';

const MOST_POINTS = 10;

/** A CloudWatch alarm: the state it is in, what it watches, and its last periods. */
export function AlarmCard({ card, box }: { card: Alarm; box: CardBox }) {
  return (
    <CardFrame
      box={box}
      kicker={words.alarm}
      title={card.title}
      about={{ kind: 'alarm', alarm: card.alarm }}
    >
      <p className="alarm-line">
        <strong className={`alarm-state alarm-${card.state}`}>{card.state}</strong>
        <span className="alarm-points" role="img" aria-label={words.periods(card.points)}>
          {card.points.slice(-MOST_POINTS).map((point, i) => (
            <span
              key={i}
              className={`alarm-point${point.breaches ? ' is-breaching' : ''}${
                point.value === null ? ' is-missing' : ''
              }`}
            />
          ))}
        </span>
      </p>
      <p className="alarm-condition" title={card.condition}>
        {card.condition}
      </p>
      <p className="alarm-condition muted" title={card.evaluation}>
        {card.evaluation}
      </p>
    </CardFrame>
  );
}
