/** Names that somebody may have meant. */

/** Those of `names` that are a few letters away from `typed`, the nearest first. */
export function closest(typed: string, names: readonly string[], most = 3): string[] {
  const bound = Math.max(2, Math.floor(typed.length / 3));
  return names
    .map((name) => ({ name, distance: distance(typed, name) }))
    .filter((known) => known.distance <= bound)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Letters to add, leave out or exchange until one is the other. Hyphens cost nothing. */
function distance(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.toLowerCase().replaceAll('-', '')) as [
    string,
    string,
  ];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchanged, above[j]! + 1, row[j - 1]! + 1));
    }
  }
  return row[b.length]!;
}
