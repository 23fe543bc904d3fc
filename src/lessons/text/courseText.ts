/** A lesson of the course as text, with its speaker notes: what to begin with. */
import { courseEntry } from '../course.ts';
import { writeLesson } from './writeLesson.ts';

/** In the present language. @throws Error with a sentence where there is no such lesson. */
export async function courseText(id: string): Promise<string> {
  const entry = courseEntry(id);
  if (entry === undefined) throw new Error(`There is no lesson ${id}.`);
  const { title, summary } = entry;
  const notes = (await entry.notes()) ?? {};
  return writeLesson({ title, summary, told: await entry.load(), notes });
}
