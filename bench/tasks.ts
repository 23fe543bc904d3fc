/** How long a page's own thread is held by one task, in processor time: other work on the machine does not lengthen it. */
import type { Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Processor time, microseconds. */
  tdur?: number;
}

/** From now on the page's tasks are watched. @returns ends that and says how long the longest was, milliseconds. */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on(
    'Tracing.dataCollected',
    ({ value }) => void events.push(...(value as unknown as TraceEvent[])),
  );
  const includedCategories = ['toplevel', 'devtools.timeline'];
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories },
  });
  return async () => {
    const ended = new Promise<void>((resolve) =>
      session.once('Tracing.tracingComplete', () => resolve()),
    );
    await session.send('Tracing.end');
    await ended;
    return longestTask(events);
  };
}

/** Of the thread that runs the page's scripts. */
function longestTask(events: readonly TraceEvent[]): number {
  const main = events.find(({ name }) => name === 'FunctionCall' || name === 'EvaluateScript');
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === main?.pid && tid === main.tid,
  );
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1_000), 0);
}
