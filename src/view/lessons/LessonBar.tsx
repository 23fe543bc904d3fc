import { openSheet, usePanels } from '../panels.ts';
import { shellWords } from '../words/shell.ts';

/** The way back to the lesson that is being taken, while something else stands in its place. */
export function LessonBar() {
  const { lesson, sheet } = usePanels();
  if (lesson === null || sheet === 'lessons') return null;
  return (
    <p className="lesson-bar">
      <span>{shellWords.lesson.bar(lesson)}</span>
      <button type="button" className="link" onClick={() => openSheet('lessons')}>
        {shellWords.lesson.back}
      </button>
    </p>
  );
}
