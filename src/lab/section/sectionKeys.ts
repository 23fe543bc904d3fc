/** What the parts of `Metadata.Shardscope` have in common: strict keys, and tables by logical id. */
import type { Lab } from '../lab.ts';
import type { Members } from '../members.ts';
import { didYouMean } from '../nearest.ts';

/** Calls every key that is not among the known ones an error, and suggests the nearest. */
export function refuseOthers(members: Members, known: readonly string[]): void {
  for (const key of members.keys()) {
    if (known.includes(key)) continue;
    const guess = didYouMean(key, known) || `; known are ${known.join(', ')}.`;
    members.error(key, `${key} is not a known key${guess}`);
  }
}

/** The table with that logical id (or name), or an error at the member that names it. */
export function tableNamed(members: Members, name: string, lab: Lab): string | undefined {
  const id = members.logicalId(name);
  if (id === undefined) {
    if (!members.has(name))
      members.error(name, `${name} is missing; a table's logical id is expected.`);
    return undefined;
  }
  const table = lab.tables.find((each) => each.id === id || each.name === id);
  if (table !== undefined) return table.id;
  const known = lab.tables.map((each) => each.id);
  members.error(name, `there is no table called ${id}${didYouMean(id, known) || '.'}`);
  return undefined;
}
