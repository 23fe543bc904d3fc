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
    'why-not-poll': () => import('./course/whyNotPoll/notes.ts'),
    'enabling-a-stream': () => import('./course/enablingAStream/notes.ts'),
    'record-anatomy': () => import('./course/recordAnatomy/notes.ts'),
    'partitions-and-keys': () => import('./course/partitionsAndKeys/notes.ts'),
    'shards-and-order': () => import('./course/shardsAndOrder/notes.ts'),
    'family-tree': () => import('./course/familyTree/notes.ts'),
    iterators: () => import('./course/iterators/notes.ts'),
    'one-record-each': () => import('./course/oneRecordEach/notes.ts'),
    mappings: () => import('./course/mappings/notes.ts'),
    'poison-record': () => import('./course/poison/notes.ts'),
    'bisect-and-partial-failures': () => import('./course/bisect/notes.ts'),
    'giving-up': () => import('./course/givingUp/notes.ts'),
    'parallelization-and-order': () => import('./course/parallel/notes.ts'),
    filters: () => import('./course/filters/notes.ts'),
    'duplicates-and-idempotency': () => import('./course/duplicates/notes.ts'),
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
