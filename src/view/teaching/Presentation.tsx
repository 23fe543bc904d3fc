import './teaching.css';
import '../lessons/lessons.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTaking } from '../lessons/taking.ts';
import { usePanels } from '../panels.ts';
import { useReducedMotion } from '../parts/useMedia.ts';
import { usePresenterZoom } from '../stage/stageView.ts';
import { lessonsWords } from '../words/lessons.ts';
import { teachingWords as words } from '../words/teaching.ts';
import { carryOut, type TeachingContext } from './carryOut.ts';
import { NotesPane } from './NotesPane.tsx';
import { PresentationOver } from './PresentationOver.tsx';
import {
  beatOf,
  goBack,
  goOn,
  present,
  toggleNotes,
  toggleOver,
  usePresenting,
} from './presenting.ts';
import { StepCaption } from './StepCaption.tsx';
import { SpeakerLink } from './speaker/speakerLink.ts';
import { beatText } from './speakerView.ts';
import { isTaken, wishOf } from './teachingKeys.ts';
import { useSpeakerView } from './useSpeakerView.ts';

/** A lesson as a class sees it: the stage, the step's words, and nothing else unless it is asked for. */
export default function Presentation({ children }: { children: ReactNode }) {
  const taken = useTaking((state) => state.taken);
  const trouble = useTaking((state) => state.trouble);
  const { hasNotes, isBlocked, over } = usePresenting();
  const enlarged = usePresenterZoom();
  const view = useSpeakerView();
  const context = useTeachingContext();
  useEffect(() => {
    const asked = usePanels.getState().presented;
    if (asked !== null) void present(asked.lesson, asked.step);
  }, []);
  useTeachingKeys(context);
  useEffect(() => {
    if (view !== null) context.speaker.show(view);
  }, [view, context]);
  const isOpen = taken !== null && view !== null;
  return (
    <div className="present">
      <header className="present-bar">
        <p className="present-place">
          {isOpen && (
            <>
              <strong>{taken.title}</strong>
              <span className="muted"> {lessonsWords.step(view.step, view.steps)}</span>
            </>
          )}
        </p>
        {isOpen && <Controls context={context} />}
      </header>
      <main className="present-main" aria-label={words.region(taken?.title ?? '')}>
        <div className="present-stage" style={{ zoom: enlarged }}>
          {children}
        </div>
        {trouble !== null && (
          <p className="lesson-trouble" role="alert">
            {trouble}
          </p>
        )}
        {isOpen ? <StepCaption taken={taken} /> : <p className="muted">{words.opening}</p>}
      </main>
      {isBlocked && hasNotes && (
        <p className="present-blocked" role="alert">
          {words.speakerBlocked}
        </p>
      )}
      {hasNotes && view !== null && <NotesPane view={view} title={words.notesHere} />}
      {over !== null && taken !== null && <PresentationOver over={over} taken={taken} />}
    </div>
  );
}

function useTeachingContext(): TeachingContext {
  const atOnce = useReducedMotion();
  const [speaker] = useState(() => new SpeakerLink());
  const context = useRef<TeachingContext>({ atOnce, speaker });
  context.current.atOnce = atOnce;
  useEffect(() => {
    const { current } = context;
    speaker.listen((wish) => carryOut(wish, current));
    return () => speaker.close();
  }, [speaker]);
  return context.current;
}

/** The keys of the presentation stand in the place of the page's own. */
function useTeachingKeys(context: TeachingContext): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const wish = isTaken(event.target, event.key) ? null : wishOf(event);
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
      if (wish === null) return;
      event.preventDefault();
      if (!event.repeat) carryOut(wish, context);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [context]);
}

function Controls({ context }: { context: TeachingContext }) {
  const taken = useTaking((state) => state.taken)!;
  const { isRevealed, hasNotes, over } = usePresenting();
  const beat = beatOf(taken, isRevealed);
  return (
    <nav className="present-controls" aria-label={words.controls}>
      <button type="button" className="link" onClick={() => carryOut('window', context)}>
        {words.speaker}
      </button>
      <button type="button" className="link" aria-pressed={hasNotes} onClick={toggleNotes}>
        {words.notes}
      </button>
      <button
        type="button"
        className="link"
        aria-pressed={over === 'code'}
        onClick={() => toggleOver('code')}
      >
        {words.code}
      </button>
      <button type="button" className="link" onClick={() => carryOut('fullScreen', context)}>
        {words.fullScreen}
      </button>
      <button type="button" className="link" onClick={() => toggleOver('keys')}>
        {words.keys}
      </button>
      <button type="button" className="link" onClick={() => carryOut('leave', context)}>
        {words.leave}
      </button>
      <span className="present-ways">
        <button type="button" className="button" onClick={goBack}>
          {words.back}
        </button>
        <button
          type="button"
          className="button button-primary present-next"
          disabled={beat === 'end' || beat === 'wait'}
          onClick={() => goOn(context.atOnce)}
        >
          {beatText(beat, taken)}
        </button>
      </span>
    </nav>
  );
}
