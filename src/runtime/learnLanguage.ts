/** Loads the words of a language for this thread: those of the projections and the runtime, which workers say too. */
import type { Language } from '../projections/words/language.ts';

/** Resolves when everything is said in it. Rejects when its words cannot be loaded. */
export async function learnLanguage(language: Language): Promise<void> {
  if (language === 'en') return;
  const [projections, runtime] = await Promise.all([
    import('../projections/words/german/speakGerman.ts'),
    import('./wordsGerman.ts'),
  ]);
  projections.speakGerman();
  runtime.speakGerman();
}
