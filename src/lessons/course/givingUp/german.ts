/** The words of lesson 13, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'three-settings': {
      title: 'Drei Einstellungen gegen endloses Warten',
      text: [
        'Einem Mapping lässt sich sagen, wann es aufgeben soll. `MaximumRetryAttempts` sagt, wie oft ein Batch noch einmal versucht wird. `MaximumRecordAgeInSeconds` sagt, wie alt ein Record werden darf. Beide sind -1, solange niemand sie setzt: nie.',
        'Die dritte sagt, wer davon erfährt: ein *On-failure-Ziel*. Das kann eine Queue sein, ein Topic oder ein Bucket. Hier ist es die Queue `DeadLetters`.',
        'Das Mapping von `Worker` hat `MaximumRetryAttempts` 2. Es sammelt eine Sekunde lang.',
      ],
    },
    'in-the-queue': {
      title: 'Fünf Bestellungen, eine davon schlecht',
      text: [
        'Fünf Bestellungen kommen herein und bilden einen Batch. `order#3` ist ein vergifteter Record. Das Teilen ist aus, also wird der Batch als Ganzes versucht und wieder versucht. Dann gibt das Mapping ihn auf.',
      ],
      question: {
        ask: 'Was wird in der Queue sein?',
        choices: {
          five: 'Fünf Nachrichten: jede der Bestellungen',
          one: 'Eine Nachricht, über den Batch',
          none: 'Nichts',
        },
        worlds: {
          five: 'Hier ist BatchSize 1, nichts wird noch einmal versucht, und die Funktion schlägt an jeder Bestellung fehl: Fünf Batches werden aufgegeben.',
          none: 'Hier hat das Mapping kein On-failure-Ziel. Die Funktion hat stattdessen eine Dead-Letter-Queue, und darin kommt nichts an: Die ist für asynchrone Aufrufe.',
        },
        after: [
          'Eine Nachricht für das, was zusammen aufgegeben wurde. Sie sagt, warum, `RetryAttemptsExhausted`, wie oft die Funktion aufgerufen wurde und wo die Records liegen: der Shard, die erste und die letzte Sequence number. Die Records selbst sind nicht darin. Ein Topic bekommt dasselbe. Nur ein Bucket bekommt auch die Records.',
          'Wenn Sie mögen, wählen Sie die Queue und lesen Sie die Nachricht. Der Shard ist weitergegangen: {consumers.Worker.records.discarded} Bestellungen wurden aufgegeben, vier davon gute.',
        ],
      },
    },
    'how-many-attempts': {
      title: 'Zählen Sie',
      text: ['`MaximumRetryAttempts` war 2, und nichts wurde gedrosselt.'],
      question: {
        ask: 'Wie oft wurde die Funktion mit diesem Batch aufgerufen?',
        unit: 'Aufrufe',
        after: [
          'Der erste Versuch ist kein neuer Versuch. Es ist also einer mehr, als die Einstellung sagt, und die Nachricht in der Queue hat dieselbe Zahl als `approximateInvokeCount`.',
        ],
      },
    },
    throttled: {
      title: 'Niemand zu Hause',
      text: [
        'Von 09:00:20 an ist kein Platz, die Funktion auszuführen: Dreißig Sekunden lang wird jeder Aufruf *gedrosselt*. Das geschieht, wenn die gleichzeitigen Ausführungen eines Kontos oder einer Funktion alle vergeben sind. Um 09:00:21 kommen drei Bestellungen.',
      ],
      question: {
        ask: 'Was ist um 09:02 aus ihnen geworden?',
        choices: {
          'given-up': 'Sie wurden nach zwei neuen Versuchen aufgegeben',
          late: 'Sie sind versandt, verspätet',
          waits: 'Sie warten noch',
        },
        worlds: {
          'given-up': 'Hier läuft die Funktion in diesen dreißig Sekunden, und schlägt fehl.',
          waits: 'Hier wird sie zehn Minuten lang gedrosselt.',
        },
        after: [
          'Ein gedrosselter Aufruf ist nie gelaufen, er verbraucht also keinen Versuch. Lambda fragt wieder, bis Platz ist: hier {consumers.Worker.invocations.throttled}-mal.',
          'Nur das Alter beendet das: das höchste Alter, wenn es eines gibt, oder die 24 Stunden des Streams.',
        ],
      },
    },
    'too-old': {
      title: 'Zu alt',
      text: [
        'Um 09:02 wird das Mapping neu eingestellt: keine Grenze für Versuche, und `MaximumRecordAgeInSeconds` 60, das Wenigste, das AWS erlaubt.',
        'Um 09:02:20 geht die Funktion kaputt, für hundert Sekunden. Um 09:02:21 kommt eine Bestellung, `order#9`.',
      ],
      question: {
        ask: 'Was wird aus order#9?',
        choices: {
          'two-retries': 'Zwei neue Versuche, dann wird sie aufgegeben',
          'a-minute': 'Sie wird etwa eine Minute lang versucht, dann wird sie aufgegeben',
          shipped: 'Sie wird versandt, sobald die Funktion wieder arbeitet',
        },
        worlds: {
          'two-retries': 'Hier ist MaximumRetryAttempts 2 wie zuvor: Was zuerst kommt, zählt.',
          shipped: 'Hier gibt es auch kein höchstes Alter.',
        },
        after: [
          'Als der nächste Versuch fällig war, war die Bestellung älter als 60 Sekunden. Also wurde sie aufgegeben, und die zweite Nachricht in der Queue sagt `RecordAgeExceeded`.',
          'Bei einem DynamoDB-Stream sind mehr als 86.400 Sekunden so gut wie nie: Bis dahin ist der Record abgelaufen.',
        ],
      },
    },
    redrive: {
      title: 'Nun Sie',
      text: [
        'Die Funktion arbeitet wieder. `order#9` wurde aufgegeben, ist aber nicht fort: Die Nachricht sagt, wo im Stream sie liegt. Sie von dort zu lesen und der Funktion noch einmal zu geben heißt *Redrive*.',
      ],
      task: {
        ask: 'Machen Sie einen Redrive der späteren der beiden Nachrichten: Wählen Sie den Namen `DeadLetters` auf der Karte der Queue, suchen Sie die Nachricht, die `RecordAgeExceeded` sagt, und drücken Sie ihr Redrive.',
        hint: 'Gehen Sie zurück zur Lektion, und die Zeit läuft weiter. Bei AWS ist das ein kleines eigenes Programm: die Nachricht lesen, die Records aus dem Shard holen, die Funktion aufrufen. Der Schritt ist getan, wenn order#9 versandt ist.',
        done: 'Sie ist versandt. Bedenken Sie, dass dies außerhalb des Streams geschieht: Spätere Bestellungen waren vorher dort.',
      },
    },
    'a-day-later': {
      title: 'Einen Tag später',
      text: [
        'Die erste Nachricht ist noch in der Queue: Eine Queue behält Nachrichten vier Tage, wenn nichts anderes gesagt wird, und bis zu vierzehn. Am nächsten Tag wird die Funktion in Ordnung gebracht, sodass sie `order#3` verträgt. Und 25 Stunden nach den ersten Bestellungen macht jemand einen Redrive dieser Nachricht.',
      ],
      question: {
        ask: 'Was geschieht?',
        choices: {
          shipped: 'Die Bestellungen werden endlich versandt',
          gone: 'Die Records lassen sich nicht mehr lesen',
          fails: 'Die Funktion schlägt noch einmal an order#3 fehl',
        },
        worlds: {
          shipped: 'Hier geschieht der Redrive eine Stunde, ehe der Tag vorbei ist.',
          fails:
            'Hier geschieht der Redrive rechtzeitig, aber niemand hat die Funktion in Ordnung gebracht.',
        },
        after: [
          'Die Nachricht zeigt in den Stream, und der Stream behält 24 Stunden. Worauf sie zeigte, ist fort, und `GetRecords` sagt `TrimmedDataAccessException`. Die Nachricht lebt länger als das, wovon sie handelt.',
          'Machen Sie den Redrive also am selben Tag, oder nehmen Sie als Ziel einen Bucket: Der bekommt die Records selbst.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Versuche zählen Fehlschläge, nicht Drosselungen; der erste Versuch zählt nicht dazu. Das Alter zählt, was auch der Grund ist. Das Aufgeben kostet den ganzen Batch, wenn er nicht vorher zerlegt wurde, und sagt es dem Ziel des Mappings.',
        'Mit dem Teilen, zwei oder drei neuen Versuchen, einem höchsten Alter und einem Ziel kostet ein vergifteter Record Minuten statt eines Tages, und wird nicht vergessen.',
      ],
    },
  },
};
