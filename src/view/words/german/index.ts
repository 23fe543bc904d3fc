/** What the page says, in German. */
import { adopt } from '../../../projections/words/language.ts';
import { branchesWords } from '../branches.ts';
import { inspectorWords } from '../inspector.ts';
import { labsWords } from '../labs.ts';
import { settingsWords } from '../settings.ts';
import { shellWords } from '../shell.ts';
import { timelineWords } from '../timeline.ts';
import { whyPanelWords } from '../why.ts';
import { writingWords } from '../writing.ts';
import { branches } from './branches.ts';
import { inspector } from './inspector.ts';
import { labs } from './labs.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { timeline } from './timeline.ts';
import { why } from './why.ts';
import { writing } from './writing.ts';

/** Puts German words in the places of the English ones. */
export function speakGerman(): void {
  adopt(branchesWords, branches);
  adopt(inspectorWords, inspector);
  adopt(labsWords, labs);
  adopt(settingsWords, settings);
  adopt(shellWords, shell);
  adopt(timelineWords, timeline);
  adopt(whyPanelWords, why);
  adopt(writingWords, writing);
}
