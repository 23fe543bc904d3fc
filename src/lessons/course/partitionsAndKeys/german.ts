/** The words of lesson 5, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'four-partitions': {
      title: 'Eine Tabelle ist zerteilt',
      text: [
        '`Readings` hat, was Geräte melden. DynamoDB hält eine Tabelle in *Partitionen*, jede auf eigenen Maschinen. Eine Tabelle ist nur so schnell wie ihre Partitionen zusammen. Diese ist *On-Demand*: Sie wird nach Anfragen bezahlt und beginnt mit vieren davon.',
        'Ihr Schlüssel hat zwei Attribute. `device` ist der *Partitionsschlüssel*, `at` der *Sortierschlüssel*: Ein Gerät kann viele Messwerte haben, zu verschiedenen Zeiten.',
        'Wer entscheidet, in welcher Partition ein Messwert liegt? Niemand kann bestimmen, wohin er kommt. Aber man kann lernen, es vorauszusehen.',
      ],
    },
    'one-device': {
      title: 'Vier Messwerte eines Geräts',
      text: [
        '`device#7` meldet viermal. Die Tabelle ist leer, und ihre vier Partitionen sind gleich.',
      ],
      question: {
        ask: 'Wo werden die vier Messwerte liegen?',
        choices: {
          spread: 'Einer in jeder Partition, sodass keine mehr hat als eine andere',
          together: 'Alle in derselben Partition',
          halves: 'Zwei in einer und zwei in einer anderen',
        },
        worlds: {
          spread: 'Hier melden vier verschiedene Geräte je einmal: 7, 1, 4 und 3.',
          halves: 'Hier melden zwei Geräte je zweimal.',
        },
        after: [
          'DynamoDB rechnet einen *Hash* des Partitionsschlüssels aus: eine Zahl, die nach Zufall aussieht, für denselben Schlüssel aber immer dieselbe ist. Jede Partition hat eine Strecke dieser Zahlen. Ein Gerät ist also eine Partition, immer.',
          'Darin sind die Messwerte nach `at` sortiert. Wählen Sie den Namen der Tabelle und öffnen Sie den Inspektor: Er zeichnet den Hash als Ring, mit dem Anteil jeder Partition. (Unser Hash ist ein anderer als der von AWS; der ist nicht öffentlich.)',
        ],
      },
    },
    'many-devices': {
      title: 'Vierhundert Geräte',
      text: ['Nun melden vierhundert Sensoren, jeder einmal. Die Zeit geht bis 09:00:41.'],
      question: {
        ask: 'Wie viele Messwerte wird die zweite Partition haben?',
        unit: 'Messwerte in Partition 2',
        after: [
          'Etwa ein Viertel. Niemand hat sie ausgeteilt; ein guter Hash tut das von selbst, solange es viele verschiedene Schlüssel gibt. Je mehr Schlüssel, desto gleichmäßiger.',
        ],
      },
    },
    'your-turn': {
      title: 'Nun Sie',
      text: ['Wählen Sie ein Gerät, und raten Sie seine Partition.'],
      task: {
        ask: 'Speichern Sie einen Messwert: Öffnen Sie Neues Item (oder drücken Sie N), geben Sie ihm ein `device` und ein `at`, das die Tabelle nicht hat, und speichern Sie ihn.',
        hint: 'Schließen Sie das Formular (Esc), und die Zeit läuft von selbst weiter. Sehen Sie dann, welche Partition eines mehr hat. Ein zweiter Messwert desselben Geräts kommt auch dorthin.',
        done: 'Er ist gespeichert, in der Partition, die seinen Hash hat. Der nächste Schritt geht in der eigenen Welt der Lektion weiter, in der `device#9` gemeldet hat.',
      },
    },
    'too-hot': {
      title: 'Eine Kamera',
      text: [
        'Um 09:01:00 beginnt eine Kamera ihr Bild zu speichern, wieder und wieder unter demselben Schlüssel: 12-mal je Sekunde, fast 100 KB jedes Mal. Ein Schreiben kostet eine *Schreibeinheit* für jedes angefangene KB, das sind also beinahe 1.200 Einheiten je Sekunde.',
        'Die Tabelle mit vier Partitionen nimmt 4.000 Einheiten je Sekunde. Sonst schreibt kaum jemand.',
      ],
      question: {
        ask: 'Was geschieht in den ersten zehn Sekunden?',
        choices: {
          all: 'Alles wird gespeichert: Die Tabelle hat Platz für dreimal so viel',
          some: 'Manches Schreiben wird abgelehnt',
          splits: 'Die Partition teilt sich sofort, und es ist wieder Platz',
        },
        worlds: { all: 'Hier wird jedes Bild unter einem eigenen Schlüssel gespeichert.' },
        after: [
          'Eine Partition nimmt 1.000 Schreibeinheiten je Sekunde, so müßig die anderen auch sind. Was darüber hinausgeht, wird *gedrosselt*: abgelehnt, um noch einmal versucht zu werden. Bis jetzt waren das {partitions.Readings.throttledWrites} Schreibvorgänge. Ein solcher Schlüssel heißt *heiß*.',
        ],
      },
    },
    'the-split': {
      title: 'Fünf Minuten später',
      text: [
        'Es bleibt heiß. Lassen Sie fünf Minuten vergehen und achten Sie auf die Zahl der Partitionen.',
        'Eine Partition, die nah an ihrer Grenze bleibt, wird geteilt: Zwei Partitionen teilen sich, was sie hatte. Diese *Teilung* geschieht, während die Tabelle benutzt wird, und niemand muss darum bitten. Auch der Shard des Streams ist zweien gewichen; davon handeln die nächsten Lektionen. (Dass es fünf Minuten dauert, nehmen wir an. AWS sagt nicht, wie lange.)',
      ],
    },
    'after-the-split': {
      title: 'Ist es geheilt?',
      text: [
        'Es gibt jetzt eine Partition mehr, die Tabelle nimmt also 5.000 Einheiten je Sekunde. Die Kamera macht weiter wie zuvor.',
      ],
      question: {
        ask: 'Was wird in den nächsten neun Sekunden aus ihrem Schreiben?',
        choices: {
          cured: 'Alles wird gespeichert',
          'goes-on': 'Manches wird noch immer abgelehnt',
        },
        after: [
          'Ein Schlüssel mit einem Item bleibt in einer Partition, so viele es auch gibt. Eine Teilung befreit einige seiner Nachbarn von ihm; am Ende hat er vielleicht eine Partition für sich. Aber mehr als 1.000 Einheiten je Sekunde bekommt er nie.',
          'Mehr Kapazität hilft hier nicht. Mehr Schlüssel helfen: `camera#0/1`, `camera#0/2` und so fort.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Der Hash des Partitionsschlüssels bestimmt die Partition. Viele verschiedene Schlüssel verteilen sich von selbst; ein Schlüssel bleibt an einem Ort. Eine Partition nimmt 1.000 Schreibeinheiten und 3.000 Leseeinheiten je Sekunde und teilt sich, wenn sie nah an ihrer Grenze bleibt. Zusammengelegt werden Partitionen nie wieder.',
        'Von {tables.Readings.items} Items hat jedes einen Platz, der aus seinem Schlüssel folgt. Die nächste Lektion zeigt, warum das für jeden zählt, der den Stream liest.',
      ],
    },
  },
};
