/** The words of lesson 6, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'four-shards': {
      title: 'Ein Shard für jede Partition',
      text: [
        'Die Tabelle hat vier Partitionen und ihr Stream vier *Shards*: Jeder Shard nimmt die Änderungen einer Partition auf, eine nach der anderen. (AWS verspricht nicht, dass es je Partition ein Shard ist. Man sieht es so.)',
        'Eine Sekunde nach neun werden acht Bestellungen aufgegeben, zwei in jeder Partition. Die Funktion `Packing` braucht jedes Mal etwa 0,4 Sekunden.',
      ],
      question: {
        ask: 'Wie viele Aufrufe von Packing laufen zugleich?',
        choices: {
          one: 'Einer: Ein Stream ist eine Warteschlange, und die hat ein Ende',
          four: 'Vier',
          eight: 'Acht, einer für jede Bestellung',
        },
        worlds: {
          one: 'Hier ist die Tabelle klein genug für eine Partition und hat so einen Shard.',
        },
        after: [
          'Jeder Shard wird für sich gelesen, und von jedem ist ein Batch auf einmal unterwegs. Shards sind also, was ein Stream an Geschwindigkeit hat: mit vieren davon vier Batches zugleich.',
          'Um mehr Shards bitten kann man nicht. DynamoDB hat so viele, wie die Tabelle braucht.',
        ],
      },
    },
    'one-fails': {
      title: 'Eine Bestellung, die sich nicht packen lässt',
      text: [
        'Nun wird `order#20` aufgegeben, und Packing schlägt jedes Mal an ihr fehl. Danach kommen fünf Änderungen: zwei von `order#14` aus derselben Partition, und je eine von `order#1`, `order#2` und `order#3` aus den drei anderen.',
      ],
      question: {
        ask: 'Wie viele der fünf sind um 09:00:12 gepackt?',
        choices: {
          none: 'Keine: Alles Spätere wartet',
          others: 'Drei, die der anderen Shards',
          all: 'Alle fünf: Nur order#20 selbst schlägt fehl',
        },
        worlds: {
          none: 'Hier gibt es eine Partition und so einen Shard.',
          all: 'Hier sind die fünf Änderungen von Bestellungen in den drei anderen Partitionen.',
        },
        after: [
          'Ein fehlgeschlagener Batch wird noch einmal versucht, und sein Shard wartet auf ihn. `order#14` hat mit dem Fehlschlag nichts zu tun. Sie wartet, weil sie im selben Shard liegt. Die anderen Shards laufen weiter.',
        ],
      },
    },
    'who-waits': {
      title: 'Überholt',
      text: [
        'Sehen Sie in den Stream. `order#20` wurde um 09:00:06 aufgegeben und schlägt weiter fehl. `order#3` wurde vier Sekunden später bezahlt, und das ist längst gepackt.',
        'Eine spätere Änderung hat also eine frühere überholt, und daran ist nichts falsch. DynamoDB verspricht eine Reihenfolge für jedes *Item*: Änderungen desselben Items kommen in der Reihenfolge, in der sie gemacht wurden. Zwischen Items verspricht es nichts.',
        'Oft heißt es „geordnet nach dem Partitionsschlüssel“. Das ist mehr als das Versprechen. Innerhalb eines Shards werden Sie eine Reihenfolge über Items hinweg sehen, aber bauen Sie nicht darauf.',
      ],
    },
    'two-more': {
      title: 'Trotzdem bezahlt und versandt',
      text: [
        'Der Laden weiß nichts vom Fehlschlag. Um 09:00:16 wird `order#20` bezahlt, eine Sekunde später versandt. Lassen Sie die Zeit laufen.',
        '{consumers.Packing.records.pending} Änderungen warten jetzt in diesem Shard. Die Funktion wurde mit `order#20` allein aufgerufen, wieder und wieder, mit längeren und längeren Pausen. Sie darf „versandt“ nicht sehen, ehe sie „aufgegeben“ gesehen hat.',
      ],
    },
    'heal-it': {
      title: 'Nun Sie',
      text: [
        'Bringen Sie die Funktion in Ordnung und sehen Sie, in welcher Reihenfolge die wartenden Änderungen gehen.',
      ],
      task: {
        ask: 'Auf der Karte von Packing leuchtet der Knopf Gift. Drücken Sie ihn, um zu heilen, was fehlschlägt. Lassen Sie dann die Zeit laufen.',
        hint: 'Die Karte sagt, wann der nächste Versuch fällig ist: Jede Pause ist doppelt so lang wie die letzte. Der Schritt ist getan, wenn nichts mehr wartet.',
        done: 'Alle, von der ältesten an. Der nächste Schritt geht in der eigenen Welt der Lektion weiter, um 09:00:45.',
      },
    },
    'what-held': {
      title: 'Zurückgeblickt',
      text: [
        'Vierzehn Änderungen und mehr sind durch vier Shards gekommen, und einer davon stand eine halbe Minute still.',
      ],
      question: {
        ask: 'Was galt die ganze Zeit?',
        choices: {
          item: 'Änderungen derselben Bestellung wurden in der Reihenfolge bearbeitet, in der sie gemacht wurden',
          kept: 'Jede Änderung wurde am Ende bearbeitet',
          table: 'Keine Änderung wurde vor einer früheren der Tabelle bearbeitet',
          soon: 'Jede Änderung wurde binnen zwei Sekunden bearbeitet',
        },
        after: [
          'Das Erste ist das Versprechen. Das Zweite folgt daraus, dass noch einmal versucht wird, solange die Records leben. Die anderen beiden verspricht niemand: Eine Änderung brauchte mehr als eine halbe Minute.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Ein Stream ist nicht eine Warteschlange, sondern mehrere, eine für jede Partition. Jede wird in ihrer Reihenfolge gelesen, ein Batch auf einmal; aufeinander warten sie nicht.',
        'Was in einem Shard schiefgeht, hält diesen Shard an und nichts sonst. Und verlassen darf man sich auf die Reihenfolge der Änderungen eines Items.',
        'Shards leben nicht ewig. Woher sie kommen und was auf sie folgt, ist die nächste Lektion.',
      ],
    },
  },
};
