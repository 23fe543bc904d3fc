/** Spans, counts and money as people read them, in the numbers of the page's language. */
import { spokenLanguage, spokenLocale } from './words/language.ts';

/** `250 ms`, `1.4 s`, `14 s`, `1 min 48 s`, `23 h 58 min`, `2 d 3 h` of milliseconds. */
export function spanText(ms: number): string {
  if (ms < 0) return spanText(0);
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  const seconds = ms / 1_000;
  if (seconds < 9.95) return `${tenths(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return twoParts(whole, 60, 'min', 1, 's');
  if (whole < 86_400) return twoParts(whole, 3_600, 'h', 60, 'min');
  return twoParts(whole, 86_400, 'd', 3_600, 'h');
}

const tenths = (n: number): string => decimalText(Math.round(n * 10) / 10);

/** `1.5`, with the comma of languages that have one. */
export function decimalText(n: number): string {
  const text = String(n);
  return spokenLanguage() === 'de' ? text.replace('.', ',') : text;
}

function twoParts(whole: number, large: number, name: string, small: number, rest: string): string {
  const first = Math.floor(whole / large);
  const second = Math.floor((whole % large) / small);
  return second === 0 ? `${first} ${name}` : `${first} ${name} ${second} ${rest}`;
}

/** `1,648`. */
export function countText(n: number): string {
  const digits = String(Math.round(n));
  return digits.replace(/\B(?=(\d{3})+$)/g, spokenLanguage() === 'de' ? '.' : ',');
}

/** `1,648`, `2.125`: with as much as three decimals. */
export const numberText = (n: number): string => n.toLocaleString(spokenLocale());

/** `1 record`, `4 records`; the plural is the singular and an s unless it is given. */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${countText(n)} ${n === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
