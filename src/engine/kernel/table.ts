/** Named columns that grow together: one row is one append-only fact. */
import type { ColumnSnapshot } from './columns.ts';

interface AnyColumn {
  snapshot(): unknown;
  restore(snapshot: never): void;
}

/** Snapshots of named columns; see {@link snapshotColumns}. */
export type ColumnsSnapshot = Readonly<Record<string, ColumnSnapshot<never>>>;

/** Snapshots every column of a group. */
export function snapshotColumns(columns: object): ColumnsSnapshot {
  const snapshot: Record<string, ColumnSnapshot<never>> = {};
  for (const [name, column] of Object.entries(columns as Record<string, AnyColumn>)) {
    snapshot[name] = column.snapshot() as ColumnSnapshot<never>;
  }
  return snapshot;
}

/** Puts every column of a group back to where it was when the snapshot was taken. */
export function restoreColumns(columns: object, snapshot: ColumnsSnapshot): void {
  for (const [name, column] of Object.entries(columns as Record<string, AnyColumn>)) {
    column.restore(snapshot[name] as never);
  }
}

/** A deep copy of plain data: objects, arrays and primitives, nothing else. */
export function clonePlain<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(clonePlain) as T;
  // Spread first: an object built up name by name would become a slow and large dictionary.
  const copy = { ...value } as Record<string, unknown>;
  for (const name in copy) {
    const part = copy[name];
    if (typeof part === 'object' && part !== null) copy[name] = clonePlain(part);
  }
  return copy as T;
}
