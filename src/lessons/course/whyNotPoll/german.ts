/** The words of lesson 2, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'two-ways': {
      title: 'Erzählt bekommen, oder fragen',
      text: [
        'Ein Laden hat seine Bestellungen in der Tabelle `Orders`. {tables.Orders.items} alte sind schon darin. Zwei Programme wollen wissen, was sich ändert.',
        'Eines liest den *Stream* der Tabelle und führt einen Suchindex. Das andere *fragt ab*: Alle 30 Sekunden scannt es die ganze Tabelle und verlangt die Bestellungen, deren `updated_at` nach seinem letzten Blick liegt. Ein solches Attribut heißt *Wassermarke*. Der Laden setzt es bei jedem Schreiben.',
        'Abfragen braucht keinen Stream, keine Shards und keine Funktion. Warum es nicht dabei lassen?',
      ],
    },
    'told-at-once': {
      title: 'Die erste Bestellung',
      text: [
        'Fünf Sekunden nach neun wird `order#1` aufgegeben. Sehen Sie, wer davon erfährt, und wann.',
        'Der Record im Stream ist binnen einer Sekunde gelesen, und die Bestellung lässt sich finden. Lambda sieht etwa viermal je Sekunde in jeden Shard; niemand muss bestimmen, wie oft gefragt wird. Der Scan hat noch nicht ein einziges Mal nachgesehen.',
      ],
    },
    'three-states': {
      title: 'Aufgegeben, bezahlt, versandt',
      text: [
        'Ehe der Scan zum ersten Mal nachsieht, um 09:00:30, wird die Bestellung bezahlt und dann versandt. Sie war also in drei Zuständen: aufgegeben, bezahlt, versandt.',
      ],
      question: {
        ask: 'Wie viele der drei Zustände wird der Scan liefern?',
        choices: {
          all: 'Alle drei',
          last: 'Nur den letzten',
          none: 'Keinen davon',
        },
        worlds: {
          all: 'Hier sieht der Scan alle sieben Sekunden nach: mehr als viermal so viel Lesen, für dieselbe Bestellung.',
          none: 'Hier sieht der Scan einmal in der Minute nach, und hat es noch nicht getan.',
        },
        after: [
          'Eine Tabelle hat ein Item, wie es ist, nicht wie es war. Was zwischen zwei Blicken ersetzt wurde, ist fort: {pollers.Scan.missed.collapsed} Zustände wurden nie gesehen. Der Stream hat für jeden einen Record.',
          'Wer erfahren muss, wann eine Bestellung bezahlt ist, erfährt es von diesem Scan nicht.',
        ],
      },
    },
    'the-delete': {
      title: 'Eine Bestellung wird zurückgezogen',
      text: [
        'Eine zweite Bestellung kommt herein und wird bezahlt. Dazwischen wird `order#1` gelöscht. Dann sieht der Scan wieder nach, um 09:01:00.',
      ],
      question: {
        ask: 'Wer weiß um 09:01:01, dass order#1 fort ist?',
        choices: {
          stream: 'Der Stream: Er hat einen REMOVE-Record',
          index: 'Der Suchindex: Er hat eine Bestellung, die andere',
          scan: 'Der Scan: Er verpasst keine Löschung',
        },
        after: [
          'Ein Scan liefert Items. Was gelöscht ist, ist kein Item mehr; es gibt nichts zu liefern und kein `updated_at` zu vergleichen. Von den Löschungen bisher hat der Scan {pollers.Scan.missed.deletes} verpasst.',
          'Es gibt Auswege: Bestellungen als gelöscht markieren, statt sie zu löschen, oder die ganze Tabelle mit einer Kopie vergleichen. Beides lässt sich unter Vergleich ausprobieren.',
        ],
      },
    },
    'the-price': {
      title: 'Was ein Blick kostet',
      text: [
        'Der Scan hat zweimal nachgesehen. Er hat {pollers.Scan.seen} Bestellungen geliefert, die sich geändert hatten.',
        'Sein Filter, `updated_at` nach dem letzten Blick, gilt erst, wenn die Items gelesen sind.',
      ],
      question: {
        ask: 'Wie viele Items musste er lesen und bezahlen, um sie zu finden?',
        unit: 'gelesene Items',
        after: [
          'Ein Scan liest jedes Item der Tabelle, jedes Mal, ob sich etwas geändert hat oder nicht. Bezahlt wird, was gelesen wird, nicht was geliefert wird. Eine zehnmal so große Tabelle zu fragen kostet zehnmal so viel, bei denselben wenigen Änderungen.',
        ],
      },
    },
    'delete-one': {
      title: 'Nun Sie',
      text: ['Nehmen Sie selbst eine Bestellung fort, und sehen Sie, was aus der Nachricht wird.'],
      task: {
        ask: 'Löschen Sie eine der alten Bestellungen: Öffnen Sie Neues Item (oder drücken Sie N), wählen Sie Delete, wählen Sie eine Bestellung, und löschen Sie sie.',
        hint: 'Schließen Sie das Formular (Esc), und die Zeit geht von selbst weiter. Der Schritt ist getan, wenn das REMOVE im Stream ist.',
        done: 'Der Stream hat es. Der nächste Schritt geht in der eigenen Welt der Lektion weiter, in der archive#7 gelöscht wurde.',
      },
    },
    'the-next-look': {
      title: 'Der nächste Blick',
      text: [
        'Um 09:01:30 sieht der Scan zum dritten Mal nach. Lassen Sie die Zeit laufen, und sehen Sie, was er verpasst hat.',
      ],
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Von {streams.Orders.records.INSERT + streams.Orders.records.MODIFY + streams.Orders.records.REMOVE} Änderungen erfuhr die Funktion jede. Der Scan lieferte {pollers.Scan.seen} und las dafür {pollers.Scan.itemsEvaluated} Items.',
        'Öfter fragen macht den Verlust kleiner und die Rechnung größer. Seltener fragen tut das Umgekehrte. Ein Stream lässt Ihnen keine solche Wahl.',
        'Ein Scan ist weiterhin richtig, wo Sie nur den jetzigen Zustand wollen und Minuten nichts ausmachen.',
      ],
    },
  },
};
