/** What a write made of an item, attribute by attribute. */
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { keyNames } from '../../engine/item/key.ts';
import type { World } from '../../engine/world.ts';
import { imageOfVersion } from '../differences.ts';
import { valueText } from '../faultText.ts';
import { figureWords } from '../words/figureWords.ts';
import type { ImageDifference } from './figure.ts';

const MOST_ROWS = 40;
const LONGEST = 40;

type Row = ImageDifference['rows'][number];

/** The images before and after a change. */
export function changeDifference(world: World, change: number): ImageDifference {
  const { changes } = world;
  const before = imageOfVersion(world, changes.oldVersion.get(change));
  const after = imageOfVersion(world, changes.newVersion.get(change));
  return imageDifference(before, after, keysOf(world, changes.table.get(change)));
}

/** @param keys names of the key attributes: they are listed first, and never change. */
export function imageDifference(
  before: AttributeMap | null,
  after: AttributeMap | null,
  keys: readonly string[],
): ImageDifference {
  const rows = rowsOf(before ?? {}, after ?? {}, keys);
  const changed = rows.filter((row) => row.change !== 'same').length;
  const text = !before
    ? after
      ? figureWords.inserted
      : figureWords.neverThere
    : !after
      ? figureWords.removed
      : changed === 0
        ? figureWords.unchanged(rows.length)
        : figureWords.changed(changed, rows.length);
  return {
    kind: 'imageDifference',
    title: figureWords.difference,
    text,
    rows: rows.slice(0, MOST_ROWS),
    more: Math.max(0, rows.length - MOST_ROWS),
  };
}

/** Keys, then what differs, then the rest; each by name. */
function rowsOf(before: AttributeMap, after: AttributeMap, keys: readonly string[]): Row[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const rows = names.map((name): Row => {
    const from = shown(before, name);
    const to = shown(after, name);
    const isSame = JSON.stringify(before[name]) === JSON.stringify(after[name]);
    const change = isSame ? 'same' : from === '' ? 'added' : to === '' ? 'removed' : 'changed';
    return { name, isKey: keys.includes(name), from, to, change };
  });
  const rank = (row: Row) => (row.isKey ? 0 : row.change === 'same' ? 2 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function shown(image: AttributeMap, name: string): string {
  const value = image[name];
  if (value === undefined) return '';
  const text = valueText(value);
  return text.length > LONGEST ? figureWords.cut(text, LONGEST) : text || '“”';
}

export const keysOf = (world: World, table: number): string[] =>
  keyNames(world.state.tables[table]!.schema);
