/** What the projections say, in German. */
import { captionWords } from '../captionWords.ts';
import { cardWords } from '../cardWords.ts';
import { commandWords } from '../commandWords.ts';
import { comparisonWords } from '../comparisonWords.ts';
import { costWords } from '../costWords.ts';
import { effectWords } from '../effectWords.ts';
import { figureWords } from '../figureWords.ts';
import { flightWords } from '../flightWords.ts';
import { guardWords } from '../guardWords.ts';
import { inspectWords } from '../inspectWords.ts';
import { adopt, speak } from '../language.ts';
import { lifeWords } from '../lifeWords.ts';
import { logWords } from '../logWords.ts';
import { mappingWords } from '../mappingWords.ts';
import { metricWords } from '../metricWords.ts';
import { posterWords } from '../posterWords.ts';
import { requestWords } from '../requestWords.ts';
import { ruleWords } from '../ruleWords.ts';
import { stageWords } from '../stageWords.ts';
import { storyWords } from '../storyWords.ts';
import { tableCaptionWords } from '../tableCaptionWords.ts';
import { tableWords } from '../tableWords.ts';
import { timelineWords } from '../timelineWords.ts';
import { verdictWords } from '../verdictWords.ts';
import { whyWords } from '../whyWords.ts';
import { caption, tableCaption } from './captions.ts';
import { card } from './cards.ts';
import { figures } from './figures.ts';
import { guards } from './guards.ts';
import { inspect } from './inspect.ts';
import { log } from './log.ts';
import { mapping } from './mapping.ts';
import { request } from './requests.ts';
import { rules } from './rules.ts';
import {
  command,
  comparison,
  cost,
  effect,
  flight,
  life,
  metric,
  poster,
  timeline,
} from './small.ts';
import { stage } from './stage.ts';
import { story } from './story.ts';
import { table } from './tables.ts';
import { verdict } from './verdict.ts';
import { why } from './why.ts';

/** Puts German words in the places of the English ones. */
export function speakGerman(): void {
  speak('de');
  adopt(captionWords, caption);
  adopt(cardWords, card);
  adopt(commandWords, command);
  adopt(comparisonWords, comparison);
  adopt(costWords, cost);
  adopt(effectWords, effect);
  adopt(figureWords, figures);
  adopt(flightWords, flight);
  adopt(guardWords, guards);
  adopt(inspectWords, inspect);
  adopt(lifeWords, life);
  adopt(logWords, log);
  adopt(mappingWords, mapping);
  adopt(metricWords, metric);
  adopt(posterWords, poster);
  adopt(requestWords, request);
  adopt(ruleWords, rules);
  adopt(stageWords, stage);
  adopt(storyWords, story);
  adopt(tableCaptionWords, tableCaption);
  adopt(tableWords, table);
  adopt(timelineWords, timeline);
  adopt(verdictWords, verdict);
  adopt(whyWords, why);
}
