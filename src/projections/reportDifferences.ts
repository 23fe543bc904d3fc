/** Two headless reports side by side: every figure that both have, and whether they agree. */

export interface ReportRow {
  /** What it is of: `consumers`, `targets` … */
  group: string;
  /** `OrderProcessor · invocations · failed` */
  name: string;
  /** Null where only the other has it. */
  here: number | null;
  there: number | null;
}

/** What is told elsewhere, or about the run rather than about what came of it. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['engineVersion', 'seed', 'until', 'virtualMs', 'digest'],
  ...['laws', 'goals', 'inert', 'assumptions'],
]);

/** Rows in the order of the reports. A list counts by the names or ids of its elements. */
export function reportRows(here: unknown, there: unknown): ReportRow[] {
  const mine = figuresOf(here);
  const theirs = figuresOf(there);
  const paths = [...mine.keys(), ...[...theirs.keys()].filter((path) => !mine.has(path))];
  return paths.map((path) => {
    const [group, ...rest] = path.split('\n');
    return {
      group: group!,
      name: rest.join(' · '),
      here: mine.get(path) ?? null,
      there: theirs.get(path) ?? null,
    };
  });
}

export const differs = ({ here, there }: ReportRow): boolean => here !== there;

function figuresOf(report: unknown): Map<string, number> {
  const figures = new Map<string, number>();
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'number') figures.set(path.join('\n'), value);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (path.length === 0 && LEFT_OUT.has(key)) continue;
      visit(part, [...path, Array.isArray(value) ? nameOf(part, key) : key]);
    }
  };
  visit(report, []);
  return figures;
}

/** What an element of a list calls itself. */
function nameOf(element: unknown, otherwise: string): string {
  const { for: purpose, id } = (element ?? {}) as { for?: unknown; id?: unknown };
  return String(purpose ?? id ?? otherwise);
}
