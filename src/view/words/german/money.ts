import type { Translation } from '../../../projections/words/language.ts';
import type { moneyWords } from '../money.ts';

export const money: Translation<typeof moneyWords> = {
  intro: 'Ihre eigene Tabelle. Jede Zahl unten folgt aus diesen.',
  presets: 'Beispiele',
  presetNames: {
    lab: 'Dieses Lab',
    large: '500 GB, 1.000 Änderungen in der Stunde',
    one: 'Ein Item',
    huge: '10 TB, 1 Million Schreibvorgänge je Sekunde',
  },
  fields: {
    size: ['Größe', 'GB'],
    items: ['Items', ''],
    writes: ['Schreibvorgänge', 'je Sekunde'],
    share: ['davon ändern etwas', '%'],
    active: ['Items, die sich ändern', ''],
    deletes: ['Löschungen', '% der Änderungen'],
  },
  region: 'Region',
  prices: 'Preise',
  pricesNote:
    'In US-Dollar. Was Sie eingeben, tritt an die Stelle des Betrags, hier und in den Bahnen.',
  reset: 'Wieder die Beträge von AWS',
  assumed: 'angenommen',
  rate: (changes) => `Das sind ${changes}.`,
  byFormula: (simulable) =>
    simulable
      ? 'Nach Formel. Eine Tabelle dieser Größe lässt sich auch simulieren: Die Bahnen zeigen eine.'
      : 'Nach Formel: Niemand simuliert eine Tabelle dieser Größe.',
  ownWrites: (usd) =>
    `Schreibeinheiten und Speicher der Tabelle selbst kommen auf ${usd} im Monat dazu, wer immer sie beobachtet.`,
  columns: {
    way: 'Weg',
    delay: 'Mittlere Verzögerung',
    slowest: '99 % innerhalb',
    missed: 'Verpasst je Stunde',
    units: 'Leseeinheiten je Stunde',
    hour: 'Eine Stunde',
    day: 'Ein Tag',
    month: 'Ein Monat',
  },
  lines: (name) => `Wofür ${name} zahlt`,
  simulate: 'In den Bahnen laufen lassen',
  outOfRange: (name, least, most) => `${name}: Eine Zahl von ${least} bis ${most} wird erwartet.`,
  verdict: {
    table: 'Die Tabelle, über die geurteilt wird',
    needs: 'Was brauchen Sie?',
    within: '99 von 100 Änderungen innerhalb',
    loss: 'Verlust',
    losses: {
      changes: 'Jede Änderung zählt',
      states: 'Der letzte Zustand zählt, auch Löschungen',
      any: 'Verluste machen nichts',
    },
    perMillion: 'Erlaubt von einer Million',
    markdown: 'Markdown',
    csv: 'CSV',
    svg: 'SVG',
    png: 'PNG',
    save: 'Speichern als',
    chart: 'Wege nach Verzögerung und Kosten',
  },
};
