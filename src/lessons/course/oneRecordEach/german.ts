/** The words of lesson 9, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'two-accounts': {
      title: 'Zwei Konten',
      text: [
        'Eine Bank hat ihre Konten in einer Tabelle mit vier Partitionen. Auf `savings#1` sind 100, auf `checking#1` sind 20. Eine Funktion bucht, was der Stream ihr sagt. Lassen Sie die Zeit laufen.',
        'Bisher hat jeder Aufruf einen Record gemacht. In dieser Lektion macht einer keinen, einer mehrere, und ein Record kommt ohne jeden Aufruf.',
      ],
    },
    'your-no-op': {
      title: 'Nun Sie',
      text: ['Beginnen Sie mit einem Schreiben, das keinen macht.'],
      task: {
        ask: 'Speichern Sie `checking#1`, wie es ist: Öffnen Sie Neues Item (oder drücken Sie N), klappen Sie `Item` auf, wählen Sie `checking#1`, ändern Sie nichts, und speichern Sie es.',
        hint: 'Schließen Sie das Formular (Esc), und die Zeit läuft von selbst weiter. Suchen Sie das hohle Zeichen an der Partition: ein Schreiben, das nichts geändert hat. Sind inzwischen drei Put gekommen, so beginnen Sie diesen Schritt noch einmal.',
        done: 'Gespeichert, wie es war: ein *No-op*. Es hat eine Schreibeinheit gekostet wie jedes andere, und der Stream hat nichts davon. Also wurde auch die Funktion nicht aufgerufen.',
      },
    },
    'a-batch': {
      title: 'Drei Put in einem Aufruf',
      text: [
        'Ein `BatchWriteItem` speichert drei Items: `savings#2` und `checking#2`, die neu sind, und `savings#1` mit den 100, die es hat.',
      ],
      question: {
        ask: 'Wie viele Records macht dieser eine Aufruf?',
        choices: {
          one: 'Einen: Es ist ein Aufruf',
          two: 'Zwei',
          three: 'Drei: Es sind drei Put',
        },
        worlds: {
          one: 'Hier enthält der Aufruf ein neues Konto und `savings#1`, wie es ist.',
          three: 'Hier sind die drei Beträge alle anders als das, was da ist.',
        },
        after: [
          'Ein solcher Aufruf spart Wege und sonst nichts. Jedes Schreiben darin steht für sich: ein Record für jedes Item, das sich änderte. Kein Record sagt, dass sie zusammen kamen.',
        ],
      },
    },
    'a-transfer': {
      title: 'Eine Überweisung',
      text: [
        'Dreißig gehen von `savings#1` an `checking#1`, in einer *Transaktion*: `TransactWriteItems` führt beide Änderungen aus oder keine. Die beiden Konten liegen in verschiedenen Partitionen.',
      ],
      question: {
        ask: 'Was bekommt der Stream?',
        choices: {
          one: 'Einen Record von der Überweisung',
          two: 'Zwei Records',
          shards: 'Die Records liegen in verschiedenen Shards',
        },
        worlds: { one: 'Hier enthält die Transaktion nur eine Änderung.' },
        after: [
          'In der Tabelle geschieht die Überweisung in einem Augenblick. Im Stream sind es zwei Records, in zwei Shards, die jeder für sich gelesen werden. Ein Leser kann also gesehen haben, dass die 30 fort sind, und noch nicht, wohin sie gingen.',
          'Solange sie unterwegs sind, hält die Bühne die beiden mit einem Faden zusammen. Der Faden ist von uns: In den Records verbindet sie nichts. Ein Leser, der es wissen muss, muss es in den Items finden, etwa als Nummer der Überweisung, die beide tragen.',
        ],
      },
    },
    cancelled: {
      title: 'Eine Überweisung, die nicht geht',
      text: [
        'Eine andere Überweisung verlangt 1.000. Sie hat eine *Bedingung*: Das Ersparte muss reichen. Es reicht nicht, also wird die ganze Transaktion abgebrochen.',
      ],
      question: {
        ask: 'Was wird daraus?',
        choices: {
          half: 'Ein Record von checking#1, dessen Änderung keine Bedingung hatte',
          nothing: 'Gar kein Record',
          free: 'Es kostet nichts',
          paid: 'Es kostet trotzdem Schreibeinheiten',
        },
        after: [
          'Was nichts ändert, macht keinen Record. Aber es wurde nachgesehen, und das wird berechnet: so viel, als wäre es getan, und in einer Transaktion das Doppelte. Auch ein einzelnes Schreiben, dessen Bedingung nicht gilt, wird berechnet.',
        ],
      },
    },
    'a-session': {
      title: 'Eine Sitzung, die abläuft',
      text: [
        'Um 09:00:14 wird `session#1` gespeichert. Ihr Attribut `ttl` hat eine Zeit, in Sekunden seit 1970: eine halbe Minute nach neun. Der Tabelle wurde gesagt, dass dies ihre *Time to live* ist; DynamoDB wird das Item also löschen, wenn die Zeit vorbei ist.',
      ],
      question: {
        ask: 'Wo ist session#1 um 09:01:00, eine halbe Minute nach ihrer Zeit?',
        choices: {
          gone: 'Gelöscht',
          there: 'Noch in der Tabelle',
        },
        worlds: { gone: 'Hier löscht DynamoDB binnen zwei Sekunden, was es nicht verspricht.' },
        after: [
          'Abgelaufen heißt nicht gelöscht. DynamoDB löscht einige Zeit später, „typically within two days“, wie seine API-Referenz sagt. Bis dahin wird das Item gelesen und gezählt wie jedes andere; die Uhr daran ist von uns. Wer es nicht sehen darf, muss beim Lesen die Zeit vergleichen.',
        ],
      },
    },
    'gone-at-last': {
      title: 'Endlich fort',
      text: [
        'Lassen Sie vier Stunden vergehen. (Wie lange es dauert, ist hier angenommen: acht Minuten in der Mitte, höchstens zwei Tage. Dieses Item wartet länger als die meisten.)',
      ],
      question: {
        ask: 'Niemand hat DeleteItem aufgerufen. Was erzählt der Stream?',
        choices: {
          same: 'Ein REMOVE wie jedes andere',
          marked: 'Ein REMOVE, das sagt, wer es tat',
          none: 'Nichts: Es gab keinen Aufruf',
        },
        worlds: {
          same: 'Hier löscht die Anwendung die Sitzung selbst.',
          none: 'Hier wurde keine Sitzung gespeichert.',
        },
        after: [
          'Es ist eine Änderung, also gibt es einen Record: `REMOVE`, mit dem alten Abbild. Und dieser hat eine `userIdentity`: Typ `Service`, Principal `dynamodb.amazonaws.com`. Daran kann ein Leser erkennen, was abgelaufen ist und was gelöscht wurde, und es zum Beispiel in ein Archiv legen.',
          'Die Löschung hat keine Schreibeinheiten gekostet.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Der Stream zählt Änderungen von Items, nie Aufrufe. Ein No-op und eine abgebrochene Transaktion machen keinen Record. Ein Batch und eine Transaktion machen einen für jedes Item, das sich änderte, und nichts hält sie zusammen. Ein abgelaufenes Item macht einen, wenn es endlich gelöscht wird.',
        'Zusammen {streams.Accounts.records.INSERT + streams.Accounts.records.MODIFY + streams.Accounts.records.REMOVE} Records. Jetzt wissen Sie, was ein Stream hat. Wer ihn liest, und wie, davon handeln die nächsten Lektionen.',
      ],
    },
  },
};
