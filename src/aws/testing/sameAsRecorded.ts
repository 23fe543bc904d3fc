/**
 * Compares an answer with one that was recorded from AWS, member by member. What differs from run to run
 * stands in a recording as `<name>` or, where the same value comes again, as `<name:n>`: wherever the
 * same `n` stands there has to be the same value, and another one for every other `n`.
 */

/** Words that stand for an instant or a number without brackets. */
const BARE = new Set([
  'datetime',
  'timestamp',
  'starting-sequence-number',
  'approximate-creation-date-time',
]);
const PLACEHOLDER = /<([\w-]+)(?::([^>]*))?>/g;
const FIXED: Readonly<Record<string, string>> = { partition: 'aws', region: 'us-east-1' };

/** Values that numbered placeholders were found to stand for; one for all answers of a case. */
export type Bound = Map<string, string>;

/** Where and how `given` is not what was recorded; empty when it is the same. */
export function differences(given: unknown, wanted: unknown, bound: Bound, at = ''): string[] {
  if (typeof wanted === 'string') return textDiffers(given, wanted, bound, at);
  if (typeof wanted !== 'object' || wanted === null) {
    return given === wanted ? [] : [`${at}: ${show(given)} instead of ${show(wanted)}`];
  }
  // A recording shows JSON within a text as what it means.
  if (typeof given === 'string') return differences(JSON.parse(given), wanted, bound, at);
  if (typeof given !== 'object' || given === null || Array.isArray(given) !== Array.isArray(wanted))
    return [`${at}: ${show(given)} instead of ${show(wanted)}`];
  const has = given as Record<string, unknown>;
  const should = wanted as Record<string, unknown>;
  const names = new Set([...Object.keys(has), ...Object.keys(should)]);
  return [...names].flatMap((name) => {
    const path = `${at}.${name}`;
    if (!Object.hasOwn(should, name)) return [`${path}: ${show(has[name])} was not recorded`];
    if (!Object.hasOwn(has, name)) return [`${path}: missing`];
    return differences(has[name], should[name], bound, path);
  });
}

function textDiffers(given: unknown, wanted: string, bound: Bound, at: string): string[] {
  if (BARE.has(wanted)) return given === undefined ? [`${at}: missing`] : [];
  const names = [...wanted.matchAll(PLACEHOLDER)];
  // Instants are numbers, whatever stands around them in the recording.
  if (names.length === 1 && names[0]![0] === wanted && typeof given !== 'string') {
    return given === undefined || given === null ? [`${at}: missing`] : [];
  }
  const wrong = [`${at}: ${show(given)} instead of ${show(wanted)}`];
  if (typeof given !== 'string') return wrong;
  let text = '';
  let end = 0;
  for (const { 0: whole, 1: name, index } of names) {
    text += literal(wanted.slice(end, index)) + (FIXED[name!] ?? '(.+)');
    end = index + whole.length;
  }
  const found = new RegExp(`^${text}${literal(wanted.slice(end))}$`).exec(given);
  if (!found) return wrong;
  const open = names.filter(({ 1: name }) => FIXED[name!] === undefined);
  return open.flatMap(({ 0: whole, 1: name, 2: number }, i) =>
    bind(bound, whole, name!, number, found[i + 1]!).map((what) => `${at}: ${what}`),
  );
}

function bind(
  bound: Bound,
  whole: string,
  name: string,
  number: string | undefined,
  value: string,
): string[] {
  if (number === undefined) return [];
  if (name === 'timestamp') {
    // Its example tells how an instant is written.
    const digits = (text: string) => text.replace(/\d/g, '0');
    return digits(value) === digits(number) ? [] : [`${value} is not written like ${number}`];
  }
  const before = bound.get(whole);
  if (before !== undefined) {
    return before === value ? [] : [`${value}, and before ${whole} was ${before}`];
  }
  const same = [...bound].find(
    ([other, taken]) => taken === value && other.startsWith(`<${name}:`),
  );
  bound.set(whole, value);
  return same ? [`${value} is both ${same[0]} and ${whole}`] : [];
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200);
