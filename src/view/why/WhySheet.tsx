import { spanText } from '../../projections/spanText.ts';
import type { WhyAnswer, WhyLink } from '../../projections/why/whyAnswer.ts';
import { labActions, useLab } from '../../runtime/useLab.ts';
import { Figures } from '../inspector/figures/FigureView.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { clockLine } from '../parts/clockText.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { whyPanelWords as words } from '../words/why.ts';
import { useWhy } from './whyStore.ts';
import './why.css';

/** Why it happened: chains of causes, what would have had to be different, and a record's life. */
export default function WhySheet({ onClose }: { onClose: () => void }) {
  const { answers, life, at } = useWhy();
  const startAtMs = useLab((lab) => lab.startAtMs);
  return (
    <Sheet title={words.title} wide onClose={onClose}>
      <p className="muted why-about">{words.asked(clockLine(startAtMs, at))}</p>
      <div aria-live="polite">
        {answers === null && <p className="muted">{words.waiting}</p>}
        {answers?.length === 0 && <p className="muted">{words.nothing}</p>}
        {answers?.map((answer, i) => (
          <Answer key={answer.question} answer={answer} isFirst={i === 0} startAtMs={startAtMs} />
        ))}
      </div>
      {life !== null && (
        <section className="why-life" aria-labelledby="why-life">
          <h3 id="why-life" className="why-question">
            {words.life}
          </h3>
          <p className="why-copies">
            <CopyButton text={() => life.text} name={words.copyText} />
            <CopyButton text={() => life.mermaid} name={words.copyMermaid} />
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keys too */}
          <pre className="mono why-text" tabIndex={0}>
            {life.text}
          </pre>
        </section>
      )}
    </Sheet>
  );
}

/** The gravest stands open, the others unfold. */
function Answer(props: { answer: WhyAnswer; isFirst: boolean; startAtMs: number }) {
  const { answer, isFirst, startAtMs } = props;
  const { question, chain, otherwise, figure } = answer;
  return (
    <details className="why-answer" open={isFirst}>
      <summary className="why-question">{question}</summary>
      {figure && <Figures figures={[figure]} />}
      <ol className="why-chain" aria-label={words.chain(question)}>
        {chain.map((link, i) => (
          <Link key={link.entry} link={link} before={chain[i - 1]} startAtMs={startAtMs} />
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

function Link(props: { link: WhyLink; before: WhyLink | undefined; startAtMs: number }) {
  const { link, before, startAtMs } = props;
  const { at, text, rule } = link;
  const clock = clockLine(startAtMs, at);
  const gap = before === undefined ? 0 : at - before.at;
  return (
    <li className="why-link">
      <p className="why-when">
        <button
          type="button"
          className="link mono"
          aria-label={words.go(clock)}
          onClick={() => void labActions.seek(at)}
        >
          {clock}
        </button>
        {gap > 0 && <span className="muted"> +{spanText(gap / 1_000)}</span>}
      </p>
      <p className="why-sentence">{text}</p>
      <p className="muted why-rule">
        <span className="mono" title={words.rule(rule.id)}>
          {rule.id}
        </span>{' '}
        {rule.text}{' '}
        {rule.source === null ? (
          <span>({words.provenance[rule.provenance]})</span>
        ) : (
          <a
            className="link"
            href={rule.source.address}
            target="_blank"
            rel="noreferrer"
            aria-label={words.source(rule.source.title)}
          >
            {rule.source.title} ↗
          </a>
        )}
      </p>
    </li>
  );
}
