/** 24 virtual hours at 100 writes a second in a process of their own: processor time and peak memory. */
import { measuredIn } from './process.ts';
import { type BenchSection, figure } from './section.ts';

export function measure(): BenchSection {
  const { seconds, reportSeconds, peakMb, events, entries } = measuredIn<{
    seconds: number;
    reportSeconds: number;
    peakMb: number;
    events: number;
    entries: number;
  }>('busyDayRun.ts');
  return {
    title: 'A busy day',
    rows: [
      {
        what: '24 virtual hours at 100 writes/s, headless: processor time',
        value: figure(seconds, 's'),
        beside: `${figure(events / seconds, 'events/s')}`,
        aim: '60 s, then 20 s',
      },
      { what: 'the same: its report', value: figure(reportSeconds, 's'), beside: '', aim: '' },
      {
        what: 'the same: peak memory of the whole process',
        value: figure(peakMb, 'MB'),
        beside: `${figure(entries, 'journal entries')}`,
        aim: 'under 2 GB',
      },
    ],
    notes: [
      'The whole orders lab with 500 orders: each record is indexed, audited and mailed. As `npm run sim` does it, the journal is followed and not kept.',
    ],
  };
}
