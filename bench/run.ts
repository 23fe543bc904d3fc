/**
 * `npm run bench [-- SECTION …]`: measures, prints, keeps each section's figures in bench/results and
 * writes BENCHMARKS.md from all that are kept. Figures are never asserted: machines differ.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { BenchSection } from './section.ts';

interface KeptSection extends BenchSection {
  machine: string;
  /** Day of the measurement. */
  date: string;
}

/** Each is a file of this folder that exports `measure`. */
const sections = [
  'engine',
  'door',
  'checkpoints',
  'day',
  'lambda',
  'handlers',
  'compare',
  'frames',
  'timeTravel',
  'busyDay',
  'durableWrites',
  'firstLoad',
  'embed',
  'lessons',
];
const results = new URL('./results/', import.meta.url);
const document = new URL('../BENCHMARKS.md', import.meta.url);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !sections.includes(name));
if (unknown.length > 0) {
  console.error(`There is no section ${unknown.join(', ')}. There are: ${sections.join(', ')}.`);
  process.exit(2);
}

mkdirSync(results, { recursive: true });
for (const name of asked.length > 0 ? asked : sections) {
  const { measure } = (await import(`./${name}.ts`)) as {
    measure(): BenchSection | Promise<BenchSection>;
  };
  const kept = { ...(await measure()), machine: machine(), date: today() };
  writeFileSync(new URL(`${name}.json`, results), `${JSON.stringify(kept, null, 2)}\n`);
  console.log(`\n${asMarkdown(kept)}`);
}
writeFileSync(document, wholeDocument());

function wholeDocument(): string {
  const kept = sections
    .map((name) => new URL(`${name}.json`, results))
    .filter((file) => existsSync(file))
    .map((file) => asMarkdown(JSON.parse(readFileSync(file, 'utf8'))));
  return `# Benchmarks

Written by \`npm run bench\`. Every figure stands beside a peer or a limit, and none is asserted by a test:
machines differ, and a noisy neighbour is no bug. Measure again on your own.

${kept.join('\n')}`;
}

function asMarkdown({ title, rows, notes, machine, date }: KeptSection): string {
  const lines = rows.map(
    ({ what, value, beside, aim }) => `| ${what} | ${value} | ${beside} | ${aim} |`,
  );
  const table = ['| | Shardscope | Beside | Aim |', '| --- | --- | --- | --- |', ...lines];
  return [`## ${title}`, '', ...table, '', ...notes, `Measured on ${date}: ${machine}.`, ''].join(
    '\n',
  );
}

function machine(): string {
  const model = cpus()[0]?.model.trim() || 'unnamed processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${model}, ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
