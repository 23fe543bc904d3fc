/** What the page asks of a history to draw a stretch of its timeline, and what it is given. */
import type { Selection } from '../scene/scene.ts';
import type { Span } from './axis.ts';
import type { LaneEvent, LaneKind } from './lane.ts';

export interface TimelineQuery extends Span {
  /** Room for the stretch, pixels. */
  width: number;
  /** Fold stretches in which nothing happens. */
  fold: boolean;
  /** Instants in stretches that are to stay unfolded. */
  unfolded: readonly number[];
  /** Past shards have a lane each below the row that stands for all of them. */
  eachPast: boolean;
  /** Mappings below whose lane each of their readers has one. */
  readersOf: readonly number[];
  /** Where the playhead stands, microseconds. */
  present: number;
  /** Include the plotted series. */
  metrics: boolean;
  /** Nothing later than this is told: it has not been shown yet. */
  until: number;
}

/** Things at instants: each by itself, or counted by columns of `COLUMN_PX` when there are too many. */
export interface TickPicture {
  event: LaneEvent;
  /** In the whole stretch. */
  total: number;
  each: {
    at: Float64Array;
    /** The change. */
    change: Int32Array;
    item: Int32Array;
    /** See `ChangeKind`. */
    kind: Uint8Array;
  } | null;
  columns: Uint32Array | null;
}

export interface BarPicture {
  event: LaneEvent;
  total: number;
  each: {
    from: Float64Array;
    /** NaN: not ended as far as is known. */
    to: Float64Array;
    /** See `BarOutcome`. */
    outcome: Uint8Array;
    ref: Int32Array;
    note: Int32Array;
    /** Bars that overlap lie in rows below each other. */
    row: Uint8Array;
    rows: number;
  } | null;
  columns: Uint32Array | null;
}

export interface MarkPicture {
  event: LaneEvent;
  total: number;
  at: Float64Array;
  ref: Int32Array;
  /** How many events a mark stands for. */
  count: Uint32Array;
}

export interface LanePicture {
  id: string;
  kind: LaneKind;
  number: number;
  name: string;
  about: Selection | null;
  /** How many lanes it is drawn for; 0: itself. */
  standsFor: number;
  /** When it came to be. */
  from: number;
  /** When it was closed; null: it is open. */
  closedAt: number | null;
  /** How long a shard keeps its records, microseconds; 0: it is no shard. */
  retentionUs: number;
  ticks: TickPicture | null;
  bars: BarPicture | null;
  marks: MarkPicture[];
}

/** One plotted quantity. */
export interface MetricPicture {
  id: 'iteratorAge' | 'waiting' | 'latency' | 'duplicates' | 'throttles' | 'cost';
  series: {
    name: string;
    /** By sample; NaN: no value there. Milliseconds, counts, or dollars. */
    values: Float64Array;
  }[];
}

export interface TimelineAnswer extends Span {
  width: number;
  /** Where the simulation stood. */
  now: number;
  /** Up to here the history is known. */
  knownUntil: number;
  /** Idle stretches that are folded. */
  gaps: Span[];
  lanes: LanePicture[];
  /** Beginnings of the plots' columns, microseconds, and what they hold; null when not asked. */
  metrics: { at: Float64Array; pictures: MetricPicture[] } | null;
}

/** Width of a column of density, pixels. */
export const COLUMN_PX = 2;
/** Width of a sample of a plot, pixels. */
export const SAMPLE_PX = 3 * COLUMN_PX;
