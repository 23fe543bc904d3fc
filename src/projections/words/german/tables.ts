import type { Translation } from '../language.ts';
import type { tableWords } from '../tableWords.ts';
import { items, many, records } from './counts.ts';

const mappingOf = (fn: string): string => `Das Event Source Mapping von ${fn}`;

export const table: Translation<typeof tableWords> = {
  created: (name) => `${name} wird angelegt.`,
  deleted: (name) => `${name} wird gelöscht.`,
  settled: (name, status) =>
    status === 'DELETED' ? `${name} ist fort.` : `${name} ist ${status}.`,
  throughputChanged: (name) => `Der Durchsatz von ${name} wurde geändert.`,
  streamEnabled: (name, label) =>
    `${name} hat einen Stream, ${label}: Jede Änderung von jetzt an kommt hinein, nichts von vorher.`,
  streamDisabled: (name, label) =>
    `Der Stream ${label} von ${name} wurde ausgeschaltet: Seine Shards schließen, und was sie haben, lässt sich 24 h lesen.`,
  read: (name, n, units) =>
    `${items(n)} von ${name} für ${many(units, 'Leseeinheit', 'Leseeinheiten')} gelesen.`,
  iteratorIssued: (shard) => `Ein Leser hat einen Iterator für ${shard} geholt, 15 Minuten gültig.`,
  streamRead: (shard, n) =>
    n === 0
      ? `Ein Leser von ${shard} bekam keine Records.`
      : `Ein Leser von ${shard} bekam ${records(n)}.`,
  writeThrottled: (item) =>
    `Das Schreiben von ${item} wurde gedrosselt: Seine Partition hat in dieser Sekunde keine Kapazität mehr.`,
  readThrottled: (name) =>
    `Ein Lesen von ${name} wurde gedrosselt: In dieser Sekunde ist keine Kapazität mehr da.`,
  transactionCommitted: (actions) =>
    `Eine Transaktion mit ${many(actions, 'Aktion', 'Aktionen')} wurde wirksam; ihre Records erreichen den Stream einer nach dem anderen.`,
  transactionCancelled: (action) =>
    `Eine Transaktion wurde durch ihre Aktion ${action} abgebrochen: Nichts davon wurde getan.`,
  timeToLiveOn: (name, attribute) =>
    `Time to live von ${name} ist an: Items, deren ${attribute} vorüber ist, werden gelöscht, später.`,
  timeToLiveOff: (name) => `Time to live von ${name} ist aus.`,
  expiryReached: (item) =>
    `${item} ist abgelaufen. Es ist noch da und lässt sich lesen, bis Time to live zu ihm kommt.`,
  part: (text, part, of) =>
    `${text.replace(/\.$/, '')}, als Teil ${part} von ${of} einer Transaktion.`,
  expired: (item) =>
    `${item} war abgelaufen: Time to live hat es gelöscht, und sein Record trägt die Identität des Dienstes.`,
  destinationOn: (name, stream) => `${name} sendet seine Änderungen an ${stream}.`,
  destinationOff: (name, stream) => `${name} sendet seine Änderungen nicht mehr an ${stream}.`,
  mappingCreated: (fn) => `${mappingOf(fn)} wird angelegt: Es liest nichts, bis es Enabled ist.`,
  mappingEnabled: (fn) => `${mappingOf(fn)} ist Enabled.`,
  mappingDisabled: (fn) => `${mappingOf(fn)} ist Disabled.`,
  mappingDeleted: (fn) => `${mappingOf(fn)} ist fort.`,
  mappingUpdating: (fn) =>
    `${mappingOf(fn)} wird geändert: Es liest nicht mehr und macht in einigen Sekunden mit den neuen Einstellungen weiter (angenommen).`,
  passedOver: (fn, n, shard) =>
    `${fn} sieht ${records(n)} von ${shard} nie: geschrieben, während das Mapping angelegt oder geändert wurde, und es beginnt bei LATEST.`,
};
