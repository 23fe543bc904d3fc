/** Seeks and steps within a day that has been run: in the session as the page's worker runs it, and in the built page. */
import { measuredIn } from './process.ts';
import type { Spread } from './processorTime.ts';
import { type BenchRow, type BenchSection, figure } from './section.ts';
import { type PageDay, pageDay } from './timeTravelPage.ts';

/** With four writes a second the journal of a day has four million entries. */
const WRITES_PER_SECOND = 4;

interface LabFile {
  megabytes: number;
  writeMs: number;
  readMs: number;
}

interface SessionDay {
  firstSeconds: number;
  entries: number;
  seeks: Spread;
  steps: Record<string, { back: Spread; forward: Spread }>;
  stops: Spread;
  files: { plain: LabFile; withData: LabFile };
  peakMb: number;
  liveMb: number;
}

export async function measure(): Promise<BenchSection> {
  const session = measuredIn<SessionDay>('timeTravelRun.ts', String(WRITES_PER_SECOND));
  return sectionOf(session, await pageDay(WRITES_PER_SECOND));
}

function sectionOf(session: SessionDay, page: PageDay): BenchSection {
  const { seeks, files } = session;
  const commands = 'Export of that lab with 1,000 commands: lab, seed and commands';
  return {
    title: 'Time travel',
    rows: [
      seekRow(
        `Seek to a random instant of 24 h, ${million(session)}, in the worker’s session`,
        seeks,
      ),
      ...pageRows(session, page),
      ...stepRows(session),
      fileRow(commands, files.plain),
      fileRow('the same with all items', files.withData),
    ],
    notes: [
      'The whole orders lab with 500 orders, at 4 writes/s. Seeks, steps, files and tasks are processor time: of the session’s thread, or of the page’s main thread and its worker together. The first jump goes by the clock on the wall, which counts whatever else the machine does.',
    ],
  };
}

const fileRow = (what: string, { megabytes, writeMs, readMs }: LabFile): BenchRow => ({
  what,
  value: `${figure(writeMs, 'ms')}, ${figure(megabytes, 'MB')}`,
  beside: `read again in ${figure(readMs, 'ms')}`,
  aim: '',
});

const million = ({ entries }: SessionDay): string =>
  `${figure(entries / 1e6, 'million')} journal entries`;

const seekRow = (what: string, { median, p95, worst }: Spread): BenchRow => ({
  what,
  value: `median ${figure(median, 'ms')}, worst ${figure(worst, 'ms')}`,
  beside: `95 of 100 within ${figure(p95, 'ms')}`,
  aim: 'median under 50 ms, worst under 150 ms',
});

function pageRows(session: SessionDay, page: PageDay): BenchRow[] {
  const { processorMs, clockMs } = page.longestTask;
  return [
    seekRow(`the same in the built page, ${million(session)}, until it is shown`, page.shown),
    seekRow('the same until timeline, inspector and log stand still, too', page.still),
    {
      what: 'The first jump to 24 h, in the page',
      value: figure(page.firstSeconds, 's'),
      beside: `session alone ${figure(session.firstSeconds, 's')} of processor time`,
      aim: 'shows progress, can be stopped',
    },
    {
      what: 'Memory of the page’s process after that day and all seeks',
      value: figure(page.megabytes, 'MB'),
      beside: `session alone: held ${figure(session.liveMb, 'MB')}, whole process at its peak ${figure(session.peakMb, 'MB')}`,
      aim: 'under 600 MB',
    },
    {
      what: 'Longest task of the page’s main thread during a seek: processor time',
      value: figure(processorMs, 'ms'),
      beside: `by the clock ${clockMs === 0 ? 'none above 50 ms' : figure(clockMs, 'ms')}`,
      aim: 'under 50 ms',
    },
  ];
}

function stepRows({ steps, stops }: SessionDay): BenchRow[] {
  const row = (what: string, { median, worst }: Spread): BenchRow => ({
    what,
    value: `median ${figure(median, 'ms')}`,
    beside: `worst ${figure(worst, 'ms')}`,
    aim: 'under 100 ms',
  });
  return [
    ...Object.entries(steps).flatMap(([kind, { back, forward }]) => [
      row(`One step back by ${kind}, anywhere in that day`, back),
      row(`One step forward by ${kind}`, forward),
    ]),
    row('To the next breakpoint (a batch is sent), and its frame', stops),
  ];
}
