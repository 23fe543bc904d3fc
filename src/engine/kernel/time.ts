/**
 * Virtual time. An {@link Instant} is a whole number of microseconds since the lab's first instant;
 * a {@link Duration} is a whole number of microseconds. Both are exact in a double for 285 years.
 * Wall-clock words (epoch milliseconds, ISO dates) are made from an instant and the lab's start.
 */

declare const instantBrand: unique symbol;
declare const durationBrand: unique symbol;

/** Microseconds since the lab's first instant. */
export type Instant = number & { readonly [instantBrand]: true };
/** A span of virtual time in microseconds. */
export type Duration = number & { readonly [durationBrand]: true };

export const startOfTime = 0 as Instant;
export const never = Number.MAX_SAFE_INTEGER as Instant;

export const microseconds = (n: number): Duration => Math.round(n) as Duration;
export const milliseconds = (n: number): Duration => Math.round(n * 1_000) as Duration;
export const seconds = (n: number): Duration => Math.round(n * 1_000_000) as Duration;
export const minutes = (n: number): Duration => seconds(n * 60);
export const hours = (n: number): Duration => seconds(n * 3_600);

/** An instant from a raw number of microseconds, as read back from a column or a message. */
export const instant = (us: number): Instant => us as Instant;
export const after = (at: Instant, span: Duration): Instant => (at + span) as Instant;
export const between = (from: Instant, to: Instant): Duration => (to - from) as Duration;
export const toMs = (span: number): number => span / 1_000;

/** Epoch milliseconds of an instant, with the fraction cut off, as AWS's clocks print it. */
export const epochMs = (startAtMs: number, at: Instant): number =>
  startAtMs + Math.floor(at / 1_000);

/** The first instant at or after `at` on the grid `offset + k * step`. */
export function nextOnGrid(at: Instant, offset: number, step: Duration): Instant {
  if (at <= offset) return instant(offset);
  return instant(offset + Math.ceil((at - offset) / step) * step);
}
