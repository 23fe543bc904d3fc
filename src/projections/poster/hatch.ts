/** The hatching of the edge where records fall off. */
import type { PosterColours } from './posterColours.ts';

export const HATCH = 'shardscope-edge';

/** To stand once in a picture. */
export const hatchPattern = ({ hatch }: PosterColours): string =>
  `<defs><pattern id="${HATCH}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M.5 0V6" stroke="${hatch}"/></pattern></defs>`;
