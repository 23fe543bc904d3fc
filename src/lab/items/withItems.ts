/** A lab with items that somebody brings, there before its stream. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { keyLabel, keyOf } from '../../engine/item/key.ts';

/** [L53] The last of several with one key is kept, in the place of the first. */
export function withItems(
  definition: SimulationDefinition,
  table: string,
  items: readonly AttributeMap[],
): SimulationDefinition {
  return {
    ...definition,
    tables: definition.tables.map((one) => {
      if (one.id !== table) return one;
      const byKey = new Map<string, AttributeMap>();
      for (const item of [...one.items, ...items]) byKey.set(keyLabel(one, keyOf(one, item)), item);
      return { ...one, items: [...byKey.values()] };
    }),
  };
}
