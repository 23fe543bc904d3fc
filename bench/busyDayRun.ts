/**
 * The process that `busyDay.ts` measures: 24 virtual hours at 100 writes a second and their report, as
 * `npm run sim` makes it. Given: how many hours instead, and `plain` for the plain lab. Prints one line of JSON.
 */
import { keepPagesOnDisk } from '../src/cli/temporaryFile.ts';
import { openSimulation } from '../src/engine/index.ts';
import { hours, instant } from '../src/engine/kernel/time.ts';
import { followOutcomes } from '../src/projections/report/outcomes.ts';
import { report } from '../src/projections/report/report.ts';
import { ordersLab } from './ordersLab.ts';
import { plainLab } from './plainLab.ts';

const HOURS = Number(process.argv[2] ?? 24);
const begun = process.cpuUsage();
const secondsSince = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000_000;
keepPagesOnDisk();
const simulation = await openSimulation(process.argv[3] === 'plain' ? plainLab() : ordersLab(100));
const outcomes = followOutcomes(simulation.world)!;
simulation.runUntil(instant(hours(HOURS)));
const seconds = secondsSince(process.cpuUsage(begun));
const { digest } = report(simulation, outcomes);
const { state, journal } = simulation.world;
console.log(
  JSON.stringify({
    seconds,
    reportSeconds: secondsSince(process.cpuUsage(begun)) - seconds,
    peakMb: process.resourceUsage().maxRSS / 1_024,
    events: state.events,
    entries: journal.length,
    digest,
  }),
);
