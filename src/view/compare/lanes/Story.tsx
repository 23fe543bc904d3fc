import { changeKindName } from '../../../engine/world.ts';
import { laneWords as words } from '../../words/lanes.ts';
import { fateText, laneName } from './laneNames.ts';
import { useLanes } from './laneStore.ts';
import { stepChange } from './momentStore.ts';

/** One write in every lane: chosen by a click or step by step, and what became of it. */
export function Story() {
  const { chosen, outcomes, frame } = useLanes();
  const mark = frame?.lanes[0]?.marks.find(({ change }) => change === chosen);
  const moment = frame?.lanes.flatMap((lane) => lane.moments).find((m) => m.change === chosen);
  const kind = mark ? changeKindName(mark.kind) : (moment?.kind ?? '');
  const label = mark?.label ?? moment?.label ?? `change ${chosen}`;
  const isChosen = chosen !== null && outcomes.length > 0;
  return (
    <section className="way-story" aria-label={words.follow}>
      <h3 className="kicker">{words.follow}</h3>
      <div className="way-controls">
        <button type="button" className="button" onClick={() => stepChange(-1)}>
          {words.earlier}
        </button>
        <button type="button" className="button" onClick={() => stepChange(1)}>
          {words.laterWrite}
        </button>
      </div>
      <div aria-live="polite">
        {isChosen ? (
          <>
            <h4 className="way-title">{words.story(kind, label)}</h4>
            <dl>
              {outcomes.map((outcome) => (
                <div key={outcome.word}>
                  <dt>{laneName(outcome.word)}</dt>
                  <dd className={outcome.fate > 1 ? 'tone-bad' : undefined}>{fateText(outcome)}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : (
          <p className="muted">{words.followNone}</p>
        )}
      </div>
    </section>
  );
}
