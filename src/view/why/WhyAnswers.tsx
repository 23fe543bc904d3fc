import { spanText } from '../../projections/spanText.ts';
import type { WhyAnswer, WhyLink } from '../../projections/why/whyAnswer.ts';
import { Figures } from '../inspector/figures/FigureView.tsx';
import { clockLine } from '../parts/clockText.ts';
import { whyPanelWords as words } from '../words/why.ts';
import { RuleLine } from './RuleLine.tsx';
import './why.css';

interface Clock {
  startAtMs: number;
  /** Goes to an instant, microseconds. */
  onGo: (at: number) => void;
  /** Reads more of the journal for the same question; without it that is not offered. */
  onFurther?: () => void;
}

/** Chains of causes, each with what would have had to be different. */
export function WhyAnswers({ answers, ...clock }: { answers: readonly WhyAnswer[] } & Clock) {
  return answers.map((answer, i) => (
    <Answer key={answer.question} answer={answer} isFirst={i === 0} {...clock} />
  ));
}

/** The gravest stands open, the others unfold. */
function Answer(props: { answer: WhyAnswer; isFirst: boolean } & Clock) {
  const { answer, isFirst, ...clock } = props;
  const { question, chain, readBackTo, otherwise, figure } = answer;
  return (
    <details className="why-answer" open={isFirst}>
      <summary className="why-question">{question}</summary>
      {figure && <Figures figures={[figure]} />}
      {readBackTo !== null && (
        <p className="muted">
          {words.readBackTo(clockLine(clock.startAtMs, readBackTo))}{' '}
          {clock.onFurther && (
            <button type="button" className="link" onClick={clock.onFurther}>
              {words.lookFurther}
            </button>
          )}
        </p>
      )}
      <ol className="why-chain" aria-label={words.chain(question)}>
        {chain.map((link, i) => (
          <Link key={link.entry} link={link} before={chain[i - 1]} {...clock} />
        ))}
      </ol>
      {otherwise.length > 0 && (
        <>
          <h3 className="kicker">{words.otherwise}</h3>
          <ul className="why-otherwise">
            {otherwise.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function Link(props: { link: WhyLink; before: WhyLink | undefined } & Clock) {
  const { link, before, startAtMs, onGo } = props;
  const { at, text, rule, attemptsBefore = 0 } = link;
  const clock = clockLine(startAtMs, at);
  const gap = before === undefined ? 0 : at - before.at;
  return (
    <li className="why-link">
      <p className="why-when">
        <button
          type="button"
          className="link mono"
          aria-label={words.go(clock)}
          onClick={() => onGo(at)}
        >
          {clock}
        </button>
        {gap > 0 && <span className="muted"> +{spanText(gap / 1_000)}</span>}
        {attemptsBefore > 0 && <span className="muted"> {words.passedOver(attemptsBefore)}</span>}
      </p>
      <p className="why-sentence">{text}</p>
      <p className="muted why-rule">
        <RuleLine rule={rule} source={rule.source} />
      </p>
    </li>
  );
}
