/** The process that `day.ts` measures. Prints one line of JSON. */
import { openSimulation } from '../src/engine/index.ts';
import { hours, instant } from '../src/engine/kernel/time.ts';
import { ordersLab } from './ordersLab.ts';

const begun = performance.now();
const simulation = await openSimulation(ordersLab(10));
simulation.runUntil(instant(hours(24)));
const { state, changes } = simulation.world;
console.log(
  JSON.stringify({
    seconds: (performance.now() - begun) / 1_000,
    peakMb: process.resourceUsage().maxRSS / 1_024,
    events: state.events,
    records: changes.at.length,
  }),
);
