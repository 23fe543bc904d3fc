import type { Translation } from '../../../projections/words/language.ts';
import type { builtInLabWords } from '../builtInLabs.ts';

export const builtInLab: Translation<typeof builtInLabWords> = {
  titles: {
    orders: 'Bestellungen, die in die Suche gelangen',
    todos: 'Ein To-do und seine zwei Änderungen',
    kinesis: 'Ein Stream und Kinesis, Seite an Seite',
    'stream-tells': 'Was ein Stream erzählt, und was nicht',
    'hot-key': 'Ein heißer Schlüssel teilt seine Partition',
    'seven-ways': 'Eine Wirkung, auf sieben Arten geschrieben',
    'study-guide': 'Auf der Befehlszeile verbinden',
  },
  summaries: {
    orders:
      'Bestellungen ändern sich; eine Funktion indiziert jede Änderung, hält sie fest und schreibt dem Kunden, während ein Scan mitzuhalten versucht.',
    todos:
      'Ein Item wird gespeichert, erledigt und noch einmal so gespeichert, wie es ist: zwei Records, und ein Schreibvorgang ohne einen.',
    kinesis:
      'Dieselben Änderungen über DynamoDB Streams und über Kinesis, das manche wiederholt und andere vertauscht.',
    'stream-tells':
      'Items aus der Zeit vor dem Stream, ein Schreibvorgang ohne Änderung, eine Transaktion, die in Teilen ankommt, Items, die ablaufen und spät verschwinden.',
    'hot-key':
      'Fast jeder Schreibvorgang gilt einem Schlüssel: Seine Partition weist ab, was zu viel ist, teilt sich nach fünf Minuten, und ihr Shard bekommt zwei Kinder.',
    'seven-ways':
      'Abstürze, Timeouts, Redrives, zwei zugleich: alles, was eine Wirkung noch einmal geschehen lässt, um sieben Arten zu vergleichen, sie zu schreiben.',
    'study-guide':
      'Eine Tabelle ohne Stream und eine Funktion, die nichts aufruft: Zwei Befehle, wie Lehrbücher sie abdrucken, verbinden sie.',
  },
};
