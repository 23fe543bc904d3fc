/** What a poison strikes, in a few words. */
import type { AttributeMap, AttributeValue } from '../engine/item/attributeValue.ts';
import type { KeySchema } from '../engine/item/key.ts';

/** A value in plain words: the text of a string or number, else its JSON. */
export function valueText(value: AttributeValue): string {
  if ('S' in value) return value.S;
  if ('N' in value) return value.N;
  if ('BOOL' in value) return String(value.BOOL);
  if ('NULL' in value) return 'null';
  return JSON.stringify(Object.values(value)[0]);
}

/** `order#13` where a poison names a key, `status = shipped` where it names something else. */
export function matchText(schema: KeySchema | undefined, match: AttributeMap | null): string {
  if (!match) return '';
  const names = Object.keys(match);
  const key = schema?.partitionKey.name;
  if (names.length === 1 && names[0] === key) return valueText(match[names[0]!]!);
  return names.map((name) => `${name} = ${valueText(match[name]!)}`).join(', ');
}
