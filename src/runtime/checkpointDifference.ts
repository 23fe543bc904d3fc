/**
 * What a checkpoint differs in from one before it. Between two neighbours of a long history a few
 * thousand numbers change, scattered over pages of which every checkpoint would hold copies of its own;
 * kept as a difference, it holds the numbers.
 */
import type { Checkpoint } from '../engine/index.ts';
import { LogPage } from '../engine/kernel/logPage.ts';

type Page = object;
type NumberPage = Int32Array | Float64Array | Uint16Array | Uint8Array | Int8Array;

/** A column at one moment, as every log of the engine gives it. */
interface Column {
  pages: readonly Page[];
  length: number;
}

/** A checkpoint of which the columns are differences; see {@link withDifferences}. */
export interface CheckpointDifference {
  readonly tree: unknown;
  /** Memory that it alone holds, about. */
  readonly bytes: number;
}

/** A page of which more than this part has changed is kept whole. */
const MOST_CHANGED = 1 / 4;
/** What an object or a typed array costs beside its content. */
const OBJECT_BYTES = 100;

/** How a column's pages differ from those at an earlier moment. */
class ColumnDifference {
  /** Pages of the earlier moment that stand, those changed by the rest of this included. */
  readonly standing: number;
  /** The pages after those. */
  readonly added: readonly Page[];
  /** Pages that replace standing ones. */
  readonly replaced: readonly (readonly [number, Page])[];
  /** Numbers that have changed: the page and the slot of each. */
  readonly pageOf: Uint16Array;
  readonly slotOf: Uint16Array;
  readonly values: Float64Array | Int32Array;

  constructor(
    standing: number,
    added: readonly Page[],
    replaced: readonly (readonly [number, Page])[],
    changed: { pageOf: Uint16Array; slotOf: Uint16Array; values: Float64Array | Int32Array },
  ) {
    this.standing = standing;
    this.added = added;
    this.replaced = replaced;
    this.pageOf = changed.pageOf;
    this.slotOf = changed.slotOf;
    this.values = changed.values;
  }

  get bytes(): number {
    const { replaced, added, pageOf, values } = this;
    const pages = replaced.reduce((sum, [, page]) => sum + OBJECT_BYTES + bytesOf(page), 0);
    const numbers =
      values.length > 0 ? 3 * OBJECT_BYTES + 4 * pageOf.length + values.byteLength : 0;
    return 2 * OBJECT_BYTES + pages + 8 * added.length + numbers;
  }
}

const NONE: readonly never[] = [];
const UNCHANGED = {
  pageOf: new Uint16Array(0),
  slotOf: new Uint16Array(0),
  values: new Int32Array(0),
};

function bytesOf(page: Page): number {
  if (ArrayBuffer.isView(page) || page instanceof LogPage) return page.byteLength;
  return 8 * (page as unknown[]).length;
}

const isColumn = (value: object): value is Column =>
  'pages' in value && 'length' in value && Array.isArray(value.pages);

/** How a checkpoint differs from one before it, of the same lab. */
export function differenceOf(from: Checkpoint, to: Checkpoint): CheckpointDifference {
  const counted = { bytes: 0 };
  const { state, queue, ...parts } = to.parts;
  const columns = differing(from.parts, parts, counted) as object;
  return { tree: { ...to, parts: { ...columns, state, queue } }, bytes: counted.bytes };
}

/** The checkpoint that is reached from an earlier one by differences that follow each other. */
export function withDifferences(
  from: Checkpoint,
  differences: readonly CheckpointDifference[],
): Checkpoint {
  if (differences.length === 0) return from;
  const trees = differences.map(({ tree }) => tree as Checkpoint);
  const { parts, ...rest } = trees.at(-1)!;
  const { state, queue, ...columns } = parts;
  const before = trees.slice(0, -1).map((tree) => tree.parts);
  const whole = applied(from.parts, [...before, columns]) as object;
  return { ...rest, parts: { ...whole, state, queue } as Checkpoint['parts'] };
}

/** One difference for two that follow each other. */
export function bothDifferences(
  first: CheckpointDifference,
  second: CheckpointDifference,
): CheckpointDifference {
  const counted = { bytes: 0 };
  return { tree: merged(first.tree, second.tree, counted), bytes: counted.bytes };
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;

const isLeaf = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || ArrayBuffer.isView(value);

/** A copy of an object or an array, each member replaced. */
function mapped(value: object, replace: (part: unknown, name: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part, place) => replace(part, String(place)));
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) copy[name] = replace(part, name);
  return copy;
}

function differing(from: unknown, to: unknown, counted: { bytes: number }): unknown {
  if (isLeaf(to)) return to;
  const { pages, ...rest } = to as Column & Record<string, unknown>;
  const isOne = isColumn(to as object);
  const copy = mapped(isOne ? rest : (to as object), (part, name) =>
    differing(memberOf(from, name), part, counted),
  ) as Record<string, unknown>;
  if (!isOne) return copy;
  const before = memberOf(from, 'pages') as readonly Page[] | undefined;
  const difference = columnDifference(before ?? [], pages);
  counted.bytes += difference.bytes;
  return { ...copy, pages: difference };
}

function columnDifference(before: readonly Page[], pages: readonly Page[]): ColumnDifference {
  const standing = Math.min(before.length, pages.length);
  const replaced: [number, Page][] = [];
  const changed: { page: number; slots: number[] }[] = [];
  for (let page = 0; page < standing; page++) {
    const [was, is] = [before[page]!, pages[page]!];
    if (was === is) continue;
    const slots = changedSlots(was, is);
    if (slots === null) replaced.push([page, is]);
    else changed.push({ page, slots });
  }
  return new ColumnDifference(
    standing,
    pages.length > standing ? pages.slice(standing) : NONE,
    replaced.length > 0 ? replaced : NONE,
    packed(pages, changed),
  );
}

/** Slots in which two pages differ, or null when it is better to keep the later one whole. */
function changedSlots(was: Page, is: Page): number[] | null {
  if (!ArrayBuffer.isView(is) || was.constructor !== is.constructor) return null;
  const [before, after] = [was as NumberPage, is as NumberPage];
  if (before.length !== after.length) return null;
  const most = after.length * MOST_CHANGED;
  const slots: number[] = [];
  for (let slot = 0; slot < after.length; slot++) {
    if (before[slot] === after[slot]) continue;
    slots.push(slot);
    if (slots.length > most) return null;
  }
  return slots;
}

function packed(pages: readonly Page[], changed: readonly { page: number; slots: number[] }[]) {
  const count = changed.reduce((sum, { slots }) => sum + slots.length, 0);
  if (count === 0) return UNCHANGED;
  const isFloat = pages[changed[0]!.page] instanceof Float64Array;
  const values = isFloat ? new Float64Array(count) : new Int32Array(count);
  const pageOf = new Uint16Array(count);
  const slotOf = new Uint16Array(count);
  let at = 0;
  for (const { page, slots } of changed) {
    const numbers = pages[page] as NumberPage;
    for (const slot of slots) {
      pageOf[at] = page;
      slotOf[at] = slot;
      values[at++] = numbers[slot]!;
    }
  }
  return { pageOf, slotOf, values };
}

function applied(from: unknown, differences: readonly unknown[]): unknown {
  const last = differences.at(-1);
  if (isLeaf(last)) return last;
  const isOne = memberOf(last, 'pages') instanceof ColumnDifference;
  return mapped(last as object, (_, name) => {
    const members = differences.map((difference) => memberOf(difference, name));
    return isOne && name === 'pages'
      ? appliedPages(memberOf(from, 'pages') as readonly Page[] | undefined, members)
      : applied(memberOf(from, name), members);
  });
}

function appliedPages(from: readonly Page[] | undefined, differences: readonly unknown[]): Page[] {
  const pages = from?.slice() ?? [];
  const own = new Set<number>();
  for (const difference of differences) {
    if (!(difference instanceof ColumnDifference)) continue; // there was no such column yet
    const { standing, added, replaced, pageOf, slotOf, values } = difference;
    pages.length = standing;
    for (const page of added) pages.push(page);
    for (const [place, page] of replaced) {
      pages[place] = page;
      own.delete(place);
    }
    for (let i = 0; i < values.length; ) {
      const page = pageOf[i]!;
      if (!own.has(page)) pages[page] = (pages[page] as NumberPage).slice();
      own.add(page);
      const numbers = pages[page] as NumberPage;
      for (; pageOf[i] === page; i++) numbers[slotOf[i]!] = values[i]!;
    }
  }
  return pages;
}

function merged(first: unknown, second: unknown, counted: { bytes: number }): unknown {
  if (isLeaf(second)) return second;
  const [one, other] = [memberOf(first, 'pages'), memberOf(second, 'pages')];
  return mapped(second as object, (part, name) => {
    if (name !== 'pages' || !(other instanceof ColumnDifference)) {
      return merged(memberOf(first, name), part, counted);
    }
    const column = one instanceof ColumnDifference ? mergedColumn(one, other) : other;
    counted.bytes += column.bytes;
    return column;
  });
}

function mergedColumn(first: ColumnDifference, second: ColumnDifference): ColumnDifference {
  const overwritten = new Set(second.replaced.map(([page]) => page));
  const lasting: number[] = [];
  first.pageOf.forEach((page, i) => {
    if (!overwritten.has(page)) lasting.push(i);
  });
  const count = lasting.length + second.values.length;
  const isFloat = [first, second].some(({ values }) => values instanceof Float64Array);
  const values = isFloat ? new Float64Array(count) : new Int32Array(count);
  const pageOf = new Uint16Array(count);
  const slotOf = new Uint16Array(count);
  lasting.forEach((from, i) => {
    pageOf[i] = first.pageOf[from]!;
    slotOf[i] = first.slotOf[from]!;
    values[i] = first.values[from]!;
  });
  pageOf.set(second.pageOf, lasting.length);
  slotOf.set(second.slotOf, lasting.length);
  values.set(second.values, lasting.length);
  return new ColumnDifference(
    first.standing,
    [...first.added.slice(0, second.standing - first.standing), ...second.added],
    [...first.replaced, ...second.replaced],
    { pageOf, slotOf, values },
  );
}
