/** What page and worker say to each other. Plain data only, so that it survives a structured clone. */
import type { CallAnswer, ServiceName } from '../aws/door.ts';
import type { Command, SimulationDefinition } from '../engine/definition.ts';
import type { PlacedCard } from '../lab/layout.ts';
import type { Flight, LogLine, Scene, Selection } from '../projections/scene/scene.ts';
import type { TimelineQuery } from '../projections/timeline/timelineAnswer.ts';
import type { Watch } from '../projections/timeline/watch.ts';
import type { WhyAbout } from '../projections/why/whyAnswer.ts';
import type { BranchTree, TreeWish } from './history/branchTree.ts';
import type { LabWish } from './labSource.ts';
import type { StorageState } from './page/labStore.ts';
import type { LabToOpen } from './session/foundLab.ts';
import type { ShelfWish } from './storage/shelf.ts';
import type { LabLook } from './tabs/ownership.ts';

/** What the page asks for. `id` is answered by one `reply` with the same id. */
export type Request =
  /** Reads a lab, whatever else is under way. Answered by a `LabRead`. */
  | { id: number; do: 'read'; wish: LabWish }
  /** Opens a lab: resumes it where it was when the database has it and `fresh` is false. */
  | ({ id: number; do: 'open' } & LabToOpen)
  /** Asks the tab that owns the lab for it: a notice says what came of it. */
  | { id: number; do: 'takeOver' }
  /** The playhead moved on: run up to this instant (microseconds). Answered by `frame`. */
  | { id: number; do: 'advance'; to: number }
  /** The playhead was dragged: be at exactly this instant, earlier or later. Answered by `frame`. */
  | { id: number; do: 'seek'; to: number }
  /** A command at the playhead: durable, then done, then acknowledged. */
  | { id: number; do: 'command'; command: Command }
  /** A call at the playhead, by somebody who waits for AWS's answer; what it changes is durable first. */
  | { id: number; do: 'call'; service: ServiceName; operation: string; input: unknown }
  | { id: number; do: 'inspect'; selection: Selection }
  /** Log lines before an entry number, newest last; for scrolling back. */
  | { id: number; do: 'log'; before: number; count: number }
  /** Items of a table whose label contains the text, for the form. */
  | { id: number; do: 'items'; table: number; contains: string }
  /** What has been done on this branch up to the playhead, on top of the lab's own commands. */
  | { id: number; do: 'given' }
  /** The same as a link carries it: answered by `LinkCommands`. */
  | { id: number; do: 'linkCommands' }
  /** The latest steps, for the storyboard. */
  | { id: number; do: 'story'; count: number }
  /** The headless report at this instant. */
  | { id: number; do: 'report' }
  /** What a lesson can count at this instant. */
  | { id: number; do: 'measures' }
  /** The lab and what was asked of it so far: answered by a `CommandLog`. */
  | { id: number; do: 'commandLog' }
  /** What a function runs, writes and answers. */
  | { id: number; do: 'code'; function: number }
  /** OpenSearch: documents that match the words. */
  | { id: number; do: 'search'; target: number; words: string }
  /** Changes the branch, or what is said of one. Answered by `frame`. */
  | { id: number; do: 'tree'; wish: TreeWish }
  /** Why something is as it is at this instant. */
  /** @param most entries of the journal that may be read for it. */
  | { id: number; do: 'why'; about: WhyAbout; most: number }
  /** The life of a record, to be copied. */
  | { id: number; do: 'life'; change: number; most: number }
  /** Another branch beside the present one, at the present instant. */
  | { id: number; do: 'compareBranches'; branch: number }
  /** The list of labs that are kept, and what can be done with one of them. */
  | { id: number; do: 'shelf'; wish: ShelfWish }
  /** A stretch of the timeline. */
  | { id: number; do: 'timeline'; query: TimelineWish }
  /** The log's lines between two instants (microseconds), at most so many, and how many entries lie there. */
  | { id: number; do: 'logBetween'; from: number; to: number; count: number }
  /** Goes to the next, or the previous, of something. Answered by {@link Found}, after a `frame`. */
  | { id: number; do: 'find'; what: Watch | { kind: 'event' }; direction: 1 | -1 }
  /** From now on `advance` stops exactly where one of these happens. */
  | { id: number; do: 'watch'; breakpoints: Breakpoint[]; slowDown: boolean }
  /** Ends a seek that is under way at the instant it has reached. */
  | { id: number; do: 'stop' };

/** What the page asks of the timeline: the session adds how far it may tell. */
export type TimelineWish = Omit<TimelineQuery, 'until'>;

/** A place to stop at, under a number of the page's own. */
export interface Breakpoint {
  id: number;
  watch: Watch;
}

/** The value of the reply to `find`; null: there is none, and the playhead stays. */
export type Found = { at: number } | null;

export type ReplyBody = { ok: true; value: unknown } | { ok: false; error: string };

/** The value of the reply to `open`. A `frame` follows. */
export interface LabOpened {
  /** The name under which it is kept: another than was asked for where that one was taken. */
  labId: string;
  title: string;
  definition: SimulationDefinition;
  /** Where its cards have been put; null: they have never been moved. */
  layout: readonly PlacedCard[] | null;
  /** It was found in the database, with its commands, and goes on where it was. */
  resumed: boolean;
}

/** The value of the reply to `command`, once it is durable. */
export interface CommandDone {
  /** It was given in the past: a new branch began with it. */
  branched: boolean;
}

/** The value of the reply to `call`. */
export interface CallDone extends CommandDone {
  /** AWS's output, or AWS's refusal. */
  answer: CallAnswer;
}

export interface LoadedBytes {
  loaded: number;
  total: number;
}

/** Sent after every `advance`, `seek`, `find` and `command`. */
export interface Frame {
  now: number;
  /** The furthest instant ever shown on this branch. */
  furthest: number;
  /** Departures since the last frame; after a seek all that are in motion at `now`. */
  flights: Flight[];
  /** True after a seek: forget earlier flights and log lines. */
  jumped: boolean;
  /** Absent when less than 100 ms passed since the last one and nothing was asked. */
  scene: Scene | null;
  /**
   * New log lines, newest last; at most 200, and the last 80 after a seek. `skippedLines` says about how many were left out: where
   * there were too many entries to read, each counts as one.
   */
  log: LogLine[];
  skippedLines: number;
}

export type Response =
  | { re: number; do: 'reply'; body: ReplyBody }
  /** `re` is -1 for a frame on the way of a long run, and for the one after `open` or `command`. */
  | { re: number; do: 'frame'; frame: Frame }
  /** Unasked. */
  | { re: -1; do: 'notice'; level: 'info' | 'warning' | 'error'; code: string; text: string }
  /** Time stops here, for a breakpoint; a frame of that instant follows. */
  | { re: -1; do: 'stopped'; breakpoint: number; at: number; lane: string }
  /** Something happens here: whoever wants to see it goes slowly now. A frame of that instant follows. */
  | { re: -1; do: 'eventful'; at: number }
  | { re: -1; do: 'storage'; state: StorageState }
  /** Another tab has named the lab or moved its cards. */
  | { re: -1; do: 'look'; look: LabLook }
  /** The tree of branches has changed, or the place in it. */
  | { re: -1; do: 'branches'; tree: BranchTree }
  | {
      re: -1;
      do: 'progress';
      of: 'seek' | 'open' | 'read' | 'write' | 'save' | 'remove' | 'compare' | 'find' | 'python';
      part: number;
      /** Where it is a file that comes: how much of it is here. */
      bytes?: LoadedBytes;
    };
