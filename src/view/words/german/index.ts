/** What the page says, in German. */
import { adopt } from '../../../projections/words/language.ts';
import { branchesWords } from '../branches.ts';
import { branches } from './branches.ts';

/** Puts German words in the places of the English ones. */
export function speakGerman(): void {
  adopt(branchesWords, branches);
}
