/** An item as it is typed: is it JSON, is it an item, has it the table's key? */
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { ItemError } from '../../engine/item/itemError.ts';
import { type KeySchema, keyOf } from '../../engine/item/key.ts';
import { parseItem } from '../../engine/item/parseItem.ts';
import { fromPlain, toPlain } from '../../engine/item/plainJson.ts';
import { itemSizeBytes } from '../../engine/item/size.ts';
import { jsonWords } from '../words/json.ts';
import type { JsonForm } from './draft.ts';
import { checkJson, type Place } from './jsonCheck.ts';

export type ItemCheck =
  | { ok: true; item: AttributeMap; key: AttributeMap; bytes: number }
  | {
      ok: false;
      problem: string;
      /** Where in the text, as far as that is known. */
      place: Place | null;
      /** The attribute, or empty. */
      path: string;
      /** The item, where it is one but lacks the table's key. */
      item: AttributeMap | null;
    };

/** Checks a text against a form and a table's key; errors are AWS's own where it has any. */
export function checkItem(text: string, form: JsonForm, schema: KeySchema): ItemCheck {
  const json = checkJson(text, jsonWords);
  if (!json.ok)
    return { ok: false, problem: json.problem, place: json.place, path: '', item: null };
  let item: AttributeMap | null = null;
  try {
    item = form === 'typed' ? parseItem(json.value) : fromPlain(json.value);
    return { ok: true, item, key: keyOf(schema, item), bytes: itemSizeBytes(item) };
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    const path = error.path.join('.');
    const place = json.places.get(path) ?? nearest(json.places, error.path);
    return { ok: false, problem: `${error.awsName}: ${error.message}`, place, path, item };
  }
}

/** The place of the innermost thing on a path that the text has. */
function nearest(places: Map<string, Place>, path: readonly (string | number)[]): Place | null {
  for (let length = path.length; length > 0; length--) {
    const place = places.get(path.slice(0, length).join('.'));
    if (place !== undefined) return place;
  }
  return null;
}

/** An item as text of a form. */
export function itemText(item: AttributeMap, form: JsonForm): string {
  return JSON.stringify(form === 'typed' ? item : toPlain(item), null, 2);
}
