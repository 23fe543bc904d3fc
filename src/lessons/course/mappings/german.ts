/** The words of lesson 10, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    between: {
      title: 'Wer bringt einen Record zu einer Funktion?',
      text: [
        'Ein Stream ruft niemanden auf. Eine Funktion liest nichts. Zwischen beiden steht ein *Event Source Mapping*, ein Teil von Lambda: Es fragt die Shards des Streams ab und ruft die Funktion mit dem auf, was es findet.',
        'Hier ist es als Teil der Karte der Funktion gezeichnet. `Batch 5` ist eine seiner Einstellungen: Mit einem Aufruf bringt es höchstens fünf Records.',
        'Eine zweite Funktion, `Newcomer`, hat kein Mapping. Also ruft sie nie etwas auf.',
      ],
    },
    'one-order': {
      title: 'Eine Bestellung',
      text: [
        'Eine Bestellung wird aufgegeben. Viermal in der Sekunde sieht das Mapping in den Shard. Findet es einen Record, so ruft es die Funktion mit einer Liste von Records auf, dem *Batch*, und wartet auf ihre Antwort.',
        'Erst wenn die Antwort da ist, wird der nächste Batch dieses Shards gesendet. So bleibt die Reihenfolge gewahrt.',
      ],
    },
    'twelve-at-once': {
      title: 'Zwölf auf einmal',
      text: [
        'Drei Sekunden nach neun kommen zwölf Bestellungen herein, binnen einer Zwanzigstelsekunde. Die `BatchSize` des Mappings ist 5, ein Batch-Fenster hat es nicht.',
      ],
      question: {
        ask: 'Wie viele Aufrufe braucht es, um diese zwölf zu bringen?',
        choices: {
          one: 'Einen: Sie sind alle da',
          three: 'Drei',
          twelve: 'Zwölf, einen für jede Bestellung',
        },
        worlds: {
          one: 'Hier ist BatchSize 100, und das ist sie, solange niemand sie setzt.',
          twelve: 'Hier ist BatchSize 1.',
        },
        after: [
          'Fünf, fünf, und die zwei übrigen. `BatchSize` ist, was ein Batch höchstens fasst, nicht, worauf er wartet: von 1 bis 10.000, und 100, wenn nichts gesagt wird. Jeder Aufruf wird bezahlt, große Batches kosten also weniger.',
          'Ältere Texte sagen, 1.000 sei das Höchste für einen DynamoDB-Stream. Das war so, bis 2021. Bei 1.000 bleibt die Antwort eines Aufrufs von `GetRecords`.',
        ],
      },
    },
    patience: {
      title: 'Ein Mapping, das wartet',
      text: [
        'Nun wird das Mapping geändert: `BatchSize` 100 und ein *Batch-Fenster* von zehn Sekunden, `MaximumBatchingWindowInSeconds`. Mit einem Fenster sendet ein Mapping, das einen Record gefunden hat, ihn nicht sofort. Es sammelt weiter.',
        'Auch eine Änderung eines Mappings ist nicht sofort getan. Bis dahin ist das Mapping `Updating` und liest nichts. Hier dauert das drei bis acht Sekunden, was wir annehmen; bei AWS können es Minuten sein.',
      ],
    },
    'the-window': {
      title: 'Eine Bestellung je Sekunde',
      text: [
        'Eine halbe Minute lang kommt jede Sekunde eine Bestellung: zusammen 30. Ein Batch fasst 100, das Fenster ist zehn Sekunden lang.',
      ],
      question: {
        ask: 'Wie oft wird die Funktion aufgerufen?',
        choices: {
          thirty: '30-mal, einmal für jede Bestellung',
          three: '3-mal, mit je etwa zehn Bestellungen',
          none: 'Gar nicht: Es sind nie 100',
        },
        worlds: {
          thirty: 'Hier ist das Fenster 0: Was gefunden wird, wird gesendet.',
          none: 'Hier ist das Fenster 300 Sekunden, das längste, das es gibt, und noch nicht zu Ende.',
        },
        after: [
          'Ein Batch geht hinaus, sobald eines von dreien geschieht: Sein Fenster ist zu Ende, er ist voll, oder sein Event würde größer als 6 MB.',
          'Sie haben drei Aufrufe bezahlt statt dreißig. Und die erste Bestellung jedes Fensters hat mehr als zehn Sekunden gewartet, bis man sie finden konnte. Das ist der Handel, den ein Fenster bietet.',
        ],
      },
    },
    'the-newcomer': {
      title: 'Jemand kommt später',
      text: [
        'Um 09:01:00 bekommt auch die zweite Funktion ein Mapping. Wer eines anlegt, muss seine *Startposition* nennen. `TRIM_HORIZON` beginnt beim ältesten Record, den der Stream noch hat. `LATEST` beginnt nach dem neuesten. Dieses sagt `LATEST`.',
        'Ein neues Mapping ist einige Sekunden `Creating`. In diesen Sekunden kommen drei Bestellungen. Um 09:01:11, wenn es `Enabled` ist, kommt noch eine. Bis dahin waren es zusammen 47.',
      ],
      question: {
        ask: 'Wie viele davon bekommt Newcomer?',
        choices: {
          all: 'Alle 47',
          four: 'Vier: die, seit das Mapping angelegt wurde',
          one: 'Eine: die letzte',
        },
        worlds: {
          all: 'Hier sagt es TRIM_HORIZON.',
          four: 'Hier kommen die drei Bestellungen erst, wenn das Mapping Enabled ist.',
        },
        after: [
          'Mit `LATEST` beginnt ein Mapping dort, wo der Stream in dem Augenblick endet, in dem es lesen kann. Was geschrieben wurde, während es angelegt wurde, liegt davor und wird übergangen, ohne einen Fehler.',
          '`LATEST` ist also nicht die sichere Wahl, auch wenn es so klingt. `TRIM_HORIZON` verpasst nichts, was der Stream noch hat; dann muss eine Funktion aber mit Altem zurechtkommen.',
        ],
      },
    },
    'your-batches': {
      title: 'Nun Sie',
      text: [
        'Um 09:01:30 werden sechs Bestellungen zusammen hereinkommen. So, wie das Mapping von `Indexer` jetzt eingestellt ist, warteten sie zehn Sekunden und gingen als ein Batch hinaus.',
      ],
      task: {
        ask: 'Sorgen Sie dafür, dass jede der sechs ihren eigenen Aufruf hat. Wählen Sie `Batch 100` auf der Karte von Indexer, dann Einstellungen ändern. Setzen Sie `BatchSize` auf 1 und `MaximumBatchingWindowInSeconds` auf 0, und wenden Sie es an.',
        hint: 'Schließen Sie die Einstellungen, und die Zeit läuft von selbst weiter, zwei Sekunden in einer. Der Schritt ist getan, wenn sechs Aufrufe begonnen haben. Waren die sechs vor Ihrer Änderung da, so beginnen Sie den Schritt noch einmal.',
        done: 'Sechs Bestellungen, sechs Aufrufe. Die Reihenfolge bleibt trotzdem: Jeder begann, als der vorige zu Ende war.',
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Ein Mapping fragt ab, sammelt einen Batch, ruft auf und wartet auf die Antwort. `BatchSize` und das Fenster sagen, wann ein Batch hinausgeht: Viele kleine kommen früher an, wenige große kosten weniger. Die Startposition sagt, wo das Lesen beginnt, ein einziges Mal, wenn das Mapping angelegt wird.',
        'Bisher war jede Antwort eine gute. Die nächste Lektion handelt von den anderen.',
      ],
    },
  },
};
