/** Durable acknowledged commands per second, beside the same rows put into IndexedDB with nothing else. */
import { inBuiltPage } from './builtPage.ts';
import type { DurableFigures } from './durableWritesPage.ts';
import { type BenchSection, figure } from './section.ts';

const PORT = 5214;

const cases = [
  { what: 'One after another', together: 1, count: 500 },
  { what: 'Bursts of 50', together: 50, count: 2_000 },
];

export async function measure(): Promise<BenchSection> {
  const rows = [];
  for (const { what, together, count } of cases) {
    const { commands, rawPuts } = await inBrowser(together, count);
    const ratio = commands / rawPuts;
    console.log(JSON.stringify({ section: 'durableWrites', together, commands, rawPuts, ratio }));
    rows.push({
      what: `${what}: commands stored and acknowledged`,
      value: figure(commands, 'commands/s'),
      beside: `raw IndexedDB puts ${figure(rawPuts, 'puts/s')}: ${ratio.toFixed(2)} of it`,
      aim: '0.8 of raw',
    });
  }
  return {
    title: 'Durable writes',
    rows,
    notes: [
      'In headless Chromium with a profile on disk, strict durability on both sides, rows of about 450 bytes, one transaction for each raw put. A command goes from the page to the worker, is checked, stored, carried out and acknowledged; it is acknowledged when it is on the disk in the lab’s file, and the database gets it a moment later; those that come together are stored together.',
    ],
  };
}

const inBrowser = (together: number, count: number): Promise<DurableFigures> =>
  inBuiltPage('durableWrites', PORT, async (page) => {
    await page.waitForFunction(() => 'measureDurableWrites' in window);
    return page.evaluate(
      ([together, count]) => window.measureDurableWrites(together!, count!),
      [together, count],
    );
  });
