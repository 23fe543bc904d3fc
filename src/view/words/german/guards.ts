import type { Translation } from '../../../projections/words/language.ts';
import type { guardTabWords } from '../guards.ts';

export const guardTab: Translation<typeof guardTabWords> = {
  lead: 'Mindestens einmal heißt, dass alles, was eine Funktion tut, noch einmal getan werden kann. Sieben Wege, dieselbe Arbeit zu schreiben, auf derselben Geschichte.',
  whose: 'Arbeit von',
  none: 'Kein Mapping dieses Labs ruft eine Funktion auf, also gibt es keine Arbeit zu schreiben.',
  ready:
    'In diesem Lab ist nichts fehlgeschlagen, darum sehen alle Wege gleich aus. Stören Sie etwas und kommen Sie wieder, oder öffnen Sie das Lab, in dem alles vorkommt.',
  openLab: '„Eine Wirkung, auf sieben Wegen geschrieben“ öffnen',
  working: 'Alle sieben laufen …',
  failed: (why) => `Die Wege sind stehen geblieben: ${why}`,
  switch: 'Der Weg, der zu sehen ist',
  strip: (name) => `${name}: was aus jeder Änderung wurde, die älteste zuerst`,
  standsFor: (n) => `Ein Zeichen steht für ${n} Änderungen; die schlimmste davon zählt.`,
  legend: {
    label: 'Was die Zeichen bedeuten',
    once: 'einmal getan',
    older: 'getan, über ein neueres',
    again: 'noch einmal getan',
    lost: 'nie getan',
  },
  meanings: {
    done: 'Wie oft es getan wurde.',
    again: 'Wie oft über das erste Mal hinaus.',
    lost: 'Nie getan, obwohl es vorüber ist.',
    wrong: 'Items, die anders enden als mit ihrer neuesten Änderung.',
    turnedAway: 'Versuche, die der Schutz abwies: was sonst noch einmal getan worden wäre.',
  },
  moments: 'Was in dieser Geschichte durchkam',
  noMoments: 'Nichts kam in dieser Geschichte durch.',
  more: (n) => `und ${n} weitere`,
  moment: {
    again: (span) => `noch einmal getan, ${span} nachdem es schon getan war`,
    lost: 'als getan vermerkt, und nie getan',
    older: (span) => `${span} nach einer neueren Änderung davon getan`,
    revived: (span) => `${span} nach der Löschung getan: Es ist wieder da`,
  },
  matrix: 'Was jeder durchlässt',
  matrixNote:
    'Eine Zahl: so oft in dieser Geschichte. „ja“: Er würde, hier ist es aber nicht vorgekommen.',
  held: '✓',
  heldName: 'gehalten',
  oneCall: 'es ist ein einziger Aufruf',
  would: 'ja',
  code: 'Als Code',
  language: 'Sprache des Codes',
  languages: { JavaScript: 'JavaScript', Python: 'Python' },
};
