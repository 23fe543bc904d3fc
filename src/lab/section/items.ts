/** `Metadata.Shardscope.Items`: what a table holds before its stream is enabled. */
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { ItemError } from '../../engine/item/itemError.ts';
import { keyOf } from '../../engine/item/key.ts';
import { parseItem } from '../../engine/item/parseItem.ts';
import { readAttributeMap } from '../attributeMap.ts';
import type { Lab } from '../lab.ts';
import { type Path, shown } from '../labError.ts';
import type { Members } from '../members.ts';
import { didYouMean } from '../nearest.ts';

/** Reads the items into the lab's tables. */
export function readItems(section: Members, lab: Lab): void {
  const items = section.mapping('Items');
  for (const id of items.keys()) {
    const table = lab.tables.find((each) => each.id === id);
    const list = items.raw(id);
    if (table === undefined) {
      const guess = didYouMean(
        id,
        lab.tables.map((each) => each.id),
      );
      items.error(id, `there is no table called ${id}${guess || '.'}`);
      continue;
    }
    if (list === undefined || !Array.isArray(list.value)) {
      items.error(id, `${shown(list?.value)} stands where a list of items is expected.`);
      continue;
    }
    list.value.forEach((value: unknown, i) => {
      const path: Path = [...list.path, i];
      const item = readItem(value, table, path, lab);
      if (item !== undefined) table.items.push(item);
    });
  }
}

/** An item that AWS would take for this table, in the form in which AWS returns it. */
function readItem(
  value: unknown,
  table: Lab['tables'][number],
  path: Path,
  lab: Lab,
): AttributeMap | undefined {
  const attributes = readAttributeMap(value, path, lab.findings);
  if (attributes === undefined || !hasKeys(attributes, table, path, lab)) return undefined;
  try {
    const item = parseItem(attributes);
    keyOf(table, item);
    return item;
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    lab.findings.error(path, error.message);
    return undefined;
  }
}

/** Whether an item has its table's keys, with their types. */
function hasKeys(item: AttributeMap, table: Lab['tables'][number], path: Path, lab: Lab): boolean {
  const keys = table.sortKey ? [table.partitionKey, table.sortKey] : [table.partitionKey];
  return keys.every(({ name, type }) => {
    const value = item[name];
    if (value !== undefined && type in value) return true;
    const what =
      value === undefined ? `the key ${name} is missing` : `the key ${name} is not of type ${type}`;
    lab.findings.error(path, `${what}; ${table.id} needs { ${name}: { ${type}: … } }.`);
    return false;
  });
}
