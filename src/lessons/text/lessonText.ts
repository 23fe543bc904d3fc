/**
 * A lesson as one text file, Markdown with blocks of YAML: what it says beside the lesson's own types, and
 * its bounds. Written by `writeLesson.ts`, read by `readLesson.ts`; the format is described in docs/lessons.md.
 * Rules: [Q40] to [Q42] in SPEC.md.
 */
import type { LabError } from '../../lab/labError.ts';
import type { ToldLesson } from '../lesson.ts';
import type { SpeakerNotes } from '../speakerNotes.ts';

export interface LessonText {
  title: string;
  /** A sentence or two for the list of lessons; empty: there is none. */
  summary: string;
  told: ToldLesson;
  /** For the speaker: paragraphs, by the step's id. */
  notes: SpeakerNotes;
}

export type LessonReading =
  | { ok: true; lesson: LessonText; lines: LessonLines }
  | { ok: false; errors: LabError[] };

/** Where things stand in the file, from 1. */
export interface LessonLines {
  /** Of each step's heading, in their order. */
  steps: readonly number[];
}

export const MOST_BYTES = 1_048_576;
/** Values of one block, its aliases written out. */
export const MOST_VALUES = 10_000;

/** The id of a step that says none: its title in small letters, with hyphens. */
export const idOfTitle = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[’'`*]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
