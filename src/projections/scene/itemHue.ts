/** An item's colour, for life: one of eight. Never the only sign; its label says which it is. */

const ITEM_HUES = 8;
export const itemHue = (item: number): number => ((item % ITEM_HUES) + ITEM_HUES) % ITEM_HUES;
