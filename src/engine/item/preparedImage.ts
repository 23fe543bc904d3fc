/**
 * An item of which each copy differs from the one before in a few values: its names are put in order, and looked
 * up in the dictionary, once.
 */
import { byCodeUnits } from './attributeMap.ts';
import type { AttributeValue } from './attributeValue.ts';
import type { NumberedText } from './numberedText.ts';

/** A text or a whole number, not negative, may stand for itself. */
export type PreparedValue = AttributeValue | NumberedText | string | number;

export class PreparedImage {
  /** In the order in which they are packed. */
  readonly names: readonly string[];
  /** The value of each name; whoever packs the next copy sets them. */
  readonly values: PreparedValue[];
  /** By name: its number in the dictionary, -1 before it is known. */
  readonly numbers: number[];
  /** The state of the dictionary that the numbers are of. */
  epoch: object | null = null;

  constructor(item: ReadonlyMap<string, PreparedValue>) {
    this.names = [...item.keys()].sort(byCodeUnits);
    this.values = this.names.map((name) => item.get(name)!);
    this.numbers = this.names.map(() => -1);
  }
}
