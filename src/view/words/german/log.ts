import type { Translation } from '../../../projections/words/language.ts';
import type { logPanelWords } from '../log.ts';

export const log: Translation<typeof logPanelWords> = {
  title: 'Protokoll',
  filter: 'Filter',
  filterHint: 'order#13, fehlgeschlagen…',
  empty: 'Noch ist nichts geschehen.',
  noMatch: 'Keine der geladenen Zeilen enthält diese Worte.',
  latest: 'Zur neuesten Zeile',
  loading: 'Frühere Zeilen werden geladen…',
  linesLeft: (n) => `Davor ${n === 1 ? 'ist 1 Zeile' : `sind ${n} Zeilen`} im Protokoll.`,
  lines: 'Zeilen des Protokolls, die älteste zuerst; Bild auf lädt frühere',
  keys: 'Auf und ab gehen von Zeile zu Zeile, Eingabe zeigt, wovon sie handelt, rechts führt zu ihrem Warum.',
};
