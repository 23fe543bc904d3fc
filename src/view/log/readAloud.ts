/** What is said aloud of the log: every new line, or how many are left to be read there. */
import type { LogLine } from '../../projections/scene/scene.ts';
import { logPanelWords as words } from '../words/log.ts';

/** More lines than these at once nobody can listen to. */
const AT_ONCE = 6;

/**
 * @param after the entry of the last line that was said; a log that ends before it has gone back in time.
 * @returns what is new in the log, and the entry to go on after.
 */
export function readAloud(log: readonly LogLine[], after: number): { text: string; after: number } {
  const last = log.at(-1)?.entry ?? -1;
  const hasGoneBack = last < after;
  const news = log.filter(({ entry }) => (hasGoneBack ? entry === last : entry > after));
  const said = news.slice(-AT_ONCE).map(({ text }) => text);
  const left = news.length - said.length;
  return { text: [...(left > 0 ? [words.linesLeft(left)] : []), ...said].join(' '), after: last };
}
