/** The process that `timeTravel.ts` measures: 24 virtual hours at 100 writes a second. Prints one line of JSON. */
import { keepPagesOnDisk } from '../src/cli/temporaryFile.ts';
import { openSimulation } from '../src/engine/index.ts';
import { hours, instant } from '../src/engine/kernel/time.ts';
import { ordersLab } from './ordersLab.ts';

keepPagesOnDisk();
const begun = performance.now();
const simulation = await openSimulation(ordersLab(100));
simulation.runUntil(instant(hours(24)));
const { state, journal } = simulation.world;
console.log(
  JSON.stringify({
    seconds: (performance.now() - begun) / 1_000,
    peakMb: process.resourceUsage().maxRSS / 1_024,
    events: state.events,
    entries: journal.length,
  }),
);
