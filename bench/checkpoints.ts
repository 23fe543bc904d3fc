/** How long it takes to keep a moment, and to go back to it, with ever more records behind it. */
import { openSimulation, type Simulation } from '../src/engine/index.ts';
import { after, instant, seconds } from '../src/engine/kernel/time.ts';
import { ordersLab } from './ordersLab.ts';
import { type BenchRow, type BenchSection, figure } from './section.ts';

const RECORDS = [10_000, 100_000, 1_000_000];
const RUNS = 9;
const WRITES_PER_SECOND = 1_000;

export async function measure(): Promise<BenchSection> {
  const lab = ordersLab(WRITES_PER_SECOND);
  const simulation = await openSimulation({ ...lab, pollers: [] });
  const rows: BenchRow[] = [];
  for (const records of RECORDS) {
    while (simulation.world.changes.at.length < records) run(simulation);
    const { keepMs, backMs } = keepAndGoBack(simulation);
    const row = (what: string, ms: number): BenchRow => ({
      what: `${records.toLocaleString('en')} records behind: ${what}`,
      value: figure(ms, 'ms'),
      beside: '',
      aim: '',
    });
    rows.push(row('checkpoint', keepMs), row('restore', backMs));
  }
  return {
    title: 'Checkpoints',
    rows,
    notes: [
      `Median of ${RUNS}. The orders lab without its scan, at ${WRITES_PER_SECOND.toLocaleString('en')} writes a second; a second passes between each checkpoint and its restore. What has accumulated is shared, not copied: only what moves is.`,
    ],
  };
}

function keepAndGoBack(simulation: Simulation) {
  const keep: number[] = [];
  const back: number[] = [];
  for (let times = 0; times < RUNS; times++) {
    const begun = performance.now();
    const checkpoint = simulation.checkpoint();
    keep.push(performance.now() - begun);
    run(simulation);
    const late = performance.now();
    simulation.restore(checkpoint);
    back.push(performance.now() - late);
  }
  return { keepMs: median(keep), backMs: median(back) };
}

/** A second passes. */
const run = (simulation: Simulation): void => {
  simulation.runUntil(instant(after(simulation.now, seconds(1))));
};

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1]!;
