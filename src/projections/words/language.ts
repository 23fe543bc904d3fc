/**
 * The language in which everything is told. Every table of words is written in English, and is what the code
 * reads; another language is a set of tables of the same shape, loaded only when it is wished for, which
 * take the places of the English words before anything is painted. To change it, the page is loaded anew.
 */

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: string | null): text is Language =>
  languages.some((language) => language === text);

/** What a table of words is in another language: the same names, functions of the same arguments, other texts. */
export type Translation<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Told
    ? (...given: Given) => Translation<Told>
    : T extends readonly (infer Entry)[]
      ? readonly Translation<Entry>[]
      : T extends object
        ? { readonly [Name in keyof T]: Translation<T[Name]> }
        : T;

let spoken: Language = 'en';

/** The language of the words in this thread. */
export const spokenLanguage = (): Language => spoken;

/** As `Intl` and `toLocaleString` take it, for numbers and days. */
export const spokenLocale = (): string => (spoken === 'en' ? 'en-GB' : spoken);

/** To be called once in a thread, by what adopts the tables of a language. */
export function speak(language: Language): void {
  spoken = language;
}

type Words = Record<string, unknown>;

/**
 * Puts the words of another language into the places of a table's own. Parts of the table stay the same
 * objects, since others may hold them.
 * @throws Error naming what the table does not have.
 */
export function adopt<T extends object>(table: T, translation: Translation<T>): void {
  replaceWords(table as Words, translation as Words);
}

function replaceWords(table: Words, translation: Words): void {
  for (const [name, words] of Object.entries(translation)) {
    const own = table[name];
    if (own === undefined) throw new Error(`There are no words of the name ${name}.`);
    if (typeof own === 'object' && own !== null) replaceWords(own as Words, words as Words);
    else table[name] = words;
  }
}
