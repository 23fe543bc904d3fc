/** The words of lesson 15, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'a-pattern': {
      title: 'Bitte nicht alles',
      text: [
        '`Packer` packt für jede neue Bestellung ein Paket. Was danach mit einer Bestellung geschieht, kümmert es nicht. Trotzdem riefe jede Änderung es auf, und jeder Aufruf wird bezahlt.',
        'Ein Mapping kann einen *Filter* haben: ein Muster, zu dem ein Record passen muss. Dieser sagt `{"eventName": ["INSERT"]}`. Die Namen sind die des Events, das die Funktion bekäme, und jeder Wert steht in einer Liste von Möglichkeiten.',
      ],
    },
    'what-of-the-rest': {
      title: 'Sechs aufgegeben, sechs bezahlt',
      text: [
        'Sechs Bestellungen werden aufgegeben, und etwas später wird jede auf bezahlt gesetzt. Das macht sechs `INSERT`- und sechs `MODIFY`-Records. Das Mapping hat auch ein On-failure-Ziel.',
      ],
      question: {
        ask: 'Was davon gilt, wenn alle zwölf im Stream sind?',
        choices: {
          received: 'Packer hat sechs Records bekommen',
          later: 'Die anderen sechs warten im Shard',
          passed: 'Die anderen sechs sind erledigt, ohne einen Aufruf',
          told: 'Das On-failure-Ziel hat von den anderen sechs erfahren',
        },
        after: [
          'Was nicht passt, wird fallen gelassen, ehe die Funktion aufgerufen wird. Es kostet keinen Aufruf, die Position rückt darüber hinaus, und niemand erfährt davon: Ausgefiltert zu werden ist kein Fehlschlag.',
          'In diesem Mapping führt kein Weg dahin zurück. Ein zu enger Filter verliert Records, ohne ein Wort.',
        ],
      },
    },
    numbers: {
      title: 'Ein Filter auf eine Zahl',
      text: [
        'Nur große Bestellungen sind jetzt ein Paket wert, und der Filter wird geändert: `{"dynamodb": {"NewImage": {"total": {"N": [{"numeric": [">", 100]}]}}}}`.',
        'Dann werden drei Bestellungen aufgegeben. Ihre Summen sind 50, 250 und 900.',
      ],
      question: {
        ask: 'Wie viele bekommt Packer?',
        choices: {
          two: 'Zwei: 250 und 900',
          three: 'Alle drei',
          none: 'Keine',
        },
        worlds: {
          two: 'Hier nennt der Filter die Texte selbst: `["250", "900"]`.',
          three: 'Hier ist der Filter, wie er vorher war, für jedes INSERT.',
        },
        after: [
          'In einem Record des Streams steht eine Zahl als Text: `{"N": "250"}`. `numeric` vergleicht Zahlen, und ein Text ist keine. Es passt also nie, und nichts beschwert sich.',
          'Vergleichen Sie den Text, mit einem genauen Wert oder einem Anfang, oder geben Sie der Bestellung ein eigenes Attribut dafür, etwa `size` = `large`.',
        ],
      },
    },
    'two-patterns': {
      title: 'Und, oder',
      text: [
        'Ein Mapping darf fünf Muster haben. Ein Record muss zu einem davon passen, und in diesem zu jedem Feld. Jetzt sind es zwei:',
        '`{"eventName": ["INSERT"], "dynamodb": {"NewImage": {"status": {"S": ["paid"]}}}}` und `{"eventName": ["REMOVE"]}`.',
        'Vier Dinge geschehen. `order#21` wird als bezahlt aufgegeben. `order#22` wird aufgegeben, nicht bezahlt. `order#22` wird bezahlt. `order#21` wird gelöscht.',
      ],
      question: {
        ask: 'Wie viele der vier Records bekommt Packer?',
        unit: 'Records',
        after: [
          'Den ersten, denn er ist ein `INSERT` und bezahlt. Den letzten, denn er ist ein `REMOVE`. Der zweite ist nicht bezahlt, und der dritte ist kein `INSERT`: Innerhalb eines Musters muss alles gelten.',
        ],
      },
    },
    'who-deleted': {
      title: 'Wer hat gelöscht?',
      text: [
        'Abgelaufene Bestellungen sollen ins Archiv. Die Tabelle löscht ein Item einige Zeit, nachdem seine Time to live vorbei ist; ein solcher Record trägt eine `userIdentity`. Der Filter sagt also `{"userIdentity": {"type": ["Service"], "principalId": ["dynamodb.amazonaws.com"]}}`.',
        'Um 09:00:58 löscht eine Anwendung zwei Bestellungen. Um 09:01:02 ist die Time to live einer dritten vorbei. Bei AWS kann ihre Löschung Tage später kommen; in diesem Lab dauert es einige Sekunden.',
      ],
      question: {
        ask: 'Von welchen Löschungen erfährt Packer?',
        choices: {
          all: 'Von allen dreien: Eine Löschung ist eine Löschung',
          expired: 'Nur von der durch Time to live',
          'by-hand': 'Nur von den beiden durch die Anwendung',
        },
        worlds: {
          all: 'Hier ist der Filter für jedes REMOVE.',
          'by-hand': 'Hier verlangt der Filter, dass keine userIdentity da ist.',
        },
        after: [
          'Was der Dienst selbst löscht, lässt sich unterscheiden und so ins Archiv legen, ohne einen Scan. Der Stream muss das alte Abbild tragen, sonst gibt es nichts, was man aufheben könnte.',
        ],
      },
    },
    'your-filter': {
      title: 'Nun Sie',
      text: [
        'Um 09:01:30 werden fünf Bestellungen aufgegeben, jede mit einer Stadt: Berne, Geneva, Basel, Berne, Lugano. `Packer` soll die für Berne bekommen und keine anderen.',
      ],
      task: {
        ask: 'Wählen Sie `Batch 100` auf der Karte von Packer, dann Einstellungen ändern. Schreiben Sie unter `FilterCriteria` `{"dynamodb":{"NewImage":{"city":{"S":["Berne"]}}}}` statt dessen, was dort steht, und wenden Sie es an.',
        hint: 'Die Zeit läuft drei Sekunden in einer. Der Schritt ist getan, wenn zwei der fünf angekommen sind und drei ausgefiltert wurden. Kamen sie vor Ihrem Filter, so beginnen Sie den Schritt noch einmal.',
        done: 'Zwei Aufrufe statt fünf, oder statt keinem. AWS nennt es „filter pattern“; was Sie geschrieben haben, ginge dort, wie es steht.',
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Von {consumers.Packer.records.received + consumers.Packer.records.filtered} Records bekam die Funktion {consumers.Packer.records.received}. Die anderen kosteten keinen Aufruf, wurden nie versucht, und kein Ziel weiß von ihnen.',
        'Eine Lektion bleibt: was man mit Records tut, die eine Funktion mehr als einmal bekommt.',
      ],
    },
  },
};
