/** Where labs come from: the built-in ones by name, any other by its text. */
import type { SimulationDefinition } from '../engine/definition.ts';
import type { BroughtHistory } from './foundLab.ts';

/** `stored` is the id of a lab that is kept. */
export type LabWish = { id: string } | { text: string; name: string } | { stored: string };

export type LabRead =
  | {
      ok: true;
      labId: string;
      /** Null: as it is stored. */
      definition: SimulationDefinition | null;
      /** What was done in the lab before it became this file. */
      history?: BroughtHistory;
    }
  | { ok: false; error: string };

/** Reads a lab. Never rejects: what is wrong with it is said in `error`, one line for each fault. */
export type LabSource = (wish: LabWish) => Promise<LabRead>;
