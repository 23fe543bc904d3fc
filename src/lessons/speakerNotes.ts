/**
 * What a teacher may say or ask at each step of a lesson, seen by nobody else. Loaded only when a lesson is
 * presented. Rule: [Q30] in SPEC.md.
 */
import { type Language, spokenLanguage } from '../projections/words/language.ts';

/**
 * By the id of the step: one to three paragraphs, marked as the lesson's own words are. `{measure}` stands for
 * what the engine counts at the end of the step.
 */
export type SpeakerNotes = Readonly<Record<string, readonly string[]>>;

type Written = Readonly<Record<string, () => Promise<{ notes: SpeakerNotes }>>>;

/** By the id of the lesson. */
const written: Readonly<Record<Language, Written>> = {
  en: {
    'what-a-change-is': () => import('./course/whatAChangeIs/notes.ts'),
  },
  de: {
    'what-a-change-is': () => import('./course/whatAChangeIs/notesGerman.ts'),
  },
};

/** @returns null where a lesson has none; in English where it has none in the language. */
export async function speakerNotesOf(
  lesson: string,
  language: Language = spokenLanguage(),
): Promise<SpeakerNotes | null> {
  const load = written[language][lesson] ?? written.en[lesson];
  return load === undefined ? null : (await load()).notes;
}
