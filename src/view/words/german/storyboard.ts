import { countText } from '../../../projections/spanText.ts';
import type { Translation } from '../../../projections/words/language.ts';
import type { storyboardWords } from '../storyboard.ts';

export const storyboard: Translation<typeof storyboardWords> = {
  title: 'Bilderfolge',
  steps: 'Die letzten Schritte; die Pfeiltasten gehen durch die Zeit',
  empty: 'Noch ist nichts geschehen. Abspielen, oder mit der rechten Pfeiltaste schreiten.',
  number: (entry) => countText(entry + 1),
  records: (n) => `${countText(n)} ${n === 1 ? 'Record' : 'Records'}`,
  leaves: (what, n) => `${what} ${n > 1 ? 'machen' : 'macht'} sich auf den Weg.`,
  underWay: (n) =>
    n === 0
      ? 'Nichts ist in Bewegung'
      : `Gerade in Bewegung: ${countText(n)} ${n === 1 ? 'Record' : 'Records'}`,
  fromTo: (from, to) => `${from} → ${to}`,
  count: countText,
  under: (span) => `von ${span}`,
  way: (way) =>
    `${way.what}, von ${way.from} nach ${way.to}: ${
      way.part >= 1
        ? `angekommen nach ${way.span}`
        : `unterwegs, ${Math.floor(way.part * 100)} % von ${way.span}`
    }`,
};
