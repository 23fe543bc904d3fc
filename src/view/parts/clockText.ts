/** Virtual instants as a clock shows them: UTC, as AWS writes its times. */

const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface ClockText {
  /** `6 Jan`, once the lab's first day is over; empty on it. */
  date: string;
  /** `09:02:14.380` */
  time: string;
  /** `2026-01-06T09:02:14.380Z` */
  iso: string;
}

/** @param now microseconds since the lab's start, an epoch instant in milliseconds. */
export function clockText(startAtMs: number, now: number): ClockText {
  const atMs = startAtMs + Math.floor(now / 1_000);
  const at = new Date(atMs);
  const iso = at.toISOString();
  const isFirstDay = Math.floor(atMs / DAY_MS) === Math.floor(startAtMs / DAY_MS);
  return {
    date: isFirstDay ? '' : `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`,
    time: iso.slice(11, 23),
    iso,
  };
}

/** `09:02:14.380`, or `6 Jan 09:02:14.380` after the first day. */
export function clockLine(startAtMs: number, now: number): string {
  const { date, time } = clockText(startAtMs, now);
  return date === '' ? time : `${date} ${time}`;
}
