import { countText, spanText } from '../../spanText.ts';
import type { guardWords } from '../guardWords.ts';
import type { Translation } from '../language.ts';
import { inARow, many } from './counts.ts';

const changes = (n: number): string => many(n, 'Änderung', 'Änderungen');

export const guards: Translation<typeof guardWords> = {
  guards: {
    naive: {
      name: 'Naiv',
      how: 'SendMessage an eine gewöhnliche Warteschlange.',
      still: 'Alles: Was noch einmal versucht wird, wird noch einmal getan.',
    },
    conditionalWrite: {
      name: 'Bedingtes Schreiben',
      how: 'PutItem in eine andere Tabelle, wenn diese Änderung dort noch nicht ist.',
      still:
        'Eine ältere Änderung, die spät kommt: Sie wurde nie geschrieben, also wird sie es, über einen neueren Zustand. Und geschützt ist nur diese eine Tabelle.',
    },
    externalVersion: {
      name: 'Externe Version',
      how: 'Das Dokument mit der Nummer der Änderung als Version indizieren; was nicht neuer ist, wird abgelehnt.',
      still:
        'Ein älteres Schreiben mehr als 60 s nach der Löschung: Sie ist dann vergessen, und das Dokument ist wieder da.',
    },
    markerFirst: {
      name: 'Vermerk zuerst',
      how: 'PutItem eines Vermerks, wenn es keinen gibt; dann SendMessage.',
      still:
        'Ein Absturz zwischen Vermerk und Nachricht: Der neue Versuch findet den Vermerk, und die Nachricht wird nie gesendet. Nach einer Stunde gilt der Vermerk nicht mehr.',
    },
    markerLast: {
      name: 'Vermerk zuletzt',
      how: 'SendMessage, wenn es keinen Vermerk gibt; dann PutItem des Vermerks.',
      still:
        'Ein Absturz zwischen Nachricht und Vermerk: Der neue Versuch findet keinen und sendet sie noch einmal. Ebenso zwei Umgebungen zugleich.',
    },
    fifo: {
      name: 'FIFO-Deduplizierung',
      how: 'SendMessage an eine FIFO-Warteschlange, mit der Nummer der Änderung als MessageDeduplicationId.',
      still: 'Dieselbe Nachricht nach fünf Minuten: Die Warteschlange hat ihre Nummer vergessen.',
    },
    executionName: {
      name: 'Name der Ausführung',
      how: 'StartExecution eines Standard-Workflows, mit der Nummer der Änderung als Namen.',
      still:
        'Eine ältere Änderung, die spät kommt: Ihre Ausführung läuft nach der neueren. Nach 90 Tagen ist ein Name wieder frei.',
    },
  },
  failures: {
    retry: [
      'Noch einmal versucht',
      'Ein Versuch schlägt nach der Wirkung fehl; der nächste tut sie noch einmal.',
    ],
    between: [
      'Zwischen den Aufrufen gestorben',
      'Wirkung und Vermerk sind zwei Aufrufe. Einer wurde gemacht, einer nicht.',
    ],
    atOnce: ['Zwei zugleich', 'Zwei Umgebungen haben denselben Record zur selben Zeit.'],
    late: [
      'Wieder nach 5 Minuten',
      'Etwa ein Redrive: Der Record war vor mehr als 5 Minuten erledigt.',
    ],
    hour: ['Wieder nach einer Stunde', 'Der Record war vor mehr als einer Stunde erledigt.'],
    days: [
      'Wieder nach 90 Tagen',
      'Ein Stream, ein Jahr lang behalten, von Anfang an neu gelesen.',
    ],
    older: [
      'Älter nach neuer',
      'Ein Record, der aufgegeben war, kommt nach einem neueren seines Items.',
    ],
    revived: [
      'Älter nach Löschung',
      'Dasselbe, mehr als eine Minute, nachdem das Item gelöscht wurde.',
    ],
  },
  figures: {
    done: 'Getan',
    again: 'Wieder',
    lost: 'Verloren',
    wrong: 'Falsch',
    turnedAway: 'Abgewiesen',
  },
  still: 'Lässt noch durch',
  here: 'Hier',
  nothing: 'Hier: Nichts kam durch.',
  history: ({ history, ways }) => {
    const { failures, givenUp, redrives, until } = history;
    const parts = [
      changes(ways[0]?.changes ?? 0),
      many(failures, 'fehlgeschlagener Versuch', 'fehlgeschlagene Versuche'),
      `${countText(givenUp)} aufgegeben`,
      many(redrives, 'Redrive', 'Redrives'),
    ];
    return `${inARow(parts)} in ${spanText(until / 1_000)}`;
  },
  differ: 'Die Wege haben nicht dasselbe Schreiben gesehen: Etwas hat sie aufgehalten.',
  said: (naive) =>
    naive.again + naive.lost === 0
      ? `${changes(naive.changes)}, jede bisher einmal getan: Noch ist nichts fehlgeschlagen, wofür ein Schutz da wäre.`
      : `Naiv geschrieben, wurde die Arbeit von ${many(naive.changes, 'Änderung', 'Änderungen')} ${countText(naive.done)}-mal getan: ${countText(naive.again)}-mal wieder${naive.lost > 0 ? `, ${countText(naive.lost)}-mal nie` : ''}.`,
  times: (n) => (n === 1 ? 'einmal' : n === 2 ? 'zweimal' : `${countText(n)}-mal`),
};
