import { many } from '../../../projections/words/german/counts.ts';
import type { Translation } from '../../../projections/words/language.ts';
import type { labsWords } from '../labs.ts';

export const labs: Translation<typeof labsWords> = {
  title: 'Labs',
  open: 'Hier aufbewahrte Labs…',
  about:
    'Jedes Lab, das Sie öffnen, wird in diesem Browser aufbewahrt, mit allem, was Sie darin tun. Eine Datei enthält das Lab, seinen Seed und jeden Befehl auf jedem Zweig: Wer sie öffnet, sieht dieselbe Geschichte.',
  list: 'Labs, die dieser Browser aufbewahrt',
  none: 'Noch wird hier kein Lab aufbewahrt.',
  isOpen: 'jetzt offen',
  commands: (n) => (n === 0 ? 'nichts hinzugefügt' : many(n, 'Befehl', 'Befehle')),
  branches: (n) => `${n} Zweige`,
  seed: (seed) => `Seed ${seed}`,
  changed: (when) => `benutzt ${when}`,
  actions: {
    open: 'Öffnen',
    rename: 'Umbenennen',
    duplicate: 'Verdoppeln',
    export: 'Exportieren',
    remove: 'Löschen',
  },
  actionOn: (action, title) => `${action}: ${title}`,
  newName: 'Neuer Name',
  save: 'Speichern',
  cancel: 'Abbrechen',
  copyOf: (title) => `${title} (Kopie)`,
  duplicated: (title) => `${title} wird neben dem anderen aufbewahrt.`,
  removed: (title) => `${title} wurde gelöscht.`,
  undo: 'Zurückholen',
  kept: (title) => `${title} bleibt in diesem Browser erhalten.`,
  restored: (title) => `${title} ist wieder da.`,
  openFile: 'Lab-Datei öffnen…',
  dropHint:
    'oder auf die Seite ziehen: .yaml oder .json mit bis zu 1 MiB, was darin getan wurde nicht mitgezählt',
  withData: 'Auch die Items in die exportierte Datei schreiben',
  withDataHint: 'Nur für das offene Lab. Zum Wiederholen braucht sie niemand.',
  exported: (name) => `In ${name} geschrieben.`,
  memory: 'Dieses Lab ist nur im Speicher. Exportieren Sie es, um es zu behalten.',
};
