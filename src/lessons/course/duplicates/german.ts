/** The words of lesson 16, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'once-and-once': {
      title: 'Einmal im Stream',
      text: [
        'Jede Änderung steht einmal im Stream. Aber eine Funktion kann sie mehr als einmal bekommen: wenn ein Versuch fehlschlägt, wenn eine Hälfte abgeteilt wird, wenn ein Mapping geändert wird. Das heißt *mindestens einmal*.',
        '`Worker` tut für eine Bestellung drei Dinge. Sie legt eine Nachricht in die Queue `packing.fifo`, sie legt die Bestellung in den Suchindex, und sie sendet eine Mail.',
        'Sie kann auch abstürzen.',
      ],
    },
    'the-crash': {
      title: 'Unterwegs abgestürzt',
      text: [
        'Drei Bestellungen kommen herein, als ein Batch. Während die Funktion arbeitet, geht ihre Umgebung verloren: Einige Wirkungen sind geschehen, andere nicht. Lambda bekommt keine Antwort, gibt also eine Sekunde später den ganzen Batch einer neuen Umgebung, und die kommt durch.',
      ],
      question: {
        ask: 'Was wird danach nicht stimmen?',
        choices: {
          mails: 'Kundinnen haben dieselbe Mail zweimal bekommen',
          messages: 'In der Queue sind mehr als drei Nachrichten',
          index: 'Der Suchindex zeigt nicht, was die Tabelle hat',
        },
        after: [
          'Der zweite Versuch weiß nichts vom ersten und tut alles noch einmal: {targets.Mails.repeatedEffects} Mails und {targets.Packing.repeatedEffects} Nachrichten zu viel.',
          'Der Index ist, wie er sein soll. Ein Dokument wird unter dem Schlüssel seiner Bestellung gespeichert, und es noch einmal zu speichern ändert nichts. Eine solche Wirkung ist *idempotent*: Zweimal getan ist so gut wie einmal. Eine Mail ist es nicht, und SES kennt kein „das hast du schon gesendet“.',
        ],
      },
    },
    'mark-first': {
      title: 'Es vorher vermerken?',
      text: [
        'Ein Mittel liegt nahe: Ehe die Funktion eine Mail sendet, schreibt sie in eine Tabelle, für welche Änderung sie ist: einen *Vermerk*. Ist der Vermerk schon da, so sendet sie nicht.',
        'So macht sie es jetzt. Eine weitere Bestellung kommt herein, `order#4`, und wieder geht die Umgebung verloren: nach dem Vermerk, vor der Mail.',
      ],
      question: {
        ask: 'Wie viele Mails bekommt die Kundin von order#4?',
        choices: { one: 'Eine', two: 'Zwei', none: 'Keine' },
        worlds: {
          one: 'Hier geht die Umgebung nicht verloren.',
          two: 'Hier wird zuletzt vermerkt, nach der Mail, und dazwischen geht die Umgebung verloren.',
        },
        after: [
          'Der zweite Versuch findet den Vermerk, glaubt ihm und sendet nicht. Lambda zählt den Record als erledigt. Nichts ist fehlgeschlagen, und niemand wird es je erfahren.',
          'Ein Vermerk, der zuerst geschrieben wird, macht aus mindestens einmal höchstens einmal. Zuletzt geschrieben, kann er wiederholen, verliert aber nichts. Wo beides zählt, müssen Wirkung und Vermerk eins sein: in einer Transaktion, oder in einem Dienst, der die Wiederholung an einem Schlüssel erkennt.',
        ],
      },
    },
    'your-guard': {
      title: 'Nun Sie',
      text: [
        'Eine FIFO-Queue ist ein solcher Dienst. Sie nimmt mit jeder Nachricht eine Deduplication-ID, und eine Nachricht, deren ID sie gesehen hat, wird nicht noch einmal gespeichert. Die Sequence number des Records ist eine gute ID: Eine Wiederholung hat dieselbe.',
        'Noch sendet die Funktion keine. Um 09:00:45 kommen drei Bestellungen herein, und die Umgebung geht wieder verloren.',
      ],
      task: {
        ask: 'Wählen Sie den Namen `Worker` auf seiner Karte, dann Einstellungen ändern. Wählen Sie für die erste Wirkung, `Enqueue`, den Schutz `FifoDeduplication`, und wenden Sie es an.',
        hint: 'Die Zeit läuft zwei Sekunden in einer. Der Schritt ist getan, wenn der Batch noch einmal versucht wurde, durchkam, und nur drei Nachrichten dazugekommen sind. Kamen die Bestellungen vor Ihrer Änderung, so beginnen Sie den Schritt noch einmal.',
        done: 'Die Wiederholungen wurden gesendet, und die Queue nahm sie nicht. Mails wurden wiederholt wie zuvor: SES hat keine solche ID.',
      },
    },
    'five-minutes': {
      title: 'Wie lange sie sich erinnert',
      text: [
        'Um 09:01:10 kommt noch eine Bestellung, und diesmal geht die Funktion bei jedem Versuch verloren, sechseinhalb Minuten lang. Jeder Versuch sendet zuerst die Nachricht für `packing.fifo`. Am Ende wurde es mehr als zehnmal versucht.',
      ],
      question: {
        ask: 'Wie viele Nachrichten gibt es dann für diese eine Bestellung?',
        choices: {
          one: 'Eine: Die Queue kennt die ID',
          two: 'Zwei',
          each: 'Eine für jeden Versuch',
        },
        worlds: {
          one: 'Hier arbeitet die Funktion nach drei Minuten wieder.',
          each: 'Hier wird keine Deduplication-ID gesendet.',
        },
        after: [
          'Eine FIFO-Queue erinnert sich fünf Minuten an eine ID. Der Versuch danach galt als etwas Neues.',
          'Sie schützt also vor den Wiederholungen eines ungeduldigen Augenblicks, nicht vor einem Mapping, das eine Stunde lang versucht. Dafür führen Sie den Vermerk selbst, mindestens so lange, wie ein Record wiederkommen kann.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Nichts liefert genau einmal in die Welt hinaus. Was es gibt, ist mindestens einmal, und Wirkungen, die das vertragen: unter einem Schlüssel gespeichert, nach Version oder ID abgelehnt, oder zusammen mit dem vermerkt, was sie tun.',
        'Das war die letzte Lektion dieses Teils. Sie haben eine Änderung gesehen, von ihrem Schreiben bis zu ihren Wirkungen, und das meiste, was unterwegs geschehen kann. Nun üben Sie: Die Fragen der Prüfungen warten, jede mit einer Welt dahinter.',
      ],
    },
  },
};
