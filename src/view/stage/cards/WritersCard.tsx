import type { CardBox } from '../../../projections/geometry/cardBox.ts';
import type { WritersCard as Writers } from '../../../projections/scene/scene.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { useStage } from '../stageContext.ts';
import { CardFrame } from './CardFrame.tsx';

/** Who writes to the table: a person's buttons, and the background traffic. */
export function WritersCard({ card, box }: { card: Writers; box: CardBox }) {
  const { actions } = useStage();
  const write = actions.onWrite;
  const trafficOn = card.trafficPerSecond > 0;
  return (
    <CardFrame box={box} kicker={words.writers} title={card.title}>
      <div className="writers-buttons">
        <button
          type="button"
          className="button button-primary"
          onClick={() => write('putItem', card.table)}
        >
          {words.putItem}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => write('updateTenTimes', card.table)}
        >
          {words.updateTenTimes}
        </button>
        <button type="button" className="button" onClick={() => write('burst', card.table)}>
          {words.burst}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={trafficOn}
          onClick={() => write('traffic', card.table, !trafficOn)}
        >
          {words.traffic(card.trafficPerSecond)}
        </button>
      </div>
      <p className="writers-rate muted">
        {words.written(card.written)}
        <br />
        {words.perSecond(card.writesPerSecond)}
      </p>
    </CardFrame>
  );
}
