/** The words of lesson 4, in German. */
import type { LessonWords } from '../../lesson.ts';

const members = {
  keys: '`Keys`: der Schlüssel der Bestellung',
  new: '`NewImage`: die Bestellung, wie sie jetzt ist',
  old: '`OldImage`: die Bestellung, wie sie war',
  who: '`userIdentity`: wer sie geändert hat',
};

export const german: LessonWords = {
  steps: {
    'one-record': {
      title: 'Ein Record, Teil für Teil',
      text: [
        'Ein Laden speichert `order#1`. Lassen Sie die Zeit laufen. Wählen Sie dann den Kreis im Stream und öffnen Sie den Inspektor: Er zeigt den Record, wie eine Funktion ihn bekommt. Die Zeile über der Bühne bringt Sie zurück.',
        'Außen steht, was geschah (`eventName`), zu welchem Stream er gehört (`eventSourceARN`), und eine eigene Kennung (`eventID`). Innen, unter `dynamodb`, steht die Änderung: ihr Schlüssel, ihre Abbilder, ihre *Sequence number*, ihre Größe, und wann sie gemacht wurde.',
        'Dieser Stream trägt beide Abbilder. Aber eine neue Bestellung war nie etwas anderes, also hat ihr Record kein `OldImage`: Es ist nicht leer, es ist nicht da.',
      ],
    },
    'the-update': {
      title: 'Die Bestellung wird bezahlt',
      text: ['Nun wird `status` von `placed` auf `paid` gesetzt.'],
      question: {
        ask: 'Was davon wird ihr Record haben?',
        choices: members,
        after: [
          'Beide Abbilder, und jedes ganz: nicht nur das Attribut, das gesetzt wurde. Was sich geändert hat, muss der Leser herausfinden, indem er beide vergleicht.',
        ],
      },
    },
    'the-delete': {
      title: 'Die Bestellung wird zurückgezogen',
      text: ['Als Nächstes wird `order#1` gelöscht.'],
      question: {
        ask: 'Was davon wird der Record der Löschung haben?',
        choices: members,
        worlds: { new: 'Hier wird die Bestellung bezahlt, statt gelöscht.' },
        after: [
          'Ein `REMOVE` hat das alte Abbild und kein neues. Es ist die letzte Gelegenheit zu sehen, was das Item war. Ein Stream mit `NEW_IMAGE` sagte nicht mehr als seinen Schlüssel.',
          'Wer gelöscht hat, steht nirgends. `userIdentity` ist nur da, wenn ein Dienst die Änderung gemacht hat, etwa wenn ein Item abläuft. Davon handelt Lektion 9.',
        ],
      },
    },
    'the-size': {
      title: 'Wie groß ist ein Record?',
      text: [
        'Jemand gibt `order#2` auf, mit einer Notiz von 1.000 Buchstaben, und bezahlt sofort. Die Änderung setzt vier Buchstaben: `paid`.',
        'Jeder Record sagt, wie groß er ist: `SizeBytes`.',
      ],
      question: {
        ask: 'Wie viele Bytes wird der Record der Bezahlung haben?',
        unit: 'Bytes',
        after: [
          '`SizeBytes` zählt den Schlüssel und die Abbilder, die da sind. Die Notiz steht im alten Abbild und im neuen, zählt also doppelt. Es ist weder die Größe des Items noch die der Änderung.',
          'Mit `KEYS_ONLY` wären es etwa zehn Bytes. Eine Antwort von `GetRecords` fasst höchstens 1 MB; die Abbilder entscheiden also, wie viele Records hineinpassen.',
        ],
      },
    },
    'the-number': {
      title: 'Wann, und in welcher Reihenfolge',
      text: [
        'Die Bestellung wird gepackt und dann versandt, eine halbe Sekunde nacheinander: 09:00:09.2 und 09:00:09.7. `ApproximateCreationDateTime` eines Records hat ganze Sekunden, abgerundet. Beide sagen also 09:00:09, und die Zeit verrät nicht, was zuerst war.',
        'Sequence numbers verraten es. Sie steigen mit jeder Änderung eines Items. Sie kommen als Text, lauter Ziffern.',
      ],
      question: {
        ask: 'Eine `Number` in JavaScript hat etwa 16 Ziffern genau. Hat sie eine solche Sequence number?',
        choices: {
          fits: 'Ja, genau',
          rounds: 'Nein: Sie rundet, und zwei können gleich aussehen',
        },
        after: [
          'Hier hat eine Sequence number {lastRecord.Orders.sequenceDigits} Ziffern; AWS erlaubt 21 bis 40. Vergleichen Sie sie als `BigInt`, oder nach der Länge und dann als Text.',
          'Sehen Sie sich die beiden neuesten Records im Inspektor an: dieselbe Sekunde, und verschiedene Nummern.',
        ],
      },
    },
    'your-turn': {
      title: 'Nun Sie',
      text: ['Machen Sie einen Record, der ein altes Abbild hat und kein neues.'],
      task: {
        ask: 'Löschen Sie eine Bestellung: Öffnen Sie Neues Item (oder drücken Sie N), wählen Sie Delete, dann `order#2`, und löschen Sie sie.',
        hint: 'Schließen Sie das Formular (Esc), und die Zeit läuft von selbst weiter. Wählen Sie dann das Kreuz im Stream und sehen Sie seinen Record an.',
        done: 'Da ist ihr `REMOVE`, mit der ganzen Bestellung im alten Abbild. Der nächste Schritt geht in der eigenen Welt der Lektion weiter, in der `order#2` auch gelöscht wurde.',
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Ein Record sagt, was geschah, mit welchem Schlüssel, und, wo es das gibt und der View type es trägt, wie das Item war und wie es ist. `INSERT` hat kein altes Abbild, `REMOVE` kein neues.',
        'Seine Größe ist die von Schlüssel und Abbildern. Seine Zeit ist eine ganze Sekunde, gut für Menschen. Nach seiner Sequence number richtet sich ein Programm, innerhalb eines Items.',
        'Der Bucket der Prüfung hat {targets.AuditBucket.size} Objekte aufbewahrt, eines für jeden Record, jedes nach seiner Sequence number benannt.',
      ],
    },
  },
};
