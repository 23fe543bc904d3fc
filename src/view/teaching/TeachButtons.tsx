import { spokenLanguage } from '../../projections/words/language.ts';
import { usePanels } from '../panels.ts';
import { useStageView } from '../stage/stageView.ts';
import { handoutWords } from '../words/handout.ts';
import { teachingWords as words } from '../words/teaching.ts';

/** Presents a lesson from a step on, on the whole screen where the browser allows it. @param step from 0. */
export function startPresenting(lesson: string, step: number): void {
  // Asked for at once: the browser grants it only to a click or a key.
  document.documentElement.requestFullscreen?.().catch(() => {});
  useStageView.setState({ isPresenting: true });
  usePanels.setState({ presented: { lesson, step } });
}

/** To the lesson on paper. */
export function HandoutLink({ lesson, name }: { lesson: string; name?: string }) {
  const href = `handout.html?lesson=${lesson}&language=${spokenLanguage()}`;
  return (
    <a className="link" href={href} target="_blank" rel="noopener" aria-label={name}>
      {handoutWords.open}
    </a>
  );
}

/** Presents the step that is being taken, or prints the lesson. */
export function TeachButtons({ lesson, step }: { lesson: string; step: number }) {
  return (
    <>
      <button type="button" className="link" onClick={() => startPresenting(lesson, step)}>
        {words.present}
      </button>
      <HandoutLink lesson={lesson} />
    </>
  );
}
