/**
 * A poller that scans the table every so often for items changed since it last looked. It sees states,
 * never changes; what it cannot see is counted against the table's own history.
 *
 * Left out for now: parallel segments, overlapping windows, soft deletes, key comparison, throttling.
 * Rules: [W1] pages, [W2] read units, [W3] the watermark is the start of the poll before, [W4] what
 * becomes of each change.
 */

import { currentVersion } from '../dynamodb/table.ts';
import type { AttributeValue } from '../item/attributeValue.ts';
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry, MissReason } from '../kernel/journal.ts';
import { after, epochMs, instant, microseconds, milliseconds } from '../kernel/time.ts';
import { SCAN_PAGE_BYTES, SCAN_PAGE_LEAST, SCAN_PAGE_MOST } from '../limits.ts';
import { ChangeKind, type World } from '../world.ts';

const SEEN = 1;
const HASH_END = 0x1_0000_0000;

/** Sets every poller going; the first poll comes after one interval. */
export function startPollers(world: World): void {
  world.definition.pollers.forEach((definition, number) => {
    const nextAt = instant(milliseconds(definition.everyMs));
    world.state.pollers.push({
      id: definition.id,
      table: world.state.tables.findIndex((t) => t.id === definition.table),
      polls: 0,
      running: false,
      startedAt: instant(0),
      nextAt,
      watermarkMs: world.definition.startAtMs - 1,
      itemsEvaluated: 0,
      readUnits: 0,
      pages: 0,
      returned: 0,
      firstUndecided: 0,
      again: [],
      seen: 0,
      repeated: 0,
      missed: { collapsed: 0, deletes: 0, race: 0, noWatermark: 0 },
    });
    world.queue.schedule(nextAt, EventKind.scanDue, number);
  });
}

/** A poll begins: as many pages as the table has megabytes, one after the other [W1]. */
export function onScanDue(world: World, number: number): void {
  const poller = world.state.pollers[number]!;
  const table = world.state.tables[poller.table]!;
  poller.running = true;
  poller.startedAt = world.now;
  poller.returned = 0;
  poller.pages = Math.max(1, Math.ceil(table.sizeBytes / SCAN_PAGE_BYTES));
  world.journal.append(world.now, Entry.pollStarted, number, poller.polls);
  schedulePage(world, number, 0);
}

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
  const { consistentRead } = world.definition.pollers[number]!;
  const bytes = Math.ceil(table.sizeBytes / poller.pages);
  // [W2] One unit per started 4 KB, half of it when eventually consistent; the filter saves nothing.
  const units = Math.max(1, Math.ceil(bytes / 4_096)) * (consistentRead ? 1 : 0.5);
  poller.readUnits += units;
  table.readUnits += units;
  const evaluated = itemsOnPage(table.itemCount, poller.pages, page);
  poller.itemsEvaluated += evaluated;
  readChanges(world, number, page);
  const { journal } = world;
  journal.append(world.now, Entry.pageScanned, number, poller.polls, page, evaluated);
  if (page + 1 < poller.pages) schedulePage(world, number, page + 1);
  else endPoll(world, number);
}

const itemsOnPage = (items: number, pages: number, page: number): number =>
  Math.floor((items * (page + 1)) / pages) - Math.floor((items * page) / pages);

/**
 * Only an item with an undecided change, or one whose watermark still lies ahead of the last poll, can
 * come through the filter; every other was decided before and has been passed since.
 */
function readChanges(world: World, number: number, page: number): void {
  const { changes, items, state } = world;
  const poller = state.pollers[number]!;
  const polled = world.polled[number]!;
  const isOnPage = (change: number) => {
    const hash = items.hash.get(changes.item.get(change)) >>> 0;
    return Math.floor((hash / HASH_END) * poller.pages) === page;
  };
  for (const change of poller.again.filter(isOnPage)) {
    poller.again.splice(poller.again.indexOf(change), 1);
    readChange(world, number, change);
  }
  for (let change = poller.firstUndecided; change < changes.at.length; change++) {
    if (changes.table.get(change) !== poller.table || polled.get(change) !== 0) continue;
    if (isOnPage(change)) readChange(world, number, change);
  }
}

/** [W4] What a poll makes of one change when it reads the page of its item. */
function readChange(world: World, number: number, change: number): void {
  const { changes } = world;
  const isSeen = world.polled[number]!.get(change) === SEEN;
  const current = currentVersion(world, changes.item.get(change));
  if (current >= 0 && current === changes.newVersion.get(change)) {
    lookAt(world, number, change, current);
  } else if (changes.kind.get(change) === ChangeKind.REMOVE) {
    miss(world, number, change, MissReason.delete);
  } else if (!isSeen) {
    miss(world, number, change, MissReason.collapsed);
  }
}

/** The item is current: the filter lets it through, or it is missed for good. */
function lookAt(world: World, number: number, change: number, version: number): void {
  const poller = world.state.pollers[number]!;
  const polled = world.polled[number]!;
  const { watermark } = world.definition.pollers[number]!;
  const image = world.images.read(world.versions.image.get(version));
  const stamp = watermarkOf(image[watermark]);
  if (stamp !== null && stamp > poller.watermarkMs) {
    const again = polled.get(change) === SEEN;
    if (again) poller.repeated++;
    else poller.seen++;
    poller.returned++;
    polled.set(change, SEEN);
    const startedMs = epochMs(world.definition.startAtMs, poller.startedAt);
    if (stamp > startedMs) poller.again.push(change); // the next poll will return it once more
    const { journal } = world;
    journal.append(world.now, Entry.imageReturned, number, poller.polls, change, again ? 1 : 0);
  } else if (polled.get(change) !== SEEN) {
    miss(world, number, change, stamp === null ? MissReason.noWatermark : MissReason.race);
  }
}

const watermarkOf = (value: AttributeValue | undefined): number | null =>
  value && 'N' in value ? Number(value.N) : null;

function miss(world: World, number: number, change: number, reason: number): void {
  const poller = world.state.pollers[number]!;
  world.polled[number]!.set(change, 1 + reason);
  const { missed } = poller;
  if (reason === MissReason.delete) missed.deletes++;
  else if (reason === MissReason.collapsed) missed.collapsed++;
  else if (reason === MissReason.race) missed.race++;
  else missed.noWatermark++;
  world.journal.append(world.now, Entry.changeMissed, number, poller.polls, change, reason);
}

/** [W3] The next poll asks for what was written after this one began. */
function endPoll(world: World, number: number): void {
  const { state, changes, definition } = world;
  const poller = state.pollers[number]!;
  const polled = world.polled[number]!;
  const { journal } = world;
  journal.append(world.now, Entry.pollEnded, number, poller.polls, poller.returned);
  poller.running = false;
  poller.polls++;
  poller.watermarkMs = epochMs(definition.startAtMs, poller.startedAt);
  while (poller.firstUndecided < changes.at.length) {
    const change = poller.firstUndecided;
    if (changes.table.get(change) === poller.table && polled.get(change) === 0) break;
    poller.firstUndecided++;
  }
  const every = milliseconds(definition.pollers[number]!.everyMs);
  poller.nextAt = after(poller.startedAt, every);
  if (poller.nextAt <= world.now) poller.nextAt = after(world.now, every);
  world.queue.schedule(poller.nextAt, EventKind.scanDue, number);
}
