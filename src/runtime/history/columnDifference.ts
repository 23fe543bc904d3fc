/**
 * How a column's pages differ from those at an earlier moment. A few numbers change, scattered over
 * pages: kept are their places, told from one to the next, and by how much each has changed, in as many
 * bytes as these take (three on the average). What has changed twice is the sum of both.
 */
import { LogPage } from '../../engine/kernel/logPage.ts';
import { NumberReader, type NumberWriter } from './packedDifferences.ts';

export type Page = object;
type NumberPage = Int32Array | Float64Array | Uint16Array | Uint8Array | Int8Array;

/** A page of which more than this part has changed is kept whole. */
const MOST_CHANGED = 1 / 4;
/** What an object or a typed array costs beside its content. */
export const OBJECT_BYTES = 100;

const NONE: readonly never[] = [];

export interface ColumnDifference {
  /** Pages of the earlier moment that stand, those changed by the rest of this included. */
  readonly standing: number;
  /** The pages after those. */
  readonly added: readonly Page[];
  /** Pages that replace standing ones. */
  readonly replaced: readonly (readonly [number, Page])[];
  /** Where the changes of numbers begin in the bytes of the whole difference, and of how many pages they are. */
  readonly from: number;
  readonly changedPages: number;
}

/** Memory that a column's difference alone holds beside its bytes, about. */
export function weightOf({ added, replaced }: ColumnDifference): number {
  const pages = replaced.reduce((sum, [, page]) => sum + OBJECT_BYTES + bytesOf(page), 0);
  return OBJECT_BYTES + pages + 8 * added.length;
}

export function bytesOf(page: Page): number {
  if (ArrayBuffer.isView(page) || page instanceof LogPage) return page.byteLength;
  return 8 * (page as unknown[]).length;
}

/** @returns null where nothing has changed. */
export function columnDifference(
  before: readonly Page[],
  pages: readonly Page[],
  bytes: NumberWriter,
): ColumnDifference | null {
  const standing = Math.min(before.length, pages.length);
  const replaced: [number, Page][] = [];
  const from = bytes.length;
  let changedPages = 0;
  let lastPage = 0;
  for (let page = 0; page < standing; page++) {
    const [was, is] = [before[page]!, pages[page]!];
    if (was === is) continue;
    const changes = changesBetween(was, is);
    if (changes === null) replaced.push([page, is]);
    if (changes === null || changes.length === 0) continue;
    writePage(bytes, page - lastPage, changes);
    lastPage = page;
    changedPages++;
  }
  if (replaced.length === 0 && changedPages === 0 && before.length === pages.length) return null;
  return {
    standing,
    added: pages.length > standing ? pages.slice(standing) : NONE,
    replaced: replaced.length > 0 ? replaced : NONE,
    from,
    changedPages,
  };
}

/** The slots in which two pages differ and by how much, one after the other; null: keep the later one whole. */
function changesBetween(was: Page, is: Page): number[] | null {
  if (!ArrayBuffer.isView(is) || was.constructor !== is.constructor) return null;
  const [before, after] = [was as NumberPage, is as NumberPage];
  if (before.length !== after.length) return null;
  const most = 2 * after.length * MOST_CHANGED;
  const changes: number[] = [];
  for (let slot = 0; slot < after.length; slot++) {
    if (before[slot] === after[slot]) continue;
    const change = after[slot]! - before[slot]!;
    if (!Number.isSafeInteger(after[slot]) || !Number.isSafeInteger(before[slot])) return null;
    if (!Number.isSafeInteger(2 * change) || changes.length >= most) return null;
    changes.push(slot, change);
  }
  return changes;
}

function writePage(bytes: NumberWriter, pageGap: number, changes: readonly number[]): void {
  bytes.push(pageGap);
  bytes.push(changes.length / 2);
  let last = 0;
  for (let i = 0; i < changes.length; i += 2) {
    bytes.push(changes[i]! - last);
    bytes.pushSigned(changes[i + 1]!);
    last = changes[i]!;
  }
}

/**
 * Changes a column's pages into those of the later moment.
 * @param own the places of pages that nobody else holds.
 */
export function applyTo(
  pages: Page[],
  own: Set<number>,
  { standing, added, replaced, from, changedPages }: ColumnDifference,
  bytes: Uint8Array,
): void {
  pages.length = standing;
  for (const page of added) pages.push(page);
  for (const [place, page] of replaced) {
    pages[place] = page;
    own.delete(place);
  }
  const reader = new NumberReader(bytes, from);
  let place = 0;
  for (let left = changedPages; left > 0; left--) {
    place += reader.next();
    if (!own.has(place)) pages[place] = (pages[place] as NumberPage).slice();
    own.add(place);
    reader.addTo(pages[place] as NumberPage, reader.next());
  }
}

/** One difference for two that follow each other, its changes written to `bytes`. */
export function bothColumns(
  [first, firstBytes]: readonly [ColumnDifference, Uint8Array],
  [second, secondBytes]: readonly [ColumnDifference, Uint8Array],
  bytes: NumberWriter,
): ColumnDifference {
  const changes = changesOf(first, firstBytes);
  for (const [place] of second.replaced) changes.delete(place);
  for (const [place, later] of changesOf(second, secondBytes)) {
    const earlier = changes.get(place) ?? new Map<number, number>();
    for (const [slot, change] of later) earlier.set(slot, (earlier.get(slot) ?? 0) + change);
    changes.set(place, earlier);
  }
  const from = bytes.length;
  let last = 0;
  for (const place of [...changes.keys()].sort((a, b) => a - b)) {
    const slots = [...changes.get(place)!].sort(([a], [b]) => a - b);
    writePage(bytes, place - last, slots.flat());
    last = place;
  }
  return {
    standing: Math.min(first.standing, second.standing),
    added: [
      ...first.added.slice(0, Math.max(0, second.standing - first.standing)),
      ...second.added,
    ],
    replaced: [...new Map([...first.replaced, ...second.replaced])],
    from,
    changedPages: changes.size,
  };
}

/** By page and slot, by how much a number has changed. */
function changesOf({ from, changedPages }: ColumnDifference, bytes: Uint8Array) {
  const reader = new NumberReader(bytes, from);
  const changes = new Map<number, Map<number, number>>();
  let place = 0;
  for (let left = changedPages; left > 0; left--) {
    place += reader.next();
    const slots = new Map<number, number>();
    let slot = 0;
    for (let count = reader.next(); count > 0; count--) {
      slot += reader.next();
      slots.set(slot, reader.nextSigned());
    }
    changes.set(place, slots);
  }
  return changes;
}
