import { instant, milliseconds } from '../src/engine/kernel/time.ts';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { parseDuration } from '../src/lab/duration.ts';
import { readLab } from '../src/lab/readLab.ts';
import { type Report, report } from '../src/projections/report/report.ts';
import { openWithCode } from '../src/runtime/codeHost.ts';
import { handlerLab } from './handlerLab.ts';

/**
 * What the same lab comes to without a page, at the same seed and instant.
 * @param back seconds to which it goes back, one after the other, and runs on from: that changes nothing.
 */
export async function headless(
  lab: string,
  until: string,
  back: readonly number[] = [],
): Promise<Report> {
  const reading = readLab(lab === 'handlers' ? handlerLab : builtInLab(lab)!.text);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  const simulation = await openWithCode(reading.definition);
  const end = instant(milliseconds(parseDuration(until)!));
  const checkpoints = back
    .toSorted((a, b) => a - b)
    .map((seconds) => {
      simulation.runUntil(instant(Math.round(seconds * 1e6)));
      return simulation.checkpoint();
    });
  simulation.runUntil(end);
  const digest = simulation.world.journal.digest();
  for (const checkpoint of checkpoints.toReversed()) {
    simulation.restore(checkpoint);
    simulation.runUntil(end);
    if (simulation.world.journal.digest() !== digest) throw new Error('Going back changed it.');
  }
  return report(simulation);
}
