/** What page and worker say to each other about a lesson that somebody writes. */
import type { LabError } from '../../lab/labError.ts';
import type { Recording } from '../../lessons/text/draftOf.ts';
import type { LessonReading } from '../../lessons/text/lessonText.ts';
import type { PackedCommands } from '../../projections/packedCommands.ts';
import type { Told } from '../page/oneAnswer.ts';

/** What was recorded, its commands packed. */
export interface PackedRecording extends Omit<Recording, 'before' | 'commands'> {
  given: PackedCommands;
}

export type AuthoringAsked =
  /** Reads a text. */
  | { do: 'read'; text: string }
  /** Writes a lesson of the course as text. */
  | { do: 'write'; lesson: string }
  /** Makes a lesson of what was done. */
  | { do: 'draft'; recording: PackedRecording }
  /** Takes the lesson of a text from start to end. */
  | { do: 'take'; text: string };

/** What is answered, by what was asked. */
export interface AuthoringAnswers {
  read: LessonReading;
  write: string;
  draft: string;
  /** What is wrong with it; nothing: it holds. */
  take: LabError[];
}

/** Steps that have been taken, and how many there are. */
export interface StepsTaken {
  step: number;
  of: number;
}

export type AuthoringTold = Told<StepsTaken, AuthoringAnswers[keyof AuthoringAnswers]>;
