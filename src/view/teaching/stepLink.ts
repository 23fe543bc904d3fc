import { spokenLanguage } from '../../projections/words/language.ts';

/** The link with which anybody opens a step, as a learner; in the language that it was made in. @param step from 0. */
export function stepLink(lesson: string, step: number): string {
  const language = spokenLanguage() === 'en' ? '' : `&language=${spokenLanguage()}`;
  return new URL(`./?lesson=${lesson}&step=${step + 1}${language}`, location.href).href;
}
