/** Every record of one instant: those that stand, and those that are on their way. */
import type { Flight, Scene } from '../scene/scene.ts';
import { type Paths, type PlacedFlight, placeFlights } from './placedFlights.ts';
import { type PlacedMark, placeMarks, travellingToStreams } from './placedMarks.ts';
import type { Rect } from './rect.ts';
import type { StageLayout } from './stageLayout.ts';

export interface PlacedRecords {
  marks: PlacedMark[];
  flights: PlacedFlight[];
}

/**
 * The one way in which records are placed, for the canvas and for the still picture.
 * @param at the playhead, microseconds.
 * @param flights none where motion is not wanted.
 * @param within what is seen of the stage; what stands or travels outside is left out.
 */
export function placeRecords(
  layout: StageLayout,
  paths: Paths,
  scene: Scene,
  flights: readonly Flight[],
  at: number,
  within: Rect | null = null,
): PlacedRecords {
  const travelling = travellingToStreams(flights, scene.cards, at);
  return {
    marks: placeMarks(layout, scene, at, travelling, within),
    flights: placeFlights(paths, flights, at, within),
  };
}
