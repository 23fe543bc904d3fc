import { useEffect, useState } from 'react';
import { type CourseEntry, courseEntry } from '../../../lessons/course.ts';
import { type Handout, handoutOf } from '../../../lessons/handout.ts';
import type { ToldLesson } from '../../../lessons/lesson.ts';
import type { SpeakerNotes } from '../../../lessons/speakerNotes.ts';
import { createBreathe } from '../../../runtime/session/breathe.ts';
import { handoutWords as words } from '../../words/handout.ts';

export interface Printed {
  entry: CourseEntry;
  told: ToldLesson;
  notes: SpeakerNotes | null;
  handout: Handout;
}

type State =
  | { is: 'running'; part: number }
  | { is: 'printed'; printed: Printed }
  | { is: 'failed'; why: string };

/** Runs a lesson for its pictures and answers, in slices that leave the page alive. */
export function usePrinted(id: string): State {
  const [state, setState] = useState<State>({ is: 'running', part: 0 });
  useEffect(() => {
    let isWanted = true;
    const tell = (next: State): void => {
      if (isWanted) setState(next);
    };
    print(id, (part) => tell({ is: 'running', part })).then(
      (printed) => tell({ is: 'printed', printed }),
      (error: Error) => tell({ is: 'failed', why: error.message }),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  return state;
}

async function print(id: string, onPart: (part: number) => void): Promise<Printed> {
  const entry = courseEntry(id);
  if (entry === undefined) throw new Error(words.unknown(id));
  const [told, notes] = await Promise.all([entry.load(), entry.notes()]);
  const breathe = createBreathe();
  const handout = await handoutOf(told, async (part) => {
    onPart(part);
    await breathe();
  }).catch((error: Error) => {
    throw new Error(words.failed(error.message));
  });
  return { entry, told, notes, handout };
}
