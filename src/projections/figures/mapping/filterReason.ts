/** Why a pattern lets a record not through: each of its leaves is asked by itself. */
import { parsePattern } from '../../../engine/lambda/events/filter.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';

type Pattern = { [name: string]: unknown };

const isObject = (json: unknown): json is Pattern =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/**
 * The keys of a pattern that do not match, each with what was found and what was wanted.
 * @param pattern JSON text that has been accepted.
 * @returns empty when it matches.
 */
export function whyNot(pattern: string, event: unknown): string[] {
  if (parsePattern(pattern)(event)) return [];
  const reasons = leavesOf(JSON.parse(pattern) as Pattern, []).flatMap(({ path, wanted, alone }) =>
    parsePattern(JSON.stringify(alone))(event) ? [] : [reasonOf(path, wanted, event)],
  );
  return reasons.length > 0 ? reasons : [words.noElement];
}

interface Leaf {
  path: string[];
  wanted: unknown;
  /** The pattern with this leaf alone. */
  alone: Pattern;
}

function leavesOf(pattern: Pattern, path: readonly string[]): Leaf[] {
  return Object.entries(pattern).flatMap(([name, inner]) => {
    if (isObject(inner)) return leavesOf(inner, [...path, name]);
    const alone = [...path].reverse().reduce<Pattern>((within, key) => ({ [key]: within }), {
      [name]: inner,
    });
    return [{ path: [...path, name], wanted: inner, alone }];
  });
}

const MOST_LETTERS = 60;
const cut = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;

function reasonOf(path: readonly string[], wanted: unknown, event: unknown): string {
  const name = path.join('.');
  if (path.at(-1) === '$or') {
    const above = path.slice(0, -1).join('.');
    return words.noAlternative(above === '' ? '' : ` in ${above}`);
  }
  let found: unknown = event;
  for (const key of path) found = isObject(found) ? found[key] : undefined;
  const text = cut(JSON.stringify(wanted));
  if (found === undefined) return words.missing(name, text);
  return words.differs(name, cut(JSON.stringify(found)), text);
}
