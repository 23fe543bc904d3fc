import type { Translation } from '../../../projections/words/language.ts';
import type { consoleWords } from '../console.ts';

export const consoleTable: Translation<typeof consoleWords> = {
  title: 'Konsole',
  intro:
    'Die Kommandozeile von AWS, über diesem Lab. Ein Befehl wird am Abspielpunkt beantwortet, und was er schreibt, ist auf der Bühne.',
  keys: 'Eingabe führt aus · ↑ ↓ frühere Befehle · Tab ergänzt, Umschalt Tab verlässt · aws help',
  transcript: 'Befehle und ihre Antworten',
  prompt: 'Befehl der AWS CLI',
  hint: 'aws dynamodb list-tables',
  run: 'Ausführen',
  running: 'Läuft…',
  clear: 'Leeren',
  completions: 'Ergänzungen',
  try: 'Für den Anfang',
  offered: (count) => (count === 1 ? '1 Ergänzung' : `${count} Ergänzungen`),
  paused: (what, state) =>
    `Die Uhr steht: ${what} bleibt ${state}, bis Sie abspielen oder schreiten.`,
  nothing: 'Getan; es gibt nichts auszugeben.',
};
