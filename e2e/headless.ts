import { instant, milliseconds } from '../src/engine/kernel/time.ts';
import { builtInLab } from '../src/lab/builtIn/index.ts';
import { parseDuration } from '../src/lab/duration.ts';
import { readLab } from '../src/lab/readLab.ts';
import { type Report, report } from '../src/projections/report.ts';
import { openWithCode } from '../src/runtime/codeHost.ts';
import { handlerLab } from './handlerLab.ts';

/** What the same lab comes to without a page, at the same seed and instant. */
export async function headless(lab: string, until: string): Promise<Report> {
  const reading = readLab(lab === 'handlers' ? handlerLab : builtInLab(lab)!.text);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  const simulation = await openWithCode(reading.definition);
  simulation.runUntil(instant(milliseconds(parseDuration(until)!)));
  return report(simulation);
}
