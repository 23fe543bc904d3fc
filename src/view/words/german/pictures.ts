import type { Translation } from '../../../projections/words/language.ts';
import type { pictureWords } from '../pictures.ts';

export const pictures: Translation<typeof pictureWords> = {
  title: 'Als Bild',
  about:
    'Gezeichnet, wie die Bühne steht, in diesen Farben und dieser Breite, mit ihrer Unterschrift. Im SVG bleibt Text Text, und es sagt in Worten, was es zeigt.',
  instants: 'Augenblicke, für eine Bilderfolge',
  placeholder: 'leer: dieser Augenblick; oder 2s, 5s, 9s',
  save: { svg: 'SVG speichern', png: 'PNG speichern' },
  film: (seconds) => `${seconds} s als WebM filmen`,
  endFilm: 'Den Film beenden und speichern',
  noFilm: 'Dieser Browser nimmt kein WebM auf.',
};
