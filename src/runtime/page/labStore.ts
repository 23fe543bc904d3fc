/**
 * What the page knows of the lab, as one zustand store. React subscribes to small slices of it; the
 * canvas reads `playhead` and `flights` from the host at every frame without going through React.
 */

import type { CallAnswer, ServiceName } from '../../aws/door.ts';
import type { Command, SimulationDefinition } from '../../engine/definition.ts';
import type { PlacedCard } from '../../lab/layout.ts';
import type { LinkCommands } from '../../lab/link/linkCommands.ts';
import type { CodeView } from '../../projections/codeView.ts';
import type { CommandLog } from '../../projections/commandLog.ts';
import type { PackedCommands } from '../../projections/packedCommands.ts';
import type {
  Flight,
  Inspection,
  LogLine,
  Scene,
  Selection,
} from '../../projections/scene/scene.ts';
import type { StoryStep } from '../../projections/storyboard.ts';
import type { TimelineAnswer } from '../../projections/timeline/timelineAnswer.ts';
import type { Watch } from '../../projections/timeline/watch.ts';
import type { RecordLifeTold } from '../../projections/why/lifeTold.ts';
import type { WhyAbout, WhyAnswer } from '../../projections/why/whyAnswer.ts';
import type { BranchComparison } from '../history/branchComparison.ts';
import type { BranchTree, TreeWish } from '../history/branchTree.ts';
import type { LabWish } from '../labSource.ts';
import type { Breakpoint, Found, LoadedBytes, TimelineWish } from '../messages.ts';
import type { ShelfValue, ShelfWish } from '../storage/shelf.ts';
import type { StorageProblemKind } from '../storage/storage.ts';

/** How the lab is kept: in the database, in memory only (and why), or following the tab that owns it. */
export type StorageState =
  | { kind: 'durable' }
  | { kind: 'memory'; why: string; because: StorageProblemKind }
  | { kind: 'follower' };

export interface Notice {
  id: number;
  level: 'info' | 'warning' | 'error';
  code: string;
  text: string;
}

export interface LabState {
  labId: string;
  title: string;
  seed: number;
  /** Epoch milliseconds of instant 0. */
  startAtMs: number;
  /** What the lab is made of (tables and their keys, functions, traffic); null until it is open. */
  definition: SimulationDefinition | null;
  /** Where its cards have been put; null: they have never been moved. */
  layout: readonly PlacedCard[] | null;
  ready: boolean;
  playing: boolean;
  /** Virtual seconds per real second, 0.02 to 100,000. */
  speed: number;
  /** The playhead as React shows it (the clock): microseconds, refreshed at most ten times a second. */
  now: number;
  furthest: number;
  scene: Scene | null;
  log: LogLine[];
  selection: Selection | null;
  inspection: Inspection | null;
  storage: StorageState;
  notices: Notice[];
  /** The branches of the lab, and where it is among them; null until it is open. */
  tree: BranchTree | null;
  /** Where time has stopped by itself, until it goes on. */
  stopped: { breakpoint: number; at: number; lane: string } | null;
  /** Long work: what and how far (0 to 1), or null. */
  progress: { of: string; part: number; bytes?: LoadedBytes } | null;
}

export interface LinesBetween {
  lines: LogLine[];
  /** There are more than were asked for. */
  more: boolean;
}

export type CommandResult = { ok: true } | { ok: false; error: string };

export type CallResult = { ok: true; answer: CallAnswer } | { ok: false; error: string };

export interface LabActions {
  /**
   * Opens a built-in lab by its id, or a lab file's text. `seed` replaces the file's own. Where the
   * file is not a lab, `error` has one line per mistake and the lab that was open stays open.
   */
  open(lab: LabWish, options?: { fresh?: boolean; seed?: number }): Promise<CommandResult>;
  play(): void;
  pause(): void;
  /** Goes to the next or the previous of something; null when there is none. Time stands still then. */
  find(what: Watch | { kind: 'event' }, direction: 1 | -1): Promise<Found>;
  /** From now on time stops where one of these happens, and goes slowly where something does. */
  watch(breakpoints: Breakpoint[], slowDown: boolean): void;
  /** A stretch of the timeline; null when the lab is not open. */
  timeline(query: TimelineWish): Promise<TimelineAnswer | null>;
  /** The log's first lines between two instants, microseconds. */
  logBetween(from: number, to: number, count: number): Promise<LinesBetween>;
  /** Microseconds. */
  seek(to: number): Promise<void>;
  setSpeed(speed: number): void;
  /** From the start, with the same seed or another. */
  restart(seed?: number): Promise<void>;
  /** Resolves when it is durable; `error` is AWS's own sentence where there is one. */
  command(command: Command): Promise<CommandResult>;
  /** A call of AWS's at the playhead, answered there and then; what it changes is durable by then. */
  call(service: ServiceName, operation: string, input: unknown): Promise<CallResult>;
  /** Changes the branch, undoes, redoes, or names a branch. */
  tree(wish: TreeWish): Promise<CommandResult>;
  /** Why something is as it is at this instant. @throws Error with a sentence. */
  why(about: WhyAbout, most: number): Promise<WhyAnswer[]>;
  /** The life of a record, to be copied. @throws Error with a sentence. */
  life(change: number, most: number): Promise<RecordLifeTold>;
  /** Another branch beside the present one. @throws Error with a sentence. */
  compareBranches(branch: number): Promise<BranchComparison>;
  /** What can be done with the labs that are kept. @throws Error with a sentence. */
  shelf(wish: ShelfWish): Promise<ShelfValue>;
  /** Puts cards elsewhere. @param settled false: the next place is already on its way. */
  arrange(layout: readonly PlacedCard[], settled?: boolean): void;
  select(selection: Selection | null): void;
  items(table: number, contains: string): Promise<{ item: number; label: string; json: unknown }[]>;
  search(target: number, words: string): Promise<{ item: number; label: string; json: unknown }[]>;
  /** What a function runs, writes and answers. */
  code(fn: number): Promise<CodeView>;
  /** What has been done on this branch up to the playhead, on top of the lab's own commands. */
  given(): Promise<PackedCommands>;
  /** The same as a link carries it. */
  linkCommands(): Promise<LinkCommands>;
  /** The latest steps, oldest first, for the storyboard. @throws Error with a sentence. */
  story(count: number): Promise<StoryStep[]>;
  report(): Promise<unknown>;
  /** What a lesson can count. */
  measures(): Promise<unknown>;
  /** The lab and what was asked of it so far, to set it up elsewhere. @throws Error with a sentence. */
  commandLog(): Promise<CommandLog>;
  /** Asks the tab that owns the lab for it; a notice says what came of it. */
  takeOver(): void;
  /** Stops the long work that `progress` shows; the playhead stays at the instant it has reached. */
  cancel(): void;
  dismiss(notice: number): void;
  olderLog(before: number, count: number): Promise<LogLine[]>;
}

/** What the frame loop reads directly. */
export interface LiveStage {
  /** The playhead at this very frame, microseconds. */
  playhead(): number;
  /** Everything that has departed and may still be in motion. */
  flights(): readonly Flight[];
  /** From now on there is a picture: time may pass. */
  begin?(): void;
}
