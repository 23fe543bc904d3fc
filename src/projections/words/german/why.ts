import { countText, spanText } from '../../spanText.ts';
import type { Translation } from '../language.ts';
import type { whyWords } from '../whyWords.ts';

export const why: Translation<typeof whyWords> = {
  happened: (sentence) => `Warum: ${sentence}`,
  twice: (item, thing, target) => `Warum ist ${thing} zu ${item} mehr als einmal in ${target}?`,
  arrived: (item, thing, target, ms) =>
    `Warum erreichte ${thing} zu ${item} ${target} ${spanText(ms)} nach dem Schreiben?`,
  delayed: (item, thing, target, ms) =>
    `Warum erreichte ${thing} zu ${item} ${target} erst ${spanText(ms)} nach dem Schreiben?`,
  missed: (item, poller) => `Warum kann ${poller} diese Änderung von ${item} nie sehen?`,
  waiting: (item, fn) => `Warum hat ${fn} diese Änderung von ${item} noch nicht verarbeitet?`,
  torn: (fn, item, parts) =>
    `Warum hat ${fn} nur einige der ${parts} Teile der Transaktion mit ${item}?`,
  notTorn:
    'Wären alle ihre Teile in einem Shard und in einem Batch gewesen. Das verspricht kein Stream: Ein Leser, der sie alle braucht, gibt jedem die Nummer der Transaktion und wartet auf den Rest.',
  lost: (item, fn) => `Warum hat ${fn} diese Änderung von ${item} nie verarbeitet?`,
  sent: (fn) => `Warum ist ein Batch auf dem Weg zu ${fn}?`,
  failing: (fn) => `Warum schlägt ${fn} fehl?`,
  inStream: (item) => `Warum ist diese Änderung von ${item} im Stream?`,

  attemptSucceeded: (n) =>
    n === 1
      ? 'Wäre der erste Versuch gelungen, wäre es einmal gekommen.'
      : `Wäre einer der ersten ${countText(n)} Versuche gelungen, hätte es keinen weiteren gegeben.`,
  idempotent: (effect) =>
    `Wäre ${effect} idempotent gewesen (ConditionalWrite, ExternalVersion oder ein Vermerk), hätte die zweite Lieferung nichts geändert.`,
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
};
