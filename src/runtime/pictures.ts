/**
 * What the session asks of the projections, as one interface, so that it can be tested without them.
 * The real ones are wired in `startSession.ts`.
 */
import type { Simulation } from '../engine/index.ts';
import type { World } from '../engine/world.ts';
import type { Flight, Inspection, LogLine, Scene, Selection } from '../projections/scene.ts';

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
  inspect(world: World, selection: Selection): Inspection;
  report(simulation: Simulation): unknown;
  /** What there is, for an exported file. */
  data(world: World): Record<string, unknown>;
  items(world: World, table: number, contains: string): ListedItem[];
  search(world: World, target: number, words: string): ListedItem[];
}
