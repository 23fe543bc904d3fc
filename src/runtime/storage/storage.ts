/**
 * What a session needs of a place to keep labs in. The truth is small: the lab's definition (with its
 * seed) and the tree of commands. Everything else that is stored can be made again from it.
 */
import type { Command, SimulationDefinition } from '../../engine/definition.ts';
import type { PlacedCard } from '../../lab/layout.ts';
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
  /** What a person has called it. */
  name?: string;
  /** Where the playhead was when it was left, microseconds. */
  at?: number;
  /** The furthest instant shown on it when it was left, microseconds. */
  furthest?: number;
  /** It began by undoing the last command of this branch. */
  undid?: number;
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
  /** Where people have put cards; absent: nobody has moved one. */
  layout?: readonly PlacedCard[];
  /** When it was last written, epoch milliseconds; absent in what the first version wrote. */
  changedAtMs?: number;
}

/** A lab with the commands of all its branches. */
export interface Stored {
  lab: StoredLab;
  commands: GivenCommand[];
}

/** A lab as a list of labs shows it. */
export type ListedLab = Pick<StoredLab, 'labId' | 'title' | 'at' | 'changedAtMs'> & {
  seed: number;
  /** Commands that somebody has given, on all its branches. */
  commands: number;
  branches: number;
};

/** The small facts of a lab that change all the time. */
export type LabProgress = Pick<
  StoredLab,
  'engineVersion' | 'branch' | 'branches' | 'at' | 'furthest' | 'commandCount'
>;

/** The checkpoints of a lab as they were stored, with the pages of all of them by number; damaged ones may be left out. */
export interface LoadedCheckpoints {
  rows: StoredCheckpoint[];
  pages: ReadonlyMap<number, StoredPage>;
}

/** Who waits for long work: is told how far it is, and may not want it any more. */
export interface WorkFollow {
  /** @param part 0 to 1; 1: it has ended. */
  tell(part: number): void;
  isCancelled(): boolean;
}

/** A stretch of some work, 0 to 1. */
export const stretchOf = (
  { tell, isCancelled }: WorkFollow,
  from: number,
  to: number,
): WorkFollow => ({ tell: (part) => tell(from + part * (to - from)), isCancelled });

/** One half of some work, from where it begins. */
export const halfOf = (follow: WorkFollow, from: 0 | 0.5): WorkFollow =>
  stretchOf(follow, from, from + 0.5);

/** Every method rejects with a {@link StorageProblem} and nothing else. */
export interface LabStorage {
  /** The lab and all commands of all its branches, or null when it was never stored. Cancelled, it rejects. */
  load(labId: string, follow?: WorkFollow): Promise<Stored | null>;
  /** The lab as the database has it now, whoever writes it meanwhile. */
  look(labId: string): Promise<Stored | null>;
  /** Every lab that is kept, last written first. One whose row is damaged is left out. */
  list(): Promise<ListedLab[]>;
  /** Stores a lab and its commands, in place of whatever has its id: all of it, or, where that is cancelled, nothing. */
  create(lab: StoredLab, commands?: readonly GivenCommand[], follow?: WorkFollow): Promise<void>;
  rename(labId: string, title: string): Promise<void>;
  /** Keeps where its cards have been put. */
  arrange(labId: string, layout: readonly PlacedCard[]): Promise<void>;
  /**
   * Forgets a lab and everything that was made of it, whoever has it open: what is written of it from then
   * on is refused as `removed`. @returns what it was; null: there was none.
   */
  remove(labId: string, follow?: WorkFollow): Promise<Stored | null>;
  /** Makes commands durable, together with the branch they fork off to where they do. */
  putCommands(labId: string, progress: LabProgress, commands: GivenCommand[]): Promise<void>;
  /** Whether some of them are kept elsewhere so far than where {@link look} looks. */
  isBehind(labId: string): boolean;
  /** Stores where the playhead stands and what the simulation made of the commands. */
  save(labId: string, progress: LabProgress, rows: DerivedRows | null): Promise<void>;
  /** Cancelled, it rejects. */
  loadCheckpoints(labId: string, follow?: WorkFollow): Promise<LoadedCheckpoints>;
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
  | 'removed'
  | 'cancelled'
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
