/** A lesson that came in a link. */
import { decodeLessonLink } from '../../lessons/text/lessonLink.ts';
import { askAsAuthor } from '../../runtime/authoring/authoringHost.ts';
import { useTaking } from '../lessons/taking.ts';
import { authoringWords as words } from '../words/authoring.ts';
import { takeOwn } from './authoring.ts';

let text = '';

/** The text of the lesson that was taken from a link. */
export const linkedText = (): string => text;

/** Takes the lesson of a `written` parameter. @returns whether it could be read; what is wrong has been said. */
export async function takeWritten(link: string, step: number): Promise<boolean> {
  const refuse = (why: string): boolean => {
    useTaking.setState({ trouble: words.notTaken(why) });
    return false;
  };
  const linked = await decodeLessonLink(link);
  if (!linked.ok) return refuse(linked.error);
  const reading = await askAsAuthor({ do: 'read', text: linked.text }).answer;
  if (!reading.ok) {
    const [{ line, message }] = reading.errors as [(typeof reading.errors)[number]];
    return refuse(`${words.line(line)}: ${message}`);
  }
  text = linked.text;
  useTaking.setState({ own: 'read' });
  await takeOwn(reading.lesson, link, step);
  return true;
}
