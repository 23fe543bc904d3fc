/** The process that `compare.ts` measures: six lanes over one hour. Prints one line of JSON. */

import { CALM } from '../src/lab/lanes/laneDefinition.ts';
import { packCommands } from '../src/projections/packedCommands.ts';
import { openWithCode } from '../src/runtime/codeHost.ts';
import { LaneRun } from '../src/runtime/lanes/laneRun.ts';
import { ordersLab } from './ordersLab.ts';

const SIX_LANES = [
  ...['stream', 'pipe', 'kinesis', 'scan@30s', 'scan@1m~keys', 'incrementalExport@15m'],
];
const HOUR_US = 3_600e6;

const begun = performance.now();
const run = await LaneRun.open(
  {
    log: { definition: ordersLab(20), commands: packCommands([]), now: 0 },
    ...{ table: 'Orders', lanes: SIX_LANES, shared: false, weather: CALM },
    prices: { region: 'us-east-1', edited: {} },
  },
  openWithCode,
);
const alone = { clock: () => performance.now(), breathe: () => Promise.resolve() };
await run.goTo(HOUR_US, alone, { isOvertaken: () => false, tell: () => {} });
const frame = run.frame(60e6);
console.log(
  JSON.stringify({
    seconds: (performance.now() - begun) / 1_000,
    peakMb: process.resourceUsage().maxRSS / 1_024,
    changes: frame.changes,
    sameWrites: frame.sameWrites,
  }),
);
