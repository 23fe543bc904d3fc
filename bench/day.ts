/** 24 virtual hours at 10 writes a second in a process of their own: time and peak memory. */
import { measuredIn } from './process.ts';
import { type BenchSection, figure } from './section.ts';

export function measure(): BenchSection {
  const { seconds, peakMb, events, records } = measuredIn<{
    seconds: number;
    peakMb: number;
    events: number;
    records: number;
  }>('dayRun.ts');
  return {
    title: 'A day',
    rows: [
      {
        what: '24 virtual hours at 10 writes/s, headless: time',
        value: figure(seconds, 's'),
        beside: '',
        aim: 'under 30 s',
      },
      {
        what: 'the same: peak memory of the whole process',
        value: figure(peakMb, 'MB'),
        beside: '',
        aim: 'under 500 MB',
      },
    ],
    notes: [
      `${figure(events, 'events')}, ${figure(records, 'stream records')}; the whole orders lab: each record is indexed, audited and mailed, and a scan reads the table every 30 s.`,
    ],
  };
}
