/** The words of lesson 14, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'one-lane': {
      title: 'Mehr, als ein Batch tragen kann',
      text: [
        'Sechzig Kundinnen haben je eine Bestellung und ändern sie wieder und wieder: dreißig Änderungen je Sekunde. Die Funktion braucht eine Sekunde für einen Batch, und ein Batch fasst zehn. Die Tabelle hat eine Partition, all das geht also durch einen Shard.',
        'Von einem Shard ist ein Batch auf einmal unterwegs. Lassen Sie zehn Sekunden vergehen und sehen Sie auf den Shard.',
      ],
    },
    'how-many-lanes': {
      title: 'Mehrere Bahnen für einen Shard',
      text: [
        'Zehn Änderungen je Sekunde werden verarbeitet, dreißig kommen an. Mehr Shards können Sie einem DynamoDB-Stream nicht geben; AWS macht sie, wie es Partitionen macht.',
        'Aber ein Mapping kann einen Shard in mehreren *Bahnen* lesen. `ParallelizationFactor` sagt, in wie vielen, von 1 bis 10: So viele Batches eines Shards dürfen zugleich unterwegs sein.',
      ],
      question: {
        ask: 'Mit welchem `ParallelizationFactor` von Anfang an warteten nach einer halben Minute nicht mehr als 60 Änderungen?',
        after: [
          'Dreißig je Sekunde brauchen drei Bahnen, die nie müßig sind, und etwas mehr, denn die Bahnen bekommen nicht gleich viel. Auch mit 2 fällt der Shard zurück, nur langsamer.',
          'Hier ist er 1, und {consumers.Worker.records.pending} Änderungen warten. Größere Batches hülfen auch, oder eine schnellere Funktion. Ein längerer Timeout nicht: Hier geht nichts und niemandem die Zeit aus.',
        ],
      },
    },
    'ten-lanes': {
      title: 'Nun Sie',
      text: [
        'Die Änderungen kommen weiter, dreißig je Sekunde, bis 09:01:10. Helfen Sie dem Mapping aufzuholen.',
      ],
      task: {
        ask: 'Setzen Sie `ParallelizationFactor` auf 10: Wählen Sie `Batch 10` auf der Karte von Worker, dann Einstellungen ändern, und wenden Sie es an.',
        hint: 'Die Zeit läuft drei Sekunden in einer. Der Schritt ist getan, wenn Batches nebeneinander liefen und nicht mehr als 60 Änderungen warten.',
        done: 'Zehn Bahnen, und bis zu zehn Umgebungen, in denen die Funktion läuft. Jede kostet, was sie allein kostet: Sie zahlen für dieselbe Arbeit, zugleich getan.',
      },
    },
    'one-customer': {
      title: 'Eine Kundin, viele Bestellungen',
      text: [
        'Der Schlüssel der Tabelle hat zwei Teile: den Partitionsschlüssel `customer` und den Sortierschlüssel `order`. Von 09:01:20 an gibt eine einzige Kundin zwanzig Bestellungen je Sekunde auf, eine Viertelminute lang. Der Partitionsschlüssel ist in allen derselbe, die Items sind es nicht. Es gibt zehn Bahnen.',
      ],
      question: {
        ask: 'Was wird aus diesen Änderungen?',
        choices: {
          behind: 'Sie stauen sich: Ein Partitionsschlüssel geht durch eine Bahn',
          'keeps-up': 'Sie verteilen sich auf die Bahnen, und kaum eine wartet',
        },
        worlds: {
          behind: 'Hier wurde der Faktor auf 1 zurückgesetzt.',
        },
        after: [
          'Bei einem DynamoDB-Stream wahrt Lambda die Reihenfolge jedes Items, also von Partitionsschlüssel und Sortierschlüssel zusammen. Viele Texte sagen „je Partitionsschlüssel“; so ist es bei Kinesis.',
          'Das hat eine Kehrseite: Zwei Bestellungen derselben Kundin können zugleich verarbeitet werden, und die spätere zuerst. Wer die Reihenfolge über alle Items einer Kundin braucht, bleibt bei einer Bahn.',
        ],
      },
    },
    'one-order': {
      title: 'Eine Bestellung, viele Änderungen',
      text: [
        'Von 09:01:40 an wird eine einzige Bestellung geändert, zwanzigmal je Sekunde, eine Viertelminute lang. Es sind noch immer zehn Bahnen.',
      ],
      question: {
        ask: 'Und jetzt?',
        choices: {
          behind: 'Sie stauen sich',
          'keeps-up': 'Sie verteilen sich auf die Bahnen',
        },
        worlds: {
          'keeps-up': 'Hier sind es Änderungen von sechzig Bestellungen.',
        },
        after: [
          'Alle Änderungen eines Items gehen durch eine Bahn, ein Batch nach dem anderen, sonst ginge ihre Reihenfolge verloren. {consumers.Worker.records.pending} warten. Ist ein Item *heiß*, so ist es mit zehn Bahnen so langsam wie mit einer.',
          'Was hilft, sind größere Batches, eine schnellere Funktion, oder weniger Schreiben in dieses Item.',
        ],
      },
    },
    'what-holds': {
      title: 'Zurückgeblickt',
      text: ['Geschrieben wird nichts mehr. Lassen Sie die letzten Änderungen verarbeiten.'],
      question: {
        ask: 'Was davon gilt?',
        choices: {
          'item-order': 'Keine Änderung kam vor einer früheren desselben Items',
          'more-shards': 'Der Stream hat inzwischen mehr als einen offenen Shard',
          'at-once': 'Fünf Batches oder mehr aus einem Shard liefen zugleich',
        },
        after: [
          'Höchstens {mappings.Worker.mostAtOnce} liefen zugleich, aus einem Shard. Bahnen gehören zum Mapping; der Stream weiß nichts von ihnen.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Mit `ParallelizationFactor` wird ein Shard in bis zu zehn Bahnen gelesen. Das hilft, wo viele Items sich ändern, und wahrt die Reihenfolge jedes Items. Einem einzelnen heißen Item hilft es gar nicht.',
        'Der billigste Record ist einer, den die Funktion nicht zu sehen braucht. Davon handelt die nächste Lektion.',
      ],
    },
  },
};
