/** Two headless reports side by side: every figure that both have, and whether they agree. */

export interface ReportRow {
  /** What it is of: `consumers`, `targets` … */
  group: string;
  /** Whose it is, outermost first: `['Orders', 'shard 1']`; empty where it is of the whole run. */
  of: readonly string[];
  /** Its place in the report without those ids: `consumers.invocations.failed` */
  figure: string;
  /** Null where only the other has it. */
  here: number | null;
  there: number | null;
}

/** What is told elsewhere, or about the run rather than about what came of it. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['engineVersion', 'seed', 'until', 'virtualMs', 'digest'],
  ...['laws', 'goals', 'inert', 'assumptions'],
]);

/** What holds its parts by their ids, beside lists. */
const BY_ID: ReadonlySet<string> = new Set([
  ...['tables', 'streams', 'kinesisStreams', 'consumers', 'targets', 'pollers', 'exports'],
]);

interface Figure {
  of: readonly string[];
  keys: readonly string[];
  value: number;
}

/** Rows in the order of the reports. A list counts by the names or ids of its elements. */
export function reportRows(here: unknown, there: unknown): ReportRow[] {
  const mine = figuresOf(here);
  const theirs = figuresOf(there);
  return [...new Map([...mine, ...theirs])].map(([place, { of, keys }]) => ({
    group: keys[0]!,
    of,
    figure: keys.join('.'),
    here: mine.get(place)?.value ?? null,
    there: theirs.get(place)?.value ?? null,
  }));
}

export const differs = ({ here, there }: ReportRow): boolean => here !== there;

function figuresOf(report: unknown): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  const visit = (value: unknown, keys: readonly string[], of: readonly string[]): void => {
    if (typeof value === 'number')
      figures.set([...of, '', ...keys].join('\n'), { of, keys, value });
    if (typeof value !== 'object' || value === null) return;
    const isById = keys.length === 1 && of.length === 0 && BY_ID.has(keys[0]!);
    for (const [key, part] of Object.entries(value)) {
      if (keys.length === 0 && LEFT_OUT.has(key)) continue;
      if (isById) visit(part, keys, [key]);
      else if (Array.isArray(value)) visit(part, keys, [...of, nameOf(part, key)]);
      else visit(part, [...keys, key], of);
    }
  };
  visit(report, [], []);
  return figures;
}

/** What an element of a list calls itself. */
function nameOf(element: unknown, otherwise: string): string {
  const { for: purpose, id } = (element ?? {}) as { for?: unknown; id?: unknown };
  return String(purpose ?? id ?? otherwise);
}
