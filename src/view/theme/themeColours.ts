/** The theme's colours as the canvas needs them: read from the style sheet, again when it changes. */

const names = [
  'ground',
  'card',
  'lane',
  'line',
  'ink',
  'muted',
  'accent',
  'bad',
  'behind',
] as const;

export type ThemeColours = Record<(typeof names)[number], string> & {
  items: readonly string[];
  text: string;
  mono: string;
};

export function readThemeColours(element: Element): ThemeColours {
  const style = getComputedStyle(element);
  const value = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const colours = Object.fromEntries(names.map((name) => [name, value(name)]));
  return {
    ...(colours as Record<(typeof names)[number], string>),
    items: Array.from({ length: 8 }, (_, i) => value(`item-${i}`)),
    text: value('text'),
    mono: value('mono'),
  };
}

/** Calls back whenever light turns to dark or the other way. @returns ends it. */
export function onThemeChange(callback: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(callback);
  media.addEventListener('change', callback);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  return () => {
    media.removeEventListener('change', callback);
    observer.disconnect();
  };
}
