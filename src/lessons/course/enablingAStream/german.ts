/** The words of lesson 3, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'no-stream': {
      title: 'Eine Tabelle ohne Stream',
      text: [
        '`Customers` ist eine Tabelle wie jede andere. Drei Kundinnen und Kunden sind darin, und eine vierte, Dora, wird nach einer Sekunde gespeichert. Lassen Sie die Zeit laufen.',
        'Dora ist gespeichert, und das ist alles. Nichts wird davon aufgeschrieben: Eine Tabelle hat keinen Stream, bis jemand einen einschaltet.',
      ],
    },
    enable: {
      title: 'Der Stream wird eingeschaltet',
      text: [
        'Nun ruft die Besitzerin `UpdateTable` mit `StreamEnabled=true` auf. Einige Sekunden ist der Stream `ENABLING`. Dann hat er einen eigenen ARN, der mit dem Augenblick endet, in dem er entstand.',
        'Derweil schreibt niemand.',
      ],
      question: {
        ask: 'Vier Kunden sind in der Tabelle. Wie viele Records hat der neue Stream?',
        choices: {
          four: 'Vier, einen für jeden Kunden',
          one: 'Einen: Nur Dora wurde durch einen Aufruf gespeichert, den wir sahen',
          none: 'Keinen',
        },
        worlds: {
          four: 'Hier wird zuerst der Stream eingeschaltet, und dann werden die vier gespeichert.',
          one: 'Hier wird zuerst der Stream eingeschaltet, und dann Dora gespeichert.',
        },
        after: [
          'Ein Stream hat Änderungen, die nach dem Einschalten gemacht werden. Er ist keine Kopie der Tabelle. Die vier sind hohl gezeichnet, weil kein Record von ihnen erzählt.',
          'Wer auch sie braucht, muss die Tabelle einmal lesen: ein Export oder ein Scan, *Backfill* genannt.',
        ],
      },
    },
    'an-old-item': {
      title: 'Eine alte Kundin zieht um',
      text: [
        'Ada, `customer#1`, war vor dem Stream in der Tabelle. Nun zieht sie von Athen nach Aarhus.',
      ],
      question: {
        ask: 'Was bekommt der Stream?',
        choices: {
          insert: 'Ein INSERT: Er hört zum ersten Mal von Ada',
          modify: 'Ein MODIFY',
          nothing: 'Nichts: Er kennt Ada nicht',
        },
        worlds: {
          insert: 'Hier wird eine Kundin gespeichert, die nicht in der Tabelle war.',
          nothing: 'Hier „zieht“ Ada nach Athen, wo sie schon wohnt.',
        },
        after: [
          'Der Name des Ereignisses sagt, was in der Tabelle geschah, nicht wovon der Stream schon gehört hat. Ein Leser kann ein `MODIFY` eines Items treffen, das er nie gesehen hat.',
        ],
      },
    },
    'what-it-tells': {
      title: 'Was dieser Record erzählen kann',
      text: [
        'Beim Einschalten eines Streams wird sein *View type* gewählt: was jeder Record vom Item trägt. Es gibt vier: `KEYS_ONLY`, `NEW_IMAGE`, `OLD_IMAGE` und `NEW_AND_OLD_IMAGES`. Unsere Besitzerin hat `NEW_IMAGE` gewählt.',
      ],
      question: {
        ask: 'Was kann ein Leser aus dem Record von Adas Umzug erfahren?',
        choices: {
          which: 'Welche Kundin es war',
          now: 'Wo sie jetzt wohnt',
          before: 'Wo sie vorher wohnte',
          who: 'Wer die Änderung gemacht hat',
        },
        worlds: {
          before: 'Hier wurde der Stream mit `NEW_AND_OLD_IMAGES` eingeschaltet.',
        },
        after: [
          'Der Schlüssel ist in jedem Record, welcher View type es auch sei. Das alte Abbild ist in diesem nicht. Wer den Aufruf machte, steht in keinem: Muss ein Leser es wissen, muss die Anwendung es ins Item schreiben.',
          'Wählen Sie die Raute im Stream und öffnen Sie den Inspektor: Er zeigt diese Änderung unter jedem der vier View types.',
        ],
      },
    },
    edit: {
      title: 'Es sich anders überlegen',
      text: [
        'Es stellt sich heraus, dass ein Leser auch die alte Adresse braucht. Also ruft die Besitzerin `UpdateTable` noch einmal auf, mit `NEW_AND_OLD_IMAGES`. Der Stream ist an.',
      ],
      question: {
        ask: 'Was wird DynamoDB tun?',
        choices: {
          changes: 'Den View type ändern, für Records von jetzt an',
          second: 'Einen zweiten Stream anlegen',
          refuses: 'Den Aufruf ablehnen',
        },
        worlds: {
          second: 'Hier wird der erste Stream vor dem Aufruf ausgeschaltet.',
        },
        after: [
          'Der View type eines Streams lässt sich nicht ändern. Der Aufruf ist eine `ValidationException`, und der Stream bleibt, wie er ist. (Eine ältere Anleitung spricht von `ResourceInUseException`; die heutige API-Referenz nicht.)',
        ],
      },
    },
    disable: {
      title: 'Aus',
      text: [
        'Der Stream muss also zuerst ausgeschaltet werden: `StreamEnabled=false`. Lassen Sie die Zeit laufen.',
        'Sein Shard wird geschlossen, und nichts kommt mehr hinzu. Adas Record lässt sich noch lesen, bis er 24 Stunden alt ist. Niemand kann ihn früher entfernen.',
      ],
    },
    'your-turn': {
      title: 'Nun Sie',
      text: ['Schalten Sie einen Stream ein, der beide Abbilder trägt.'],
      task: {
        ask: 'Öffnen Sie die Konsole (oder drücken Sie T) und führen Sie aus: `aws dynamodb update-table --table-name Customers --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES`',
        hint: 'Tab ergänzt Namen beim Tippen. Der Schritt ist getan, wenn ein Stream eingeschaltet ist.',
        done: 'Ein neuer Stream, mit einem eigenen ARN. Der nächste Schritt geht in der eigenen Welt der Lektion weiter, in der er eine halbe Minute nach neun eingeschaltet wurde.',
      },
    },
    'both-images': {
      title: 'Ein anderer Stream',
      text: [
        'Ben zieht von Bern nach Basel. Lassen Sie die Zeit laufen.',
        'Sein Record kommt in den neuen Stream, mit beiden Abbildern. Adas ist noch im alten. Nichts führt vom einen zum anderen: Eine Lambda-Funktion, die den alten ARN liest, erführe nichts von Ben, und niemand würde es merken.',
      ],
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Ein Stream wird an einer Tabelle eingeschaltet und hat, was sich von da an ändert. Er hat nicht, was vorher da war, nicht, wer etwas geändert hat, kein Lesen, und nichts, was älter ist als 24 Stunden.',
        'Sein View type bestimmt, was ein Record trägt, solange der Stream lebt. Ein anderer View type heißt ein anderer Stream, ein anderer ARN, und jeder Leser neu eingerichtet. Denken Sie also an Ihre Leser, ehe Sie wählen.',
      ],
    },
  },
};
