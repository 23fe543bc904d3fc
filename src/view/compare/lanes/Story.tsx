import { changeKindName } from '../../../engine/world.ts';
import type { WhyAnswer } from '../../../projections/why/whyAnswer.ts';
import { useLab } from '../../../runtime/page/useLab.ts';
import { WhyAnswers } from '../../why/WhyAnswers.tsx';
import { laneWords as words } from '../../words/lanes.ts';
import { whyPanelWords as panelWords } from '../../words/why.ts';
import { fateText, laneName } from './laneNames.ts';
import { askWhyInLane, goTo, useLanes } from './laneStore.ts';
import { stepChange } from './momentStore.ts';

/** One write in every lane: chosen by a click or step by step, and what became of it. */
export function Story() {
  const { chosen, outcomes, frame, why } = useLanes();
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
                  <dd className={outcome.fate > 1 ? 'tone-bad' : undefined}>
                    {fateText(outcome)}{' '}
                    <button
                      type="button"
                      className="link"
                      aria-label={words.whyIn(laneName(outcome.word))}
                      aria-expanded={why?.lane === outcome.word}
                      onClick={() => void askWhyInLane(outcome.word)}
                    >
                      {words.why}
                    </button>
                  </dd>
                </div>
              ))}
            </dl>
            {why && <Why lane={why.lane} answers={why.answers} />}
          </>
        ) : (
          <p className="muted">{words.followNone}</p>
        )}
      </div>
    </section>
  );
}

/** The causes in one lane, and what would have had to be different there. */
function Why({ lane, answers }: { lane: string; answers: readonly WhyAnswer[] | null }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  return (
    <section aria-label={words.whyIn(laneName(lane))}>
      <h4 className="way-title">{words.whyIn(laneName(lane))}</h4>
      {answers === null && <p className="muted">{panelWords.waiting}</p>}
      {answers?.length === 0 && <p className="muted">{words.whyNothing}</p>}
      <WhyAnswers
        answers={(answers ?? []).map((answer) => named(answer, lane))}
        startAtMs={startAtMs}
        onGo={goTo}
      />
    </section>
  );
}

/** With the lane's name where the watcher that was made for it is named. */
function named({ question, chain, otherwise, ...rest }: WhyAnswer, lane: string): WhyAnswer {
  const name = laneName(lane);
  const within = (text: string) => text.replace(/\bLane\d+\b/g, () => name);
  return {
    ...rest,
    question: within(question),
    chain: chain.map((link) => ({ ...link, text: within(link.text) })),
    otherwise: otherwise.map(within),
  };
}
