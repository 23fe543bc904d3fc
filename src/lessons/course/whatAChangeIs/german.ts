/** The words of lesson 1, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'the-table': {
      title: 'Eine Tabelle, und wer über sie Bescheid wissen will',
      text: [
        'Das ist `Todos`, eine *Tabelle* in DynamoDB. Sie enthält *Items*. Jedes Item ist eine Menge von Attributen, und eines davon ist sein *Schlüssel*: `TodoID`. Keine zwei Items der Tabelle haben denselben. Noch ist die Tabelle leer.',
        'Daneben ist der *Stream* der Tabelle. Was sich in der Tabelle ändert, wird dort aufgeschrieben, Änderung für Änderung. Eine Lambda-Funktion liest den Stream und hält einen Suchindex auf dem Laufenden.',
        'Noch hat niemand etwas geschrieben. Die Zeit steht, bis Sie sie laufen lassen.',
      ],
    },
    'the-put': {
      title: 'Ein neues Item',
      text: [
        'Eine Anwendung ruft `PutItem` mit einem Schlüssel auf, den die Tabelle nicht hat: `T1001`. Lassen Sie die Zeit laufen, zehnmal langsamer als in Wirklichkeit, und folgen Sie dem Kreis.',
        'Das Geschriebene reist zur Tabelle und wird gespeichert. Im selben Augenblick kommt ein *Record* davon in den Stream. Ein neues Item ergibt einen `INSERT`-Record, gezeichnet als Kreis. Wenig später hat die Funktion ihn gelesen, und die Aufgabe lässt sich im Index finden.',
      ],
    },
    'the-update': {
      title: 'Die Aufgabe ist erledigt',
      text: [
        'Als Nächstes ruft die Anwendung `UpdateItem` auf und setzt `Status` von `In Progress` auf `completed`. Ehe Sie es sehen: Was erwarten Sie?',
      ],
      question: {
        ask: 'Was bekommt der Stream von dieser Änderung?',
        choices: {
          pair: 'Ein REMOVE für die alte Aufgabe und ein INSERT für die neue',
          modify: 'Ein MODIFY',
          insert: 'Noch ein INSERT, mit der Aufgabe, wie sie jetzt ist',
          nothing: 'Nichts: Ein Stream erzählt nur von neuen Items',
        },
        worlds: {
          pair: 'Hier löscht die Anwendung die Aufgabe und speichert sie neu, statt sie zu ändern.',
          insert: 'Hier speichert die Anwendung eine zweite Aufgabe unter einem anderen Schlüssel.',
          nothing: 'Hier setzt die Änderung den Status, den die Aufgabe schon hat.',
        },
        after: [
          'Das Item war vorher da und ist nachher da, also wurde es geändert: ein `MODIFY`-Record, gezeichnet als Raute. Auch ein `PutItem` über einen Schlüssel, den es schon gibt, ergibt ein `MODIFY`, nie ein Paar von Records.',
          'Der Stream hat nun {streams.Todos.records.INSERT} INSERT und {streams.Todos.records.MODIFY} MODIFY.',
        ],
      },
    },
    'two-images': {
      title: 'Was im Record steht',
      text: [
        'Ein Record kann das Item tragen, wie es war (*altes Abbild*), und wie es jetzt ist (*neues Abbild*). Dieser Stream wurde mit `NEW_AND_OLD_IMAGES` eingeschaltet, darum hat sein `MODIFY` beide. Ein Leser kann feststellen, was sich geändert hat, ohne die Tabelle zu fragen.',
        'Wenn Sie mögen, wählen Sie die Raute im Stream und öffnen Sie den Inspektor. Die Zeile über der Bühne bringt Sie hierher zurück.',
        'Beide Records sind von derselben Aufgabe, also stehen sie im Stream in der Reihenfolge, in der es geschah. Ein Leser trifft das `INSERT` vor dem `MODIFY`.',
      ],
    },
    'the-same-again': {
      title: 'Dasselbe noch einmal',
      text: [
        'Anwendungen speichern oft, was sich nicht geändert hat. Nun ruft diese `PutItem` mit genau den Attributen auf, die `T1001` schon hat.',
      ],
      question: {
        ask: 'Was bekommt der Stream davon?',
        choices: {
          modify: 'Ein MODIFY, dessen zwei Abbilder gleich sind',
          nothing: 'Nichts',
          insert: 'Ein INSERT',
        },
        worlds: {
          modify: 'Hier bringt der Aufruf einen anderen Status.',
          insert: 'Hier hat der Aufruf einen anderen Schlüssel.',
        },
        after: [
          'Nichts hat sich geändert, also gibt es nichts zu erzählen: kein Record. Geschrieben wurde trotzdem, und bezahlt wird es wie jedes Schreiben. Die Tabelle zählt {tables.Todos.writes.noOp} davon.',
          'Wer auf einen Record je Aufruf zählt, wartet vergebens.',
        ],
      },
    },
    'your-own': {
      title: 'Nun Sie',
      text: ['Machen Sie selbst eine Änderung, und sehen Sie, was aus ihr wird.'],
      task: {
        ask: 'Speichern Sie eine neue Aufgabe: Öffnen Sie Neues Item (oder drücken Sie N), geben Sie ihr eine `TodoID`, die die Tabelle nicht hat, und speichern Sie sie.',
        hint: 'Schließen Sie das Formular (Esc), und die Zeit geht von selbst weiter. Der Schritt ist getan, wenn Ihr Record im Stream ist.',
        done: 'Da ist er: Ihr Speichern gab einen INSERT-Record. Was Sie getan haben, gehört zu diesem Schritt. Der nächste geht in der eigenen Welt der Lektion weiter, in der eine Aufgabe T1002 gespeichert wurde.',
      },
    },
    'which-of-them': {
      title: 'Zurückgeblickt',
      text: [
        'Viermal wurde die Tabelle geschrieben: `T1001` gespeichert, geändert, noch einmal gleich gespeichert, und `T1002` gespeichert.',
      ],
      question: {
        ask: 'Welche Arten zu schreiben haben einen Record ergeben?',
        choices: {
          new: 'Ein neuer Schlüssel wird gespeichert',
          changed: 'Eine Änderung, die ein Attribut ändert',
          same: 'Genau das speichern, was da ist',
        },
        after: [
          'Viermal geschrieben, und {streams.Todos.records.INSERT + streams.Todos.records.MODIFY + streams.Todos.records.REMOVE} Records.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Eine *Änderung* ist eine wirksam gewordene Änderung an einem Item. Jede gibt genau einen Record im Stream: `INSERT`, `MODIFY` oder `REMOVE`. Ein Schreiben, das nichts ändert, gibt keinen.',
        'Die Funktion erfuhr von jeder Änderung, in Reihenfolge, ohne die Tabelle zu fragen. Wie erginge es jemandem, der fragen muss? Das ist die nächste Lektion.',
      ],
    },
  },
};
