/** The third script of an embed, fetched only for a link or a lab file: it brings the reader of YAML. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { labErrorLine } from '../../lab/labError.ts';
import { decodeLink } from '../../lab/link/labLink.ts';
import { readLinkedLab } from '../../lab/link/linkedLab.ts';
import { readLab } from '../../lab/readLab.ts';
import type { CardPlaces } from '../../projections/geometry/movedCards.ts';
import { placesOf } from '../../projections/geometry/placedCards.ts';

export interface ReadLab {
  definition: SimulationDefinition;
  /** Where the lab's cards have been put. */
  places: CardPlaces;
  /** What has changed since a link was made, a sentence each. */
  notes: readonly string[];
}

declare global {
  var shardscopeReader:
    | ((wanted: { link: string } | { text: string }) => Promise<ReadLab>)
    | undefined;
}

globalThis.shardscopeReader = async (wanted) => {
  if ('text' in wanted) return read(readLab(wanted.text), []);
  const decoded = await decodeLink(wanted.link);
  if (!decoded.ok) throw new Error(decoded.error);
  const reading = readLinkedLab(decoded.link);
  return read(reading, reading.changes);
};

function read(reading: ReturnType<typeof readLab>, notes: readonly string[]): ReadLab {
  if (!reading.ok) throw new Error(reading.errors.slice(0, 3).map(labErrorLine).join('\n'));
  const { definition, layout = [] } = reading;
  return { definition, places: placesOf(layout, definition), notes };
}
