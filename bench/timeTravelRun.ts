/**
 * The process that `timeTravel.ts` measures: a session as the page's worker runs it, at so many writes
 * a second. Prints one line of JSON; all times are processor time.
 */
import { keepPagesOnDisk } from '../src/cli/temporaryFile.ts';
import { put } from '../src/engine/testing/definitions.ts';
import { readAnyLab } from '../src/runtime/readAnyLab.ts';
import { realPictures } from '../src/runtime/session/realPictures.ts';
import { StorageProblem } from '../src/runtime/storage/storage.ts';
import { sessionBench } from '../src/runtime/testing/sessionBench.ts';
import { ordersLab } from './ordersLab.ts';
import { ownMs, spreadOf } from './processorTime.ts';

const DAY_US = 86_400e6;
const SEEKS = 300;
const STEPS = 15;
/** Of a person, after that day. */
const COMMANDS = 1_000;
const STEPPED = ['event', 'record', 'batch', 'poll', 'failure'] as const;

const writesPerSecond = Number(process.argv[2]);
// Nothing is stored: what a database costs is measured elsewhere.
const openStorage = () => Promise.reject(new StorageProblem('denied', 'not measured'));
keepPagesOnDisk();
const bench = sessionBench({ pictures: realPictures, openStorage });
const lab = ordersLab(writesPerSecond);
// Now and then an invocation fails, so that there are failures to step to.
const fault = { kind: 'CrashAfterEffect', target: lab.functions[0]!.id, atMs: 0 } as const;
await bench.open({ ...lab, faults: [{ ...fault, probability: 0.001, factor: 1 }] });

let state = 12_345;
/** The same instants each time; before the last hour, so that each has something ahead of it. */
function anyInstant(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor(60e6 + (state / 2 ** 32) * (DAY_US - 3_660e6));
}

async function taken(action: () => Promise<unknown>): Promise<number> {
  const begun = ownMs();
  await action();
  return ownMs() - begun;
}

const seek = (to: number) => bench.frame({ do: 'seek', to });
const firstSeconds = (await taken(() => seek(DAY_US))) / 1_000;
const entries = await journalLength();
const seeks: number[] = [];
for (let i = 0; i < SEEKS; i++) seeks.push(await taken(() => seek(anyInstant())));

const steps: Record<string, { back: unknown; forward: unknown }> = {};
for (const kind of STEPPED) {
  const [back, forward]: [number[], number[]] = [[], []];
  for (let i = 0; i < STEPS; i++) {
    await seek(anyInstant());
    const find = (direction: 1 | -1) => () =>
      bench.reply({ do: 'find', what: { kind }, direction });
    back.push(await taken(find(-1)));
    forward.push(await taken(find(1)));
  }
  steps[kind] = { back: spreadOf(back), forward: spreadOf(forward) };
}

const breakpoints = [{ id: 1, watch: { kind: 'batch' as const } }];
await bench.reply({ do: 'watch', breakpoints, slowDown: false });
const stops: number[] = [];
for (let i = 0; i < STEPS; i++) {
  const from = anyInstant();
  await seek(from);
  stops.push(await taken(() => bench.frame({ do: 'advance', to: from + 60e6 })));
}

await seek(DAY_US);
await bench.reply({ do: 'watch', breakpoints: [], slowDown: false });
for (let i = 0; i < COMMANDS; i++) {
  await bench.frame({ do: 'advance', to: DAY_US + i * 1e6 });
  const done = await bench.reply({ do: 'command', command: put({ id: { S: `mine-${i}` } }) });
  if (!done.ok) throw new Error(done.error);
}
const files = { plain: await throughFile(false), withData: await throughFile(true) };

global.gc?.();
const { heapUsed, arrayBuffers } = process.memoryUsage();
console.log(
  JSON.stringify({
    firstSeconds,
    entries,
    seeks: spreadOf(seeks),
    steps,
    stops: spreadOf(stops),
    files,
    liveMb: (heapUsed + arrayBuffers) / 2 ** 20,
    peakMb: process.resourceUsage().maxRSS / 1_024,
  }),
);

/** Writes the lab as a file and reads it again. Its history is computed when somebody goes there. */
async function throughFile(data: boolean) {
  let text = '';
  const writeMs = await taken(async () => {
    const wish = { act: 'export', labId: 'busy', data } as const;
    const body = await bench.reply({ do: 'shelf', wish });
    if (!body.ok) throw new Error(body.error);
    text = String(body.value);
  });
  const readMs = await taken(async () => {
    const read = await readAnyLab({ text, name: 'busy.yaml' });
    if (!read.ok) throw new Error(read.error);
  });
  return { megabytes: text.length / 1e6, writeMs, readMs };
}

async function journalLength(): Promise<number> {
  const last = await bench.reply({ do: 'log', before: Number.MAX_SAFE_INTEGER, count: 1 });
  const [line] = (last as { value: { entry: number }[] }).value;
  return line!.entry + 1;
}
