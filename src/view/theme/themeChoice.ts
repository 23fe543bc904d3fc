/** Light, dark, or like the system: chosen by the address, else as chosen last. */
import { create } from 'zustand';
import { remember, remembered } from '../remembered.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const isTheme = (text: string | null): text is Theme => themes.some((theme) => theme === text);

export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'auto' }));

export function setTheme(theme: Theme): void {
  useTheme.setState({ theme });
  remember('theme', theme);
  apply(theme);
}

/** To be called before the first paint. */
export function startTheme(location: { search: string; hash: string }): void {
  const wished =
    new URLSearchParams(location.hash.replace(/^#/, '')).get('theme') ??
    new URLSearchParams(location.search).get('theme') ??
    remembered('theme');
  const theme = isTheme(wished) ? wished : 'auto';
  useTheme.setState({ theme });
  apply(theme);
}

function apply(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
}
