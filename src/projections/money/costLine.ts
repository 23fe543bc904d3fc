/** One line of a bill: a quantity times a price. */
import type { Price } from '../../engine/prices.ts';

export interface CostLine {
  /** Logical id, and what of it. */
  for: string;
  quantity: number;
  unit: string;
  usdPerUnit: number;
  usd: number;
  /** The price was not read in a source of AWS's own. */
  assumed: boolean;
}

export const costLine = (what: string, quantity: number, price: Price): CostLine => ({
  for: what,
  quantity,
  unit: price.unit,
  usdPerUnit: price.usd,
  usd: quantity * price.usd,
  assumed: price.assumed,
});

export const totalUsd = (lines: readonly CostLine[]): number =>
  lines.reduce((sum, { usd }) => sum + usd, 0);
