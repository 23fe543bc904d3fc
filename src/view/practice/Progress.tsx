import { type ChangeEvent, useRef, useState } from 'react';
import { calibrationOf } from '../../lessons/practice/attempt.ts';
import { type ExamId, exams } from '../../lessons/practice/exams.ts';
import { spokenLocale } from '../../projections/words/language.ts';
import { practiceWords as words } from '../words/practice.ts';
import type { Standing } from './asked.ts';
import { begin, forgetProgress, loadProgress, saveProgress, usePractising } from './practising.ts';

/** What was answered so far: what is due, weak spots, how well one knows what one knows. */
export function Progress({ standings }: { standings: readonly Standing[] }) {
  const answered = standings.filter(({ attempts }) => attempts.length > 0);
  return (
    <section aria-label={words.yours} className="practice-progress">
      <h3 className="kicker">{words.yours}</h3>
      {answered.length > 0 && (
        <>
          <Due standings={answered} />
          <Weak standings={answered.filter(({ isWeak }) => isWeak)} />
          <Calibrated />
          <ByExam standings={standings} />
        </>
      )}
      <File />
    </section>
  );
}

function Due({ standings }: { standings: readonly Standing[] }) {
  const due = standings.map(({ dueAt }) => dueAt ?? 0).sort((a, b) => a - b);
  const now = due.filter((at) => at <= Date.now());
  const following = due[now.length];
  return (
    <p>
      {words.due(now.length)}{' '}
      {following !== undefined &&
        words.nextDue(
          new Date(following).toLocaleDateString(spokenLocale(), { dateStyle: 'medium' }),
        )}
    </p>
  );
}

function Weak({ standings }: { standings: readonly Standing[] }) {
  if (standings.length === 0) return null;
  return (
    <details className="practice-weak">
      <summary>{words.weak(standings.length)}</summary>
      <p className="muted practice-small">{words.weakAbout}</p>
      <ul>
        {standings.map(({ question }) => (
          <li key={question.id}>
            <button
              type="button"
              className="link"
              onClick={() => void begin('practice', [question])}
            >
              {question.words.title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Calibrated() {
  const { attempts } = usePractising();
  return (
    <Table caption={words.calibration} heads={words.calibrationHeads}>
      {calibrationOf(attempts).map(({ confidence, answers, right }) => (
        <tr key={confidence}>
          <th scope="row">{words.confidences[confidence]}</th>
          <td>{answers}</td>
          <td>{words.share(right, answers)}</td>
        </tr>
      ))}
    </Table>
  );
}

function ByExam({ standings }: { standings: readonly Standing[] }) {
  return (
    <Table caption={words.byExam} heads={words.examHeads}>
      {(Object.keys(exams) as ExamId[]).map((exam) => {
        const of = standings.filter(({ question }) =>
          question.exams.some((tag) => tag.exam === exam),
        );
        const answered = of.filter(({ attempts }) => attempts.length > 0);
        const right = answered.filter(({ attempts }) => attempts.at(-1)!.right);
        return (
          <tr key={exam}>
            <th scope="row">{exam}</th>
            <td>{words.of(answered.length, of.length)}</td>
            <td>{words.share(right.length, answered.length)}</td>
          </tr>
        );
      })}
    </Table>
  );
}

function Table(props: { caption: string; heads: readonly string[]; children: React.ReactNode }) {
  return (
    <table className="practice-table">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

/** Saving, loading and forgetting. */
function File() {
  const { isKept, attempts } = usePractising();
  const [isForgetting, setForgetting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const onFile = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? [];
    if (file !== undefined) void loadProgress(file);
    event.target.value = '';
  };
  const forget = (): void => {
    setForgetting(false);
    void forgetProgress();
  };
  return (
    <>
      <p className="muted practice-small">{isKept ? words.kept : words.notKept}</p>
      <div className="lesson-ways">
        <button
          type="button"
          className="button"
          disabled={attempts.length === 0}
          onClick={saveProgress}
        >
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {words.load}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={words.load}
          onChange={onFile}
        />
        {attempts.length > 0 && !isForgetting && (
          <button type="button" className="link" onClick={() => setForgetting(true)}>
            {words.forget}
          </button>
        )}
      </div>
      {isForgetting && (
        <div className="practice-forget" role="alertdialog" aria-label={words.forgetSure}>
          <p>{words.forgetSure}</p>
          <div className="lesson-ways">
            <button type="button" className="button" onClick={forget}>
              {words.forgetYes}
            </button>
            <button type="button" className="button" onClick={() => setForgetting(false)}>
              {words.forgetNo}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
