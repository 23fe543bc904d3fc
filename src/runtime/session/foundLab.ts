/** Which lab an opening means: one that is stored, or a new one in its place or beside it. */

import type { SimulationDefinition } from '../../engine/definition.ts';
import { commandsOfBranch } from '../../lab/history.ts';
import { type PlacedCard, soundLayout } from '../../lab/layout.ts';
import { FIRST_BRANCH } from '../history/commandTree.ts';
import type { History } from '../history/history.ts';
import type { LabOpened } from '../messages.ts';
import {
  type Branch,
  type GivenCommand,
  halfOf,
  type LabStorage,
  type Stored,
  type StoredLab,
  stretchOf,
  type WorkFollow,
} from '../storage/storage.ts';
import type { WholeCheckpoint } from '../storage/storedCheckpoint.ts';
import type { StepsFollow } from './takeSteps.ts';

/** A history that comes with a lab file: what was done in the lab before it was exported. */
export interface BroughtHistory {
  branch: number;
  branches: Branch[];
  commands: GivenCommand[];
  /** Where the playhead was, microseconds. */
  at: number;
}

/** What is to be opened. */
export interface LabToOpen {
  labId: string;
  /** Null: whatever is stored under that name. */
  definition: SimulationDefinition | null;
  /** From the start, without what was done in it. */
  fresh: boolean;
  /** It comes with the program under that name, and is still to be read: see `startSession.ts`. */
  isNamed?: true;
  history?: BroughtHistory;
  /** The number of a history that stayed where the lab was read. */
  brought?: number;
  /** Where its cards are, where it is not stored. */
  layout?: readonly PlacedCard[];
}

/** A lab as it was found or newly made, with the commands of all its branches. */
export interface FoundLab {
  lab: StoredLab;
  commands: GivenCommand[];
  /** Those that were stored of this lab and are whole. */
  checkpoints: WholeCheckpoint[];
  resumed: boolean;
}

/** What the page is told of it. */
export function labOpened({ lab, resumed }: FoundLab): LabOpened {
  const { labId, title, definition, layout } = lab;
  const places = layout === undefined ? null : soundLayout(layout);
  return { labId, title, definition, layout: places, resumed };
}

/** A lab that is open, to be computed again from its commands up to an instant (microseconds). */
export function foundAgain(
  history: History,
  labId: string,
  engineVersion: string,
  at: number,
): FoundLab {
  const { definition } = history.simulation.world;
  const progress = { ...history.progress(engineVersion), at };
  const lab = { labId, title: definition.title, definition, ...progress };
  return { lab, commands: [...history.allCommands], checkpoints: [], resumed: true };
}

const NO_HISTORY: BroughtHistory = {
  branch: FIRST_BRANCH.branch,
  branches: [FIRST_BRANCH],
  commands: [],
  at: 0,
};

/** Labs that a person has brought keep out of each other's way; built-in ones are what they are. */
const isBrought = (labId: string): boolean => labId.startsWith('file:');
const MOST_OF_ONE_NAME = 1_000;
const COMPARED_AT_ONCE = 1_000;

/** A new lab; with a history that came along with it, where there is one. */
export function newlyFound(
  labId: string,
  definition: SimulationDefinition,
  engineVersion: string,
  { history = NO_HISTORY, layout }: Pick<LabToOpen, 'history' | 'layout'> = {},
): FoundLab {
  const { branch, branches, commands, at } = history;
  const commandCount = commandsOfBranch(branch, branches, commands).length;
  const lab: StoredLab = {
    ...{ labId, title: definition.title, definition, engineVersion },
    ...{ branch, branches, at, furthest: at, commandCount },
    ...(layout && { layout }),
  };
  return { lab, commands, checkpoints: [], resumed: false };
}

/** Whether other labs of its name may have to be read. */
const looksForName = ({ labId, fresh, definition }: LabToOpen): boolean =>
  !fresh && definition !== null && isBrought(labId);

/** The reading that looks for its name, and that of the lab: one bar for both. */
export const readingOf = (wanted: LabToOpen, reading: WorkFollow): [WorkFollow, WorkFollow] =>
  looksForName(wanted) ? [halfOf(reading, 0), halfOf(reading, 0.5)] : [reading, reading];

/**
 * Where a lab is to be kept: under its own name, or under that name with a number when a lab that
 * somebody has worked in has it already.
 */
export async function freeLabId(
  storage: LabStorage,
  wanted: LabToOpen,
  { breathe, ...follow }: StepsFollow,
): Promise<string> {
  const { labId } = wanted;
  if (!looksForName(wanted)) return labId;
  let part = 0; // each takes half of what is left of the bar
  for (let count = 2, id = labId; count < MOST_OF_ONE_NAME; id = `${labId} (${count++})`) {
    const next = (part + 1) / 2;
    const stored = await storage.load(id, stretchOf(follow, part, next));
    part = next;
    if (stored === null || stored.commands.length === 0) return id;
    if (await isMeant(stored, wanted, breathe)) return id;
  }
  return labId;
}

/**
 * Whether what is stored is what is to be opened. A lab to which nobody has added anything is not kept
 * when its definition has changed since, or when it comes with its cards elsewhere.
 */
export async function isMeant(
  stored: Stored,
  { labId, definition, history, layout }: LabToOpen,
  breathe: () => Promise<void>,
): Promise<boolean> {
  if (definition === null) return true;
  const isSame = equal(stored.lab.definition, definition);
  if (history !== undefined) {
    const { commands } = history;
    if (!(await areSame(stored.commands, commands, breathe))) return false;
  }
  const isMoved = isBrought(labId) && layout !== undefined && !equal(stored.lab.layout, layout);
  if (stored.commands.length === 0) return isSame && !isMoved;
  return isSame || !isBrought(labId);
}

/** Compared in slices: there may be a hundred thousand. */
async function areSame(
  some: readonly GivenCommand[],
  others: readonly GivenCommand[],
  breathe: () => Promise<void>,
): Promise<boolean> {
  if (some.length !== others.length) return false;
  for (const [i, one] of some.entries()) {
    if (i % COMPARED_AT_ONCE === COMPARED_AT_ONCE - 1) await breathe();
    if (!equal(one, others[i])) return false;
  }
  return true;
}

const equal = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
