/** A span of time as people say it: two units at most, none that is zero. */

const units = [
  { ms: 86_400_000, name: 'd' },
  { ms: 3_600_000, name: 'h' },
  { ms: 60_000, name: 'min' },
] as const;

/** `0.4 s`, `12 s`, `1 min 48 s`, `23 h 58 min`, `2 d`. */
export function spanText(ms: number): string {
  if (ms < 0) return spanText(0);
  if (ms < 9_950) return `${(Math.round(ms / 100) / 10).toString()} s`;
  if (ms < 59_500) return `${Math.round(ms / 1_000)} s`;
  const wholeSeconds = Math.round(ms / 1_000) * 1_000;
  for (const [i, unit] of units.entries()) {
    if (wholeSeconds < unit.ms) continue;
    const big = Math.floor(wholeSeconds / unit.ms);
    const smaller = units[i + 1] ?? { ms: 1_000, name: 's' };
    const rest = Math.floor((wholeSeconds - big * unit.ms) / smaller.ms);
    return rest > 0 ? `${big} ${unit.name} ${rest} ${smaller.name}` : `${big} ${unit.name}`;
  }
  return '0 s';
}
