/** The real projections that a session begins with; see `askedPictures.ts` for the others. */
import { followComparison } from '../../projections/comparison/comparison.ts';
import { collectFlights, flightsInMotion } from '../../projections/flights/flights.ts';
import { itemList } from '../../projections/itemList.ts';
import { followSearch } from '../../projections/journal/journalSearch.ts';
import { labData } from '../../projections/labData.ts';
import { makeScene } from '../../projections/scene/makeScene.ts';
import { logLines } from '../../projections/sentences/logLines.ts';
import { timelineStretch } from '../../projections/timeline/drawStretch.ts';
import { followTimeline } from '../../projections/timeline/timelineIndex.ts';
import { nextHit, previousEvent, previousHit } from '../../projections/timeline/watch.ts';
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
  data: labData,
  items: itemList,
};
