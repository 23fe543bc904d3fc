/** What `sim` was asked to do. */
import { parseArgs } from 'node:util';
import { parseDuration } from '../lab/duration.ts';

export const USAGE = `usage: npm run sim --silent -- FILE|FOLDER|LAB [options]

Runs a lab without a page and prints one JSON document about what became of it.
LAB is a built-in lab: LABS.

       npm run sim --silent -- --lesson FILE|LESSON [--as-text]

Takes a lesson from start to end, and says at which line something is not reached, not derived
or wrong. LESSON is one of the course, such as what-a-change-is; --as-text prints it, to begin with.

  --seed N           another seed than the file's
  --seeds A..B       a run for each seed; one document a line
  --until SPAN       how long the run goes: 500ms 30s 10m 24h 7d
  --set PATH=VALUE   change a value of the file first; may be repeated
                     (Resources.Mapping.Properties.BatchSize=5)
  --items TABLE=FILE what a table holds before its stream is enabled: DynamoDB JSON,
                     plain JSON or CSV, also .gz; may be repeated
  --json             the document (the default)
  --ledger           what happened, as readable lines, instead of the document
  --ways             one function's work written in seven ways, side by side on the same history:
                     done, again, lost, and what each way lets through; with --json as a document
  --function ID      whose work that is; the first that a mapping invokes by default
  --help             this text

exit: 0 done, 1 an engine law is broken, 2 the file or a flag is wrong,
      3 a goal is not met or a lesson does not hold`;

/** More runs than this at once are a mistake. */
const MOST_SEEDS = 100_000;

export interface SimArguments {
  lab: string;
  /** Absent: the file's own seed. */
  seeds?: { from: number; to: number };
  /** One document a line, even where there is one seed. */
  asLines: boolean;
  untilMs?: number;
  settings: string[];
  /** Tables by logical id, and the files that hold their items. */
  items: { table: string; file: string }[];
  ledger: boolean;
  /** Seven ways side by side; of a function, by logical id, or of the first. */
  ways?: { function?: string; asJson: boolean };
}

export interface LessonArguments {
  /** A file, or a lesson of the course. */
  lesson: string;
  asText: boolean;
}

/** The arguments, `'help'`, or a sentence that says what is wrong with them. */
export function parseSimArguments(
  argv: readonly string[],
): SimArguments | LessonArguments | 'help' | { error: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return { error: (error as Error).message };
  }
  const { values } = parsed;
  if (values.help) return 'help';
  if (values.lesson !== undefined || values['as-text']) return lessonArguments(parsed);
  return labArguments(parsed);
}

function lessonArguments({
  values,
  positionals,
}: ReturnType<typeof parse>): LessonArguments | { error: string } {
  const { lesson, 'as-text': asText = false, ...others } = values;
  const [other] = [...positionals, ...Object.keys(others).map((name) => `--${name}`)];
  if (lesson === undefined) return { error: '--as-text is for a lesson; --lesson is missing.' };
  if (other !== undefined)
    return { error: `--lesson goes with --as-text only, not with ${other}.` };
  return { lesson, asText };
}

function labArguments({
  values,
  positionals,
}: ReturnType<typeof parse>): SimArguments | { error: string } {
  const [lab] = positionals;
  if (lab === undefined)
    return { error: 'Which lab? A file, a folder or a built-in lab is expected.' };
  if (positionals.length > 1) return { error: `One lab at a time, not also ${positionals[1]}.` };
  if (values.json && values.ledger) return { error: '--json and --ledger exclude each other.' };
  if (values.ways && values.ledger) return { error: '--ways and --ledger exclude each other.' };
  if (values.function !== undefined && !values.ways) {
    return { error: '--function says whose work --ways is about; --ways is missing.' };
  }
  const result: SimArguments = {
    lab,
    asLines: values.seeds !== undefined,
    settings: values.set ?? [],
    items: [],
    ledger: values.ledger ?? false,
    ...(values.ways && {
      ways: {
        asJson: values.json ?? false,
        ...(values.function !== undefined && { function: values.function }),
      },
    }),
  };
  for (const given of values.items ?? []) {
    const [, table, file] = /^([^=]+)=(.+)$/u.exec(given) ?? [];
    if (table === undefined || file === undefined) {
      return { error: `--items ${given} names no table and file; Orders=orders.csv would.` };
    }
    result.items.push({ table, file });
  }
  const seeds = readSeeds(values.seed, values.seeds);
  if (seeds !== undefined && 'error' in seeds) return seeds;
  if (seeds !== undefined) result.seeds = seeds;
  if (values.until !== undefined) {
    const untilMs = parseDuration(values.until);
    if (untilMs === undefined) {
      return { error: `--until ${values.until} is not a duration; 500ms 30s 10m 24h 7d are.` };
    }
    result.untilMs = untilMs;
  }
  return result;
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string' },
      until: { type: 'string' },
      set: { type: 'string', multiple: true },
      items: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      ledger: { type: 'boolean' },
      ways: { type: 'boolean' },
      function: { type: 'string' },
      lesson: { type: 'string' },
      'as-text': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

function readSeeds(
  seed: string | undefined,
  seeds: string | undefined,
): { from: number; to: number } | { error: string } | undefined {
  if (seed !== undefined && seeds !== undefined) {
    return { error: '--seed and --seeds exclude each other.' };
  }
  if (seed !== undefined) {
    if (!isSeed(seed))
      return { error: `--seed ${seed} is not a whole number from 0 to 4294967295.` };
    return { from: Number(seed), to: Number(seed) };
  }
  if (seeds === undefined) return undefined;
  const [from, to] = seeds.split('..');
  if (from === undefined || to === undefined || !isSeed(from) || !isSeed(to)) {
    return { error: `--seeds ${seeds} is not a range; one such as 1..20 is expected.` };
  }
  const range = { from: Number(from), to: Number(to) };
  if (range.to < range.from) return { error: `--seeds ${seeds} ends before it begins.` };
  if (range.to - range.from >= MOST_SEEDS) {
    return { error: `--seeds ${seeds} is more than ${MOST_SEEDS} runs.` };
  }
  return range;
}

const isSeed = (text: string): boolean => /^\d{1,10}$/u.test(text) && Number(text) <= 0xffff_ffff;
