/** A file of a lesson that was dropped on the page: its text is opened to be written on. */
import { leave, useTaking } from '../lessons/taking.ts';
import { openSheet } from '../panels.ts';
import { beginWithFile } from './authoring.ts';

export async function writeFile(file: File): Promise<void> {
  if (useTaking.getState().taken !== null) leave();
  useTaking.setState({ own: 'edited', isPractice: false });
  openSheet('lessons');
  await beginWithFile(file);
}
