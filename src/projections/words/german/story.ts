import { countText, spanText } from '../../spanText.ts';
import type { Translation } from '../language.ts';
import type { storyWords } from '../storyWords.ts';
import { inARow, many, records } from './counts.ts';

export const story: Translation<typeof storyWords> = {
  written: 'geschrieben',
  put: 'gespeichert',
  updated: 'geändert',
  deleted: 'gelöscht',
  there: 'da, ehe das Lab begann',
  byTimeToLive: 'durch den Dienst: Seine Time to live war vorüber',
  hasExpired: 'abgelaufen',
  hasExpiredDetail:
    'es ist noch da, kann gelesen und geschrieben werden, bis Time to live zu ihm kommt',
  partOf: (part, of) => `Teil ${part} von ${of} einer Transaktion`,
  partsAt: (reader, has, hasNot) => {
    if (hasNot.length === 0) return `${reader} hat alle.`;
    if (has.length === 0) return `${reader} hat noch keinen davon.`;
    return `${reader} hat ${inARow(has)}, und noch nicht ${inARow(hasNot)}.`;
  },
  inStream: 'im Stream',
  inStreamDetail: (shard, sequenceNumber) => `${shard}, …${sequenceNumber.slice(-7)}`,
  inKinesis: 'in Kinesis',
  inKinesisAgain: 'in Kinesis noch einmal',
  polled: (attempt) => (attempt > 1 ? `Versuch ${attempt}` : 'abgeholt'),
  polledDetail: (fn, others) =>
    others === 0 ? `${fn}, allein im Batch` : `${fn}, mit ${many(others, 'anderen', 'anderen')}`,
  failed: (attempt) => `Versuch ${attempt} schlug fehl`,
  attemptsFailed: (from, to) => `Versuche ${from} bis ${to} schlugen fehl`,
  reasons: {
    error: 'die Funktion warf einen Fehler',
    poison: 'das Item ist vergiftet',
    crash: 'sie stürzte ab, nachdem eine Wirkung hinausgegangen war',
    timeout: 'sie lief in ihren Timeout',
    partial: 'die Funktion meldete ihn als fehlgeschlagen',
    effect: 'ein Ziel lehnte einen Aufruf ab',
  },
  poisonOfAnother: (item) => `${item}, im selben Batch, ist vergiftet`,
  processed: 'verarbeitet',
  after: (ms) => `${spanText(ms)} nach dem Schreiben`,
  later: (ms) => `${spanText(ms)} später`,
  givenUp: 'aufgegeben',
  givenUpByAttempts: 'die Versuche waren erschöpft',
  givenUpByAge: 'älter als das höchste Record-Alter',
  expired: 'abgelaufen',
  expiredDetail: (fn) => `fiel heraus, ehe ${fn} ihn verarbeiten konnte`,
  trimmed: 'fiel aus dem Stream',
  effect: (thing, done) => `${thing} ${done}`,
  leftOut: (steps) =>
    steps === 1 ? 'ein weiterer Schritt' : `${countText(steps)} weitere Schritte`,
  leftOutDetail: '„Warum?“ erzählt sie alle',
  readUntil: 'bis hierher ganz gelesen',
  readUntilDetail: 'später nur die letzten Versuche und das Ende; „Warum?“ liest weiter',
  seenByScan: 'vom Scan gesehen',
  seenAgain: 'vom Scan noch einmal gesehen',
  missedByScan: 'vom Scan verpasst',
  pollTook: (ms) => `dauerte ${spanText(ms)}`,
  nextPoll: 'sieht wieder nach',
  in: (ms) => `in ${spanText(ms)}`,
  nextAttempt: (attempt) => `Versuch ${attempt}`,
  nextAttemptDetail: (ms) => `in ${spanText(ms)} (Wartezeit angenommen)`,
  readsOn: (fn) => `${fn} liest ihn`,
  waitsBehind: (n) =>
    n === 0
      ? 'beim nächsten Nachsehen'
      : `wenn ${records(n)} davor erledigt ${n === 1 ? 'ist' : 'sind'}`,
  expires: 'läuft ab',
  expiresDetail: (behind) =>
    behind === 0
      ? 'fällt aus dem Stream'
      : `fällt heraus, mit ${many(behind, 'weiteren', 'weiteren')} dahinter`,
};
