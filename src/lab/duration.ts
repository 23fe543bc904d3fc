/** Durations as people write them in a lab file: a number and a unit, `500ms 30s 10m 24h 7d`. */

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** Milliseconds, or `undefined` when the text is no duration. A bare `0` is one too. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)(ms|s|m|h|d)$/u.exec(text.trim());
  if (match === null) return text.trim() === '0' ? 0 : undefined;
  const unit = UNITS.find(([name]) => name === match[2])![1];
  const ms = Math.round(Number(match[1]) * unit * 1_000) / 1_000;
  return ms <= Number.MAX_SAFE_INTEGER / 1_000 ? ms : undefined;
}

/** The shortest text that {@link parseDuration} reads as the same number of milliseconds. */
export function durationText(ms: number): string {
  if (ms === 0) return '0s';
  const whole = UNITS.find(([, unit]) => ms >= unit && ms % unit === 0);
  return whole === undefined ? `${ms}ms` : `${ms / whole[1]}${whole[0]}`;
}
