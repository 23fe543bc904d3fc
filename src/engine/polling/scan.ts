/**
 * A poller that scans the table every so often for items changed since it last looked. It sees states,
 * never changes; what it cannot see is counted against the table's own history.
 *
 * Rules: [W1] pages, [W2] read units, [W4] what becomes of each change, [W5] a filter, [W6] keys or
 * items held against the copy, [W8] throttled pages, [W9] segments.
 */
import { hasReadUnits, useReadUnits } from '../dynamodb/capacity.ts';
import { currentVersion, latestVersion } from '../dynamodb/items.ts';
import { partitionOf } from '../dynamodb/partition.ts';
import type { AttributeMap } from '../item/attributeValue.ts';
import { equalValues } from '../item/compare.ts';
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry, MissReason } from '../kernel/journal.ts';
import { after, epochMs, microseconds } from '../kernel/time.ts';
import {
  PAGE_RETRY_LEAST,
  PAGE_RETRY_MOST,
  SCAN_PAGE_BYTES,
  SCAN_PAGE_LEAST,
  SCAN_PAGE_MOST,
} from '../limits.ts';
import { ChangeKind, type PollerState, type World } from '../world.ts';
import { beginExport } from './export.ts';
import { beginPoll, endPoll, miss, SEEN, see } from './poll.ts';

const HASH_END = 0x1_0000_0000;

/** A poll begins: each segment reads its pages, one after the other [W1] [W9]. */
export function onScanDue(world: World, number: number): void {
  const { segments = 1, export: kind } = world.definition.pollers[number]!;
  const poller = world.state.pollers[number]!;
  beginPoll(world, number);
  if (kind !== undefined) {
    beginExport(world, number, kind);
    return;
  }
  const { sizeBytes } = world.state.tables[poller.table]!;
  poller.pages = Math.max(segments, Math.ceil(sizeBytes / SCAN_PAGE_BYTES));
  for (let segment = 0; segment < segments; segment++) {
    schedulePage(world, number, firstPage(poller.pages, segment, segments));
  }
}

/** The pages of a segment are those from its first up to the next segment's first. */
const firstPage = (pages: number, segment: number, segments: number): number =>
  Math.floor((pages * segment) / segments);

function schedulePage(world: World, number: number, page: number): void {
  const { polls } = world.state.pollers[number]!;
  const drawn = draw(world.definition.seed, Purpose.scanPage, number, polls * 4_096 + page);
  const takes = microseconds(within(drawn, SCAN_PAGE_LEAST, SCAN_PAGE_MOST));
  world.queue.schedule(after(world.now, takes), EventKind.pageDue, number, page);
}

/** A page has been read: the items whose hash lies in its part of the table, as they are now. */
export function onPageDue(world: World, number: number, page: number): void {
  const { state } = world;
  const poller = state.pollers[number]!;
  const table = state.tables[poller.table]!;
  const { consistentRead, segments = 1 } = world.definition.pollers[number]!;
  if (isThrottled(world, number, page)) return;
  const bytes = Math.ceil(table.sizeBytes / poller.pages);
  // [W2] One unit per started 4 KB, half of it when eventually consistent; the filter saves nothing.
  const units = Math.max(1, Math.ceil(bytes / 4_096)) * (consistentRead ? 1 : 0.5);
  poller.readUnits += units;
  useReadUnits(world, poller.table, units);
  state.partitions[partitionOfPage(world, number, page)]!.readUnitsThisSecond += units;
  const evaluated = itemsOnPage(table.itemCount, poller.pages, page);
  poller.itemsEvaluated += evaluated;
  readChanges(world, number, page);
  world.journal.append(world.now, Entry.pageScanned, number, poller.polls, page, evaluated);
  poller.pagesRead++;
  const segment = Math.floor(((page + 1) * segments - 1) / poller.pages);
  if (page + 1 < firstPage(poller.pages, segment + 1, segments)) {
    schedulePage(world, number, page + 1);
  }
  if (poller.pagesRead === poller.pages) endPoll(world, number);
}

/** The partition that holds the beginning of a page. */
function partitionOfPage(world: World, number: number, page: number): number {
  const { table, pages } = world.state.pollers[number]!;
  return partitionOf(world, table, Math.floor((page * HASH_END) / pages));
}

/** [W8] A page that its partition, or the table, has no read units for is asked for again. */
function isThrottled(world: World, number: number, page: number): boolean {
  const poller = world.state.pollers[number]!;
  const partition = partitionOfPage(world, number, page);
  if (hasReadUnits(world, partition)) return false;
  poller.throttled++;
  world.journal.append(world.now, Entry.pageThrottled, number, poller.polls, page, partition);
  const drawn = draw(world.definition.seed, Purpose.pageRetry, number, poller.throttled);
  const wait = microseconds(within(drawn, PAGE_RETRY_LEAST, PAGE_RETRY_MOST));
  world.queue.schedule(after(world.now, wait), EventKind.pageDue, number, page);
  return true;
}

const itemsOnPage = (items: number, pages: number, page: number): number =>
  Math.floor((items * (page + 1)) / pages) - Math.floor((items * page) / pages);

/**
 * Only an item with an undecided change, or one whose watermark still lies ahead of the last poll, can
 * come through the filter; every other was decided before and has been passed since.
 */
function readChanges(world: World, number: number, page: number): void {
  const poller = world.state.pollers[number]!;
  const [here, elsewhere]: [number[], number[]] = [[], []];
  for (const change of poller.again) {
    (pageOf(world, poller, change) === page ? here : elsewhere).push(change);
  }
  poller.again = elsewhere;
  for (const change of here) readChange(world, number, change);
  for (const change of undecidedOn(world, number, page)) readChange(world, number, change);
}

/** The page of a poll that a change's item is on. */
function pageOf({ changes, items }: World, { pages }: PollerState, change: number): number {
  const hash = items.hash.get(changes.item.get(change)) >>> 0;
  return Math.floor((hash / HASH_END) * pages);
}

/** The undecided changes of a poll, each page's by themselves, as far as they have been looked through. */
interface Undecided {
  poll: number;
  until: number;
  byPage: number[][];
}

/** Derived, so not part of the state: a restore brings other pollers, whose changes are gone through anew. */
const undecidedOf = new WeakMap<PollerState, Undecided>();

/** The changes of a page's items that no poll has decided yet, oldest first. A poll asks once for each page. */
function undecidedOn(world: World, number: number, page: number): readonly number[] {
  const { changes } = world;
  const poller = world.state.pollers[number]!;
  const { polls: poll, firstUndecided, pages } = poller;
  let found = undecidedOf.get(poller);
  if (found?.poll !== poll) {
    found = { poll, until: firstUndecided, byPage: Array.from({ length: pages }, () => []) };
    undecidedOf.set(poller, found);
  }
  for (; found.until < changes.at.length; found.until++) {
    const change = found.until;
    if (changes.table.get(change) !== poller.table) continue;
    if (world.polled[number]!.get(change) !== 0) continue;
    found.byPage[pageOf(world, poller, change)]!.push(change);
  }
  return found.byPage[page]!;
}

/** [W4] What a poll makes of one change when it reads the page of its item. */
function readChange(world: World, number: number, change: number): void {
  const { changes } = world;
  const isSeen = world.polled[number]!.get(change) === SEEN;
  const current = currentVersion(world, changes.item.get(change));
  if (current >= 0 && current === changes.newVersion.get(change)) {
    lookAt(world, number, change, current);
  } else if (changes.kind.get(change) === ChangeKind.REMOVE) {
    if (isKnownByAbsence(world, number, change)) see(world, number, change);
    else miss(world, number, change, MissReason.delete);
  } else if (!isSeen) {
    miss(world, number, change, MissReason.collapsed);
  }
}

/** [W6] The copy has a key that the scan does not return: what deleted it, last, is known by that. */
function isKnownByAbsence(world: World, number: number, change: number): boolean {
  const { changes } = world;
  if (world.definition.pollers[number]!.compare === undefined) return false;
  const item = changes.item.get(change);
  const isLast = latestVersion(world, item) === changes.newVersion.get(change);
  return isLast && world.copies[number]!.get(item) > 0;
}

/** The item is current: the filter lets it through, or it is missed for good. */
function lookAt(world: World, number: number, change: number, version: number): void {
  const poller = world.state.pollers[number]!;
  const polled = world.polled[number]!;
  const { watermark, compare, filter, overlapMs = 0 } = world.definition.pollers[number]!;
  const image = world.versions.image.get(version);
  const stamp = world.images.readNumber(image, watermark);
  if (filter !== undefined && !passes(world.images.read(image), filter)) {
    if (polled.get(change) !== SEEN) miss(world, number, change, MissReason.filtered);
  } else if (compare === 'Items') {
    see(world, number, change);
  } else if (stamp !== null && stamp > poller.watermarkMs) {
    see(world, number, change);
    const startedMs = epochMs(world.definition.startAtMs, poller.startedAt);
    if (stamp > startedMs - overlapMs) poller.again.push(change); // the next poll returns it once more
  } else if (polled.get(change) !== SEEN) {
    miss(world, number, change, stamp === null ? MissReason.noWatermark : MissReason.race);
  }
}

/** [W5] Whether an image has all of these attributes with these values. */
const passes = (image: AttributeMap, filter: AttributeMap): boolean =>
  Object.entries(filter).every(([name, value]) => {
    const own = image[name];
    return own !== undefined && equalValues(own, value);
  });
