/**
 * What a session needs of a place to keep labs in. The truth is small: the lab's definition (with its
 * seed) and the tree of commands. Everything else that is stored can be made again from it.
 */
import type { Command, SimulationDefinition } from '../engine/definition.ts';
import type { CheckpointPortion, StoredCheckpoint, StoredPage } from './storedCheckpoint.ts';
import type { DerivedRows, RowCursor } from './storedRows.ts';

/** A command that somebody gave, with its place in the tree of commands. */
export interface GivenCommand {
  branch: number;
  /** 0 for the first on the way from the lab's start to here; a child branch counts on. */
  number: number;
  /** Microseconds. */
  at: number;
  command: Command;
}

/** A line of history. It shares its parent's commands below `firstCommand`. */
export interface Branch {
  branch: number;
  /** -1 for the first. */
  parent: number;
  /** Where it left its parent, microseconds. */
  forkedAt: number;
  /** The number that its own first command has. */
  firstCommand: number;
}

/** One lab as it is kept. */
export interface StoredLab {
  labId: string;
  title: string;
  definition: SimulationDefinition;
  /** The engine that made what is stored beside the commands. */
  engineVersion: string;
  /** The branch that the playhead is on. */
  branch: number;
  branches: Branch[];
  /** The playhead, microseconds. */
  at: number;
  /** The furthest instant shown on this branch, microseconds. */
  furthest: number;
  /**
   * Commands on the way to here when this was written. More of them were given afterwards: then the
   * playhead was at the last one at least.
   */
  commandCount: number;
  /** How much of what the simulation made is stored beside the commands; absent: nothing. */
  rowsUpTo?: RowCursor;
}

/** The small facts of a lab that change all the time. */
export type LabProgress = Pick<
  StoredLab,
  'engineVersion' | 'branch' | 'branches' | 'at' | 'furthest' | 'commandCount'
>;

/** A checkpoint as it was stored, with its pages by number. */
export interface LoadedCheckpoint {
  row: StoredCheckpoint;
  pages: ReadonlyMap<number, StoredPage>;
}

/** Every method rejects with a {@link StorageProblem} and nothing else. */
export interface LabStorage {
  /** The lab and all commands of all its branches, or null when it was never stored. */
  load(labId: string): Promise<{ lab: StoredLab; commands: GivenCommand[] } | null>;
  /** Stores a lab that has no history yet, in place of whatever has its id. */
  create(lab: StoredLab): Promise<void>;
  /** Makes commands durable, together with the branch they fork off to where they do. */
  putCommands(labId: string, progress: LabProgress, commands: GivenCommand[]): Promise<void>;
  /** Stores where the playhead stands and what the simulation made of the commands. */
  save(labId: string, progress: LabProgress, rows: DerivedRows | null): Promise<void>;
  /** The newest checkpoint whose pages are all there, or null. */
  loadCheckpoint(labId: string): Promise<LoadedCheckpoint | null>;
  saveCheckpoint(labId: string, portion: CheckpointPortion): Promise<void>;
  close(): void;
}

export type StorageProblemKind =
  | 'denied'
  | 'quota'
  | 'blocked'
  | 'newer'
  | 'corrupt'
  | 'closed'
  | 'unknown';

/** Why something could not be stored or read, in words that can be shown. */
export class StorageProblem extends Error {
  override readonly name = 'StorageProblem';
  readonly kind: StorageProblemKind;

  constructor(kind: StorageProblemKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** The commands of a branch and of its ancestors up to where it left them, in order. */
export function commandsOfBranch(
  branch: number,
  branches: readonly Branch[],
  commands: readonly GivenCommand[],
): GivenCommand[] {
  const line: GivenCommand[] = [];
  let below = Number.POSITIVE_INFINITY;
  let current = branches.find((candidate) => candidate.branch === branch);
  while (current !== undefined) {
    const { branch: own, parent, firstCommand } = current;
    for (const given of commands) {
      if (given.branch === own && given.number >= firstCommand && given.number < below) {
        line.push(given);
      }
    }
    below = Math.min(below, firstCommand);
    current = branches.find((candidate) => candidate.branch === parent);
  }
  return line.sort((a, b) => a.number - b.number);
}
