/** The real projections, as the session asks for them. */
import { collectFlights, flightsInMotion } from '../projections/flights.ts';
import { logLines } from '../projections/logLines.ts';
import { makeScene } from '../projections/makeScene.ts';
import type { Pictures } from './pictures.ts';

const missing = (): never => {
  throw new Error('The projections are not there yet.');
};

export const realPictures: Pictures = {
  makeScene: ({ world }) => makeScene(world),
  collectFlights,
  flightsInMotion,
  logLines,
  inspect: missing,
  report: missing,
  items: missing,
  search: missing,
};
