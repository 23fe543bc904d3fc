/**
 * Reading and writing attributes by name. Names are data (`__proto__` and `constructor` are allowed),
 * so a map is only ever asked for properties of its own.
 */
import type { AttributeMap, AttributeValue } from './attributeValue.ts';

/** AWS's letters for the type of a value. */
export type AttributeType = 'S' | 'N' | 'B' | 'SS' | 'NS' | 'BS' | 'M' | 'L' | 'NULL' | 'BOOL';

/** The attribute of that name, or undefined. */
export function attributeOf(map: AttributeMap, name: string): AttributeValue | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** Sets an own property whatever its name. */
export function setAttribute(map: AttributeMap, name: string, value: AttributeValue): void {
  if (name === '__proto__') {
    Object.defineProperty(map, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    map[name] = value;
  }
}

/** The type letters of a value. */
export function attributeTypeOf(value: AttributeValue): AttributeType {
  for (const type in value) return type as AttributeType;
  return 'NULL';
}

/** Whether text comes before other text, by UTF-16 code units; an order that no locale changes. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
