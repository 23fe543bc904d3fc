/** The real projections, as the session asks for them. */
import type { Pictures } from './pictures.ts';

const missing = (): never => {
  throw new Error('The projections are not there yet.');
};

export const realPictures: Pictures = {
  makeScene: missing,
  collectFlights: missing,
  flightsInMotion: missing,
  logLines: missing,
  inspect: missing,
  report: missing,
  items: missing,
  search: missing,
};
