import type { Translation } from '../../../projections/words/language.ts';
import type { handoutWords } from '../handout.ts';

export const handout: Translation<typeof handoutWords> = {
  open: 'Handblatt',
  openLesson: (title) => `Handblatt: ${title}`,
  kicker: 'Shardscope · Handblatt',
  back: 'Zurück zu den Lektionen',
  print: 'Drucken',
  withAnswers: 'Mit den Antworten, auf eigenen Seiten',
  withNotes: 'Mit den Notizen für Lehrende',
  running: 'Die Lektion läuft, für ihre Bilder und Antworten.',
  unknown: (id) =>
    `Es gibt keine Lektion ${id || 'ohne Namen'}. In der Liste der Lektionen stehen die, die es gibt.`,
  failed: (why) => `Die Lektion lässt sich nicht drucken. ${why}`,
  about: (lab, seed, engine) =>
    `Labor: ${lab}. Seed ${seed}, Engine ${engine}: Wer es öffnet, sieht dasselbe.`,
  notesFor: 'Notizen',
  name: 'Name',
  date: 'Datum',
  picture: (title, clock) => `${title}, die Bühne um ${clock}`,
  at: (clock) => `Die Bühne um ${clock}`,
  beforeAnswer: (clock) => `Die Bühne um ${clock}, ehe es geschieht`,
  why: 'Warum?',
  yourNumber: (unit) => `Ihre Schätzung: ________ ${unit}`,
  order: 'Nummerieren Sie, was geschieht, in seiner Reihenfolge.',
  several: 'Es kann mehr als eines richtig sein.',
  answers: 'Antworten',
  derived: 'Jede wurde ermittelt, indem die Welt der Lektion lief; keine ist aufgeschrieben.',
  done: 'Wenn es getan ist',
  terms: 'Was die Wörter bedeuten',
};
