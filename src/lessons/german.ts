/** The list of lessons and the glossary in German. The words of a lesson itself stand in its own folder. */
import { course } from './course.ts';
import { glossary } from './glossary.ts';
import { germanTerms } from './glossaryGerman.ts';

const LESSONS: Readonly<Record<string, readonly [title: string, summary: string]>> = {
  'what-a-change-is': [
    'Was eine Änderung ist',
    'Eine Aufgabe wird gespeichert, erledigt, und genau so noch einmal gespeichert. Welches Schreiben hinterlässt eine Spur?',
  ],
  'why-not-poll': [
    'Warum nicht abfragen',
    'Ein Scan fragt die Tabelle alle 30 Sekunden, was sich geändert hat. Was verpasst er, und was zahlt er?',
  ],
  'enabling-a-stream': [
    'Einen Stream einschalten',
    'Ein Stream wird an einer Tabelle eingeschaltet, in der schon Items sind, mit einem View type, der sich als falsch erweist. Was hat er?',
  ],
  'record-anatomy': [
    'Anatomie eines Records',
    'Eine Bestellung wird aufgegeben, bezahlt und zurückgezogen. Was trägt jeder Record, wie groß ist er, und was sagt er nicht?',
  ],
  'partitions-and-keys': [
    'Partitionen und Schlüssel',
    'Vier Messwerte, vierhundert Geräte, und eine Kamera, die zu viel schreibt. Wo liegt ein Item, und was trägt eine Partition?',
  ],
  'shards-and-order': [
    'Shards und Reihenfolge',
    'Eine Bestellung lässt sich nicht packen. Welche anderen müssen auf sie warten, und auf welche Reihenfolge ist Verlass?',
  ],
  'family-tree': [
    'Der Stammbaum der Shards',
    'Ein Tag im Leben eines kleinen Streams. Warum Shards ohne jede Last schließen, und warum Kinder auf ihre Eltern warten.',
  ],
  iterators: [
    'Iteratoren und 24 Stunden',
    'Ein Stream wird von Hand gelesen, ein Iterator zu lange behalten, und eine Funktion für einen Tag ausgeschaltet. Was ist verloren?',
  ],
  'one-record-each': [
    'No-ops, Batches, Transaktionen, Ablauf',
    'Ein Aufruf, der keinen Record gibt, einer, der zwei gibt, und ein Record, den kein Aufruf gab. Was zählt der Stream?',
  ],
  mappings: [
    'Vom Stream zur Funktion: Mappings, Batches, Fenster',
    'Zwölf Bestellungen kommen auf einmal, dreißig eine nach der anderen, und eine zweite Funktion kommt spät. Wann wird eine Funktion aufgerufen, und womit?',
  ],
  'poison-record': [
    'Fehler und der vergiftete Record',
    'Eine Bestellung lässt die Funktion fehlschlagen, jedes Mal. Was wird aus den anderen in ihrem Batch, in ihrem Shard, und daneben?',
  ],
  'bisect-and-partial-failures': [
    'Teilen und teilweise Fehlschläge',
    'Eine schlechte Bestellung von acht. Den Batch halbieren, bis sie allein ist, oder die Funktion sagen lassen, wo sie anhielt.',
  ],
  'giving-up': [
    'Höchstes Alter, Versuche und On-failure-Ziele',
    'Wann gibt ein Mapping auf, wer erfährt davon, und ist das Aufgegebene einen Tag später noch zu haben?',
  ],
  'parallelization-and-order': [
    'Parallelität und Reihenfolge',
    'Dreißig Änderungen je Sekunde, und ein Batch auf einmal trägt zehn. Was helfen zehn Bahnen, und wessen Reihenfolge hält?',
  ],
  filters: [
    'Filter',
    'Ein Mapping kann Records fallen lassen, ehe eine Funktion aufgerufen wird. Was wird aus ihnen, und warum findet ein Filter auf eine Zahl nichts?',
  ],
  'duplicates-and-idempotency': [
    'Doppelte und Idempotenz',
    'Eine Funktion stürzt ab, wenn die Hälfte getan ist, und bekommt dieselben Bestellungen noch einmal. Was wurde zweimal getan, und was schützt davor?',
  ],
};

/** Puts German words in the places of the English ones, where there are any. */
export function speakGerman(): void {
  for (const entry of course) {
    const [title, summary] = LESSONS[entry.id] ?? [entry.title, entry.summary];
    Object.assign(entry, { title, summary });
  }
  for (const [english, [term, means]] of Object.entries(germanTerms)) {
    glossary[english] = { term, means };
  }
}
