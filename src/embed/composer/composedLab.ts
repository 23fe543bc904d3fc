/** The lab that an embed is composed of, read in the page: what can be seen in it, and its pictures. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { openSimulation } from '../../engine/index.ts';
import { builtInLab } from '../../lab/builtIn/index.ts';
import { labErrorLine } from '../../lab/labError.ts';
import type { PlacedCard } from '../../lab/layout.ts';
import { decodeLink } from '../../lab/link/labLink.ts';
import { readLinkedLab } from '../../lab/link/linkedLab.ts';
import { type LabReading, readLab } from '../../lab/readLab.ts';
import { courseEntry } from '../../lessons/course.ts';
import { definitionOf } from '../../lessons/stretch.ts';
import type { CardPlaces } from '../../projections/geometry/movedCards.ts';
import { placesOf } from '../../projections/geometry/placedCards.ts';
import { momentOf } from '../../projections/poster/moment.ts';
import { type Moment, type PosterLook, poster } from '../../projections/poster/poster.ts';
import { makeScene } from '../../projections/scene/makeScene.ts';
import { openWithCode } from '../../runtime/codeHost.ts';
import { History } from '../../runtime/history/history.ts';
import { createBreathe } from '../../runtime/session/breathe.ts';
import { runInSlices } from '../../runtime/session/slices.ts';
import { embedWords } from '../embedWords.ts';
import { focusScene } from '../live/focusScene.ts';
import { withScan } from '../live/withScan.ts';
import type { EmbedChoices } from './embedCode.ts';

export interface ComposedLab {
  title: string;
  definition: SimulationDefinition;
  /** Where its cards have been put. */
  places: CardPlaces;
  /** Logical ids of what is on the stage. */
  ids: readonly string[];
}

/** @throws Error with a sentence where it cannot be read. */
export async function composedLab(lab: EmbedChoices['lab']): Promise<ComposedLab> {
  const { definition, layout = [] } = await read(lab);
  const { cards } = makeScene((await openSimulation(definition)).world);
  const ids = cards.flatMap(({ type, logicalId }) => (type === 'writers' ? [] : [logicalId]));
  const places = placesOf(layout, definition);
  return { title: definition.title, definition, places, ids: [...new Set(ids)] };
}

interface FoundLab {
  definition: SimulationDefinition;
  layout?: readonly PlacedCard[];
}

async function read(lab: EmbedChoices['lab']): Promise<FoundLab> {
  if ('lesson' in lab) return { definition: await readLesson(lab.lesson) };
  if ('id' in lab) return found(readLab(builtInLab(lab.id)?.text ?? ''));
  const decoded = await decodeLink(lab.link);
  if (!decoded.ok) throw new Error(decoded.error);
  return found(readLinkedLab(decoded.link));
}

function found(reading: LabReading): FoundLab {
  if (reading.ok) return reading;
  throw new Error(reading.errors.slice(0, 3).map(labErrorLine).join('\n'));
}

/** The lab of a lesson, with every task done in it. */
async function readLesson(id: string): Promise<SimulationDefinition> {
  const entry = courseEntry(id);
  if (entry === undefined) throw new Error(embedWords.unknownLesson(id));
  const { lesson } = await entry.load();
  const definition = definitionOf(lesson, lesson.steps.length);
  return { ...definition, title: entry.title };
}

const breathe = createBreathe();

/**
 * What the embed shows at some instants, one under the other.
 * @param atMs ascending.
 * @param signal ends it early: nothing is drawn then.
 */
export async function storyboard(
  { title, definition, places }: ComposedLab,
  { seed, compare, focus }: Pick<EmbedChoices, 'seed' | 'compare' | 'focus'>,
  atMs: readonly number[],
  look: PosterLook,
  signal: AbortSignal,
): Promise<string | null> {
  const simulation = await openWithCode({
    ...(compare ? withScan(definition) : definition),
    ...(seed !== '' && { seed: Number(seed) }),
  });
  const history = new History(simulation);
  const surroundings = { clock: () => performance.now(), breathe };
  const moments: Moment[] = [];
  for (const each of atMs) {
    const isOvertaken = () => signal.aborted;
    await runInSlices(history, each * 1_000, surroundings, { isOvertaken, tell: () => {} });
    if (signal.aborted) return null;
    const { scene, flights } = momentOf(simulation);
    moments.push({ scene: focusScene(scene, focus === '' ? undefined : focus), flights });
  }
  return poster(title, moments, focus === '' ? { ...look, places } : look);
}
