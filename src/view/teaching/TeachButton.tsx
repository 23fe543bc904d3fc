import { usePanels } from '../panels.ts';
import { useStageView } from '../stage/stageView.ts';
import { teachingWords as words } from '../words/teaching.ts';

/** Presents a lesson from a step on, on the whole screen where the browser allows it. @param step from 0. */
export function startPresenting(lesson: string, step: number): void {
  // Asked for at once: the browser grants it only to a click or a key.
  document.documentElement.requestFullscreen?.().catch(() => {});
  useStageView.setState({ isPresenting: true });
  usePanels.setState({ presented: { lesson, step } });
}

/** Presents the step that is being taken. */
export function TeachButton({ lesson, step }: { lesson: string; step: number }) {
  return (
    <button type="button" className="link" onClick={() => startPresenting(lesson, step)}>
      {words.present}
    </button>
  );
}
