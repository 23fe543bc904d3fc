import { type FormEvent, useEffect, useState } from 'react';
import { spanText } from '../../../projections/spanText.ts';
import { Rich } from '../../lessons/Rich.tsx';
import { lessonsWords } from '../../words/lessons.ts';
import { teachingWords as words } from '../../words/teaching.ts';
import { NotesPane } from '../NotesPane.tsx';
import type { SpeakerView } from '../speakerView.ts';
import { isTaken, wishOf } from '../teachingKeys.ts';
import {
  channelName,
  type SpeakerWish,
  type ToPresentation,
  type ToSpeaker,
} from './speakerMessages.ts';

type Ask = (wish: SpeakerWish) => void;

/** The teacher's own window: what to say, the answer, the hands, and the same keys as in the presentation. */
export function SpeakerPage({ id }: { id: string }) {
  const [view, setView] = useState<SpeakerView | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [channel] = useState(() => new BroadcastChannel(channelName(id)));
  useEffect(() => {
    const tell = (message: ToPresentation): void => channel.postMessage(message);
    channel.onmessage = ({ data }: MessageEvent<ToSpeaker>) => {
      setIsOver(data.do === 'end');
      if (data.do === 'show') setView(data.view);
    };
    tell({ do: 'hello' });
    const onKeyDown = (event: KeyboardEvent): void => {
      const wish = isTaken(event.target, event.key) ? null : wishOf(event);
      // These would change this window, or open it again.
      if (wish === null || wish === 'window' || wish === 'fullScreen' || wish === 'leave') return;
      event.preventDefault();
      tell({ do: 'wish', wish });
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [channel]);
  const ask: Ask = (wish) => channel.postMessage({ do: 'wish', wish } satisfies ToPresentation);
  return (
    <main className="speaker">
      {isOver && (
        <p className="speaker-over" role="alert">
          {words.lost}
        </p>
      )}
      {view === null ? (
        <p className="muted">{words.waiting}</p>
      ) : (
        <Seen view={view} ask={ask} isOver={isOver} />
      )}
    </main>
  );
}

function Seen({ view, ask, isOver }: { view: SpeakerView; ask: Ask; isOver: boolean }) {
  return (
    <>
      <header className="speaker-head">
        <p className="muted">
          {view.title} · {lessonsWords.step(view.step, view.steps)} ·{' '}
          <Since beganAtMs={view.beganAtMs} />
        </p>
        <h1 className="present-title">{view.heading}</h1>
        <p className="speaker-ways">
          <button type="button" className="button" disabled={isOver} onClick={() => ask('back')}>
            {words.back}
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={isOver}
            onClick={() => ask('next')}
          >
            {words.nextIs(view.next)}
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={view.isBlack}
            disabled={isOver}
            onClick={() => ask('black')}
          >
            {words.blackName}
          </button>
          {view.following !== null && <span className="muted">{words.after(view.following)}</span>}
        </p>
      </header>
      <NotesPane view={view} title={words.notesTitle} />
      <Counts view={view} ask={ask} />
      <section className="speaker-shown" aria-label={words.onPicture}>
        <p className="kicker">{words.onPicture}</p>
        {[...view.text, ...(view.ask === null ? [] : [view.ask])].map((text) => (
          <p key={text}>
            <Rich text={text} report={null} />
          </p>
        ))}
      </section>
    </>
  );
}

/** Real time since the presentation began. */
function Since({ beganAtMs }: { beganAtMs: number }) {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((nowMs - beganAtMs) / 1_000));
  return words.since(spanText(seconds * 1_000));
}

/** The hands for each answer, or the numbers that were called out. */
function Counts({ view, ask }: { view: SpeakerView; ask: Ask }) {
  if (view.called !== null) return <CalledOut view={view} called={view.called} ask={ask} />;
  if (view.choices.length === 0) return null;
  return (
    <ol className="speaker-hands" aria-label={words.question}>
      {view.choices.map(({ id, text, hands }, place) => (
        <li key={id}>
          <button
            type="button"
            className="button"
            aria-label={words.fewer(text)}
            onClick={() => ask({ hand: place, by: -1 })}
          >
            −
          </button>
          <strong>{hands}</strong>
          <button
            type="button"
            className="button"
            aria-label={words.more(text)}
            onClick={() => ask({ hand: place, by: 1 })}
          >
            +
          </button>
          <span>
            {place + 1}. <Rich text={text} report={null} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function CalledOut(props: { view: SpeakerView; called: readonly number[]; ask: Ask }) {
  const { view, called, ask } = props;
  const [typed, setTyped] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') ask({ called: Number(typed) });
    setTyped('');
  };
  return (
    <form className="vote-add" onSubmit={add}>
      <input
        inputMode="decimal"
        aria-label={words.calledHint(view.unit)}
        placeholder={view.unit}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="button">
        {words.add}
      </button>
      {called.length > 0 && (
        <button type="button" className="link" onClick={() => ask({ called: null })}>
          {words.takeBack}
        </button>
      )}
      <span>{called.join(' · ')}</span>
    </form>
  );
}
