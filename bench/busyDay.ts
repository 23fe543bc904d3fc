/** 24 virtual hours at 100 writes a second in a process of their own: processor time and peak memory. */
import { measuredIn } from './process.ts';
import { type BenchRow, type BenchSection, figure } from './section.ts';

interface Run {
  seconds: number;
  reportSeconds: number;
  peakMb: number;
  events: number;
  entries: number;
}

export function measure(): BenchSection {
  return {
    title: 'A busy day',
    rows: [...rowsOf('the orders lab', 'orders'), ...rowsOf('the plain lab', 'plain')],
    notes: [
      'The orders lab is whole, with 500 orders to begin with: each record is indexed, audited and mailed, and a scan reads the table every 30 s. The plain lab has the same traffic, and nothing but a table, its stream and one function without effects that reads it in batches of up to 100. As `npm run sim` does it, the journal is followed and not kept.',
    ],
  };
}

function rowsOf(title: string, lab: string): BenchRow[] {
  const run = measuredIn<Run>('busyDayRun.ts', '24', lab);
  const { seconds, reportSeconds, peakMb, events, entries } = run;
  return [
    {
      what: `${title}, 24 virtual hours at 100 writes/s, headless: processor time`,
      value: figure(seconds, 's'),
      beside: figure(events / seconds, 'events/s'),
      aim: '60 s, then 20 s',
    },
    { what: 'the same: its report', value: figure(reportSeconds, 's'), beside: '', aim: '' },
    {
      what: 'the same: peak memory of the whole process',
      value: figure(peakMb, 'MB'),
      beside: figure(entries, 'journal entries'),
      aim: 'under 2 GB',
    },
  ];
}
