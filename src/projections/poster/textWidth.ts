/** How wide a text is in the page's face, near enough to cut it off before the card's edge does. */

const NARROW = /[iljtfrI.,:;'’|!()[\] ]/u;
const WIDE = /[mwMW%@…→]/u;
const UPPER = /[A-Z0-9+=#–≥]/u;

/** Pixels, of a text of a size. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.test(letter)) ems += 0.31;
    else if (WIDE.test(letter)) ems += 0.9;
    else if (UPPER.test(letter)) ems += 0.66;
    else ems += 0.57;
  }
  return ems * size * (bold ? 1.06 : 1);
}

/** Of the face of identifiers every letter is as wide as every other. */
export const monoWidth = (text: string, size: number): number => [...text].length * size * 0.61;

/** The text, or as much of it as a room has place for, and an ellipsis. */
export function cutText(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && width(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** The text in lines that fit a room, broken between words; the last of them is cut where there are more. */
export function linesOf(
  text: string,
  room: number,
  most: number,
  width: (text: string) => number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const isLast = lines.length === most - 1;
    if (line === '' || isLast || width(longer) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(cutText(line, room, width));
  return lines;
}
