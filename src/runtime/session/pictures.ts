/**
 * What the session asks of the projections, as two interfaces, so that it can be tested without them.
 * The real ones are wired in `startSession.ts`.
 */
import type { Simulation } from '../../engine/index.ts';
import type { World } from '../../engine/world.ts';
import type { CodeView } from '../../projections/codeView.ts';
import type {
  Flight,
  Inspection,
  LogLine,
  Scene,
  Selection,
} from '../../projections/scene/scene.ts';
import type { StoryStep } from '../../projections/storyboard.ts';
import type { TimelineAnswer, TimelineQuery } from '../../projections/timeline/timelineAnswer.ts';
import type { Hit, Watch } from '../../projections/timeline/watch.ts';
import type { RecordLifeTold } from '../../projections/why/lifeTold.ts';
import type { WhyAbout, WhyAnswer } from '../../projections/why/whyAnswer.ts';

/** An item of a table or a document of an index, as the forms and the search box list it. */
export interface ListedItem {
  item: number;
  label: string;
  json: unknown;
}

export interface Pictures {
  /** @param pace virtual seconds per real second at which the present is moving. */
  makeScene(simulation: Simulation, playhead: number, pace: number): Scene;
  /** Journeys whose departure is an entry from `fromEntry` up to, not including, `toEntry`. */
  collectFlights(world: World, fromEntry: number, toEntry: number): Flight[];
  flightsInMotion(world: World, at: number): Flight[];
  logLines(world: World, fromEntry: number, toEntry: number): LogLine[];
  /**
   * Learns what has happened since it was last told, so that later questions find it known.
   * @returns how many journal entries are left to read; 0 where all were to be read.
   */
  follow(world: World, mostEntries?: number): number;
  timeline(world: World, query: TimelineQuery): TimelineAnswer;
  /** The first hit after one instant, up to and including another; null when there is none known. */
  nextHit(world: World, watch: Watch, after: number, until: number): Hit | null;
  /** The last hit before an instant. */
  previousHit(world: World, watch: Watch, before: number): Hit | null;
  /** The last instant before another at which anything happened. */
  previousEvent(world: World, before: number): number | null;
  /** What there is, for an exported file. */
  data(world: World): Record<string, unknown>;
  items(world: World, table: number, contains: string): ListedItem[];
}

/** What is told only where somebody asks for it: loaded then, or after the first picture. */
export interface AskedPictures {
  inspect(world: World, selection: Selection): Inspection;
  /** The latest steps up to the present, oldest first. */
  story(world: World, count: number): StoryStep[];
  report(simulation: Simulation): unknown;
  /** The report, and what lessons count beside it. */
  measures(simulation: Simulation): unknown;
  why(world: World, about: WhyAbout, most: number): WhyAnswer[];
  life(world: World, change: number, most: number): RecordLifeTold;
  /** What a function runs, writes and answers. */
  code(world: World, fn: number): CodeView;
  search(world: World, target: number, words: string): ListedItem[];
}
