import type { Translation } from '../../../projections/words/language.ts';
import type { branchesWords } from '../branches.ts';

export const branches: Translation<typeof branchesWords> = {
  title: 'Zweige',
  about:
    'Gehen Sie zu einem beliebigen Augenblick zurück und ändern Sie dort etwas: Beide Zukünfte bleiben erhalten. Auch Rückgängigmachen ist ein Zweig, nämlich der, auf dem es nicht getan wurde.',
  list: 'Zweige dieses Labs',
  first: 'Der erste',
  numbered: (n) => `Zweig ${n}`,
  without: (what) => `Ohne: ${what}`,
  leaves: (parent, at) => `geht bei ${at} von „${parent}“ ab`,
  begins: 'beginnt mit dem Lab',
  differs: 'Erster Unterschied',
  given: (what) => what,
  notGiven: (what) => `nicht ${what}`,
  none: 'noch keiner',
  commands: (n) =>
    n === 0 ? 'keine eigenen Befehle' : n === 1 ? '1 eigener Befehl' : `${n} eigene Befehle`,
  present: 'Sie sind hier',
  change: 'Hierher wechseln',
  moved: (card) => `das Verschieben von ${card}`,
  tidied: 'das Aufräumen der Karten',
  compare: 'Mit dem jetzigen vergleichen',
  rename: 'Umbenennen',
  newName: 'Neuer Name',
  save: 'Speichern',
  cancel: 'Abbrechen',
  goThere: 'Dorthin gehen',
  on: (action, name) => `${action}: ${name}`,
  undo: (what) => (what === null ? 'Rückgängig' : `Rückgängig: ${what}`),
  redo: (what) => (what === null ? 'Wiederholen' : `Wiederholen: ${what}`),
  nothingToUndo: 'Rückgängig: Vor diesem Augenblick wurde nichts getan',
  nothingToRedo: 'Wiederholen: Es wurde nichts rückgängig gemacht',
  undone: (what) =>
    `Rückgängig gemacht: ${what}. Der Zweig, auf dem es getan wurde, bleibt erhalten.`,
  redone: (what) => `Wiederholt: ${what}.`,
  comparison: {
    title: 'Nebeneinander',
    at: (at) => `Beide bei ${at}`,
    first: (at) => `Sie trennen sich bei ${at}.`,
    same: 'Noch unterscheidet sich nichts.',
    nothing: 'nichts, wovon das Protokoll berichtet',
    figures: (differing, all) =>
      `${differing} von ${all} Zahlen ihrer Berichte unterscheiden sich.`,
    noneDiffers: 'In diesem Augenblick sind alle gleich.',
    onlyDiffering: 'Nur die, die sich unterscheiden',
    figure: 'Zahl',
    close: 'Den Vergleich schließen',
    failed: 'Der Vergleich wurde abgebrochen.',
    absent: '–',
  },
};
