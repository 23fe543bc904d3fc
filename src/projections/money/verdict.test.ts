import { describe, expect, it } from 'vitest';
import { PRICES } from '../../engine/prices.ts';
import { type Lane, makeLane } from '../../lab/lanes/lane.ts';
import type { MyTable } from './myTable.ts';
import { judgeWays, type Needs, verdictCsv, verdictMarkdown } from './verdict.ts';
import { verdictSvg } from './verdictChart.ts';

const table: MyTable = {
  ...{ items: 5e8, bytes: 500 * 2 ** 30, activeItems: 1e6 },
  ...{ changesPerSecond: 1_000 / 3_600, deleteShare: 0.05, changeShare: 1 },
};
const lanes: Lane[] = [
  makeLane('stream'),
  makeLane('kinesis'),
  makeLane('scan', { everyMs: 3_600_000 }),
  makeLane('scan', { everyMs: 3_600_000, options: { compare: 'Keys' } }),
  makeLane('incrementalExport', { everyMs: 900_000 }),
];
const judged = (needs: Partial<Needs> = {}) =>
  judgeWays(
    table,
    lanes,
    { delayMs: 5_000, loss: 'states', lostPerMillion: 0, ...needs },
    PRICES,
    ({ way, options }) => (options.compare === '' ? way : 'keyScan'),
  );

describe('the verdict', () => {
  it('[W34] names the cheapest that meets the needs first, and why the others do not', () => {
    const { ways, sentences } = judged();
    expect(ways.filter(({ meets }) => meets).map(({ name }) => name)).toEqual([
      'stream',
      'kinesis',
    ]);
    expect(sentences[0]).toBe(
      'Asked: a table of 500 GB in 500,000,000 items with 1,000 changes an hour; 99 of 100 changes within 5 s, with the last state of every item known, deletes included.',
    );
    expect(sentences[1]).toMatch(/^stream does it for \$0\.\d\d a month/u);
    const scan = sentences.find((sentence) => sentence.startsWith('scan does not'))!;
    expect(scan).toContain('50 deletes');
    expect(scan).toContain('longer than its interval');
    expect(sentences.join(' ')).toContain('has no price by the shard hour');
  });

  it('[W34] changes with what is asked', () => {
    const meeting = (needs: Partial<Needs>) =>
      judged(needs)
        .ways.filter(({ meets }) => meets)
        .map(({ name }) => name);
    expect(meeting({ delayMs: 3_600_000, loss: 'states', lostPerMillion: 2_000 })).toContain(
      'incrementalExport',
    );
    expect(meeting({ delayMs: 1 })).toEqual([]);
    expect(judged({ delayMs: 1 }).sentences[1]).toContain('None of the chosen ways');
  });

  it('[W35] is written as Markdown, as CSV and as SVG', () => {
    const verdict = judged();
    expect(verdictMarkdown(verdict)).toContain('| stream | yes |');
    const rows = verdictCsv(verdict).trim().split('\r\n');
    expect(rows).toHaveLength(lanes.length + 1);
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([9]));
    const svg = verdictSvg(
      { ...verdict, ways: verdict.ways.map((way) => ({ ...way, name: 'a <b> & "c"' })) },
      { ground: '#fff', ink: '#000', muted: '#555', line: '#ccc', good: '#080', bad: '#800' },
    );
    expect(svg).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
    expect(svg.match(/<rect/gu)).toHaveLength(lanes.length + 1);
  });
});
