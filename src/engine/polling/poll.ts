/**
 * What scans and exports have in common: when they begin, what they make of each change, and the
 * poller's own copy of the table.
 *
 * Rules: [W3] the watermark is the start of the poll before, less the overlap, [W4] what becomes of each
 * change, [W7] a poll may return a later change and pass an earlier one by.
 */
import { EventKind } from '../kernel/eventKind.ts';
import { Entry, MissReason } from '../kernel/journal.ts';
import { after, epochMs, instant, milliseconds } from '../kernel/time.ts';
import type { World } from '../world.ts';

/** In `World.polled`: a poll has returned the change. */
export const SEEN = 1;

/** Sets every poller going with a copy of what the table holds; the first poll comes after one interval. */
export function startPollers(world: World): void {
  world.definition.pollers.forEach((definition, number) => {
    const nextAt = instant(milliseconds(definition.everyMs));
    const table = world.state.tables.findIndex((t) => t.id === definition.table);
    world.state.pollers.push({
      id: definition.id,
      table,
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
      missed: { collapsed: 0, deletes: 0, race: 0, noWatermark: 0, filtered: 0 },
      pagesRead: 0,
      latestReturnedAt: instant(-1),
      torn: 0,
      throttled: 0,
      exportedBytes: 0,
    });
    copyTable(world, number, table);
    world.queue.schedule(nextAt, EventKind.scanDue, number);
  });
}

/** The copy begins as the table is: somebody has loaded it once. */
function copyTable(world: World, number: number, table: number): void {
  const { items, outcomes } = world;
  for (let item = 0; item < items.table.length; item++) {
    if (items.table.get(item) !== table) continue;
    world.copies[number]!.set(item, outcomes.currentVersion.get(item));
  }
}

/** A poll or an export begins. */
export function beginPoll(world: World, number: number): void {
  const poller = world.state.pollers[number]!;
  poller.running = true;
  poller.startedAt = world.now;
  poller.returned = 0;
  poller.pagesRead = 0;
  poller.latestReturnedAt = instant(-1);
  world.journal.append(world.now, Entry.pollStarted, number, poller.polls);
}

/** The poll has returned what a change made, or shown that it deleted something: the copy has it now. */
export function see(world: World, number: number, change: number): void {
  const { changes, state, journal } = world;
  const poller = state.pollers[number]!;
  const again = world.polled[number]!.get(change) === SEEN;
  if (again) poller.repeated++;
  else poller.seen++;
  poller.returned++;
  world.polled[number]!.set(change, SEEN);
  const version = changes.newVersion.get(change);
  const isGone = world.versions.image.get(version) < 0;
  world.copies[number]!.set(changes.item.get(change), isGone ? 0 : version + 1);
  const at = changes.at.get(change);
  if (at > poller.latestReturnedAt) poller.latestReturnedAt = instant(at);
  journal.append(world.now, Entry.imageReturned, number, poller.polls, change, again ? 1 : 0);
}

/** The change will never be seen. */
export function miss(world: World, number: number, change: number, reason: number): void {
  const poller = world.state.pollers[number]!;
  world.polled[number]!.set(change, 1 + reason);
  const { missed } = poller;
  if (reason === MissReason.delete) missed.deletes++;
  else if (reason === MissReason.collapsed) missed.collapsed++;
  else if (reason === MissReason.race) missed.race++;
  else if (reason === MissReason.filtered) missed.filtered++;
  else missed.noWatermark++;
  world.journal.append(world.now, Entry.changeMissed, number, poller.polls, change, reason);
}

/** [W3] The next poll asks for what was written after this one began, less the overlap. */
export function endPoll(world: World, number: number): void {
  const { state, changes, definition, journal } = world;
  const { everyMs, overlapMs = 0 } = definition.pollers[number]!;
  const poller = state.pollers[number]!;
  journal.append(world.now, Entry.pollEnded, number, poller.polls, poller.returned);
  poller.running = false;
  poller.polls++;
  poller.watermarkMs = epochMs(definition.startAtMs, poller.startedAt) - overlapMs;
  let isFirst = true;
  for (let change = poller.firstUndecided; change < changes.at.length; change++) {
    const isOwn = changes.table.get(change) === poller.table;
    if (isOwn && world.polled[number]!.get(change) === 0) {
      isFirst = false;
      // [W7] What this poll returned holds something later than what it passed by.
      if (changes.at.get(change) < poller.latestReturnedAt) poller.torn++;
    } else if (isFirst) poller.firstUndecided++;
  }
  const every = milliseconds(everyMs);
  poller.nextAt = after(poller.startedAt, every);
  if (poller.nextAt <= world.now) poller.nextAt = after(world.now, every);
  world.queue.schedule(poller.nextAt, EventKind.scanDue, number);
}
