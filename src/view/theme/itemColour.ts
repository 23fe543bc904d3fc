/** An item's colour, for life: one of eight. Never the only sign; its label says which it is. */

export const ITEM_HUES = 8;
export const itemHue = (item: number): number => ((item % ITEM_HUES) + ITEM_HUES) % ITEM_HUES;
/** For a `style` attribute: `var(--item-3)`. */
export const itemColour = (item: number): string => `var(--item-${itemHue(item)})`;
