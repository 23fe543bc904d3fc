import { many } from '../../../projections/words/german/counts.ts';
import type { Translation } from '../../../projections/words/language.ts';
import type { sharingWords } from '../sharing.ts';

export const sharing: Translation<typeof sharingWords> = {
  title: 'Dieses Lab teilen',
  open: 'Teilen',
  about:
    'Der Link enthält das Lab, seinen Seed und was darin getan wurde. Wer ihn öffnet, bekommt dieselbe Geschichte. Alles steht in dem Teil nach #, den kein Server sieht.',
  atThisInstant: (clock) => `In diesem Augenblick öffnen, ${clock}, und stillstehen`,
  withSpeed: (speed) => `Mit diesem Tempo: ${speed}`,
  address: 'Link',
  holds: (commands) =>
    commands === 0
      ? 'In diesem Lab wurde noch nichts getan: Der Link enthält nur das Lab.'
      : `Mit ${many(commands, 'Befehl, der', 'Befehlen, die')} auf diesem Zweig gegeben ${commands === 1 ? 'wurde' : 'wurden'}.`,
  length: (characters) => many(characters, 'Zeichen', 'Zeichen'),
  short: 'Kurz genug für Chats, Mails und Karten.',
  long: 'Manche Chats und Mails kürzen Links von mehr als 2.000 Zeichen. Eine Datei ist sicherer.',
  tooLong:
    'Dieses Lab ist zu groß für einen Link. Speichern Sie es als Datei, aus dem Menü der Labs.',
  writing: 'Der Link wird geschrieben…',
  embed: 'In einer anderen Seite',
  embedAbout: 'Als iframe, als Element, als Markdown mit Bild, als MDX, oder nur als stilles Bild.',
  moreEmbed: 'Einbetten',
  openEmbed: 'Eine Einbettung zusammenstellen',
};
