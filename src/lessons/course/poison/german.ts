/** The words of lesson 11, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'all-is-well': {
      title: 'Eine Funktion, die Mails sendet',
      text: [
        'Für jede Bestellung sendet `Worker` der Kundin eine Mail. Die Tabelle hat vier Partitionen, der Stream also vier Shards, und das Mapping liest sie nebeneinander. Keine seiner Einstellungen wurde geändert: bis zu 100 Records in einem Batch, kein Fenster, und nichts über Fehler gesagt.',
        'Lassen Sie die ersten acht Bestellungen kommen.',
      ],
    },
    'the-first-error': {
      title: 'Der erste Fehler',
      text: [
        'Eine Funktion *schlägt fehl*, wenn sie einen Fehler wirft, wenn ihre Zeit zu Ende ist oder wenn sie abstürzt. Lambda weiß nicht, an welchem Record; es weiß nur, dass keine gute Antwort kam.',
        'Nun kommen 24 Bestellungen herein. Eine davon, `order#12`, hat etwas, das die Funktion nicht verträgt: Sie wirft einen Fehler, sooft sie sie sieht. In ihrem Shard kommt diese Bestellung in einem Batch von neun, als fünfte.',
      ],
      question: {
        ask: 'Was wird aus dem Batch?',
        choices: {
          'others-pass': 'Die anderen acht sind erledigt; nur order#12 wird noch einmal versucht',
          'whole-batch': 'Alle neun werden wieder und wieder versucht, solange wir zusehen',
          'three-tries': 'Lambda versucht es dreimal, dann überspringt es den Batch',
        },
        worlds: {
          'others-pass':
            'Hier wurde dem Mapping gesagt, es solle halbieren, was fehlschlägt, und sofort aufgeben, was sich nicht halbieren lässt. Davon handelt Lektion 12.',
          'three-tries':
            'Hier hat jemand MaximumRetryAttempts auf 2 gesetzt. Das Mapping gibt alle neun auf, obwohl acht davon gut waren.',
        },
        after: [
          'Der Batch gelingt oder schlägt fehl, und zwar ganz. Er wird versucht, bis er gelingt, und von sich aus gibt Lambda nach keiner Zahl von Versuchen auf: Es folgen immer *neue Versuche*. „Dreimal“ zählen andere Dienste, und asynchrone Aufrufe.',
          'Die vier Bestellungen vor `order#12` bekamen ihre Mails, ehe der Fehler kam. Was getan ist, bleibt getan, und wird noch einmal getan: Bis jetzt wurden {targets.Mails.repeatedEffects} Mails gesendet, die schon gesendet waren.',
        ],
      },
    },
    'twelve-more': {
      title: 'Zwölf weitere Bestellungen',
      text: [
        'Ein Record, der fehlschlägt, so oft er auch versucht wird, heißt *vergifteter Record*, englisch poison pill. Zwölf weitere Bestellungen kommen jetzt, für alle vier Shards.',
        'Wie spät ein Mapping ist, sagt sein *Iterator age*: das Alter des letzten Records eines Batches, wenn er gesendet wird.',
      ],
      question: {
        ask: 'Was davon gilt um 09:01:00?',
        choices: {
          'other-shards': 'Die Bestellungen in den anderen drei Shards sind erledigt',
          'same-shard': 'Im Shard von order#12 ist alles außer order#12 erledigt',
          age: 'Das Iterator age ist über 20 Sekunden gestiegen',
          paid: 'Die Funktion schlägt weiter fehl, und jedes Mal ist ein Aufruf',
        },
        after: [
          'Ein Shard wartet, drei laufen weiter. Was hinter dem Gift kommt, wartet mit ihm, denn die Reihenfolge in einem Shard wird gewahrt: jetzt {consumers.Worker.records.pending} Bestellungen.',
          'Jeder Versuch ist ein Aufruf und wird bezahlt. Ein steigendes Iterator age ist das Zeichen, auf das man achtet: Stellen Sie einen Alarm darauf.',
        ],
      },
    },
    'how-often': {
      title: 'Wie oft versucht wird',
      text: [
        'Zwischen zwei Versuchen macht Lambda eine Pause, jedes Mal eine längere. AWS sagt nicht, wie lang. Hier ist die erste Pause eine Sekunde, und jede ist doppelt so lang wie die vorige, bis zu einer Minute. Das ist eine Annahme, und die Regel unten sagt es.',
        'Der Batch wurde um 09:00:05 zum ersten Mal gesendet.',
      ],
      question: {
        ask: 'Wie oft ist er bis 09:02:00 versucht worden, das erste Mal mitgezählt?',
        unit: 'Versuche',
        after: [
          'Um 5, 6, 8, 12, 20, 36 und 68 Sekunden nach neun, und etwas mehr für die Versuche selbst. Bis jetzt wurden {targets.Mails.repeatedEffects} Mails wiederholt.',
        ],
      },
    },
    'heal-it': {
      title: 'Nun Sie',
      text: [
        'In der Regel bringt man die Funktion in Ordnung: eine neue Fassung, die den Record verträgt oder beiseitelegt. Hier ist `Gift` ein Schalter auf der Karte der Funktion, und er ist an.',
      ],
      task: {
        ask: 'Heilen Sie die Funktion: Drücken Sie `Gift` auf der Karte von Worker, sodass es aus ist. Lassen Sie dann die Zeit laufen, bis nichts mehr wartet.',
        hint: 'Die Zeit läuft zwei Sekunden in einer. Nichts geschieht, ehe der nächste Versuch fällig ist, etwa um 09:02:09. Der Schritt ist getan, wenn kein Record mehr wartet.',
        done: 'Der nächste Versuch gelang, der Shard ging weiter, und was dahinter gewartet hatte, war sofort erledigt. Nichts ging verloren, und jede Bestellung blieb an ihrem Platz.',
      },
    },
    'nobody-heals': {
      title: 'Und wenn niemand kommt?',
      text: [
        'Um 09:05 geschieht dasselbe mit einer anderen Bestellung, `order#57`. Diesmal bringt niemand etwas in Ordnung, und sonst wird nichts geschrieben. Lassen Sie 25 Stunden vergehen.',
      ],
      question: {
        ask: 'Wie geht es aus?',
        choices: {
          never: 'Gar nicht: Der Batch wird noch immer versucht',
          expire: 'Die Records verlassen den Stream nach 24 Stunden und sind der Funktion verloren',
          attempts: 'Lambda gibt den Batch nach einer Zahl von Versuchen auf',
        },
        worlds: {
          attempts:
            'Hier hat jemand MaximumRetryAttempts auf 100 gesetzt: Nach anderthalb Stunden wird der Batch aufgegeben, aus diesem Grund und keinem anderen.',
        },
        after: [
          'Ein Record lebt 24 Stunden im Stream. Dann ist seine Zeit um, und er *läuft ab*, versucht oder nicht. {consumers.Worker.records.expired} Records sind der Funktion verloren: das Gift, alles in seinem Batch, und was dahinter wartete.',
          'Bis dahin waren es {consumers.Worker.invocations.failed} fehlgeschlagene Aufrufe und {targets.Mails.repeatedEffects} Mails zu viel.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Ein Record, der fehlschlägt, lässt seinen Batch fehlschlagen, und sein Batch hält seinen Shard auf und keinen anderen. Mit dem, was ein Mapping von sich aus tut, geht das so, bis jemand die Funktion in Ordnung bringt oder die Records ablaufen.',
        'Es gibt Einstellungen dagegen. Die nächste Lektion zerlegt den Batch, die übernächste gibt rechtzeitig auf.',
      ],
    },
  },
};
