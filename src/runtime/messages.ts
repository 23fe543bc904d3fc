/** What page and worker say to each other. Plain data only, so that it survives a structured clone. */
import type { Command, SimulationDefinition } from '../engine/definition.ts';
import type { Flight, Inspection, LogLine, Scene, Selection } from '../projections/scene.ts';

/** What the page asks for. `id` is answered by one `reply` with the same id. */
export type Request =
  /** Opens a lab: resumes it where it was when the database has it and `fresh` is false. */
  | { id: number; do: 'open'; labId: string; definition: SimulationDefinition; fresh: boolean }
  /** The playhead moved on: run up to this instant (microseconds). Answered by `frame`. */
  | { id: number; do: 'advance'; to: number }
  /** The playhead was dragged: be at exactly this instant, earlier or later. Answered by `frame`. */
  | { id: number; do: 'seek'; to: number }
  /** One event that can be seen. Answered by `frame`. */
  | { id: number; do: 'step' }
  /** A command at the playhead: durable, then done, then acknowledged. */
  | { id: number; do: 'command'; command: Command }
  | { id: number; do: 'inspect'; selection: Selection }
  /** Log lines before an entry number, newest last; for scrolling back. */
  | { id: number; do: 'log'; before: number; count: number }
  /** Items of a table whose label contains the text, for the form. */
  | { id: number; do: 'items'; table: number; contains: string }
  /** The headless report at this instant. */
  | { id: number; do: 'report' }
  /** OpenSearch: documents that match the words. */
  | { id: number; do: 'search'; target: number; words: string };

export type ReplyBody =
  | { ok: true; value: unknown }
  | { ok: false; error: string };

/** Sent after every `advance`, `seek`, `step` and `command`. */
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
  /** New log lines, newest last; at most 200, `skippedLines` says how many were left out. */
  log: LogLine[];
  skippedLines: number;
}

export type Response =
  | { re: number; do: 'reply'; body: ReplyBody }
  | { re: number; do: 'frame'; frame: Frame }
  /** Unasked. */
  | { re: -1; do: 'notice'; level: 'info' | 'warning' | 'error'; code: string; text: string }
  | { re: -1; do: 'progress'; of: 'seek' | 'open' | 'save'; part: number };
