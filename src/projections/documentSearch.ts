/** A search index's documents, really searched: words, prefixes and small misspellings. */
import MiniSearch from 'minisearch';
import type { AttributeMap, AttributeValue } from '../engine/item/attributeValue.ts';
import type { World } from '../engine/world.ts';
import type { ListedItem } from './itemList.ts';

const MOST_FOUND = 50;
/** Of a larger index only the first so many documents are searched. */
const MOST_DOCUMENTS = 20_000;

/** The documents now in a target that match the words, best first; without words the first ones. */
export function documentSearch(world: World, target: number, words: string): ListedItem[] {
  const documents = documentsOf(world, target);
  if (words.trim() === '') return documents.slice(0, MOST_FOUND);
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(documents.map(({ json }, id) => ({ id, text: textOf({ M: json }) })));
  const found = index.search(words, { prefix: true, fuzzy: 0.15, combineWith: 'AND' });
  return found.slice(0, MOST_FOUND).map(({ id }) => documents[id as number]!);
}

function documentsOf(world: World, target: number): ListedItem[] {
  const documents = world.documents[target];
  const { items, effects, changes, versions, images } = world;
  const listed: ListedItem[] = [];
  const count = Math.min(documents?.length ?? 0, items.table.length);
  for (let item = 0; item < count && listed.length < MOST_DOCUMENTS; item++) {
    const effect = documents!.get(item) - 1;
    if (effect < 0) continue;
    const version = changes.newVersion.get(effects.change.get(effect));
    const json: AttributeMap = images.read(versions.image.get(version));
    listed.push({ item, label: items.label.get(item), json });
  }
  return listed;
}

/** All texts and numbers of a value, for the index. */
function textOf(value: AttributeValue): string {
  if ('S' in value) return value.S;
  if ('N' in value) return value.N;
  if ('SS' in value) return value.SS.join(' ');
  if ('NS' in value) return value.NS.join(' ');
  if ('BOOL' in value) return String(value.BOOL);
  if ('L' in value) return value.L.map(textOf).join(' ');
  if ('M' in value) return Object.values(value.M).map(textOf).join(' ');
  return '';
}
