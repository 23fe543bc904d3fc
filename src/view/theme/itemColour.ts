import { itemHue } from '../../projections/scene/itemHue.ts';

/** An item's colour, for a `style` attribute: `var(--item-3)`. */
export const itemColour = (item: number): string => `var(--item-${itemHue(item)})`;
