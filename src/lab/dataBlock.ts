/**
 * What there is at one instant, at the end of an exported file: for people and their programs, a thing a line.
 * The reader of labs passes over it unread, so that it may be of any size.
 */

/** `Data` in `Metadata.Shardscope`, where nothing follows it. */
export const DATA_BEGIN = '\n    Data:\n';
const WITHIN = '      ';

/** Members of mappings stand on lines of their own down to here, and what lists hold. */
const DEEPEST = 2;

/** @param template its text, ending within `Metadata.Shardscope`. */
export const withData = (template: string, data: Readonly<Record<string, unknown>>): string =>
  `${template.trimEnd()}${DATA_BEGIN}${linesOf(data, WITHIN, 0).join('\n')}\n`;

function linesOf(value: object, indent: string, depth: number): string[] {
  if (Array.isArray(value)) return value.map((one) => `${indent}- ${JSON.stringify(one)}`);
  return Object.entries(value).flatMap(([name, member]) => {
    const key = `${indent}${JSON.stringify(name)}:`;
    const isShort = typeof member !== 'object' || member === null || depth === DEEPEST;
    if (isShort || Object.keys(member).length === 0) return [`${key} ${JSON.stringify(member)}`];
    return [key, ...linesOf(member, `${indent}  `, depth + 1)];
  });
}

/** A lab file without the data at its end, if it has some. */
export function withoutData(text: string): string {
  const begin = text.lastIndexOf(DATA_BEGIN);
  if (begin < 0) return text;
  for (let at = begin + DATA_BEGIN.length; at < text.length; ) {
    const end = text.indexOf('\n', at);
    if (!text.startsWith(WITHIN, at) && at !== end) return text;
    at = end < 0 ? text.length : end + 1;
  }
  return text.slice(0, begin + 1);
}
