/** Where labs come from: the built-in ones by name, any other by its text or from a link. */
import type { SimulationDefinition } from '../engine/definition.ts';
import type { PlacedCard } from '../lab/layout.ts';
import type { BroughtHistory } from './session/foundLab.ts';
import type { StepsFollow } from './session/takeSteps.ts';

/** `stored` is the id of a lab that is kept; `link` is the parameter of an address. */
export type LabWish =
  | { id: string }
  | { text: string; name: string }
  /** A file, whose text need not come to the page. */
  | { file: Blob; name: string }
  | { stored: string }
  | { link: string }
  /** Read already, to be kept under this name. */
  | { labId: string; definition: SimulationDefinition; layout?: readonly PlacedCard[] };

export type LabRead =
  | {
      ok: true;
      labId: string;
      /** Null: as it is stored. */
      definition: SimulationDefinition | null;
      /** What was done in the lab before it became this file. */
      history?: BroughtHistory;
      /** That stays where the lab has been read, under this number: see `LabToOpen`. */
      brought?: number;
      /** Where it has its cards. */
      layout?: readonly PlacedCard[];
      /** What a person should know of it before relying on what it shows, a sentence each. */
      notes?: readonly string[];
    }
  | { ok: false; error: string };

/**
 * Reads a lab. Never rejects: what is wrong with it is said in `error`, one line for each fault.
 * @param follow hears of long reading, which goes in slices then, and may be cancelled.
 */
export type LabSource = (wish: LabWish, follow?: StepsFollow) => Promise<LabRead>;
