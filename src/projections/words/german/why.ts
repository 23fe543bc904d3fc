import { countText, numberText, spanText } from '../../spanText.ts';
import type { Translation } from '../language.ts';
import type { whyWords } from '../whyWords.ts';
import { many } from './counts.ts';

/** With its article: what an effect makes is one of ten words. */
const ARTICLES: Readonly<Record<string, string>> = {
  Bestand: 'der',
  Dokument: 'das',
  Ereignis: 'das',
};
const the = (thing: string): string =>
  `${ARTICLES[thing] ?? (thing.endsWith('Objekt') ? 'das' : 'die')} ${thing}`;

export const why: Translation<typeof whyWords> = {
  happened: (sentence) => `Warum: ${sentence}`,
  twice: (item, thing, target) =>
    `Warum ist ${the(thing)} zu ${item} mehr als einmal in ${target}?`,
  broughtAgain: (item, thing, target) =>
    `Warum kam ${the(thing)} zu ${item} mehr als einmal nach ${target}? Geändert hat es dort nichts.`,
  arrived: (item, thing, target, ms) =>
    `Warum erreichte ${the(thing)} zu ${item} ${target} ${spanText(ms)} nach dem Schreiben?`,
  delayed: (item, thing, target, ms) =>
    `Warum erreichte ${the(thing)} zu ${item} ${target} erst ${spanText(ms)} nach dem Schreiben?`,
  missed: (item, poller) => `Warum kann ${poller} diese Änderung von ${item} nie sehen?`,
  waiting: (item, fn) => `Warum hat ${fn} diese Änderung von ${item} noch nicht verarbeitet?`,
  torn: (fn, item, parts) =>
    `Warum hat ${fn} nur einige der ${parts} Teile der Transaktion mit ${item}?`,
  notTorn:
    'Wären alle ihre Teile in einem Shard und in einem Batch gewesen. Das verspricht kein Stream: Ein Leser, der sie alle braucht, gibt jedem die Nummer der Transaktion und wartet auf den Rest.',
  filtered: (item, fn) =>
    `Warum wurde ${fn} nie mit dieser Änderung von ${item} aufgerufen? Kein Filter ihres Mappings passt auf sie.`,
  filterMatched:
    'Hätte ein Filter des Mappings auf sie gepasst, oder hätte das Mapping keinen, wäre die Funktion mit ihr aufgerufen worden.',
  lost: (item, fn) => `Warum hat ${fn} diese Änderung von ${item} nie verarbeitet?`,
  sent: (fn) => `Warum ist ein Batch auf dem Weg zu ${fn}?`,
  onItsWay: (item, thing, target) => `Warum ist ${the(thing)} zu ${item} auf dem Weg zu ${target}?`,
  failing: (fn) => `Warum schlägt ${fn} fehl?`,
  longAgo: 'Warum ist es, wie es ist?',
  inStream: (item) => `Warum ist diese Änderung von ${item} im Stream?`,

  attemptSucceeded: (n) =>
    n === 1
      ? 'Wäre der erste Versuch gelungen, wäre es einmal gekommen.'
      : `Wäre einer der ersten ${countText(n)} Versuche gelungen, hätte es keinen weiteren gegeben.`,
  idempotent: (thing) =>
    `Wäre ${the(thing)} idempotent gewesen (ConditionalWrite, ExternalVersion oder ein Vermerk), hätte die zweite Lieferung nichts geändert.`,
  harmless:
    'Nichts: Wer es so nimmt, dem darf man es so oft sagen, wie es kommt (es ist idempotent).',
  firstLook:
    'Nichts wartete davor: Er kam mit dem ersten Blick in seinen Shard. Wie oft Lambda nachsieht, ist keine Einstellung.',
  notReading:
    'Hätte sein Leser zu dieser Zeit gelesen (das Mapping eingeschaltet, der Shard davor zu Ende gelesen), wäre er mit dem ersten Blick gekommen.',
  partial:
    'Hätte die Funktion den Record gemeldet, der fehlschlug (ReportBatchItemFailures), wären die davor nicht wiedergekommen.',
  bisect:
    'Wäre BisectBatchOnFunctionError an gewesen, wäre der Batch geteilt worden, bis der vergiftete Record allein war.',
  mostAttempts:
    'Wären MaximumRetryAttempts begrenzt gewesen, wäre der Batch aufgegeben worden, und der Shard wäre weitergegangen.',
  moreAttempts: (n) =>
    `Wären MaximumRetryAttempts mehr als ${countText(n)} gewesen, oder die Störung kürzer, wäre es noch einmal versucht worden.`,
  healthy: (fn) => `Wäre ${fn} nicht fehlgeschlagen, hätte der Shard nicht gewartet.`,
  smallerWindow: (ms) =>
    `Wäre MaximumBatchingWindowInSeconds 0 gewesen statt ${ms / 1_000}, hätte der Batch nicht gewartet.`,
  faster: (fn) =>
    `Wäre ${fn} schneller gewesen, oder hätte jeden Shard in mehr Bahnen gelesen (ParallelizationFactor), hätten weniger Records davor gewartet.`,
  sooner: (hours) => `Wäre es binnen ${hours} h gelungen, wäre er nicht herausgefallen.`,
  softDelete:
    'Wäre die Löschung eine Änderung gewesen, die das Item markiert, hätte der Scan die Marke gefunden.',
  oftener: (ms) =>
    `Hätte der Scan in den ${spanText(ms)} nachgesehen, ehe das Item wieder geschrieben wurde, hätte er dieses Abbild gesehen.`,
  overlap:
    'Hätte jede Abfrage noch einmal ein wenig vor ihrem letzten Blick begonnen (eine Überlappung), hätte sie es gefunden.',
  watermark: 'Hätte der Schreiber die Wassermarke gesetzt, hätte der Scan es geliefert.',
  filter: 'Hätte der Filter des Scans es durchgelassen, hätte der Scan es geliefert.',
  stream: 'Ein Leser des Streams sieht jede Änderung, was auch immer danach kam.',
  differs: 'Hätte ein Attribut einen anderen Wert bekommen, gäbe es einen Record.',
  noWrite:
    'Ohne dieses Schreiben gäbe es keinen Record; ohne eingeschalteten Stream auch keinen davon.',
  noFault: 'Wäre dort nichts gestört gewesen, wäre es nicht geschehen.',
  noCommand: 'Hätte es niemand aufgerufen, wäre es nicht geschehen.',
  unwritten:
    'Hätte der Schreiber es nicht gesendet, oder hätte eine Bedingung dagegen gestanden, wäre das Item, wie es war.',
  livesLonger:
    'Hätte seine Lebenszeit (TTL) später geendet, oder hätte die Tabelle keine, wäre das Item noch da.',
  conditionHeld: 'Hätte die Bedingung gegolten, wäre das Item geschrieben worden.',
  moreUnits:
    'Hätte seine Partition noch Einheiten gehabt (mehr Durchsatz, weniger Aufrufe, oder Schlüssel, die sie verteilen), wäre es bedient worden.',
  fallsOff: (hours) =>
    `Nichts: Ein Record fällt nach ${hours} h heraus, ob er gelesen wurde oder nicht.`,
  noStream: 'Gäbe es den Stream nicht, hätte er keine Shards.',
  stayedOn: 'Wäre das Mapping nicht abgeschaltet worden, hätte es sie rechtzeitig gelesen.',
  fewerShards: 'Hätte der Datenstrom weniger Shards (ShardCount), gäbe es ihn nicht.',
  parentOpen: 'Wäre sein Eltern-Shard nicht geschlossen worden, hätte er sich nicht geöffnet.',
  mappingOff: 'Wäre das Mapping nicht eingeschaltet gewesen, läse es keinen Shard.',
  copies:
    'Keine Einstellung verhindert eine zweite Kopie; einem Leser, der idempotent ist, schadet sie nicht.',
  noDestination: 'Hätte die Tabelle kein Streaming-Ziel, wäre nichts an Kinesis gegangen.',
  noneAfter: (n) => `Wäre Versuch ${countText(n)} gelungen, hätte es danach keinen mehr gegeben.`,
  fewerAttempts: (n) =>
    `Wären MaximumRetryAttempts ${countText(n)} gewesen, wäre der Batch stattdessen aufgegeben worden.`,
  withWindow:
    'Wäre MaximumBatchingWindowInSeconds mehr als 0 gewesen, hätte er auf mehr Records gewartet: weniger Batches, und später.',
  sentSooner: (seconds, size) =>
    `Wäre MaximumBatchingWindowInSeconds weniger als ${seconds} gewesen, oder BatchSize weniger als ${countText(size)}, hätte er früher gehen können, mit weniger Records.`,
  cameAgain:
    'Hätte sie einen Fehler geworfen oder ihren Timeout erreicht, wäre der Batch nicht erledigt: Er wäre wiedergekommen.',
  returned: (fn) =>
    `Hätte ${fn} geantwortet, statt einen Fehler zu werfen, wäre der Batch erledigt.`,
  noCrash: (fn) => `Wäre ${fn} nicht abgestürzt, wäre der Batch erledigt.`,
  noPoison: 'Wäre das vergiftete Item nicht darin gewesen, wäre der Batch erledigt.',
  longerTimeout: (fn) =>
    `Wäre der Timeout von ${fn} länger gewesen, oder die Arbeit kürzer, wäre der Batch erledigt.`,
  targetTook: 'Hätte das Ziel den Aufruf angenommen, wäre die Ausführung weitergegangen.',
  reportedNone:
    'Hätte die Funktion keinen Record als fehlgeschlagen gemeldet, wäre der ganze Batch erledigt.',
  moreConcurrency: 'Wäre für die Funktion noch Concurrency frei gewesen, hätte sie begonnen.',
  stillThere: (fn) => `Wäre ${fn} nicht gelöscht worden, wäre sie aufgerufen worden.`,
  unsplit: 'Wäre BisectBatchOnFunctionError aus gewesen, wäre der Batch ganz wiedergekommen.',
  longerAge: (ms) =>
    `Wäre MaximumRecordAgeInSeconds mehr als ${countText(ms / 1_000)} gewesen, oder die Störung kürzer, wäre es noch einmal versucht worden.`,
  noIntervention: 'Eine Störung ist ein Eingriff: Ohne sie wäre hier nichts gestört gewesen.',
  faultGoesOn: 'Hätte sie niemand beendet, dauerte die Störung an.',
  otherInterval: (ms) =>
    `Wäre sein Abstand nicht ${spanText(ms)} gewesen, hätte er zu einer anderen Zeit nachgesehen.`,
  writtenAgain:
    'Wäre das Item noch einmal geschrieben worden, ehe der Scan nachsah, hätte er jenes Abbild geliefert.',
  asksForNew:
    'Hätte er nur nach dem gefragt, was er noch nicht geliefert hatte, hätte er dies nicht noch einmal geliefert.',
  noEvent: 'Ohne das Ereignis, das danach verlangte, wäre es nicht geschehen.',

  fewerBreaches: (points, periods) =>
    `Hätten weniger als ${countText(points)} der letzten ${many(periods, 'Periode', 'Perioden')} die Schwelle verletzt, wäre er nicht in ALARM.`,
  otherThreshold: (metric, threshold) =>
    `Hätte sein Threshold jenseits dessen gelegen, was ${metric} erreichte, und nicht bei ${numberText(threshold)}, wäre er nicht in ALARM.`,
  moreBreaches: (points, periods) =>
    `Hätten ${countText(points)} der letzten ${many(periods, 'Periode', 'Perioden')} die Schwelle verletzt, wäre er in ALARM.`,
  someData: (periods) =>
    `Hätte es in den letzten ${many(periods, 'Periode', 'Perioden')} Daten gegeben, oder wäre TreatMissingData notBreaching gewesen, wäre er nicht in INSUFFICIENT_DATA.`,
  noAction: 'Hätte der Alarm keine Aktion für diesen Zustand, wäre niemand benachrichtigt worden.',
  noMatch:
    'Gäbe es die Regel nicht, oder hätte ihr Muster nicht auf das Ereignis gepasst, wäre es von ihr nirgends hingegangen.',
  noEnrichment:
    'Hätte die Pipe keine Anreicherung, wären ihre Records, wie sie waren, an ihr Ziel gegangen.',
  eventAgain: 'Wäre es fehlgeschlagen, wäre das Ereignis nach einer Minute wiedergekommen.',
  callerTold:
    'Wäre es fehlgeschlagen, hätte es der Aufrufer erfahren, und nichts wäre wiedergekommen.',
  requestReturned: (fn) =>
    `Hätte ${fn} geantwortet, statt einen Fehler zu werfen, wäre es erledigt.`,
  requestCrash: (fn) => `Wäre ${fn} nicht abgestürzt, wäre es erledigt.`,
  noPoisonInEvent: 'Wäre das vergiftete Item nicht im Ereignis gewesen, wäre es erledigt.',
  requestTimeout: (fn) =>
    `Wäre der Timeout von ${fn} länger gewesen, oder die Arbeit kürzer, wäre es erledigt.`,
  oneOfThree: 'Wäre einer der drei Versuche gelungen, wäre das Ereignis nicht aufgegeben worden.',
  deadLetter: (fn) =>
    `Hätte ${fn} eine Dead-Letter-Queue (DeadLetterConfig), läge das Ereignis dort.`,
  notRefused: 'Wäre der Aufruf gewesen, wie seine Meldung es verlangt, wäre er beantwortet worden.',
  unchangedTable:
    'Hätte niemand die Tabelle angelegt, geändert oder gelöscht, wäre auf nichts zu warten gewesen.',
  notEnabled: 'Wäre Enabled false geblieben, läse es nichts.',
  notDisabled: 'Wäre Enabled true geblieben, läse es weiter.',
  notUpdated: 'Hätte es niemand geändert, ginge es mit den Einstellungen weiter, die es hatte.',
  fromHorizon: 'Wäre seine StartingPosition TRIM_HORIZON gewesen, hätte es sie gelesen.',
  sameLanes: 'Wäre ParallelizationFactor geblieben, wie er war, wären die Bahnen dieselben.',
  longerWindow: 'Wäre TumblingWindowInSeconds mehr gewesen, wäre das Fenster weitergegangen.',
  windowShard: 'Wäre sein Shard nicht geschlossen worden, wäre das Fenster weitergegangen.',
  smallerState: 'Wäre sein Zustand nicht größer als 1 MB gewesen, wäre das Fenster weitergegangen.',
  keptState: 'Wäre sein letzter Aufruf gelungen, wäre der Zustand nicht verloren.',
  rolls: 'Nichts: Ein Shard übergibt etwa alle vier Stunden an ein Kind.',
  unsplitPartition: 'Hätte sich seine Partition nicht geteilt, wäre der Shard offen.',
  streamStays: 'Wäre der Stream nicht ausgeschaltet worden, wäre der Shard offen.',
  shardStays: 'Wäre der Shard nicht geschlossen worden, würde er weiter gelesen.',
  noDocument:
    'Hätte das Mapping kein On-failure-Ziel, hätte es niemand erfahren; wäre der Batch gelungen, gäbe es nichts zu sagen.',
  noMarker:
    'Hätte die Wirkung keinen Vermerk (Idempotency None), hielte nichts eine Wiederholung von ihr ab.',
  markerGone:
    'Wäre kein Vermerk da gewesen, oder einer, der älter als eine Stunde ist, wäre es noch einmal getan worden.',
  allOrNothing:
    'Hätte einer ihrer Aktionen etwas entgegengestanden, wäre nichts davon getan worden.',
  nothingAgainst: (action) =>
    `Hätte ihrer Aktion ${countText(action)} nichts entgegengestanden, wäre alles getan worden.`,
  expiresLater:
    'Hätte seine Lebenszeit (TTL) später geendet, oder hätte die Tabelle keine, wäre es nicht abgelaufen.',
};
