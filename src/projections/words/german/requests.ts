import { spanText } from '../../spanText.ts';
import type { Translation } from '../language.ts';
import type { requestWords } from '../requestWords.ts';

const ASKED: Readonly<Record<number, string>> = {
  1: 'von jemandem, der auf die Antwort wartet',
  2: 'durch ihre eigene Warteschlange',
  3: 'von einer Regel eines Event-Busses',
  4: 'von einer Pipe, um deren Ereignisse anzureichern',
  5: 'noch einmal mit den Records, auf die ein On-failure-Dokument zeigt',
  6: 'von Hand mit einem Testereignis',
};

const FAILED: Readonly<Record<string, string>> = {
  error: 'Sie warf einen Fehler',
  poison: 'Ein vergiftetes Item ist im Ereignis',
  crash: 'Sie stürzte ab',
  timeout: 'Sie lief in ihren Timeout',
  effect: 'Ein Aufruf an ein Ziel wurde abgelehnt',
  throttle: 'Sie wurde zu lange gedrosselt',
  deleted: 'Die Funktion ist fort',
};

export const request: Translation<typeof requestWords> = {
  started: (fn, origin, attempt) =>
    `${fn} wurde ${ASKED[origin]} aufgerufen${attempt > 1 ? `, Versuch ${attempt}` : ''}.`,
  succeeded: (fn, ms) => `${fn} war nach ${spanText(ms)} fertig.`,
  failed: (fn, reason) => `${fn} schlug fehl: ${FAILED[reason] ?? FAILED.error}.`,
  throttled: (fn, comesAgain) =>
    `${fn} wurde gedrosselt${comesAgain ? ': Das Ereignis wartet in der Warteschlange und kommt wieder' : ''}.`,
  retryScheduled: (fn, ms) => `Das Ereignis für ${fn} kommt in ${spanText(ms)} wieder.`,
  dropped: (fn, reason, queue) =>
    `Das Ereignis für ${fn} wurde aufgegeben (${FAILED[reason] ?? FAILED.error}): ${
      queue === null ? 'Es ist verloren' : `Es ging an ${queue}`
    }.`,
  created: (fn) =>
    `${fn} wurde angelegt. Ihr Code läuft nicht: Sie hat keine Wirkungen und protokolliert nur.`,
  updated: (fn) => `Die Einstellungen von ${fn} wurden geändert.`,
  deleted: (fn) => `${fn} wurde gelöscht.`,
};
