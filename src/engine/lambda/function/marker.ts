/**
 * Markers: a handler remembers in a table of its own which change an effect was done for, by a call of its
 * own before the effect or after it. Between the two calls it can die.
 *
 * Rules: [D10] a marker first, [D11] a marker last, [D12] how long a marker counts.
 */
import type { EffectDefinition } from '../../definition.ts';
import { draw, Purpose, within } from '../../kernel/draw.ts';
import { EventKind } from '../../kernel/eventKind.ts';
import { Entry } from '../../kernel/journal.ts';
import { after, type Instant, microseconds } from '../../kernel/time.ts';
import { EFFECT_TRANSIT_LEAST, EFFECT_TRANSIT_MOST, MARKER_LIFE } from '../../limits.ts';
import type { RunningInvocation, World } from '../../world.ts';

/** What one call of a handler is: an effect as it is, or one of the two calls that a marker makes of it. */
export const CallKind = {
  plain: 0,
  markFirst: 1,
  afterMark: 2,
  beforeMark: 3,
  markLast: 4,
} as const;
const KINDS = 8;

const CALLS: Partial<Record<EffectDefinition['idempotency'], readonly number[]>> = {
  Marker: [CallKind.markFirst, CallKind.afterMark],
  MarkerAfter: [CallKind.beforeMark, CallKind.markLast],
};

/** A handler's calls for each record, in order, for {@link callOf}; null where they are its effects. */
export function callsOf(effects: readonly EffectDefinition[]): number[] | null {
  if (!effects.some(({ idempotency }) => CALLS[idempotency])) return null;
  return effects.flatMap(({ idempotency }, place) =>
    (CALLS[idempotency] ?? [CallKind.plain]).map((kind) => place * KINDS + kind),
  );
}

/** The nth call of a run: for which record, which of the function's effects, and what kind of call. */
export function callOf(
  run: RunningInvocation,
  nth: number,
  effects: number,
): { record: number; place: number; kind: number } {
  const perRecord = run.calls?.length ?? effects;
  const record = Math.floor(nth / perRecord);
  const code = run.calls?.[nth % perRecord] ?? (nth % perRecord) * KINDS;
  return { record, place: Math.floor(code / KINDS), kind: code % KINDS };
}

/** The entry that marked an effect of a change as done, or -1 where no marker counts. */
function liveMarker({ markers, journal, now }: World, step: number, change: number): number {
  const entry = markers[step]!.get(change) - 1;
  return entry >= 0 && now - journal.atOf(entry) < MARKER_LIFE ? entry : -1;
}

/** Whether an effect that is guarded by a marker is to be done now; the journal says where it is not. */
export function mayBeDone(
  world: World,
  run: RunningInvocation,
  { kind, step, change }: { kind: number; step: number; change: number },
): boolean {
  if (kind === CallKind.plain) return true;
  const { journal, now } = world;
  const entry = liveMarker(world, step, change);
  if (kind === CallKind.beforeMark) {
    if (entry < 0) return true;
    journal.append(now, Entry.markerFound, step, run.invocation, change, entry);
    return false;
  }
  // The call before this one has written it, or has found another's.
  return (
    entry >= 0 && journal.read(entry).b === run.invocation && journal.atOf(entry) > now - run.slot
  );
}

/** A marker leaves for its table. Returns when it is there. */
export function sendMarker(
  world: World,
  run: RunningInvocation,
  { kind, step, change }: { kind: number; step: number; change: number },
): Instant {
  if (kind === CallKind.markLast && liveMarker(world, step, change) >= 0) return world.now;
  const drawn = draw(world.definition.seed, Purpose.markerTransit, step, change);
  const least = within(drawn, EFFECT_TRANSIT_LEAST, EFFECT_TRANSIT_MOST);
  const arrival = after(world.now, microseconds(Math.max(1, Math.min(least, run.slot - 1))));
  world.queue.schedule(arrival, EventKind.markerArrives, step, run.invocation, change);
  return arrival;
}

/** A marker has reached its table: it is put there on the condition that none is, or is over. */
export function onMarkerArrives(
  world: World,
  step: number,
  invocation: number,
  change: number,
): void {
  const { journal, now } = world;
  const found = liveMarker(world, step, change);
  if (found >= 0) {
    journal.append(now, Entry.markerFound, step, invocation, change, found);
    return;
  }
  const entry = journal.append(now, Entry.markerWritten, step, invocation, change);
  world.markers[step]!.set(change, entry + 1);
}
