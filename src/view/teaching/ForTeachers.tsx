import { course } from '../../lessons/course.ts';
import { handoutWords } from '../words/handout.ts';
import { teachingWords as words } from '../words/teaching.ts';
import { HandoutLink, startPresenting } from './TeachButtons.tsx';

/** Below the list of lessons: each of them for a class. */
export function ForTeachers() {
  return (
    <details className="lesson-glossary lesson-teachers">
      <summary>{words.forTeachers}</summary>
      <p className="muted">{words.about}</p>
      <ul>
        {course.map(({ id, title }) => (
          <li key={id}>
            <span>{title}</span>
            <button
              type="button"
              className="link"
              aria-label={words.presentLesson(title)}
              onClick={() => startPresenting(id, 0)}
            >
              {words.present}
            </button>
            <HandoutLink lesson={id} name={handoutWords.openLesson(title)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
