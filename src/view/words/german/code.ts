import type { Translation } from '../../../projections/words/language.ts';
import type { codeWords } from '../code.ts';

export const code: Translation<typeof codeWords> = {
  tab: 'Code',
  loading: 'Der Editor wird geladen…',
  editor: (file) => `Code von ${file}`,
  wide: 'Breit öffnen',
  file: 'Datei',
  handler: 'Handler',
  runs: (runtime, handler) => `Führt ${handler} in ${runtime} aus.`,
  builtIn:
    'Dies sind die eingebauten Wirkungen, als Code gezeigt. Bringen Sie ihn in Betrieb, und der Code läuft an ihrer Stelle.',
  language: 'Sprache',
  languages: { JavaScript: 'JavaScript', Python: 'Python (bringt einmal 13 MB)' },
  deploy: 'In Betrieb nehmen',
  deploying: 'Wird in Betrieb genommen…',
  deployed: 'In Betrieb: Der nächste Aufruf hat eine neue Umgebung.',
  revert: 'Getipptes zurücknehmen',
  backToEffects: 'Wieder die eingebauten Wirkungen ausführen',
  failedAt: (line, file) => `Zeile ${line} von ${file}`,
  log: 'Protokoll der Funktion',
  noLog: 'Der Code hat noch nichts geschrieben.',
  test: 'Testereignis',
  testHint:
    'Ruft die Funktion einmal auf, neben dem Stream. Was der Code aufruft, geschieht wirklich.',
  event: 'Ereignis, als JSON',
  sample: 'Ein Record der Tabelle',
  invoke: 'Mit diesem Ereignis aufrufen',
  needsCode: 'Nehmen Sie zuerst den Code in Betrieb: Wirkungen brauchen Records eines Streams.',
  notJson: (problem) => `Das Ereignis ist kein JSON: ${problem}`,
  states: {
    underWay: 'Läuft. Abspielen, und es geht weiter.',
    succeeded: 'Gelungen',
    failed: 'Fehlgeschlagen',
  },
  result: 'Ergebnis',
  calls: 'Aufrufe',
  noCalls: 'Er hat nichts aufgerufen.',
  refused: 'abgelehnt',
  lines: 'Protokoll',
};
