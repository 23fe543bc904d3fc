import { spanText } from '../../../projections/spanText.ts';
import type { Watch } from '../../../projections/timeline/watch.ts';
import type { Translation } from '../../../projections/words/language.ts';
import { stopWords } from '../stops.ts';

type What = Watch | { kind: 'event' };

const WHEN: Readonly<Record<What['kind'], string>> = {
  event: 'etwas geschieht',
  record: 'ein Record in einen Shard kommt',
  batch: 'ein Batch gesendet wird',
  poll: 'ein Scan beginnt',
  failure: 'ein Aufruf oder eine Wirkung fehlschlägt',
  duplicate: 'ein Doppeltes ankommt',
  expired: 'ein Record abläuft, ehe er verarbeitet ist',
  trimmed: 'ein Record nach seiner Aufbewahrung herausfällt',
  throttle: 'etwas gedrosselt wird',
  givenUp: 'Records aufgegeben werden',
  alarm: 'ein Alarm wechselt',
  notable: 'etwas Bemerkenswertes geschieht',
  delivered: 'ein Item geliefert wird',
  iteratorAge: 'das Iterator age eine Grenze überschreitet',
};

const when = (what: What): string => {
  if (what.kind === 'delivered') return `${what.item} geliefert wird`;
  if (what.kind === 'iteratorAge') return `das Iterator age ${spanText(what.ms)} überschreitet`;
  return WHEN[what.kind];
};

export const stops: Translation<typeof stopWords> = {
  when,
  choice: (kind) => WHEN[kind],
  canTell: stopWords.canTell,
  stopped: (at, what, lane) =>
    what.kind === 'delivered'
      ? `Angehalten bei ${at}, weil ${when(what)}. Der Batch damit geht an ${lane} ab.`
      : `Angehalten bei ${at}, weil ${when(what)} (${lane}).`,
  noneBefore: (what) => `Vor diesem Augenblick kommt es nie vor, dass ${when(what)}.`,
  noneAfter: (what) => `In den nächsten 48 Stunden kommt es nicht vor, dass ${when(what)}.`,
  title: 'Haltepunkte',
  button: (on) => (on === 0 ? 'Haltepunkte' : `Haltepunkte: ${on}`),
  intro: 'Die Zeit hält genau dort an, bei jedem Tempo.',
  empty: 'Noch keine.',
  add: 'Hinzufügen',
  addLabel: 'Anhalten, wenn',
  item: 'Schlüssel des Items, wie ihn die Bühne zeigt',
  itemMissing: (known?: string) =>
    `Tippen Sie den Schlüssel eines Items${known === undefined ? '' : `, etwa ${known}`}.`,
  itemUnknown: (item) =>
    `Keine Tabelle hat jetzt ein Item ${item}. Die Zeit hält an, sobald eines mit diesem Schlüssel geliefert wird.`,
  age: 'Grenze in Sekunden',
  ageWrong: 'Eine Zahl von Sekunden über 0.',
  remove: (what) => `Entfernen: ${when(what)}`,
  next: (what) => `Zum nächsten gehen: ${when(what)}`,
  previous: (what) => `Zum vorigen gehen: ${when(what)}`,
  stepBy: 'Schritte von',
  steps: [
    { kind: 'event', name: 'Ereignis' },
    { kind: 'record', name: 'Record' },
    { kind: 'batch', name: 'Batch' },
    { kind: 'poll', name: 'Abfrage' },
    { kind: 'failure', name: 'Fehler' },
  ],
  stepOn: (name) => `Vor: ${name}`,
  stepBack: (name) => `Zurück: ${name}`,
  slowDown: 'Langsamer, wenn etwas geschieht',
};
