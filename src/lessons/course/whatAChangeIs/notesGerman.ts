/** What a teacher may say in lesson 1, in German. */
import type { SpeakerNotes } from '../../speakerNotes.ts';

export const notes: SpeakerNotes = {
  'the-table': [
    'Eine halbe Minute. Fragen Sie, wer schon mit einer Tabelle in DynamoDB gearbeitet hat und wer je herausfinden musste, was sich in einer geändert hat. Nennen Sie die drei Dinge auf der Bühne von links nach rechts: Tabelle, Stream, Funktion.',
    'Sagen Sie, dass die Zeit steht, bis Sie sie laufen lassen. Was folgt, ist kein Film: Ein Simulator rechnet es aus, und alle können denselben Schritt auf dem eigenen Gerät öffnen (Q zeigt den Code).',
  ],
  'the-put': [
    'Lassen Sie die Zeit laufen und sagen Sie die ersten Sekunden nichts. Folgen Sie dann dem Kreis mit dem Finger: Schreiber, Tabelle, Stream, Funktion, Index. Noch einmal, wenn jemand fragt, wo er geblieben ist.',
    'Darauf kommt es an: Die Tabelle speichert das Item, und im selben Augenblick ist der Record im Stream. Die Funktion erfährt es später. Zwei Uhren, eine Änderung.',
  ],
  'the-update': [
    'Lassen Sie abstimmen, ehe sich etwas bewegt, und fragen Sie aus jedem Lager jemanden nach dem Grund. Der übliche Irrtum ist das Paar: Wer Trigger kennt oder Dateien vergleicht, erwartet ein Löschen und ein Einfügen.',
    'Zeigen Sie danach die Welt mit dem Paar: Dort löscht die Anwendung wirklich und speichert neu. Am Ende dasselbe Item, aber zwei Records statt einem. Was der Stream sagt, hängt davon ab, was aufgerufen wurde.',
  ],
  'two-images': [
    'Wählen Sie die Raute auf der Bühne und lesen Sie die zwei Abbilder vor: Nur `Status` ist anders. Fragen Sie, was ein Leser mit dem neuen Abbild allein nicht wüsste. (Wie es vorher war, also auch, welche Einträge im Index veraltet sind.)',
    'Falls jemand fragt: Die Ansicht wird gewählt, wenn der Stream eingeschaltet wird. Lektion 3 wählt sie mit Absicht falsch.',
  ],
  'the-same-again': [
    'Diese Frage beantworten die meisten falsch, auch nach Jahren der Erfahrung. Lassen Sie die Abstimmung einen Augenblick stehen und fragen Sie: Wer bezahlt ein Schreiben, das nichts ändert?',
    'Der Irrtum heißt „ein Aufruf, ein Record“. Nach der Auflösung: Geschrieben wurde, bezahlt wird es, die Tabelle zählt {tables.Todos.writes.noOp} davon, und der Stream schweigt. Wer Records zählt, hat keine Aufrufe gezählt.',
  ],
  'your-own': [
    'Lassen Sie jemanden einen Schlüssel nennen, den die Tabelle nicht hat. Weiter speichert `T1002` für Sie; wer es lieber von Hand zeigt, verlässt die Vorführung (Esc), drückt N und kommt mit *Vorführen* zurück.',
    'Und wenn es den Schlüssel schon gibt? Dann ist es ein MODIFY, oder gar nichts, wenn jedes Attribut gleich ist: die beiden Schritte davor.',
  ],
  'which-of-them': [
    'Es können mehrere richtig sein: Lassen Sie zu jeder Zeile, die stimmt, die Hand heben. Wer bei der letzten Frage dabei war, weiß es; so hat es jeder einmal gesagt.',
  ],
  'what-you-saw': [
    'Lassen Sie jemanden den Satz mit eigenen Worten sagen: eine wirksame Änderung an einem Item, ein Record; keine Änderung, kein Record. Fragen Sie dann, wie es jemandem erginge, der nur alle dreißig Sekunden in die Tabelle schauen darf, und lassen Sie die Frage offen: Sie ist die nächste Lektion.',
  ],
};
