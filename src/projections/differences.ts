/** What a MODIFY changed, attribute by attribute. */
import type { AttributeMap } from '../engine/item/attributeValue.ts';
import type { World } from '../engine/world.ts';
import { valueText } from './faultText.ts';

export interface Difference {
  name: string;
  /** Empty: it was not there, or is no more. */
  from: string;
  to: string;
}

const LONGEST = 24;

/** The image of a version, or null where the item was deleted or never there. */
export function imageOfVersion(world: World, version: number): AttributeMap | null {
  const image = version < 0 ? -1 : world.versions.image.get(version);
  return image < 0 ? null : world.images.read(image);
}

/**
 * Attributes that differ between the images of a change, in the order of their names, texts before
 * numbers, because they say more.
 * @param without attributes of no interest, such as a poller's watermark.
 */
export function differencesOf(
  world: World,
  change: number,
  without: readonly string[] = [],
): Difference[] {
  const before = imageOfVersion(world, world.changes.oldVersion.get(change)) ?? {};
  const now = imageOfVersion(world, world.changes.newVersion.get(change)) ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const isNumber = (name: string) => 'N' in (now[name] ?? before[name]!);
  names.sort((a, b) => Number(isNumber(a)) - Number(isNumber(b)) || (a < b ? -1 : 1));
  return names
    .filter((name) => !without.includes(name))
    .map((name) => ({ name, from: shown(before, name), to: shown(now, name) }))
    .filter(({ from, to }) => from !== to);
}

function shown(image: AttributeMap, name: string): string {
  const value = image[name];
  if (value === undefined) return '';
  const text = valueText(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text || '“”';
}

/** Watermark attributes of the pollers of a table. */
export const watermarksOf = (world: World, table: number): string[] =>
  world.definition.pollers
    .filter((_, poller) => world.state.pollers[poller]?.table === table)
    .map(({ watermark }) => watermark);
