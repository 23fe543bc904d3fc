import { useEffect, useState } from 'react';
import { ENGINE_VERSION } from '../../../engine/index.ts';
import { handoutWords as words } from '../../words/handout.ts';
import { lessonsWords } from '../../words/lessons.ts';
import { QrCode } from '../QrCode.tsx';
import { stepLink } from '../stepLink.ts';
import { PrintedAnswers } from './PrintedAnswers.tsx';
import { PrintedStep } from './PrintedStep.tsx';
import { PrintedTerms } from './PrintedTerms.tsx';
import { type Printed, usePrinted } from './usePrinted.ts';

/** A lesson on paper: storyboard and questions, and the answers on pages of their own. */
export function HandoutPage({ id }: { id: string }) {
  const state = usePrinted(id);
  return (
    <main className="handout">
      {state.is === 'running' && (
        <p role="status">
          <label>
            {words.running} <progress max={1} value={state.part} />
          </label>
        </p>
      )}
      {state.is === 'failed' && (
        <p role="alert" className="tone-bad">
          {state.why}{' '}
          <a className="link" href="./#">
            {words.back}
          </a>
        </p>
      )}
      {state.is === 'printed' && <Sheets printed={state.printed} />}
    </main>
  );
}

function Sheets({ printed }: { printed: Printed }) {
  const { entry, told, notes, handout } = printed;
  const [hasAnswers, setHasAnswers] = useState(true);
  const [hasNotes, setHasNotes] = useState(false);
  const link = stepLink(entry.id, 0);
  useEffect(() => {
    document.title = words.openLesson(entry.title);
  }, [entry]);
  return (
    <>
      <div className="handout-tools">
        <a className="link" href={link}>
          {words.back}
        </a>
        <Switch name={words.withAnswers} isOn={hasAnswers} onChange={setHasAnswers} />
        {notes !== null && <Switch name={words.withNotes} isOn={hasNotes} onChange={setHasNotes} />}
        <button type="button" className="button button-primary" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <header className="handout-head">
        <div>
          <p className="kicker">{words.kicker}</p>
          <h1>{entry.title}</h1>
          <p>
            {entry.summary} <span className="muted">({lessonsWords.minutes(entry.minutes)})</span>
          </p>
          <p className="muted">{words.about(handout.lab, told.lesson.seed, ENGINE_VERSION)}</p>
          <p className="handout-link">{link}</p>
        </div>
        <div className="handout-code">
          <QrCode link={link} />
        </div>
      </header>
      <p className="handout-who" aria-hidden="true">
        <span>{words.name}</span>
        <span>{words.date}</span>
      </p>
      {handout.steps.map((step, place) => (
        <PrintedStep
          key={step.step.id}
          {...{ step, place, printed }}
          notes={hasNotes ? (notes?.[step.step.id] ?? []) : []}
        />
      ))}
      <PrintedTerms steps={handout.steps} />
      {hasAnswers && <PrintedAnswers printed={printed} />}
    </>
  );
}

function Switch(props: { name: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label>
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={({ target }) => props.onChange(target.checked)}
      />{' '}
      {props.name}
    </label>
  );
}
