/** The newest log lines, as the page keeps them; older ones are asked for when somebody scrolls back. */
import type { LogLine } from '../../projections/scene/scene.ts';

const MOST_LINES = 2_000;

/** The same array when nothing is new, so that nothing is drawn again. */
export function joined(log: LogLine[], more: LogLine[]): LogLine[] {
  return more.length === 0 ? log : [...log, ...more].slice(-MOST_LINES);
}
