/** The marks in a text of a lesson, and of a page beside it. */

export interface MarkedPart {
  /** In backquotes; in stars: a term where it is introduced, or a name that stands on the screen. */
  as: 'text' | 'code' | 'term';
  text: string;
}

/** A text cut at its marks, which are taken away. */
export const markedParts = (text: string): MarkedPart[] =>
  text.split(/(`[^`]+`|\*[^*]+\*)/u).map((part, place) => {
    if (place % 2 === 0) return { as: 'text', text: part }; // what is split at stands between
    return { as: part.startsWith('`') ? 'code' : 'term', text: part.slice(1, -1) };
  });
