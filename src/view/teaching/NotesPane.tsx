import { Rich } from '../lessons/Rich.tsx';
import { teachingWords as words } from '../words/teaching.ts';
import type { SpeakerView } from './speakerView.ts';

/** What a teacher may say at a step, and the answer to what is asked. */
export function NotesPane({ view, title }: { view: SpeakerView; title: string }) {
  const { notes, isRules, answer } = view;
  return (
    <section className="notes-pane" aria-label={title}>
      <p className="kicker">{title}</p>
      {isRules && <p className="muted">{words.rulesInstead}</p>}
      {notes.length === 0 && <p className="muted">{words.nothing}</p>}
      {notes.map((paragraph) => (
        <p key={paragraph}>
          <Rich text={paragraph} report={null} />
        </p>
      ))}
      {(answer === null || answer.length > 0) && (
        <p>
          <strong>{words.answer}:</strong>{' '}
          {answer === null ? (
            <span className="muted">{words.notDerived}</span>
          ) : (
            <Rich text={answer.join(' · ')} report={null} />
          )}
        </p>
      )}
    </section>
  );
}
