/**
 * `npm run poster --silent -- FILE --at 12s --out x.svg`: what the stage shows at an instant, as a
 * picture that stands alone.
 */
import { writeFileSync } from 'node:fs';
import { instant, milliseconds } from '../engine/kernel/time.ts';
import { builtInLabs } from '../lab/builtIn/index.ts';
import { labErrorLine } from '../lab/labError.ts';
import { readLab } from '../lab/readLab.ts';
import { placesOf } from '../projections/geometry/placedCards.ts';
import { momentOf } from '../projections/poster/moment.ts';
import { type Moment, poster } from '../projections/poster/poster.ts';
import { openWithCode } from '../runtime/codeHost.ts';
import { findLab } from './labFile.ts';
import { type PosterArguments, parsePosterArguments, USAGE } from './posterArguments.ts';

const EXIT = { done: 0, wrongInput: 2 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const given = parsePosterArguments(argv);
  if (given === 'help') {
    process.stdout.write(`${USAGE.replace('LABS', builtInLabs.map(({ id }) => id).join(', '))}\n`);
    return EXIT.done;
  }
  if ('error' in given) return refuse([given.error, 'Try --help.']);
  const drawn = await draw(given);
  if ('errors' in drawn) return refuse(drawn.errors);
  if (given.out === undefined) process.stdout.write(drawn.svg);
  else {
    try {
      writeFileSync(given.out, drawn.svg);
    } catch (error) {
      return refuse([`${given.out} cannot be written: ${(error as Error).message}.`]);
    }
  }
  return EXIT.done;
}

function refuse(lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  return EXIT.wrongInput;
}

async function draw(given: PosterArguments): Promise<{ svg: string } | { errors: string[] }> {
  const found = findLab(given.lab);
  if ('error' in found) return { errors: [found.error] };
  const reading = readLab(found.text);
  if (!reading.ok) {
    return { errors: reading.errors.map((error) => `${given.lab}:${labErrorLine(error)}`) };
  }
  const { definition } = reading;
  const simulation = await openWithCode({ ...definition, seed: given.seed ?? definition.seed });
  const moments: Moment[] = [];
  for (const atMs of given.atMs) {
    simulation.runUntil(instant(milliseconds(atMs)));
    moments.push(momentOf(simulation));
  }
  const places = placesOf(reading.layout ?? [], definition);
  return { svg: poster(definition.title, moments, { ...given.look, places }) };
}
