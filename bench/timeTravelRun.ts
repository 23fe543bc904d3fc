/** The process that `timeTravel.ts` measures: a session as the page's worker runs it. Prints one line of JSON. */
import { keepPagesOnDisk } from '../src/cli/temporaryFile.ts';
import { realPictures } from '../src/runtime/realPictures.ts';
import { StorageProblem } from '../src/runtime/storage.ts';
import { sessionBench } from '../src/runtime/testing/sessionBench.ts';
import { ordersLab } from './ordersLab.ts';

const DAY_US = 86_400e6;
const SEEKS = 300;

// Nothing is stored: what a database costs is measured elsewhere.
const openStorage = () => Promise.reject(new StorageProblem('denied', 'not measured'));
keepPagesOnDisk();
const bench = sessionBench({ pictures: realPictures, openStorage });
await bench.open(ordersLab(10));
const begun = performance.now();
await bench.frame({ do: 'seek', to: DAY_US });
const firstSeconds = (performance.now() - begun) / 1_000;

const times: number[] = [];
let state = 12_345;
for (let i = 0; i < SEEKS; i++) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  const asked = performance.now();
  await bench.frame({ do: 'seek', to: Math.floor((state / 2 ** 32) * DAY_US) });
  times.push(performance.now() - asked);
}
times.sort((a, b) => a - b);
global.gc?.();
const { heapUsed, arrayBuffers } = process.memoryUsage();
console.log(
  JSON.stringify({
    firstSeconds,
    median: times[SEEKS >> 1],
    p95: times[Math.floor(SEEKS * 0.95)],
    worst: times.at(-1),
    liveMb: (heapUsed + arrayBuffers) / 2 ** 20,
    peakMb: process.resourceUsage().maxRSS / 1_024,
  }),
);
