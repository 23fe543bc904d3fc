/** Several instants as people write them: `2s, 5s, 9s`. */
import { parseDuration } from './duration.ts';

/** The longest time that a lab runs. */
const MOST_AT_MS = 400 * 86_400_000;

/** Milliseconds, in order, each once; or a sentence that says what is wrong. */
export function parseInstants(text: string, most: number): number[] | { error: string } {
  const parts = text.split(',');
  if (parts.length > most) {
    return { error: `These are ${parts.length} instants; at most ${most} make a storyboard.` };
  }
  const instants = new Set<number>();
  for (const part of parts) {
    const atMs = parseDuration(part);
    if (atMs === undefined || atMs > MOST_AT_MS) {
      const shown = part.trim().slice(0, 40);
      return { error: `“${shown}” is not a time up to 400 days; 12s, 500ms and 24h are.` };
    }
    instants.add(atMs);
  }
  return [...instants].sort((a, b) => a - b);
}
