/** Where labs come from: the built-in ones by name, any other by its text. */
import type { SimulationDefinition } from '../engine/definition.ts';

export type LabWish = { id: string } | { text: string; name: string };

export type LabRead =
  | { ok: true; labId: string; definition: SimulationDefinition }
  | { ok: false; error: string };

/** Reads a lab. Never rejects: what is wrong with it is said in `error`, one line for each fault. */
export type LabSource = (wish: LabWish) => Promise<LabRead>;
