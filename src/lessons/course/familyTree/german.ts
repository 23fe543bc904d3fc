/** The words of lesson 7, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'one-shard': {
      title: 'Eine Partition, ein Shard',
      text: [
        'Eine kleine Tabelle: eine Partition und so ein offener Shard. Etwa jede Viertelstunde kommt eine Bestellung und wird sofort gepackt. Lassen Sie drei Stunden vergehen.',
        'Wählen Sie den Namen des Streams und öffnen Sie den Inspektor. Er zeichnet die Shards als Familie über 24 Stunden; noch ist die Familie ein einziger Shard. Seine Kennung beginnt mit `shardId-` und der Zeit, zu der er entstand, in Millisekunden.',
      ],
    },
    'five-hours': {
      title: 'Bis fünf Uhr früh',
      text: [
        'In den nächsten zwei Stunden geschieht nichts Besonderes. Die Last ist gering wie zuvor.',
      ],
      question: {
        ask: 'Was wird aus dem Shard?',
        choices: {
          same: 'Nichts: Bei so wenig Arbeit gibt es keinen Grund für eine Änderung',
          child: 'Er schließt, und ein anderer tritt an seine Stelle',
          children: 'Er schließt, und zwei andere treten an seine Stelle',
        },
        worlds: {
          children:
            'Hier erhöht die Besitzerin um zwanzig nach drei den Durchsatz der Tabelle, und ihre Partition teilt sich.',
        },
        after: [
          'Ein Shard lebt nicht so lange wie seine Partition. Etwa alle vier Stunden wird er *geschlossen*: Er nimmt keine Records mehr, und ein *Kind*, das ihn als seinen *Elternshard* nennt, macht weiter. Das heißt auf Englisch „roll“. AWS’ Anleitung erwähnt die vier Stunden nicht; andere haben es so gesehen, und wir nehmen es an.',
          'Viele glauben, dass Shards leben, bis die Last sie teilt. Ein Leser, der die Shards einmal auflistet, wenn er beginnt, hörte also nach vier Stunden nichts mehr.',
        ],
      },
    },
    'it-fails': {
      title: 'Packing steht still',
      text: [
        'Um halb sechs beginnt `Packing` an allem fehlzuschlagen, was es bekommt. Lassen Sie die Zeit bis zehn vor sechs laufen.',
        'Dann lässt sich eine Bestellung nicht packen. Sie wird wieder und wieder versucht, am Ende einmal in der Minute, und was nach ihr kommt, wartet im Shard.',
      ],
    },
    'your-split': {
      title: 'Nun Sie',
      text: [
        'Der Laden erwartet einen vollen Tag: 1.500 Schreibvorgänge je Sekunde. Eine Partition nimmt 1.000, es braucht also zwei.',
      ],
      task: {
        ask: 'Öffnen Sie die Konsole (oder drücken Sie T) und führen Sie aus: `aws dynamodb update-table --table-name Orders --provisioned-throughput ReadCapacityUnits=5,WriteCapacityUnits=1500`. Lassen Sie dann die Zeit laufen.',
        hint: 'Tab ergänzt Namen beim Tippen. Die Zeile über der Bühne bringt Sie hierher zurück. Der Schritt ist getan, wenn zwei Shards offen sind.',
        done: 'Die Partition hat zwei Kinder, und so auch ihr Shard. Der Elternshard ist geschlossen, mit Bestellungen darin, die niemand gepackt hat. Der nächste Schritt geht in der eigenen Welt der Lektion weiter, um eine Minute nach sechs.',
      },
    },
    'who-first': {
      title: 'Kinder warten',
      text: [
        'Neue Bestellungen kommen jetzt zu den beiden Kindern. Um halb sieben arbeitet die Funktion wieder. Die Zeit wird bis 06:35 gehen.',
      ],
      question: {
        ask: 'Bringen Sie in die richtige Reihenfolge, was geschehen wird.',
        choices: {
          packed: 'Die erste Bestellung aus einem Kind wird gepackt',
          born: 'Die erste Bestellung kommt in ein Kind',
          drained: 'Der Elternshard ist zu Ende gelesen',
        },
        after: [
          'Eine neue Bestellung kam in ein Kind, lange bevor der Elternshard fertig war, und wartete dort. Ein Kind wird erst gelesen, wenn sein Elternshard zu Ende gelesen ist, denn ein Item, das sich im Elternshard geändert hat, kann sich im Kind wieder geändert haben. So bleiben seine Änderungen über Generationen in ihrer Reihenfolge.',
          'Lambda und die Kinesis Client Library sorgen dafür. Wer Shards selbst liest, muss es auch tun.',
        ],
      },
    },
    'a-day': {
      title: 'Einen Tag später',
      text: [
        'Zwei Shards sind offen. Lassen Sie den Rest des Tages vergehen, bis ein Uhr am nächsten Morgen. Jeder offene Shard wird wieder und wieder geschlossen, etwa alle vier Stunden.',
      ],
      question: {
        ask: 'Wie viele Shards wird der Stream bis dahin gehabt haben, den ersten mitgezählt?',
        unit: 'Shards',
        after: [
          'Von all diesen sind {shards.Orders.open} offen. Die Records der ältesten sind nach 24 Stunden weggefallen, bis jetzt {streams.Orders.trimmed}. Neben jedem offenen Shard gibt es also etwa sechs Generationen geschlossener, die noch etwas haben können.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Shards schließen und haben Kinder: eines, wenn sie abgelöst werden, zwei, wenn ihre Partition sich teilt. Jeder Shard nennt seinen Elternshard, ein Leser kann also den ganzen Baum zeichnen, und jeder Record ist an einer Stelle darin.',
        'Erst Eltern, dann Kinder: Das ist schon alles. {consumers.Packing.records.succeeded} Bestellungen wurden gepackt, die Änderungen jedes Items in ihrer Reihenfolge, durch einen Ausfall und eine Teilung hindurch.',
      ],
    },
  },
};
