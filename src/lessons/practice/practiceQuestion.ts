/**
 * A question of the exam practice: a lab, the instant at which it is asked, and what the engine does until
 * the instant at which it is answered. It is a lesson of one step, and held to the same [Q9].
 */
import type { RuleId } from '../../projections/ruleTexts.ts';
import type { Question, StepWords, ToldLesson } from '../lesson.ts';
import type { ClaimId } from './claims.ts';
import type { ExamTag } from './exams.ts';

export interface PracticeQuestion {
  /** Unique; as in a link: `practice=poison-record`. */
  id: string;
  /** What is often said wrongly and put right here (`claims.ts`). */
  claims: readonly ClaimId[];
  exams: readonly ExamTag[];
  /** The text of a lab file. */
  lab: string;
  /** 1 unless told. */
  seed?: number;
  /** The instant at which it is asked, such as `1.4s`; the beginning unless told. */
  from?: string;
  /** The instant at which the engine's answer is read off. */
  until: string;
  /** Real seconds in which time goes there; 6 unless told. */
  seconds?: number;
  lookAt?: readonly string[];
  rules?: readonly RuleId[];
  question: Question;
  words: PracticeWords;
}

/** The situation, and the question's own words. */
export interface PracticeWords extends NonNullable<StepWords['question']> {
  title: string;
  /** Paragraphs. */
  text: readonly string[];
}

/** The step that asks. */
export const QUESTION_STEP = 'question';

/** A practice question as a lesson. */
export function asLesson(asked: PracticeQuestion): ToldLesson {
  const { id, lab, seed = 1, from, until, seconds, lookAt, rules, question, words } = asked;
  const { title, text, ...told } = words;
  const before = from === undefined ? [] : [{ id: 'before', until: from }];
  return {
    minutes: 0,
    lesson: {
      id: `practice:${id}`,
      lab,
      seed,
      goals: [],
      steps: [
        ...before,
        {
          id: QUESTION_STEP,
          until,
          question,
          ...(seconds !== undefined && { seconds }),
          ...(lookAt !== undefined && { lookAt }),
          ...(rules !== undefined && { rules }),
        },
      ],
    },
    words: {
      steps: {
        ...(from !== undefined && { before: { title, text: [] } }),
        [QUESTION_STEP]: { title, text, question: told },
      },
    },
  };
}
