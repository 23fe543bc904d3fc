/**
 * Time to live: when an item expires, and when the service comes to it.
 *
 * Rules: [T14] which items expire, and how late they go.
 */
import { draw, latency, Purpose } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { after, instant, milliseconds, minutes } from '../kernel/time.ts';
import { EXPIRY_DELAY_MOST_MS, EXPIRY_DELAY_P50_MS, EXPIRY_DELAY_P99_MS } from '../limits.ts';
import type { World } from '../world.ts';

/** Values further in the past than five years are taken for a mistake. */
const OLDEST_US = 5 * 365 * 24 * 60 * minutes(1);

/** When a version of an item expires, in microseconds since the lab's start; null: never [T14]. */
export function expiryOf(world: World, version: number): number | null {
  const { items, versions, images, state, definition } = world;
  const table = state.tables[items.table.get(versions.item.get(version))]!;
  const image = versions.image.get(version);
  if (table.timeToLiveAttribute === null || image < 0) return null;
  const seconds = images.readNumber(image, table.timeToLiveAttribute);
  if (seconds === null) return null;
  const at = Math.floor(seconds) * 1_000_000 - definition.startAtMs * 1_000;
  return Number.isSafeInteger(at) && at > world.now - OLDEST_US ? at : null;
}

/** Arranges for the instant at which a version expires. */
export function watchExpiry(world: World, version: number): void {
  const expiry = expiryOf(world, version);
  if (expiry === null) return;
  world.queue.schedule(instant(Math.max(world.now, expiry)), EventKind.itemExpires, version);
}

/** A version has expired: it is still there, is counted, and the service comes by some time later. */
export function onItemExpires(world: World, version: number): void {
  const { outcomes, versions, items, state, journal } = world;
  const item = versions.item.get(version);
  if (outcomes.currentVersion.get(item) !== version + 1) return;
  const expiry = expiryOf(world, version);
  if (expiry === null || expiry > world.now) return;
  if (outcomes.expiredVersion.get(item) === 0) {
    outcomes.expiredVersion.set(item, version + 1);
    state.tables[items.table.get(item)]!.expiredCount++;
    journal.append(world.now, Entry.expiryReached, version, item);
  }
  const { p50, p99 } = world.definition.timeToLiveDelayMs ?? {
    p50: EXPIRY_DELAY_P50_MS,
    p99: EXPIRY_DELAY_P99_MS,
  };
  const drawn = draw(world.definition.seed, Purpose.expiryDelay, version, 0);
  const delay = milliseconds(Math.min(latency(drawn, p50, p99), EXPIRY_DELAY_MOST_MS));
  world.queue.schedule(after(world.now, delay), EventKind.expiryDue, version);
}
