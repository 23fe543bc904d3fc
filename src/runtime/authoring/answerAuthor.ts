/** Reads and takes a lesson's text: in the worker, or on the page's own thread. */
import { courseText } from '../../lessons/text/courseText.ts';
import { draftOf } from '../../lessons/text/draftOf.ts';
import { readLesson } from '../../lessons/text/readLesson.ts';
import { takeText } from '../../lessons/text/takeText.ts';
import type { AuthoringAnswers, AuthoringAsked, AuthoringTold } from './authoringMessages.ts';

export async function answerAuthor(
  asked: AuthoringAsked,
  tell: (told: AuthoringTold) => void,
): Promise<void> {
  try {
    tell({ do: 'done', answer: await answerTo(asked, tell) });
  } catch (error) {
    tell({ do: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
}

async function answerTo(
  asked: AuthoringAsked,
  tell: (told: AuthoringTold) => void,
): Promise<AuthoringAnswers[keyof AuthoringAnswers]> {
  if (asked.do === 'write') return courseText(asked.lesson);
  const progress = (step: number, of: number): void => tell({ do: 'progress', step, of });
  if (asked.do === 'draft') return draftOf(asked.recording, progress);
  const reading = readLesson(asked.text);
  if (asked.do === 'read') return reading;
  if (!reading.ok) return reading.errors;
  return takeText(reading.lesson, reading.lines, progress);
}
