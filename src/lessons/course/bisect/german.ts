/** The words of lesson 12, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'all-or-nothing': {
      title: 'Eine schlechte Bestellung von acht',
      text: [
        'Acht Bestellungen kommen herein, und ein Fenster von einer Sekunde sammelt sie zu einem Batch. `order#6` ist ein vergifteter Record: Die Funktion wirft einen Fehler, wenn sie auf ihn trifft.',
        'Lassen Sie die Zeit laufen und sehen Sie, was Sie aus der letzten Lektion kennen: Der Batch schlägt als Ganzes fehl. Fünf Bestellungen werden jedes Mal versandt, und das Mapping weiß es nicht.',
      ],
    },
    halves: {
      title: 'In Hälften zerlegt',
      text: [
        'Nun wird `BisectBatchOnFunctionError` eingeschaltet. Einen fehlgeschlagenen Batch wird das Mapping von da an *teilen*: Erst wird die eine Hälfte versucht, dann die andere. Eine Hälfte, die fehlschlägt, wird wieder geteilt.',
        'Acht Bestellungen; die sechste ist schlecht.',
      ],
      question: {
        ask: 'Wie oft wird ein Batch geteilt, bis order#6 in ihrem allein ist?',
        choices: { one: 'Einmal', three: 'Dreimal', seven: 'Siebenmal' },
        worlds: {
          one: 'Hier ist BatchSize 2: order#6 hat nur eine andere Bestellung in ihrem Batch.',
          seven:
            'Hier schlagen alle acht Bestellungen fehl, und jede wird sofort aufgegeben: bis jede einmal allein war.',
        },
        after: [
          'Acht, vier, zwei, eins: Jede Teilung halbiert, was noch in Frage kommt. Ein Batch von 1.024 braucht zehn.',
          'Jetzt sind {consumers.Worker.records.succeeded} Bestellungen erledigt, alle, die vor der schlechten standen. Aber {consumers.Worker.records.pending} warten noch: `order#6` selbst, wieder und wieder versucht, und die beiden dahinter. Das Teilen findet das Gift. Es nimmt es nicht fort.',
        ],
      },
    },
    'let-it-go': {
      title: 'Nun Sie',
      text: [
        'Allein in ihrem Batch kann `order#6` aufgegeben werden, ohne anderen zu schaden. Dazu muss dem Mapping gesagt werden, wie oft es versuchen soll: `MaximumRetryAttempts`. Es steht auf -1, es gibt also kein Ende.',
      ],
      task: {
        ask: 'Setzen Sie `MaximumRetryAttempts` auf 2: Wählen Sie `Batch 100` auf der Karte von Worker, dann Einstellungen ändern. Wenden Sie es an und lassen Sie die Zeit laufen, bis nichts mehr wartet.',
        hint: 'Die Zeit läuft zwei Sekunden in einer, und die Pausen zwischen den Versuchen werden länger: Der, auf den es ankommt, kommt binnen einer halben Minute. Der Schritt ist getan, wenn order#6 aufgegeben ist und die beiden dahinter erledigt sind.',
        done: 'Eine Bestellung aufgegeben, sieben versandt. Ohne das Teilen hätten diese Einstellungen alle acht gekostet.',
      },
    },
    'splits-are-free': {
      title: 'Zwei neue Versuche, drei Teilungen',
      text: [
        'Acht weitere Bestellungen kommen herein, `order#11` bis `order#18`, und wieder ist die sechste schlecht. Das Teilen ist an, und `MaximumRetryAttempts` ist 2. Um die schlechte zu finden, braucht es drei Teilungen, und das ist eine mehr als zwei.',
      ],
      question: {
        ask: 'Was wird aufgegeben?',
        choices: {
          'only-sixteen': 'Nur order#16',
          'all-eight': 'Alle acht: Nach zwei neuen Versuchen ist es aus',
        },
        worlds: { 'all-eight': 'Hier ist das Teilen aus.' },
        after: [
          'Eine Teilung verbraucht keinen Versuch. Erst als `order#16` allein war, wurde weitergezählt: das erste Mal, und zwei neue Versuche.',
          'Was das Teilen kostet, sind Wiederholungen. Bestellungen vor der schlechten waren in mehreren Hälften, die fehlschlugen, und wurden jedes Mal wieder versandt: bis jetzt zusammen {targets.Shipments.repeatedEffects}-mal.',
        ],
      },
    },
    'say-which': {
      title: 'Die Funktion sagen lassen',
      text: [
        'Eine Funktion weiß selbst am besten, wo sie anhielt. Mit `ReportBatchItemFailures` darf sie mit einer Liste dessen antworten, was fehlschlug, statt einen Fehler zu werfen: ein *teilweiser Fehlschlag*. Jeder Record wird darin nach seiner Sequence number benannt, als `itemIdentifier`.',
        'Das Teilen ist wieder aus, und die Versuche haben kein Ende. Acht Bestellungen kommen, `order#21` bis `order#28`. Die Funktion versendet zwei, verträgt `order#23` nicht, hält an und meldet sie.',
      ],
      question: {
        ask: 'Was bekommt der nächste Aufruf?',
        choices: {
          'only-it': 'Nur order#23: Sie allein wurde gemeldet',
          'from-there': 'order#23 und alle danach: sechs',
          'all-eight': 'Alle acht: Ein Batch ist ein Batch',
        },
        worlds: {
          'only-it':
            'Hier ist die schlechte order#28, die letzte. Von dort an ist sie die einzige.',
          'all-eight':
            'Hier ist ReportBatchItemFailures nicht gesetzt; was die Funktion auch antwortet, der Batch schlägt als Ganzes fehl.',
        },
        after: [
          'Bei der niedrigsten gemeldeten Sequence number geht das Lesen weiter. Alles davor ist erledigt; alles von da an kommt wieder, ob es getan war oder nicht. Das wahrt die Reihenfolge.',
          'Eine Funktion sollte also beim ersten Fehlschlag anhalten, oder Wiederholungen vertragen. Und sie muss die Sequence number nennen: Eine Kennung, die nicht aus dem Batch ist, wie die Nachrichten-ID, die man einer Queue meldete, lässt den ganzen Batch fehlschlagen.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Das Teilen verlangt nichts von der Funktion, kostet Wiederholungen und findet einen schlechten Record in wenigen Teilungen, die nicht als Versuche zählen. Ein teilweiser Fehlschlag braucht Code und vergeudet weniger.',
        'Keines von beiden beendet das Versuchen. Wann soll ein Mapping aufgeben, und wer erfährt davon? Das ist die nächste Lektion.',
      ],
    },
  },
};
