import type { EffectKind } from '../../../engine/definition.ts';
import { EffectOutcome } from '../../../engine/kernel/journal.ts';
import { countText, spanText } from '../../spanText.ts';
import type { commandWords } from '../commandWords.ts';
import type { comparisonWords } from '../comparisonWords.ts';
import type { costWords } from '../costWords.ts';
import { effectWords } from '../effectWords.ts';
import type { flightWords } from '../flightWords.ts';
import type { Translation } from '../language.ts';
import type { lifeWords } from '../lifeWords.ts';
import { metricWords } from '../metricWords.ts';
import type { posterWords } from '../posterWords.ts';
import type { timelineWords } from '../timelineWords.ts';
import { items, many, records } from './counts.ts';

export const command: Translation<typeof commandWords> = {
  put: (item) => `${item} speichern`,
  update: (item) => `${item} ändern`,
  delete: (item) => `${item} löschen`,
  batch: (n, table) => `${many(n, 'Schreibvorgang', 'Schreibvorgänge')} an ${table}`,
  fault: (kind, target) => `${kind} an ${target}`,
  faultEnded: (kind, target) => `kein ${kind} mehr an ${target}`,
  behaviour: (fn) => `Verhalten von ${fn}`,
  traffic: (table, perSecond) =>
    perSecond > 0
      ? `${perSecond} Schreibvorgänge je Sekunde an ${table}`
      : `kein Verkehr an ${table}`,
  code: (fn, isCode) => (isCode ? `anderer Code für ${fn}` : `wieder die Wirkungen von ${fn}`),
  test: (fn) => `Testereignis für ${fn}`,
  other: (operation, of) => (of === '' ? operation : `${operation} ${of}`),
};

export const comparison: Translation<typeof comparisonWords> = {
  stream: (fn) => `Stream → ${fn}`,
  kinesis: (stream, fn) => `Kinesis ${stream} → ${fn}`,
  scan: (poller) => poller,
};

export const cost: Translation<typeof costWords> = {
  scanReads: 'Leseeinheiten der Scans',
  exports: 'Exportierte Daten',
  backups: 'Laufende Backups (für Exporte nötig)',
  puts: 'Schreiben der Dateien nach S3',
  objects: 'Aufbewahren der Dateien in S3',
  capture: 'Change data capture nach Kinesis',
  shardHours: 'Kinesis-Shards',
  payload: 'In Kinesis gelegte Records',
  streamReads: 'Lesen des Streams durch Lambda und Pipes: kostenlos',
  ownReads: 'Eigene Aufrufe von GetRecords',
  pipeRequests: 'Anfragen der Pipe',
  requests: 'Anfragen von Lambda',
  duration: 'Laufzeit von Lambda',
  marks: 'Markieren statt Löschen',
  firehose: 'Zustellung durch Firehose',
};

const DONE: Record<EffectKind, readonly [string, string]> = {
  IndexDocuments: ['indiziert', 'noch einmal indiziert'],
  AuditLog: ['geschrieben', 'noch einmal über sich selbst geschrieben'],
  Aggregate: ['gezählt', 'noch einmal gezählt'],
  Notify: ['gesendet', 'noch einmal gesendet'],
  Enqueue: ['eingereiht', 'noch einmal eingereiht'],
  StartExecution: ['begonnen', 'noch einmal begonnen'],
  DecrementInventory: ['vom Bestand abgezogen', 'noch einmal vom Bestand abgezogen'],
  Replicate: ['repliziert', 'noch einmal repliziert'],
  MergeRedshift: ['eingefügt', 'noch einmal eingefügt'],
  PublishEvents: ['veröffentlicht', 'noch einmal veröffentlicht'],
};

const THING: Record<EffectKind, string> = {
  IndexDocuments: 'Dokument',
  AuditLog: 'Audit-Objekt',
  Aggregate: 'Summe',
  Notify: 'Bestätigung',
  Enqueue: 'Nachricht',
  StartExecution: 'Ausführung',
  DecrementInventory: 'Bestand',
  Replicate: 'Kopie',
  MergeRedshift: 'Zeile',
  PublishEvents: 'Ereignis',
};

const PARTICIPLE: Record<EffectKind, string> = {
  IndexDocuments: 'indiziert',
  AuditLog: 'ins Audit geschrieben',
  Aggregate: 'gezählt',
  Notify: 'per Mail bestätigt',
  Enqueue: 'eingereiht',
  StartExecution: 'einem Workflow übergeben',
  DecrementInventory: 'vom Bestand abgezogen',
  Replicate: 'repliziert',
  MergeRedshift: 'eingefügt',
  PublishEvents: 'veröffentlicht',
};

export const effect: Translation<typeof effectWords> = {
  participle: (kind) => PARTICIPLE[kind],
  thing: (kind) => THING[kind],
  done: (kind, outcome) => {
    if (outcome === EffectOutcome.repeated) return DONE[kind][1];
    if (outcome === EffectOutcome.stale)
      return kind === 'IndexDocuments' ? 'abgelehnt, nicht neuer' : 'abgelehnt, schon getan';
    if (outcome === EffectOutcome.deleted) return 'gelöscht';
    if (outcome === EffectOutcome.updated && kind === 'IndexDocuments') return 'ersetzt';
    return DONE[kind][0];
  },
  repeatHurts: effectWords.repeatHurts,
  attempt: (attempt) => `in Versuch ${attempt}`,
  ofRequest: 'außerhalb des Streams',
  failed: 'abgelehnt, nicht erreichbar',
  travelling: 'unterwegs',
};

export const flight: Translation<typeof flightWords> = {
  tooOld: 'zu alt: verworfen',
  exhausted: 'Versuche erschöpft: verworfen',
  pointer: (n) => `Zeiger auf ${records(n)}`,
  records: (n) => many(n, 'ganzer Record', 'ganze Records'),
  items: (n) => (n === 0 ? 'kein Item' : items(n)),
  noRecords: 'keine Records',
};

const WRITES: Record<string, string> = {
  INSERT: 'speichert',
  MODIFY: 'ändert',
  REMOVE: 'löscht',
};

export const life: Translation<typeof lifeWords> = {
  writer: 'Schreiber',
  title: (item, kind) => `${kind} von ${item}`,
  write: (kind, item) => `${WRITES[kind]} ${item}`,
  expired: 'Time to live ist vorüber',
  record: (kind) => `${kind}-Record`,
  copy: 'Record der Änderung',
  copyAgain: 'derselbe Record noch einmal',
  batch: (n, attempt) => `Batch mit ${records(n)}${attempt > 1 ? `, Versuch ${attempt}` : ''}`,
  failed: (why) => `fehlgeschlagen: ${why}`,
  done: 'getan, der Checkpoint rückt vor',
  refused: (thing) => `${thing} abgelehnt`,
  routed: (rule) => `Ereignis passt zu Regel ${rule}`,
  givenUp: 'aufgegeben',
  fellOff: 'ungelesen herausgefallen',
  document: 'Dokument über das Aufgegebene',
  scanned: 'vom Scan gesehen',
  scannedAgain: 'vom Scan noch einmal gesehen',
  leftOut: (steps) =>
    `${steps === 1 ? 'ein weiterer Schritt, hier ausgelassen' : `${countText(steps)} weitere Schritte, hier ausgelassen`}`,
  later: (span) => `${span} später`,
};

export const metric: Translation<typeof metricWords> = {
  value: metricWords.value,
  noDatapoint: 'keine Daten',
  evaluation: (datapoints, periods, period) =>
    `${datapoints} von ${many(periods, 'Periode', 'Perioden')} zu ${period}`,
  title: 'Metriken von CloudWatch',
  since: 'seit Beginn',
  lastMinute: 'letzte Minute',
  lastFive: 'letzte 5 min',
  text: (name) =>
    `Was CloudWatch von ${name} zeigen würde, unter seinen eigenen Namen. Ein Strich: kein Messpunkt.`,
  mappingText:
    'Zählungen des Event Source Mappings seit Beginn des Labs, unter den Namen von CloudWatch.',
  tableText: 'Zählungen seit Beginn des Labs, unter den Namen von CloudWatch.',
  alarmHistory: 'Verlauf',
  alarmText: (name, condition, evaluation) =>
    `${name} ist in ALARM, wenn ${condition} in ${evaluation}.`,
  alarmTold: (names) => ` Er benachrichtigt ${names}.`,
  alarmPoint: (value) => `Messpunkt ${value}`,
  changed: (from, to) => `${from} → ${to}`,
  began: 'anfangs INSUFFICIENT_DATA',
  noChanges: 'Sein Zustand hat sich noch nicht geändert.',
  ago: (ms) => `vor ${spanText(ms)}`,
};

export const poster: Translation<typeof posterWords> = {
  title: (lab) => `Shardscope: ${lab}`,
  at: (at) => `Bei ${spanText(at / 1_000)}.`,
  clock: (at) => spanText(at / 1_000),
  card: (title, facts) => `${title}: ${facts}.`,
  writes: (written) => `${countText(written)} geschrieben`,
  items: (n, partitions) => `${items(n)} in ${many(partitions, 'Partition', 'Partitionen')}`,
  shards: (n) => many(n, 'Shard', 'Shards'),
  polled: (seen, missed) =>
    `${many(seen, 'Änderung', 'Änderungen')} gesehen, ${countText(missed)} verpasst`,
};

export const timeline: Translation<typeof timelineWords> = {
  lanes: {
    lab: 'Befehle, Störungen',
    pipe: (name) => `${name} (Pipe)`,
    poller: (id) => `${id} (Scan)`,
    reader: (shard) => `${shard}, Leser`,
    laneReader: (lane, shard) => `${shard}, Leser ${lane}`,
    moreReaders: (n) => `${countText(n)} weitere Leser`,
  },
};
