/** What the projections say, in German. */
import { speak } from '../language.ts';

/** Puts German words in the places of the English ones. */
export function speakGerman(): void {
  speak('de');
}
