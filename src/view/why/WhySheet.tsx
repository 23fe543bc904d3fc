import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { clockLine } from '../parts/clockText.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { whyPanelWords as words } from '../words/why.ts';
import { WhyAnswers } from './WhyAnswers.tsx';
import { lookFurther, useWhy } from './whyStore.ts';
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
        <WhyAnswers
          answers={answers ?? []}
          startAtMs={startAtMs}
          onGo={(at) => void labActions.seek(at)}
          onFurther={() => void lookFurther()}
        />
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
          {life.readUntil !== null && (
            <p className="muted">
              {words.readUntil(clockLine(startAtMs, life.readUntil))}{' '}
              <button type="button" className="link" onClick={() => void lookFurther()}>
                {words.readOn}
              </button>
            </p>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keys too */}
          <pre className="mono why-text" tabIndex={0}>
            {life.text}
          </pre>
        </section>
      )}
    </Sheet>
  );
}
