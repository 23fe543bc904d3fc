/** `--items TABLE=FILE`: what a table holds before its stream is enabled, from a file. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { SimulationDefinition } from '../engine/definition.ts';
import { readItemFile } from '../lab/items/itemFile.ts';
import { withItems } from '../lab/items/withItems.ts';
import { didYouMean } from '../lab/nearest.ts';

/** The lab with the items, or a line for each thing that is wrong, by file and line. */
export function bringItems(
  definition: SimulationDefinition,
  given: readonly { table: string; file: string }[],
): { definition: SimulationDefinition } | { errors: string[] } {
  let result = definition;
  for (const { table, file } of given) {
    const found = result.tables.find(({ id, name }) => id === table || name === table);
    if (!found) {
      const guess = didYouMean(
        table,
        result.tables.map(({ id }) => id),
      );
      return {
        errors: [`--items ${table}=${file}: there is no table called ${table}${guess || '.'}`],
      };
    }
    let text: string;
    try {
      const bytes = readFileSync(file);
      text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
    } catch (error) {
      return { errors: [`${file} cannot be read: ${(error as Error).message}.`] };
    }
    const { items, problems, problemCount } = readItemFile(text, found);
    if (problemCount > 0) {
      const more = problemCount - problems.length;
      const lines = problems.map(({ line, text: why }) => `${file}:${line}: ${why}`);
      return { errors: more > 0 ? [...lines, `${file}: and ${more} more rows.`] : lines };
    }
    result = withItems(result, found.id, items);
  }
  return { definition: result };
}
