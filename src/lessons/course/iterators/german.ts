/** The words of lesson 8, in German. */
import type { LessonWords } from '../../lesson.ts';

export const german: LessonWords = {
  steps: {
    'five-records': {
      title: 'Von Hand lesen',
      text: [
        'Fünf Bestellungen werden binnen fünf Sekunden aufgegeben. Lassen Sie die Zeit laufen. Ihre Records liegen im Stream, und niemand liest sie: Die Funktion `Report` ist da, aber ihr Lesen ist ausgeschaltet.',
        'Also lesen Sie von Hand. Das braucht zwei Aufrufe. `GetShardIterator` gibt einen *Iterator*: eine Stelle in einem Shard. `GetRecords` gibt, was von dort an liegt, höchstens 1.000 Records oder 1 MB, und den Iterator, mit dem es weitergeht. Keiner von beiden nimmt etwas von der Kapazität der Tabelle.',
      ],
    },
    'take-one': {
      title: 'Nun Sie',
      text: [
        'Verlangen Sie einen Iterator beim ältesten Record. Diese Stelle heißt *TRIM_HORIZON*.',
      ],
      task: {
        ask: 'Öffnen Sie die Konsole (oder drücken Sie T) und führen Sie aus: `aws dynamodbstreams get-shard-iterator --stream-arn arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-05T09:00:00.000 --shard-id shardId-00000001767603600000-b3e36c24 --shard-iterator-type TRIM_HORIZON`',
        hint: 'Tab ergänzt Namen, auch den ARN. Wenn Sie mögen, lesen Sie damit: `aws dynamodbstreams get-records --shard-iterator` und den Text, den Sie bekommen haben.',
        done: 'Ein Iterator hängt unter dem Shard, bei dem Record, auf den er zeigt. Sein Zifferblatt leert sich mit seinem Alter.',
      },
    },
    'at-a-time': {
      title: 'Wo kann man beginnen?',
      text: [
        'Vier Stellen gibt es, an denen man beginnen kann: beim ältesten Record (`TRIM_HORIZON`), nach dem neuesten (*LATEST*), bei einer Sequence number oder nach einer. Ein Programm verlangt jetzt `LATEST`.',
        'Ein anderes will alles seit drei Sekunden nach neun. Für Kinesis Data Streams gibt es dafür ein `AT_TIMESTAMP`. Das versucht es hier.',
      ],
      question: {
        ask: 'Was bekommt es?',
        choices: {
          given: 'Einen Iterator wie jeden anderen',
          refused: 'Eine Ablehnung',
        },
        worlds: { given: 'Hier verlangt es `TRIM_HORIZON`.' },
        after: [
          'In einen Stream von DynamoDB kann man nicht zu einer Zeit einsteigen. Wer bei einer Zeit beginnen will, beginnt beim ältesten Record und übergeht, was zu früh ist.',
        ],
      },
    },
    'too-old': {
      title: 'Siebzehn Minuten später',
      text: [
        'Das erste Programm hat seinen Iterator auf `LATEST`, um 16 Sekunden nach neun geholt, und behält ihn. `order#6` wird eine halbe Minute nach neun aufgegeben. Um 09:17 kommt das Programm zurück und ruft `GetRecords` auf.',
      ],
      question: {
        ask: 'Was bekommt es?',
        choices: {
          sixth: 'order#6, und was seither kam',
          empty: 'Eine leere Antwort',
          refused: 'Eine Ablehnung',
        },
        worlds: {
          sixth: 'Hier kommt es nach zehn Minuten zurück.',
          empty: 'Hier kommt es nach zehn Minuten zurück, und niemand hat etwas bestellt.',
        },
        after: [
          'Ein Iterator gilt 15 Minuten; dann gibt es eine `ExpiredIteratorException`. Die Records sind noch da. Das Programm muss einen anderen Iterator verlangen, nach der letzten Sequence number, die es gesehen hat. Ein Leser sollte sich also Sequence numbers merken, nicht Iteratoren.',
          'Und eine leere Antwort ist kein Ende. Sie sagt, dass noch nichts da ist, und bringt den Iterator mit, mit dem man wieder fragt.',
        ],
      },
    },
    'switched-off': {
      title: 'Ein Tag Pause',
      text: [
        'Etwa vier Bestellungen kommen in der Stunde, Tag und Nacht. `Report` bleibt bis zehn Uhr am nächsten Morgen ausgeschaltet, 25 Stunden lang. Dann wird es eingeschaltet und beginnt beim ältesten Record.',
      ],
      question: {
        ask: 'Was bekommt Report?',
        choices: {
          all: 'Jede Bestellung: Ein Stream behält, was nicht gelesen wurde',
          some: 'Die Bestellungen der letzten 24 Stunden',
          none: 'Nichts: Was kam, während es aus war, ist vorbei',
        },
        worlds: {
          all: 'Hier wird es nach zwanzig Stunden eingeschaltet.',
          none: 'Hier schaltet es niemand ein.',
        },
        after: [
          'Ein Record bleibt 24 Stunden, gelesen oder nicht, und dann fällt er weg. Das ist die *Aufbewahrung*. Länger machen lässt sie sich nicht, was immer Sie von sieben Tagen gelesen haben: Die gehören zu Kinesis Data Streams.',
          '{consumers.Report.records.succeeded} Bestellungen kamen in den Bericht. {consumers.Report.records.expired} waren zu alt: kein Fehler, keine Meldung, einfach fort. Ein Leser, der einen Tag still steht, verliert Daten.',
        ],
      },
    },
    trimmed: {
      title: 'Die erste Bestellung',
      text: [
        'Jemand hat sich die Sequence number des allerersten Records gemerkt und verlangt jetzt einen Iterator bei ihr: `AT_SEQUENCE_NUMBER`.',
      ],
      question: {
        ask: 'Was wird die Antwort sein?',
        choices: {
          next: 'Ein Iterator beim ältesten Record, der noch da ist',
          refused: 'Eine Ablehnung',
        },
        worlds: { next: 'Hier verlangt der Aufruf `TRIM_HORIZON`.' },
        after: [
          '`TrimmedDataAccessException`: Was weggefallen ist, lässt sich nicht verlangen, und DynamoDB gibt nicht still etwas anderes dafür. So kann ein Leser erfahren, dass er etwas verpasst hat.',
        ],
      },
    },
    'what-you-saw': {
      title: 'Was Sie gesehen haben',
      text: [
        'Ein Iterator ist eine Stelle in einem Shard und gilt 15 Minuten. Eine Sequence number gilt so lange, wie ihr Record lebt. Ein Record lebt 24 Stunden.',
        'Lambda holt und erneuert Iteratoren für Sie. Was es nicht kann: lesen, was weggefallen ist. Es kommt also darauf an, wie weit ein Leser zurückliegt, und nach 24 Stunden ist seine Frist zu Ende.',
      ],
    },
  },
};
