import { countText, spanText } from '../../spanText.ts';
import type { Translation } from '../language.ts';
import { bytesText, moneyText, type verdictWords } from '../verdictWords.ts';
import { inARow } from './counts.ts';

const decimal = (n: number): string => String(n).replace('.', ',');

const rate = (perSecond: number): string => {
  const [n, span] = perSecond >= 1 ? [perSecond, 'Sekunde'] : [perSecond * 3_600, 'Stunde'];
  return `${n >= 10 ? countText(n) : decimal(Number(n.toPrecision(2)))} Änderungen je ${span}`;
};

const part = (perMillion: number): string =>
  perMillion >= 1_000
    ? `${decimal(Number((perMillion / 10_000).toPrecision(2)))} % der Änderungen`
    : `${decimal(perMillion >= 1 ? Math.round(perMillion) : Number(perMillion.toPrecision(1)))} von einer Million Änderungen`;

const LOSSES = {
  changes: 'und jede Änderung gesehen',
  states: 'und der letzte Zustand jedes Items bekannt, auch Löschungen',
  any: 'was immer unterwegs verloren geht',
} as const;

export const verdict: Translation<typeof verdictWords> = {
  title: 'Wie man von den Änderungen dieser Tabelle erfährt',
  columns: [
    ...['Weg', 'Genügt', 'Mittlere Verzögerung (ms)', '99 % innerhalb (ms)'],
    ...['Löschungen verpasst je Stunde', 'Überschrieben je Stunde', 'Wettläufe je Stunde'],
    ...['Verloren von einer Million', 'USD im Monat'],
  ],
  asked: (table, { delayMs, loss, lostPerMillion }) =>
    `Gefragt: eine Tabelle von ${bytesText(table.bytes)} in ${countText(table.items)} Items mit ${rate(table.changesPerSecond)}; 99 von 100 Änderungen binnen ${spanText(delayMs)}, ${LOSSES[loss]}${
      loss === 'any' || lostPerMillion === 0 ? '' : `, bis auf ${lostPerMillion} von einer Million`
    }.`,
  best: (name, usd, p99Ms) =>
    `${name} schafft es für ${moneyText(usd)} im Monat: 99 von 100 Änderungen sind binnen ${spanText(p99Ms)} da, und keine geht über das hinaus verloren, was Sie erlauben.`,
  noneMeets:
    'Keiner der gewählten Wege schafft es. Erlauben Sie mehr Zeit oder mehr Verlust, oder fügen Sie einen Weg hinzu.',
  nothingChosen: 'Kein Weg ist gewählt.',
  alsoMeets: (name, usd) => `${name} schafft es auch, für ${moneyText(usd)} im Monat.`,
  doesNot: (name, reasons, usd) =>
    `${name} schafft es nicht: ${inARow(reasons)}. Es würde ${moneyText(usd)} im Monat kosten.`,
  tooLate: (p99Ms, wantedMs) =>
    `99 von 100 Änderungen brauchen bis zu ${spanText(p99Ms)} statt ${spanText(wantedMs)}`,
  loses: (perMillion, missed, { loss }) => {
    const parts = [
      ...(missed.deletes >= 0.5 ? [`${countText(missed.deletes)} Löschungen`] : []),
      ...(loss === 'changes' && missed.collapsed >= 0.5
        ? [`${countText(missed.collapsed)} überschriebene Änderungen`]
        : []),
      ...(missed.race >= 0.5 ? [`${countText(missed.race)} verlorene Wettläufe`] : []),
    ];
    return `${part(perMillion)} nie zu sehen${parts.length > 0 ? ` (${inARow(parts)} je Stunde)` : ''}`;
  },
  cannotKeepUp: (takesMs) => `ein Durchgang dauert ${spanText(takesMs)}, länger als der Abstand`,
  note: (name, note) => {
    if (note.what === 'batchSize')
      return `${name} braucht Batches von mindestens ${countText(note.least)} Records, um Schritt zu halten.`;
    if (note.what === 'shards') return `${name} braucht ${countText(note.count)} Kinesis-Shards.`;
    if (note.what === 'manyReadUnits')
      return `${name} liest ${countText(note.perSecond)} Einheiten je Sekunde, mehr als die übliche Quote einer Tabelle.`;
    return null;
  },
  streamHours:
    'Ein DynamoDB-Stream hat keinen Preis je Shard-Stunde: Einschalten ist kostenlos, Lesen durch Lambda und Pipes ist kostenlos, und eigene Leser zahlen für Aufrufe von GetRecords nach 2,5 Millionen im Monat. Shard-Stunden verlangt Kinesis.',
  assumption:
    'Nach Formel, nicht simuliert: Änderungen sind Poisson-verteilt und gleichmäßig über die aktiven Items, nichts schlägt fehl, und Uhren gehen richtig.',
};
