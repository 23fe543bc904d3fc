import { countText, spanText } from '../../spanText.ts';
import type { captionWords } from '../captionWords.ts';
import type { Translation } from '../language.ts';
import type { tableCaptionWords } from '../tableCaptionWords.ts';
import { inARow, items, many, records } from './counts.ts';

const OTHERS_GO_ON = ' Die anderen Shards gehen weiter.';

const BLOCKED: Record<string, (fn: string, shard: string, item: string) => string> = {
  error: (fn, shard) => `${fn} schlägt bei jedem Batch fehl, darum wartet ${shard}.`,
  poison: (_fn, shard, item) =>
    `${item} lässt sich nicht verarbeiten, darum wartet alles dahinter in ${shard}.`,
  crash: (fn, shard) =>
    `${fn} stürzte ab, nachdem eine Wirkung hinausgegangen war, darum kommt der Batch von ${shard} wieder.`,
  partial: (_fn, shard, item) =>
    `${item} lässt sich nicht verarbeiten, darum wartet alles dahinter in ${shard}.`,
  timeout: (fn, shard) => `${fn} läuft in seinen Timeout, darum wartet ${shard}.`,
  effect: (fn, shard) => `Ein Ziel lehnt die Aufrufe von ${fn} ab, darum wartet ${shard}.`,
};

/** Rounded down, so that the sentence stays for a moment. */
function roughly(ms: number): number {
  const step = ms < 60_000 ? 5_000 : ms < 3_600_000 ? 60_000 : 3_600_000;
  return Math.max(Math.floor(ms / step) * step, 3_000);
}

const waits = (n: number): string => `${records(n)} ${n === 1 ? 'wartet' : 'warten'}`;
const calls = (n: number): string => many(n, 'Aufruf', 'Aufrufe');
const changes = (n: number): string => many(n, 'Änderung', 'Änderungen');

export const caption: Translation<typeof captionWords> = {
  expired: (fn, n, shard) =>
    `${records(n)} aus ${shard} ${n === 1 ? 'fiel' : 'fielen'} heraus, ehe ${fn} ${n === 1 ? 'ihn' : 'sie'} verarbeiten konnte.`,
  expiredDetail: (hours) =>
    `Der Stream behält einen Record ${hours} h. Was herausfiel, ist für diesen Leser verloren; der Shard geht weiter.`,
  givenUp: (fn, n, shard) =>
    `${fn} hat ${records(n)} von ${shard} aufgegeben, und der Shard geht weiter.`,
  givenUpByAttempts: 'Die Versuche waren erschöpft. Dieses Mapping liest sie nie wieder.',
  givenUpByAge:
    'Sie waren älter als das höchste Record-Alter. Dieses Mapping liest sie nie wieder.',

  blocked: (reason, fn, shard, item, othersGoOn) =>
    `${(BLOCKED[reason] ?? BLOCKED.error!)(fn, shard, item)}${othersGoOn ? OTHERS_GO_ON : ''}`,
  healed: (fn, shard, item) =>
    item === ''
      ? `${fn} geht wieder; ${shard} macht mit dem nächsten Versuch weiter.`
      : `${item} ist geheilt; ${shard} macht mit dem nächsten Versuch weiter.`,
  allBlocked: (fn, shards) =>
    `${fn} schlägt bei jedem Batch fehl, darum warten ${many(shards, 'Shard', 'Shards')}.`,
  attemptFailed: (attempts, agoMs, nextInMs) =>
    `Versuch ${attempts} schlug vor ${spanText(agoMs)} fehl; der nächste kommt in ${spanText(nextInMs)}.`,
  attemptRuns: (attempt) => `Versuch ${attempt} läuft jetzt.`,
  expiresIn: (ms) => `Der Record läuft in ${spanText(ms)} ab.`,
  hasExpired: 'Der Record ist abgelaufen: Nach dem nächsten Versuch geht der Shard weiter.',
  waitBehind: (n) => `Dahinter ${n === 1 ? 'wartet' : 'warten'} ${records(n)}.`,
  doneAgain: (n) =>
    n > 0
      ? `Was er getan hatte, bleibt getan, und wird noch einmal getan: bisher ${many(n, 'Wiederholung', 'Wiederholungen')}.`
      : 'Was er getan hatte, bleibt getan, und wird noch einmal getan werden.',
  throttled: (fn) => `${fn} wird gedrosselt, darum warten seine Batches.`,
  throttledDetail: 'Die Funktion lief gar nicht, also ist kein Versuch verbraucht.',

  repeated: (thing, item, done) => `${thing} zu ${item}: ${done}.`,
  repeatedDetail: (fn) =>
    `${fn} hatte es getan, ehe der Batch fehlschlug, und der neue Versuch tat alles noch einmal. Geliefert wird mindestens einmal.`,

  behind: (fn, ageMs) => `${fn} ist ${spanText(roughly(ageMs))} im Rückstand.`,
  behindDetail: (shard, waiting) =>
    `${waits(waiting)}, der älteste in ${shard}. Von einem Shard ist immer nur ein Batch unterwegs.`,
  disabledDetail: (waiting) => `${waits(waiting)}: Sein Event Source Mapping ist abgeschaltet.`,
  slowDetail: (factor, waiting) => `${waits(waiting)}: Jeder Aufruf dauert ${factor}-mal so lange.`,

  kinesisTwice: (item, stream) => `${stream} hat die Änderung von ${item} zweimal.`,
  kinesisTwiceDetail:
    'Kinesis Data Streams for DynamoDB darf eine Änderung wiederholen; der DynamoDB-Stream hat sie einmal.',
  heldUp: (item, stream) => `Die Änderung von ${item} wird auf dem Weg nach ${stream} aufgehalten.`,
  heldUpDetail:
    'Spätere Änderungen überholen sie: Kinesis hält die Reihenfolge der Ankunft, nicht die der Schreibvorgänge.',

  scanMissed: (parts) => `Der Scan hat gerade nachgesehen, und ${inARow(parts)} verpasst.`,
  scanDetail:
    'Er sieht, was die Tabelle jetzt hat, nie, was dazwischen geschah. Der Stream hat alles.',

  travelling: (item) => `${item} ist auf dem Weg zur Tabelle.`,
  travellingDetail: 'Der Schreibvorgang wirkt, wenn er ankommt.',
  noOp: (item) =>
    `Das Schreiben von ${item} hat nichts geändert, also bekommt der Stream keinen Record.`,
  noOpDetail: 'Bezahlt wird er trotzdem.',

  wasPut: (item) => `${item} wurde gespeichert.`,
  wasUpdated: (item, what) => `${item} wurde geändert${what}.`,
  wasDeleted: (item) => `${item} wurde gelöscht.`,
  noStream: 'Die Tabelle hat keinen Stream: Niemand erfährt davon.',
  noReader: (shard) => `Sein Record ist in ${shard}, und niemand liest ihn.`,
  intoShard: (shard) => `Sein Record ist auf dem Weg in ${shard}.`,
  inShard: (shard, fn, pollMs) =>
    `Sein Record ist in ${shard}; ${fn} sieht dort binnen ${spanText(pollMs)} nach.`,
  inWindow: (shard, fn, windowMs) =>
    `Sein Record ist in ${shard}; ${fn} wartet bis zu ${spanText(windowMs)} auf einen volleren Batch.`,
  behindBatch: (shard, fn) =>
    `Sein Record wartet in ${shard} hinter dem Batch, den ${fn} gerade hat.`,
  parentFirst: (shard) =>
    `Sein Record wartet in ${shard}, bis der Elternshard zu Ende gelesen ist.`,
  inBatch: (fn, others, does) =>
    `${fn} hat ihn${others > 0 ? `, mit ${many(others, 'anderen', 'anderen')}` : ''}${
      does.length > 0 ? `: Er wird ${inARow(does)}` : ''
    }.`,
  arrived: (does, tookMs) =>
    `Er wurde ${does.length === 0 ? 'verarbeitet' : inARow(does)}, ${spanText(tookMs)} nach dem Schreiben.`,
  givenUpRecord: (fn) => `${fn} hat seinen Record aufgegeben.`,

  nothingWritten: 'Noch ist nichts geschrieben.',
  nothingWrittenDetail: 'Speichern Sie ein Item, oder schalten Sie den Verkehr ein.',
  allArrived: (n, reader) =>
    n === 1
      ? `Die eine Änderung hat ${reader} erreicht.`
      : `Alle ${countText(n)} Änderungen haben ${reader} erreicht.`,
  keepsUp: (reader) => `${reader} hält mit den Schreibvorgängen Schritt.`,
  allKeepUp: 'Alle Leser halten mit den Schreibvorgängen Schritt.',
  onTheWay: (n, all) =>
    `${countText(n)} von ${many(all, 'Änderung', 'Änderungen')} ${n === 1 ? 'ist' : 'sind'} unterwegs.`,
  someLost: (lost, all, reader) =>
    `${reader}: ${countText(lost)} von ${countText(all)} Änderungen nicht verarbeitet.`,
  everyReader: 'alle Leser',
  noReaders: (n) => `${changes(n)}, und niemand liest ${n === 1 ? 'sie' : 'sie'}.`,
  nextLook: (ms) => `Der Scan sieht in ${spanText(ms)} wieder nach.`,
  waitingIsFree: 'Leser sehen weiter nach; nachsehen und nichts finden kostet nichts.',
};

export const tableCaption: Translation<typeof tableCaptionWords> = {
  split: (parent, children) =>
    `Eine Partition hat sich geteilt: ${parent} schloss, und ${inARow(children)} öffneten.`,
  splitDetail:
    'Jedes Kind hat seinen Teil des Hash-Bereichs. Ein Leser macht mit den Kindern weiter, wenn er den Elternshard zu Ende gelesen hat.',
  hot: (partition, key, throttled) =>
    `Partition ${partition} ist ${key === '' ? 'an ihrer Grenze' : `heiß: Das meiste davon ist ${key}`}; bisher ${calls(throttled)} abgelehnt.`,
  hotFor: (seconds, most) =>
    `Sie bedient 1.000 Schreibeinheiten je Sekunde und nicht mehr. Heiß seit ${countText(seconds)} der ${countText(most)} Sekunden, nach denen sie sich teilt (angenommen).`,
  oneKey:
    'Sie hat nur noch diesen einen Schlüssel: Teilen hilft ihr nicht mehr, nur mehr Schlüssel helfen.',
  torn: (reader, parts) =>
    `Eine Transaktion von ${records(parts)} ist zerrissen: ${reader} hat einen Teil davon, und den Rest noch nicht.`,
  tornDetail:
    'Sie wurde in einem Augenblick wirksam, aber ihre Records werden einer nach dem anderen lesbar, jeder in seinem Shard.',
  expired: (item, attribute) => `${attribute} von ${item} ist vorüber, und das Item ist noch da.`,
  expiredDetail:
    'Wer liest, findet es noch. Time to live kommt zu ihm, wann es will, binnen 48 Stunden.',
  left: (item, lateMs) =>
    `Time to live hat ${item} gelöscht, ${spanText(lateMs)} nachdem es abgelaufen war.`,
  leftDetail:
    'Sein Record ist ein REMOVE, der sagt, dass es der Dienst war: principalId dynamodb.amazonaws.com.',
  clientTook: (shard) => `Ein Client hat einen Iterator von ${shard} geholt.`,
  clientRead: (shard, n) =>
    n === 0
      ? `Ein Client hat ${shard} gelesen, und es gab nichts zu lesen.`
      : `Ein Client hat ${records(n)} von ${shard} gelesen.`,
  clientRefused: (shard, error) =>
    `Das Lesen eines Clients von ${shard} wurde abgelehnt: ${error}.`,
  clientDetail:
    'Ein Iterator gilt 15 Minuten; sein Token steht unter dem Shard, bis er abgelaufen ist.',
  before: (n, table) =>
    `${items(n)} von ${table} ${n === 1 ? 'war' : 'waren'} vor dem Stream da, und kein Record erzählt davon.`,
};
