/**
 * `npm run sim --silent -- FILE`: a lab, run without a page. The same file, seed and engine version
 * give the same document here and in every browser.
 */
import { once } from 'node:events';
import type { SimulationDefinition } from '../engine/definition.ts';
import { instant, milliseconds } from '../engine/kernel/time.ts';
import type { Simulation } from '../engine/simulation.ts';
import { builtInLabs } from '../lab/builtIn/index.ts';
import { labErrorLine } from '../lab/labError.ts';
import { readTemplate } from '../lab/readLab.ts';
import { applySetting } from '../lab/settings.ts';
import { parseTemplate } from '../lab/template.ts';
import { followOutcomes } from '../projections/report/outcomes.ts';
import { report } from '../projections/report/report.ts';
import { ledger } from '../projections/sentences/ledger.ts';
import { openWithCode } from '../runtime/codeHost.ts';
import { bringItems } from './broughtItems.ts';
import { findLab } from './labFile.ts';
import {
  type LessonArguments,
  parseSimArguments,
  type SimArguments,
  USAGE,
} from './simArguments.ts';
import { takeLessonFile } from './simLesson.ts';
import { refuseWays, waysText } from './simWays.ts';
import { keepPagesOnDisk, lossOf } from './temporaryFile.ts';

const EXIT = { done: 0, lawBroken: 1, wrongInput: 2, goalNotMet: 3 } as const;
/** Lines of the ledger that are written at once. */
const LINES_AT_ONCE = 2_000;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.done);
  throw error;
});
keepPagesOnDisk();
process.exitCode = await main(process.argv.slice(2)).catch((problem) => refuse([lossOf(problem)]));

async function main(argv: readonly string[]): Promise<number> {
  const given = parseSimArguments(argv);
  if (given === 'help') {
    await print(USAGE.replace('LABS', builtInLabs.map(({ id }) => id).join(', ')));
    return EXIT.done;
  }
  if ('error' in given) return refuse([given.error, 'Try --help.']);
  if ('lesson' in given) return takeGiven(given);
  const read = readDefinition(given);
  if ('errors' in read) return refuse(read.errors);
  const { definition } = read;
  const refusal = given.ways && refuseWays(definition, given.ways);
  if (refusal) return refuse([refusal]);
  const seeds = given.seeds ?? { from: definition.seed, to: definition.seed };
  let worst: number = EXIT.done;
  for (let seed = seeds.from; seed <= seeds.to; seed++) {
    const exit = await run({ ...definition, seed }, given);
    if (exit === EXIT.lawBroken || worst === EXIT.done) worst = exit;
  }
  return worst;
}

async function takeGiven({ lesson, asText }: LessonArguments): Promise<number> {
  const taken = await takeLessonFile(lesson, asText);
  if (!taken.ok) {
    refuse(taken.errors);
    return taken.isRead ? EXIT.goalNotMet : EXIT.wrongInput;
  }
  await print(taken.text);
  return EXIT.done;
}

function refuse(lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  return EXIT.wrongInput;
}

function readDefinition(
  given: SimArguments,
): { definition: SimulationDefinition } | { errors: string[] } {
  const found = findLab(given.lab);
  if ('error' in found) return { errors: [found.error] };
  const parsed = parseTemplate(found.text);
  const at = (line: string): string => `${given.lab}:${line}`;
  if (!parsed.ok) return { errors: parsed.errors.map(labErrorLine).map(at) };
  const refused = given.settings.flatMap((setting) => applySetting(parsed.template, setting) ?? []);
  if (refused.length > 0) return { errors: refused };
  const reading = readTemplate(parsed.template, found.files);
  if (!reading.ok) return { errors: reading.errors.map(labErrorLine).map(at) };
  const brought = bringItems(reading.definition, given.items);
  if ('errors' in brought) return brought;
  const { definition } = brought;
  return { definition: { ...definition, untilMs: given.untilMs ?? definition.untilMs } };
}

async function run(definition: SimulationDefinition, given: SimArguments): Promise<number> {
  if (given.ways) {
    await print(await waysText(definition, given.ways, given.asLines));
    return EXIT.done;
  }
  const simulation = await openWithCode(definition);
  const followed = given.ledger ? null : followOutcomes(simulation.world);
  simulation.runUntil(instant(milliseconds(definition.untilMs)));
  const document = report(simulation, followed ?? undefined);
  if (given.ledger) await printLedger(simulation);
  else await print(JSON.stringify(document, null, given.asLines ? 0 : 2));
  if (document.laws.some(({ verdict }) => verdict === 'broken')) return EXIT.lawBroken;
  return document.goals.some(({ verdict }) => verdict === 'broken') ? EXIT.goalNotMet : EXIT.done;
}

async function printLedger(simulation: Simulation): Promise<void> {
  const { length } = simulation.world.journal;
  for (let from = 0; from < length; from += LINES_AT_ONCE) {
    const lines = [...ledger(simulation, from, Math.min(length, from + LINES_AT_ONCE))];
    await print(lines.join('\n'));
  }
}

/** Writes a text and waits where the reader is slower. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}
