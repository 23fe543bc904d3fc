import type { PartialState } from '../../../projections/figures/mapping/shapes.ts';
import { countText } from '../../../projections/spanText.ts';
import type { Translation } from '../../../projections/words/language.ts';
import type { mappingFigureWords } from '../mappingFigures.ts';

const PARTIAL: Record<PartialState, string> = {
  done: 'erledigt',
  lowest: 'der niedrigste gemeldete',
  reported: 'auch gemeldet, über dem niedrigsten',
  again: 'kommt wieder',
};

const records = (n: number): string => `${countText(n)} ${n === 1 ? 'Record' : 'Records'}`;

export const mappingFigures: Translation<typeof mappingFigureWords> = {
  cursor: 'Lesezeiger',
  start: 'an seinem Anfang',
  buffered: 'gesammelt',
  waiting: 'zu tun',
  records: (n) => countText(n),
  more: (n) => `und ${countText(n)} weitere`,
  sizeBar: (n, of) => `${countText(n)} von BatchSize ${countText(of)}`,
  windowBar: (window) => `vom Fenster von ${window}`,
  attempts: (attempt, most) =>
    most > 0 ? `Versuch ${attempt} von ${countText(most)}` : `Versuch ${attempt}, ohne Grenze`,
  backOffAssumed: 'Wartezeit angenommen',
  halves: (halves) => `dann Teile von ${halves.join(', ')}`,
  iteratorAge: (age) => `Iterator age ${age}`,

  level: (depth, says) => `${depth === 0 ? 'Der ganze Batch' : `Nach Teilung ${depth}`}: ${says}`,
  standsAlone: (item) => `${item} steht allein`,
  splitLegend: [
    ['split', 'fehlgeschlagen und geteilt'],
    ['succeeded', 'gelungen'],
    ['backingOff', 'schlägt fehl, oder läuft'],
    ['waiting', 'wartet'],
    ['discarded', 'aufgegeben'],
  ],

  partialCell: (item, state) => `${item}: ${PARTIAL[state]}`,
  partialDone: 'erledigt',
  partialAgain: 'kommt wieder',
  checkpoint: (sequenceNumber) => `Checkpoint …${sequenceNumber.slice(-7)}`,

  lanesOf: (shard) => `Bahnen von ${shard}`,
  lane: (n) => `Bahn ${n}`,

  filterCounts: (matched, dropped, of) =>
    `von den letzten ${records(of)}: ${countText(matched)} passten, ${countText(dropped)} nicht`,
  droppedLast: 'Zuletzt ausgelassen, und warum',
  ofFilter: (n, why) => `Filter ${n}: ${why}`,

  windowRecords: (n, isFinal) =>
    isFinal ? `${records(n)}; der letzte Aufruf ist unterwegs` : records(n),
  windowState: (state) => `state ${state}`,

  environmentKinds: { busy: 'beschäftigt', starting: 'Kaltstart', idle: 'frei' },
  concurrency: (used, of) => `${countText(used)} von ${countText(of)}`,
  stages: {
    source: 'Quelle',
    filter: 'Filter',
    enrichment: 'Anreicherung',
    target: 'Ziel',
    deadLetters: 'Dead letters',
  },
  patterns: (n) => `${countText(n)} Muster`,
  read: (n) => `${countText(n)} gelesen`,
  filteredOut: (n) => `${countText(n)} ausgefiltert`,
  sent: (n) => `${countText(n)} gesendet`,
  givenUp: (n) => `${countText(n)} aufgegeben`,

  metric: 'Metrik',
  datapoints: 'Messpunkte der letzten Perioden',
  threshold: (value) => `Schwelle ${value}`,
  noChanges: 'Sein Zustand hat sich noch nicht geändert.',

  faultNames: {
    Error: 'Fehler',
    Timeout: 'Hängen',
    Throttle: 'Drosseln',
    Slow: 'Langsam ×10',
    CrashBeforeEffect: 'Absturz vor Wirkungen',
    CrashAfterEffect: 'Absturz nach Wirkungen',
    Poison: 'Gift',
    PermissionLost: 'Recht entzogen',
  },
  duration: 'dauert',
  quantiles: (p50, p99) =>
    `${countText(p50)} ms in der Mitte, ${countText(p99)} ms beim 99. Perzentil`,
  coldStart: 'Kaltstart',
  milliseconds: (ms) => `${countText(ms)} ms`,
  effect: (kind, target) => `${kind} → ${target}`,
  guards: {
    None: 'ohne Schutz: noch einmal getan, wenn es noch einmal erzählt wird',
    ConditionalWrite: 'ConditionalWrite: Eine Wiederholung wird abgelehnt',
    ExternalVersion: 'ExternalVersion: Älteres wird abgelehnt',
    Marker: 'Marker: als getan vermerkt, dann getan; ein Absturz dazwischen verliert es',
    MarkerAfter: 'MarkerAfter: getan, dann vermerkt; ein Absturz dazwischen wiederholt es',
    FifoDeduplication:
      'FifoDeduplication: Eine Wiederholung binnen fünf Minuten wird fallen gelassen',
    ExecutionName: 'ExecutionName: Eine Wiederholung binnen 90 Tagen wird abgelehnt',
  },

  compareGuards: 'Andere Wege, dies zu schreiben, nebeneinander',
  pointsAt: 'zeigt auf',
  holds: 'enthält',
  redrive: 'Redrive: noch einmal lesen und der Funktion geben',
  redriven: (n) =>
    n === 1
      ? 'Sein Record wurde noch einmal aus dem Shard gelesen und der Funktion gegeben. Das Protokoll sagt, wie es ausgeht.'
      : `Seine ${countText(n)} Records wurden noch einmal aus dem Shard gelesen und der Funktion gegeben. Das Protokoll sagt, wie es ausgeht.`,
  trimmed: 'Worauf es zeigt, ist aus dem Stream gefallen.',
  document: 'Das Dokument',
  documentNumber: (n) => `Dokument ${n}`,

  matched: (n) => `${countText(n)} passten`,
  matchedLast: 'Zuletzt gepasst',
  ruleDisabled: 'ausgeschaltet',
};
