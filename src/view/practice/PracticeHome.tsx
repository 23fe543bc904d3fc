import { useEffect, useId, useRef } from 'react';
import { type ExamId, exams } from '../../lessons/practice/exams.ts';
import type { PracticeQuestion } from '../../lessons/practice/practiceQuestion.ts';
import { useTaking } from '../lessons/taking.ts';
import { practiceWords as words } from '../words/practice.ts';
import { standings, type Wishes, wished } from './asked.ts';
import { Progress } from './Progress.tsx';
import { begin, MOST_TIMED, minutesFor, usePractising, wish } from './practising.ts';

/** What there is to practise, and what was practised so far. */
export function PracticeHome({ questions }: { questions: readonly PracticeQuestion[] }) {
  const { attempts, wishes } = usePractising();
  const all = standings(questions, attempts);
  const chosen = wished(all, wishes, Date.now()).map(({ question }) => question);
  const top = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // From a question, not from the list of lessons, whose sheet has the focus at its title.
    if (document.activeElement === document.body) top.current?.focus({ preventScroll: true });
    top.current?.closest('.sheet-body')?.scrollTo(0, 0);
  }, []);
  const timed = Math.min(MOST_TIMED, chosen.length);
  return (
    <>
      <p ref={top} tabIndex={-1} className="muted practice-about">
        {words.about}
      </p>
      <WishForm wishes={wishes} />
      <p className="practice-found" role="status">
        {chosen.length === 0 ? words.none : words.found(chosen.length)}
      </p>
      <div className="lesson-ways">
        <button
          type="button"
          className="button button-primary"
          disabled={chosen.length === 0}
          onClick={() => void begin('practice', chosen)}
        >
          {words.practise}
        </button>
        <button
          type="button"
          className="button"
          disabled={chosen.length === 0}
          onClick={() => void begin('timed', shuffled(chosen).slice(0, timed))}
        >
          {words.timed(timed, minutesFor(timed))}
        </button>
      </div>
      <p className="muted practice-small">{words.timedAbout}</p>
      <Progress standings={all} />
      <button
        type="button"
        className="link"
        onClick={() => useTaking.setState({ isPractice: false })}
      >
        {words.lessons}
      </button>
    </>
  );
}

function WishForm({ wishes }: { wishes: Wishes }) {
  const { exam, domain, which } = wishes;
  const domains = exam === 'all' ? [] : exams[exam].domains;
  return (
    <fieldset className="practice-wishes">
      <legend className="kicker">{words.choose}</legend>
      <Select
        name={words.exam}
        value={exam}
        options={[
          ['all', words.allExams],
          ...Object.entries(exams).map(([id, { title }]): [string, string] => [
            id,
            `${id} ${title}`,
          ]),
        ]}
        onChange={(value) => wish({ exam: value as ExamId | 'all', domain: 0 })}
      />
      {domains.length > 0 && (
        <Select
          name={words.domain}
          value={String(domain)}
          options={[
            ['0', words.allDomains],
            ...domains.map((title, i): [string, string] => [String(i + 1), `${i + 1} ${title}`]),
          ]}
          onChange={(value) => wish({ domain: Number(value) })}
        />
      )}
      <Select
        name={words.which}
        value={which}
        options={Object.entries(words.whiches)}
        onChange={(value) => wish({ which: value as Wishes['which'] })}
      />
      <Select
        name={words.source}
        value={wishes.source}
        options={Object.entries(words.sources)}
        onChange={(value) => wish({ source: value as Wishes['source'] })}
      />
    </fieldset>
  );
}

function Select(props: {
  name: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="practice-wish">
      <label htmlFor={id}>{props.name}</label>
      <select
        id={id}
        className="field"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** In an order that nobody has chosen. */
function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((one): [number, T] => [Math.random(), one])
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
