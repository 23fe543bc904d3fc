/**
 * What a checkpoint differs in from one before it. Between two neighbours of a long history a few
 * thousand numbers change, scattered over pages of which every checkpoint would hold copies of its own;
 * kept as a difference, it holds by how much the numbers have changed.
 */
import type { Checkpoint } from '../../engine/index.ts';
import { withSharedParts } from '../page/sharedParts.ts';
import {
  applyTo,
  bothColumns,
  bytesOf,
  type ColumnDifference,
  columnDifference,
  OBJECT_BYTES,
  type Page,
  weightOf,
} from './columnDifference.ts';
import { NumberWriter } from './packedDifferences.ts';

/** A column at one moment, as every log of the engine gives it. */
interface Column {
  pages: readonly Page[];
  length: number;
}

/** How one moment differs from another; see {@link withDifferences}. */
export interface CheckpointDifference {
  /** The later checkpoint without state and queue: a column's name stands in place of its pages. */
  readonly outline: object;
  /** The columns' lengths, in the order in which they stand there. */
  readonly lengths: Float64Array;
  readonly state: Checkpoint['parts']['state'];
  readonly queue: Checkpoint['parts']['queue'];
  /** The columns that have changed, by name. */
  readonly columns: ReadonlyMap<string, ColumnDifference>;
  /** The changed numbers of all columns. */
  readonly numbers: Uint8Array;
  /** Memory that it alone holds, about. */
  readonly bytes: number;
}

/** Of the state, what is not shared with the moment before, about. */
const STATE_BYTES = 5_000;

/** A column that is as it was, for a moment before which or after which it has changed. */
const UNCHANGED: ColumnDifference = {
  standing: Number.MAX_SAFE_INTEGER,
  added: [],
  replaced: [],
  from: 0,
  changedPages: 0,
};

const isColumn = (value: object): value is Column =>
  'pages' in value && 'length' in value && Array.isArray(value.pages);

/**
 * How a checkpoint differs from one before it, of the same lab.
 * @param like a moment of the lab of which equal parts are shared.
 */
export function differenceOf(
  from: Checkpoint,
  to: Checkpoint,
  like: CheckpointDifference | null = null,
): CheckpointDifference {
  const before = pagesByName(from);
  const columns = new Map<string, ColumnDifference>();
  const lengths: number[] = [];
  const writer = new NumberWriter();
  const { parts, ...rest } = to;
  const { state, queue, ...logs } = parts;
  const outline = outlined(logs, (name, { pages, length }) => {
    lengths.push(length);
    const difference = columnDifference(before.get(name) ?? [], pages, writer);
    if (difference !== null) columns.set(name, difference);
  });
  return weighed({
    outline: withSharedParts(like?.outline, { ...rest, parts: outline }),
    lengths: Float64Array.from(lengths),
    state: withSharedParts(like?.state ?? from.parts.state, state),
    queue,
    columns,
    numbers: writer.written(),
  });
}

/** The checkpoint that is reached from an earlier one by differences that follow each other. */
export function withDifferences(
  from: Checkpoint,
  differences: readonly CheckpointDifference[],
): Checkpoint {
  const last = differences.at(-1);
  if (last === undefined) return from;
  const before = pagesByName(from);
  let column = 0;
  const { parts, ...rest } = filled(last.outline, (name) => {
    const pages = before.get(name)?.slice() ?? [];
    const own = new Set<number>();
    for (const { columns, numbers } of differences) {
      const difference = columns.get(name);
      if (difference !== undefined) applyTo(pages, own, difference, numbers);
    }
    return { pages, length: last.lengths[column++]! };
  }) as Checkpoint;
  return { ...rest, parts: { ...parts, state: last.state, queue: last.queue } };
}

/** One difference for two that follow each other. */
export function bothDifferences(
  first: CheckpointDifference,
  second: CheckpointDifference,
): CheckpointDifference {
  const columns = new Map<string, ColumnDifference>();
  const writer = new NumberWriter();
  for (const name of new Set([...first.columns.keys(), ...second.columns.keys()])) {
    const earlier = [first.columns.get(name) ?? UNCHANGED, first.numbers] as const;
    const later = [second.columns.get(name) ?? UNCHANGED, second.numbers] as const;
    columns.set(name, bothColumns(earlier, later, writer));
  }
  return weighed({ ...second, columns, numbers: writer.written() });
}

function weighed(difference: Omit<CheckpointDifference, 'bytes'>): CheckpointDifference {
  const { lengths, queue, columns, numbers } = difference;
  let bytes = STATE_BYTES + lengths.byteLength + numbers.byteLength;
  bytes += queue.due.byteLength + queue.order.byteLength + queue.operands.byteLength;
  for (const column of columns.values()) bytes += OBJECT_BYTES + weightOf(column);
  return { ...difference, bytes };
}

const isLeaf = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || ArrayBuffer.isView(value);

/** A copy of an object or an array, each member replaced. */
function mapped(value: object, replace: (part: unknown, name: string) => unknown): object {
  if (Array.isArray(value)) return value.map((part, place) => replace(part, String(place)));
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) copy[name] = replace(part, name);
  return copy;
}

/** A copy of a part of a checkpoint in which names stand for columns' pages; each column is visited. */
function outlined(
  value: unknown,
  visit: (name: string, column: Column) => void,
  name = '',
): unknown {
  if (isLeaf(value)) return value;
  if (!isColumn(value as object)) {
    return mapped(value as object, (part, member) => outlined(part, visit, `${name}.${member}`));
  }
  const { pages, length, ...rest } = value as Column;
  visit(name, { pages, length });
  return { ...(outlined(rest, visit, name) as object), pages: name };
}

/** The checkpoint of an outline, its columns filled in. */
function filled(outline: unknown, columnOf: (name: string) => Column): unknown {
  if (isLeaf(outline)) return outline;
  const { pages: name, ...rest } = outline as { pages?: unknown };
  if (typeof name !== 'string' || !name.startsWith('.')) {
    return mapped(outline as object, (part) => filled(part, columnOf));
  }
  const column = columnOf(name);
  return { ...(filled(rest, columnOf) as object), ...column };
}

/** Memory of the pages that a checkpoint does not share with one before it, about. */
export function ownBytes(before: Checkpoint, checkpoint: Checkpoint): number {
  const shared = pagesByName(before);
  let bytes = 0;
  for (const [name, pages] of pagesByName(checkpoint)) {
    const others = shared.get(name);
    pages.forEach((page, place) => {
      bytes += 8;
      if (others?.[place] !== page) bytes += OBJECT_BYTES + bytesOf(page);
    });
  }
  return bytes;
}

function pagesByName(checkpoint: Checkpoint): Map<string, readonly Page[]> {
  const byName = new Map<string, readonly Page[]>();
  const { state: _, queue: __, ...logs } = checkpoint.parts;
  outlined(logs, (name, { pages }) => byName.set(name, pages));
  return byName;
}
