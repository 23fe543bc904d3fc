/** The real projections, as the session asks for them. */
import { measures } from '../lessons/measures.ts';
import { codeView } from '../projections/codeView.ts';
import { followComparison } from '../projections/comparison.ts';
import { documentSearch } from '../projections/documentSearch.ts';
import { collectFlights, flightsInMotion } from '../projections/flights.ts';
import { inspect } from '../projections/inspect.ts';
import { itemList } from '../projections/itemList.ts';
import { followSearch } from '../projections/journalSearch.ts';
import { labData } from '../projections/labData.ts';
import { logLines } from '../projections/logLines.ts';
import { makeScene } from '../projections/makeScene.ts';
import { report } from '../projections/report.ts';
import { storySteps } from '../projections/storyboard.ts';
import { timelineStretch } from '../projections/timeline/drawStretch.ts';
import { followTimeline } from '../projections/timeline/timelineIndex.ts';
import { nextHit, previousEvent, previousHit } from '../projections/timeline/watch.ts';
import { tellLife } from '../projections/why/lifeTold.ts';
import { whyOf } from '../projections/why/whyOf.ts';
import type { Pictures } from './pictures.ts';

export const realPictures: Pictures = {
  makeScene: ({ world }, _playhead, pace) => makeScene(world, pace),
  collectFlights,
  flightsInMotion,
  logLines,
  follow: (world, mostEntries) =>
    Math.max(
      followTimeline(world, mostEntries),
      followComparison(world, mostEntries),
      followSearch(world, mostEntries),
    ),
  timeline: timelineStretch,
  nextHit,
  previousHit,
  previousEvent,
  inspect,
  story: storySteps,
  report,
  measures,
  why: whyOf,
  life: tellLife,
  data: labData,
  items: itemList,
  code: codeView,
  search: documentSearch,
};
