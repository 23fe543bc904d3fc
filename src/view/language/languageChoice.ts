/** The language of the page: chosen by the address, else as chosen last, else English. */
import { isLanguage, type Language, languages } from '../../projections/words/language.ts';
import { learnLanguage } from '../../runtime/learnLanguage.ts';
import { remember, remembered } from '../remembered.ts';

export { languages };

/** Each as those call it who speak it. */
export const nameOfLanguage: Record<Language, string> = { en: 'English', de: 'Deutsch' };

/**
 * To be called before the first paint, which waits for it. Where the words of the language cannot be loaded
 * the page speaks English.
 */
export async function startLanguage(location: { search: string; hash: string }): Promise<void> {
  const wished =
    new URLSearchParams(location.hash.replace(/^#/, '')).get('language') ??
    new URLSearchParams(location.search).get('language') ??
    remembered('language');
  if (!isLanguage(wished) || wished === 'en') return;
  try {
    await Promise.all([learnLanguage(wished), import('../words/german/speakGerman.ts')]).then(
      ([, german]) => german.speakGerman(),
    );
    document.documentElement.lang = wished;
  } catch {
    document.documentElement.lang = 'en';
  }
}

/** Opens the page anew in another language; the lab goes on where it was. */
export function setLanguage(language: Language): void {
  remember('language', language);
  const { search, hash } = location;
  const bare = (text: string): string => {
    const fields = new URLSearchParams(text.replace(/^[?#]/, ''));
    if (!fields.has('language')) return text;
    fields.delete('language');
    return fields.size === 0 ? '' : `${text[0]}${fields}`;
  };
  history.replaceState(null, '', `${location.pathname}${bare(search)}${bare(hash)}`);
  location.reload();
}
