/** The moment that a simulation stands at, as a picture needs it. */
import type { Simulation } from '../../engine/simulation.ts';
import { flightsInMotion } from '../flights/flights.ts';
import { makeScene } from '../scene/makeScene.ts';
import type { Moment } from './poster.ts';

export const momentOf = ({ world }: Simulation): Moment => ({
  scene: makeScene(world),
  flights: flightsInMotion(world, world.now),
});
