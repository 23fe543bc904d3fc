/** `sim --ways`: seven ways to write one function's work, as a table to read or as a document. */
import type { SimulationDefinition } from '../engine/definition.ts';
import { instant, milliseconds } from '../engine/kernel/time.ts';
import { FAILURES, guardedFunctions } from '../lab/guards/guard.ts';
import { compareGuards } from '../projections/guards/compareGuards.ts';
import type { GuardComparison, GuardPicture } from '../projections/guards/guardPicture.ts';
import { countText } from '../projections/spanText.ts';
import { guardWords as words } from '../projections/words/guardWords.ts';
import type { SimArguments } from './simArguments.ts';

type Wish = NonNullable<SimArguments['ways']>;

/** What stands against it, in a sentence. */
export function refuseWays(definition: SimulationDefinition, wish: Wish): string | undefined {
  const known = guardedFunctions(definition);
  if (known.length === 0) return 'No mapping invokes a function in this lab: there is no work.';
  if (wish.function === undefined || known.includes(wish.function)) return undefined;
  return `--function ${wish.function} is invoked by no mapping; ${known.join(', ')} would be.`;
}

/** @param inOneLine of a document: without line breaks. */
export async function waysText(
  definition: SimulationDefinition,
  wish: Wish,
  inOneLine: boolean,
): Promise<string> {
  const fn = wish.function ?? guardedFunctions(definition)[0]!;
  const until = instant(milliseconds(definition.untilMs));
  const comparison = await compareGuards(definition, fn, until);
  if (!wish.asJson) return tableOf(comparison);
  const document = { title: definition.title, seed: definition.seed, ...comparison };
  return JSON.stringify(document, null, inOneLine ? 0 : 2);
}

const NAME_WIDTH = 20;
const WIDTH = 10;

function tableOf(comparison: GuardComparison): string {
  const columns = ['done', 'again', 'lost', 'wrong', 'turnedAway'] as const;
  const heads = ['Done', 'Again', 'Lost', 'Wrong', 'Refused'];
  const row = (name: string, cells: readonly string[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(WIDTH)).join('');
  return [
    `${comparison.function}: ${words.history(comparison)}.`,
    ...(comparison.sameWrites ? [] : [words.differ]),
    '',
    row('', heads),
    ...comparison.ways.flatMap((way) => [
      row(
        words.guards[way.guard].name,
        columns.map((column) => countText(way[column])),
      ),
      `  ${words.still}: ${words.guards[way.guard].still}`,
      `  ${seenText(way)}`,
    ]),
  ].join('\n');
}

/** `Here: tried again 31 times, two at once 6 times.` */
function seenText({ seen }: GuardPicture): string {
  const told = FAILURES.filter((failure) => seen[failure] > 0).map(
    (failure) => `${words.failures[failure][0].toLowerCase()} ${words.times(seen[failure])}`,
  );
  return told.length === 0 ? words.nothing : `${words.here}: ${told.join(', ')}.`;
}
