/** Texts of expressions repeat from request to request; what was read of the last few hundred is kept. */

const MOST_TEXTS = 512;

/** The same function, remembering its results. What it throws is not remembered. */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, result);
    return result;
  };
}
