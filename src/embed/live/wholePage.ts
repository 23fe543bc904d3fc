/** The page itself, beside the embed's own. */
export const wholePage = (): string => new URL('./', location.href).href.replace(/[?#].*$/u, '');

/** What the embed was asked for on that page, as far as the page knows it. */
export function sameOnPage(): string {
  const kept = ['lab', 'link', 'seed', 'at', 'speed', 'theme', 'lesson', 'step'];
  const given = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) given.set(name, value);
  for (const name of [...given.keys()]) if (!kept.includes(name)) given.delete(name);
  return `${wholePage()}#${given}`;
}
