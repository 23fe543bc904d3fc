/** One column of the comparison: a way of learning of the table's changes. */
export interface ComparisonRow {
  watcher: string;
  kind: 'stream' | 'pipe' | 'kinesis' | 'scan' | 'export';
  changes: number;
  seen: number;
  waiting: number;
  missedDeletes: number;
  missedCollapsed: number;
  missedRace: number;
  missedNoWatermark: number;
  missedFiltered: number;
  lost: number;
  repeated: number;
  outOfOrder: number;
  /** null before the first. */
  latencyP50Ms: number | null;
  latencyP99Ms: number | null;
  readUnits: number;
  readUsd: number;
}
