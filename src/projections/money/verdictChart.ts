/**
 * The verdict as one picture: each way by its delay and its cost, both by powers of ten, those that meet
 * the needs filled. A self-contained SVG text, to be shown, saved, or made into a PNG. Rule: [W35].
 */
import { spanText } from '../spanText.ts';
import { moneyText, verdictWords } from '../words/verdictWords.ts';
import type { Verdict } from './verdict.ts';

export interface ChartColours {
  ground: string;
  ink: string;
  muted: string;
  line: string;
  good: string;
  bad: string;
}

const WIDTH = 820;
const ROW = 30;
const TOP = 54;
const NAME_WIDTH = 210;
const BAR_END = 620;

/** Days are beyond everything that is drawn to scale. */
const LEAST_MS = 50;
const MOST_MS = 3 * 86_400_000;

export function verdictSvg({ ways, needs }: Verdict, colours: ChartColours): string {
  const height = TOP + ways.length * ROW + 34;
  const x = (ms: number): number => {
    const part = Math.log(Math.max(LEAST_MS, Math.min(MOST_MS, ms)) / LEAST_MS);
    return NAME_WIDTH + (part / Math.log(MOST_MS / LEAST_MS)) * (BAR_END - NAME_WIDTH);
  };
  const text = (at: number, y: number, content: string, fill: string, more = '') =>
    `<text x="${at.toFixed(1)}" y="${y}" fill="${fill}" font-family="sans-serif" font-size="12" ${more}>${escaped(content)}</text>`;
  const rows = ways.map(({ name, meets, model, usdPerMonth }, i) => {
    const y = TOP + i * ROW;
    const fill = meets ? colours.good : colours.bad;
    const [from, to] = [
      x(model.delay.p50Ms),
      Math.max(x(model.delay.p99Ms), x(model.delay.p50Ms) + 3),
    ];
    return [
      text(NAME_WIDTH - 12, y + 18, name, colours.ink, 'text-anchor="end"'),
      `<rect x="${from.toFixed(1)}" y="${y + 8}" width="${(to - from).toFixed(1)}" height="14" rx="3" fill="${meets ? fill : 'none'}" stroke="${fill}" stroke-width="1.5"/>`,
      text(
        BAR_END + 14,
        y + 18,
        `${spanText(model.delay.p99Ms)} · ${moneyText(usdPerMonth)}`,
        colours.ink,
      ),
    ].join('');
  });
  const ticks = [100, 1_000, 10_000, 60_000, 600_000, 3_600_000, 86_400_000].map(
    (ms) =>
      `<line x1="${x(ms).toFixed(1)}" x2="${x(ms).toFixed(1)}" y1="${TOP}" y2="${height - 30}" stroke="${colours.line}"/>${text(x(ms), height - 14, spanText(ms), colours.muted, 'text-anchor="middle"')}`,
  );
  const wanted = x(needs.delayMs).toFixed(1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(verdictWords.title)}">`,
    `<rect width="${WIDTH}" height="${height}" fill="${colours.ground}"/>`,
    text(16, 24, verdictWords.title, colours.ink, 'font-weight="600"'),
    text(
      16,
      42,
      'Delay from the median to 99 of 100, and cost a month. Filled: meets the needs.',
      colours.muted,
    ),
    ...ticks,
    `<line x1="${wanted}" x2="${wanted}" y1="${TOP}" y2="${height - 30}" stroke="${colours.ink}" stroke-width="1.5" stroke-dasharray="4 3"/>`,
    ...rows,
    '</svg>',
  ].join('\n');
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
