/** What a teacher may say: at each step of a lesson that has notes, and with numbers that there are. */
import { describe, expect, it } from 'vitest';
import { type CourseEntry, course } from './course.ts';
import { filled } from './measure.ts';
import { speakerNotesOf } from './speakerNotes.ts';
import { definitionOf, stretchesOf } from './stretch.ts';

/** What is wrong with the notes of a lesson. */
async function noteFaults(entry: CourseEntry, language: 'en' | 'de'): Promise<string[]> {
  const notes = await entry.notes(language);
  if (notes === null) return [];
  const { lesson } = await entry.load(language);
  const ids = lesson.steps.map(({ id }) => id);
  const faults = [
    ...ids.filter((id) => notes[id] === undefined).map((id) => `no notes at ${id}`),
    ...Object.keys(notes)
      .filter((id) => !ids.includes(id))
      .map((id) => `notes at ${id}, and no such step`),
    ...ids
      .filter((id) => (notes[id]?.length ?? 1) > 3 || notes[id]?.length === 0)
      .map((id) => `one to three paragraphs are expected at ${id}`),
  ];
  const hasNumbers = Object.values(notes).some((texts) => texts.join().includes('{'));
  if (!hasNumbers) return faults;
  const stretches = await stretchesOf(definitionOf(lesson, ids.length), lesson);
  for (const [i, id] of ids.entries()) {
    // A measure that there is not throws.
    for (const paragraph of notes[id] ?? []) filled(paragraph, stretches[i]!.end);
  }
  return faults;
}

describe('speaker notes', () => {
  it.each(course)('[Q30] $id: at every step, with numbers of the engine', async (entry) => {
    expect(await noteFaults(entry, 'en')).toEqual([]);
    expect(await noteFaults(entry, 'de')).toEqual([]);
  });

  it('[Q30] every lesson of the course has them', async () => {
    const all = await Promise.all(course.map((entry) => entry.notes('en')));
    expect(all.filter((notes) => notes === null)).toEqual([]);
    expect(await speakerNotesOf('no-such-lesson')).toBeNull();
  });

  it('[Q30] are in English where they are not in the language yet', async () => {
    const [first] = course;
    expect(await first!.notes('de')).not.toEqual(await first!.notes('en'));
  });
});
